"""The layers: arrows go one way, and each outside library has its place. Every rule is tried on a planted violation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
BOTTOM = {"errors", "locale"}
MAY_IMPORT = {
    "pages": {"ui"},
    "dashboard": {"ui"},
    "ui": {"ui", "charts", "exports", "briefing", "analysis", "importing", "store"},
    "charts": {"charts", "analysis"},
    "exports": {"exports", "analysis", "store"},
    "briefing": {"briefing", "exports", "charts", "analysis", "store"},
    "analysis": {"analysis", "store"},
    "importing": {"importing", "store"},
    "store": {"store"},
    "commands": {"commands", "exports", "briefing", "charts", "analysis", "importing", "store"},
    "__main__": {"commands", "store"},
    "locale": set(),
    "errors": set(),
}
"""Layer → the layers it may import, besides errors and locale, which anybody may."""

PLACES = {"duckdb": {"store", "analysis"}, "plotly": {"charts"}, "streamlit": {"ui", "pages", "dashboard"}, "click": {"commands", "__main__"}}
"""Outside library → the only layers that may import it."""

EXCEPTIONS = {("fairboard/ui/server.py", "plotly"): "hands plotly.min.js to the browser out of the installed package"}


def layer_of(path: Path, project: Path) -> str:
    """The layer of a file: the folder under ``fairboard``, ``pages`` or ``dashboard``."""
    parts = path.relative_to(project).with_suffix("").parts
    return parts[1] if parts[0] == "fairboard" and len(parts) > 1 else parts[0]


def imported_names(path: Path) -> Iterator[str]:
    """Full names of what a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def violations(project: Path) -> list[str]:
    """What breaks the rules, one line each."""
    files = [*sorted((project / "fairboard").rglob("*.py")), *sorted((project / "pages").glob("*.py")), project / "dashboard.py"]
    return [line for path in files if path.is_file() and path != project / "fairboard" / "__init__.py" for line in violations_of(path, project)]


def violations_of(path: Path, project: Path) -> Iterator[str]:
    """What one file breaks."""
    layer, shown = layer_of(path, project), path.relative_to(project).as_posix()
    names = {tuple(name.split(".")) for name in imported_names(path)}
    layers = {parts[1] for parts in names if parts[0] == "fairboard" and len(parts) > 1}
    yield from (f"{shown} ({layer}) imports fairboard.{target}" for target in sorted(layers - MAY_IMPORT[layer] - BOTTOM))
    libraries = {parts[0] for parts in names} & PLACES.keys()
    yield from (f"{shown} ({layer}) imports {name}" for name in sorted(libraries) if layer not in PLACES[name] and (shown, name) not in EXCEPTIONS)


def plant(folder: Path, file: str, line: str) -> Path:
    """A project of one file that holds one line."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(line + "\n", encoding="utf-8")
    return folder


def test_the_project_keeps_to_its_layers():
    assert violations(PROJECT) == []


def test_every_folder_of_the_library_is_a_layer_with_a_rule():
    found = {layer_of(path, PROJECT) for path in (PROJECT / "fairboard").rglob("*.py") if path.parent != PROJECT / "fairboard"}
    assert found <= MAY_IMPORT.keys()


def test_every_exception_is_still_needed():
    for (file, library), reason in EXCEPTIONS.items():
        assert reason
        assert any(name.split(".")[0] == library for name in imported_names(PROJECT / file))


@pytest.mark.parametrize(("file", "line"), [
    ("pages/overview.py", "from fairboard.analysis import runner"),
    ("pages/overview.py", "import duckdb"),
    ("dashboard.py", "from fairboard.store import versions"),
    ("fairboard/ui/frame.py", "from fairboard.commands import build"),
    ("fairboard/ui/panels.py", "import plotly.graph_objects as go"),
    ("fairboard/ui/panels.py", "from plotly import io"),
    ("fairboard/ui/panels.py", "import duckdb"),
    ("fairboard/charts/ranking.py", "from fairboard.store import versions"),
    ("fairboard/charts/ranking.py", "from fairboard.ui import context"),
    ("fairboard/charts/ranking.py", "import streamlit as st"),
    ("fairboard/exports/files.py", "from fairboard.ui.links import export"),
    ("fairboard/briefing/slides.py", "import streamlit"),
    ("fairboard/analysis/runner.py", "from fairboard.charts import theme"),
    ("fairboard/analysis/runner.py", "from fairboard import charts"),
    ("fairboard/analysis/deep/down.py", "def f():\n    import plotly"),
    ("fairboard/importing/reading.py", "from fairboard.analysis import filters"),
    ("fairboard/importing/reading.py", "import duckdb"),
    ("fairboard/store/versions.py", "from fairboard.importing import reading"),
    ("fairboard/store/versions.py", "import click"),
    ("fairboard/commands/serve.py", "from fairboard.ui import frame"),
    ("fairboard/__main__.py", "from fairboard.ui import frame"),
    ("fairboard/locale/__init__.py", "from fairboard.store import versions"),
    ("fairboard/errors.py", "from fairboard.store import versions"),
])
def test_a_planted_violation_is_found(tmp_path: Path, file: str, line: str):
    assert len(violations(plant(tmp_path, file, line))) == 1


def test_what_is_allowed_is_not_reported(tmp_path: Path):
    plant(tmp_path, "fairboard/analysis/runner.py", "import duckdb\nfrom fairboard.store import opening\nfrom fairboard.errors import QueryError")
    plant(tmp_path, "pages/overview.py", "from fairboard.ui import frame\nfrom fairboard.locale import translate")
    assert violations(tmp_path) == []


def test_a_relative_import_is_refused(tmp_path: Path):
    with pytest.raises(AssertionError, match="relative import"):
        violations(plant(tmp_path, "fairboard/store/build.py", "from . import versions"))
