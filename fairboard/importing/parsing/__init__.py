"""Pure functions from a text to a frozen dataclass: wage, place, headcount, education, ownership, industry, date.

None of them raises, whatever the text. Each says whether the text states the value, is absent, or could not be understood.
"""
