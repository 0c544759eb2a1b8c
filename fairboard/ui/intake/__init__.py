"""The page Import: a file is dropped, understood, corrected, checked, given to a fair, and stored or not at all."""
