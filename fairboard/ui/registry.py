"""The pages, in the order of the menu."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page: its file under ``pages/``, its path in the URL, its title and the question it answers (keys of the texts)."""

    name: str
    title: str
    question: str

    @property
    def script(self) -> str:
        """The file, from the folder of ``dashboard.py``."""
        return f"pages/{self.name}.py"


PAGES = (
    Page("overview", "Overview", "How large is the season, and what is in demand?"),
    Page("sectors", "Sectors", "Which sectors ask for most people?"),
    Page("wages", "Wages", "What do the openings pay?"),
    Page("cities", "Cities", "Where are the openings?"),
    Page("universities", "Universities", "Who came, and from which universities?"),
    Page("fairs", "Fairs", "Which fairs took place, and what did each bring?"),
    Page("records", "Records", "Which postings are behind the numbers?"),
    Page("methods", "Methods", "What does each number mean, and where does it come from?"),
)
