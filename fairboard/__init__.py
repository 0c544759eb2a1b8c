"""The dashboard over the records of talent-recruitment fairs."""

import os

os.environ["OPENPYXL_LXML"] = "False"  # openpyxl would rather read with lxml, where that is installed, than with defusedxml, which refuses entities
