"""Statements that a person wrote, run in a process of their own that can reach nothing but one data version.

Nothing of such a text is looked at by DuckDB in the server's own process: not even reading it is harmless there, because a text
with enough brackets ends the process that reads it.
"""
