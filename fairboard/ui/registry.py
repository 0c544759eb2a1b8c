"""The pages, in the order of the menu."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page: its file under ``pages/``, its path in the URL, its title and the question it answers (keys of the texts).

    ``section`` is the menu it stands in, the first level where empty. A page without filters shows nothing that they could narrow.
    """

    name: str
    title: str
    question: str
    section: str = ""
    has_filters: bool = True

    @property
    def script(self) -> str:
        """The file, from the folder of ``dashboard.py``."""
        return f"pages/{self.name}.py"


ANALYSIS, DATA = "Analysis", "Data"

PAGES = (
    Page("overview", "Overview", "How large is the season, and what is in demand?"),
    Page("sectors", "Sectors", "Which sectors ask for most people?"),
    Page("wages", "Wages", "What do the openings pay?"),
    Page("cities", "Cities", "Where are the openings?"),
    Page("universities", "Universities", "Who came, and from which universities?"),
    Page("fairs", "Fairs", "Which fairs took place, and what did each bring?"),
    Page("briefing", "Briefing", "How are these fairs to be presented and reported?"),
    Page("compare", "Compare", "How do two fairs, periods, regions or universities differ, like for like?", ANALYSIS),
    Page("supply", "Supply and demand", "How do openings and graduates on site match, by sector and region?", ANALYSIS),
    Page("agreements", "Agreements", "Which region has an agreement with which university, and what does that cover?", ANALYSIS),
    Page("records", "Records", "Which postings are behind the numbers?", ANALYSIS),
    Page("sql", "SQL", "What else would you ask the records, in SQL?", ANALYSIS),
    Page("views", "Saved views", "Which views are saved, and what does each show?", ANALYSIS, has_filters=False),
    Page("import", "Import", "Which table came in, and what shall become of it?", DATA, has_filters=False),
    Page("quality", "Data quality", "What came in, what was left out, and what looks wrong?", DATA),
    Page("methods", "Methods", "What does each number mean, and where does it come from?", DATA),
)


def sections() -> dict[str, list[Page]]:
    """The pages by the menu they stand in, in the order of the menu."""
    found: dict[str, list[Page]] = {}
    for page in PAGES:
        found.setdefault(page.section, []).append(page)
    return found


def page_of(name: str) -> Page:
    """The page of this name."""
    return next(page for page in PAGES if page.name == name)
