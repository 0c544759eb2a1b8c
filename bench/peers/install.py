"""The other tools, at the versions pinned here, in ``build/peers``: an environment of their own, so that the project's stays clean."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bench.peers.serving import BUILT, THEIR_PYTHON

FOLDER = Path(__file__).parent
NODE = BUILT / "node"


def everything(tell: Callable[[str], None]) -> None:
    """Install what is missing or has other versions than those pinned; without npm Mosaic is left out, and its row says so."""
    if _is_stale(BUILT / "python.stamp", "requirements.txt"):
        tell("Installing Dash, Panel and Mosaic's server into build/peers ...")
        _python()
    if shutil.which("npm") and _is_stale(NODE / "node.stamp", "package.json", "package-lock.json"):
        tell("Installing Mosaic into build/peers ...")
        _node()
    if (NODE / "node.stamp").is_file() and _is_stale(NODE / "bundle.stamp", "package-lock.json", "mosaic.js"):
        _bundle()


def _python() -> None:
    if not THEIR_PYTHON.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(BUILT / ".venv")], check=True)
    subprocess.run([str(THEIR_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "-r", str(FOLDER / "requirements.txt")], check=True)
    _stamp(BUILT / "python.stamp", "requirements.txt")


def _node() -> None:
    NODE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(FOLDER / name, NODE / name)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel", "error"], cwd=NODE, check=True)
    _stamp(NODE / "node.stamp", "package.json", "package-lock.json")


def _bundle() -> None:
    """The page's script with Mosaic in one file: a browser does not read packages by their bare names."""
    shutil.copy(FOLDER / "mosaic.js", NODE / "mosaic.js")
    words = ["npx", "--no-install", "esbuild", "mosaic.js", "--bundle", "--minify", "--format=esm", "--outfile=bundle.js", "--log-level=warning"]
    subprocess.run(words, cwd=NODE, check=True)
    _stamp(NODE / "bundle.stamp", "package-lock.json", "mosaic.js")


def _is_stale(stamp: Path, *names: str) -> bool:
    return not stamp.is_file() or stamp.read_text(encoding="utf-8") != _wanted(*names)


def _stamp(stamp: Path, *names: str) -> None:
    stamp.write_text(_wanted(*names), encoding="utf-8")


def _wanted(*names: str) -> str:
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
