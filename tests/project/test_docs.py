"""What the documents say is true: commands, targets, versions, and a word about every metric, query, page and filter."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from fairboard.__main__ import COMMANDS
from fairboard.analysis import catalogue, glossary, metrics, sentence
from fairboard.analysis.filters import FILTER_NAMES
from fairboard.ui.registry import PAGES
from scripts import data_dictionary

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = [path for pattern in ("*.md", "docs/**/*.md", "data/*.md") for path in sorted(PROJECT.glob(pattern))]
FIRST_SCREEN_LINES = 20
DISTRIBUTIONS = {
    "babel": "babel", "python_calamine": "python-calamine", "charset_normalizer": "charset-normalizer", "xlsxwriter": "XlsxWriter", "docx": "python-docx",
    "pptx": "python-pptx",
}  # fmt: skip
FOR_ITS_FILE = {"zhplot": "fairboard/briefing/pdf/fonts.py"}
"""A package that is not imported: the file where one of its own files is looked for."""


def pins(file: str) -> dict[str, str]:
    """Package → version of a requirements file, without the files it includes."""
    lines = (PROJECT / file).read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line.strip() and not line.startswith(("#", "-r ")))


def imported_packages(*folders: str) -> set[str]:
    """The outside packages that the Python files of the folders import."""
    found = set()
    for folder in folders:
        for path in (PROJECT / folder).rglob("*.py") if (PROJECT / folder).is_dir() else [PROJECT / folder]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"fairboard", "pages", "scripts", "tests", "bench"}


def test_the_two_commands_stand_on_the_first_screen_of_the_readme():
    first_screen = "\n".join(README.splitlines()[:FIRST_SCREEN_LINES])
    assert "make run" in first_screen
    assert "make test" in first_screen
    assert "docs/overview.png" in first_screen


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_make_target_and_command_in_a_document_exists(document: Path):
    text = document.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"[`\n]make (?:[A-Z]+=\S+ )?([a-z-]+)", text)) <= targets
    assert set(re.findall(r"-m fairboard ([a-z]+)", text)) <= COMMANDS.keys()


def test_every_make_target_and_command_is_in_the_readme():
    targets = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)) - {"help"}
    assert {target for target in targets if f"`make {target}`" not in README} == set()
    assert {command for command in COMMANDS if f"| `{command}` |" not in README} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_link_and_file_in_a_document_exists(document: Path):
    text = document.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith(("http", "#"))]
    files = re.findall(r"`((?:docs|data|scripts|tests|queries|pages|fairboard)/[\w./-]+\.\w+)`", text)
    missing = [link for link in links if not (document.parent / link).exists()] + [file for file in files if not (PROJECT / file).exists()]
    inside = re.findall(r"`((?:importing|analysis|ui|store|charts)/[\w./]+\.\w+)`", text)
    assert missing + [file for file in inside if not (PROJECT / "fairboard" / file).exists()] == []


def test_python_is_the_same_in_the_readme_the_project_file_and_the_makefile():
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"].removeprefix(">=")
    assert re.findall(r"Python (3\.\d+) or newer", README) == [wanted]
    assert f"sys.version_info < ({wanted.replace('.', ', ')})" in MAKEFILE


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-spark.txt"])
def test_every_requirement_is_pinned(file: str):
    assert pins(file)
    assert all(re.fullmatch(r"[\w.]+", version) for version in pins(file).values())


def test_everything_that_is_imported_is_required():
    wanted = {DISTRIBUTIONS.get(name, name) for name in imported_packages("fairboard", "pages", "dashboard.py")}
    assert wanted - pins("requirements.txt").keys() == pins("requirements-spark.txt").keys()


def test_spark_is_imported_in_its_own_folder_alone():
    names = pins("requirements-spark.txt").keys()
    assert {name: path for path in (PROJECT / "fairboard").rglob("*.py") for name in names
            if path.parent.name != "spark" and re.search(rf"^\s*(import|from) {name}\b", path.read_text(encoding="utf-8"), re.MULTILINE)} == {}


def test_nothing_is_required_that_is_not_used():
    used = {DISTRIBUTIONS.get(name, name) for name in imported_packages("fairboard", "pages", "dashboard.py")}
    assert pins("requirements.txt").keys() - used == FOR_ITS_FILE.keys()
    assert [name for name, file in FOR_ITS_FILE.items() if f'"{name}"' not in (PROJECT / file).read_text(encoding="utf-8")] == []


def test_the_data_dictionary_is_up_to_date():
    assert data_dictionary.TARGET.read_text(encoding="utf-8") == data_dictionary.text(), "run: python scripts/data_dictionary.py"


def test_every_metric_query_and_filter_is_in_the_data_dictionary():
    text = data_dictionary.TARGET.read_text(encoding="utf-8")
    missing = [name for name in (*metrics.REGISTRY, *FILTER_NAMES) if f"| `{name}` |" not in text]
    assert missing + [name for name in catalogue.names() if f"### {name}\n" not in text] == []


def test_every_metric_is_given_by_a_query():
    assert [name for name in metrics.REGISTRY if not glossary.queries_of_metric(name)] == []


def test_every_filter_has_a_label_and_a_meaning_and_is_obeyed_by_a_query():
    assert set(glossary.FILTER_MEANINGS) == set(sentence.FILTER_LABELS) == set(FILTER_NAMES)
    assert [name for name in FILTER_NAMES if not glossary.queries_of_filter(name)] == []


def test_every_page_asks_a_question_and_is_in_the_changelog():
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    for page in PAGES:
        docstring = ast.get_docstring(ast.parse((PROJECT / page.script).read_text(encoding="utf-8")))
        assert docstring
        assert docstring.splitlines()[0].endswith("?"), f"{page.script} begins with its question"
        assert page.question.endswith("?")
        assert page.title.lower() in changelog


def test_every_folder_of_the_library_is_in_the_readme_and_the_architecture():
    architecture = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = [path.name for path in (PROJECT / "fairboard").iterdir() if path.is_dir() and any(path.glob("*.py"))]
    assert [name for name in folders if f"`{name}`" not in README or f"`fairboard/{name}`" not in architecture] == []


def test_no_document_holds_a_placeholder():
    for document in DOCUMENTS:
        assert not re.search(r"\b(TODO|TBD|FIXME|XXX|lorem ipsum)\b", document.read_text(encoding="utf-8"), re.IGNORECASE), document.name
