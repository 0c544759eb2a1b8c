"""How fast the dashboard is, beside a naive page and beside the charting library alone: ``python -m bench --help``."""
