"""Files to take away: the rows of any question, or all postings that match, as CSV, XLSX or Parquet.

``request`` says what is wanted and trusts nothing, ``rows`` reads it batch by batch, ``about`` puts definitions, selection and
version into words, ``files`` writes them. A workbook carries a ``manifest`` of its numbers, as the files of a briefing do. Nothing
here knows of Streamlit or of the command line.
"""
