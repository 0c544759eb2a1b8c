"""The same six charts in other tools, measured beside Fairboard in the same run."""
