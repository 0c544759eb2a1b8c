"""The sample: a synthetic season of fairs, the same rows every time, with the published totals at its launch.

Everything small (fairs, employers, attendance, agreements) is drawn in Python from one seed; the postings, which may be a hundred
million, are computed by DuckDB from their numbers, portion by portion, so that neither the memory nor the number of threads matters.
"""
