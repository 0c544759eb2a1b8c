"""``scripts/browser.py`` finds or installs a browser, or says in plain words what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "browser.py"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it installs on Linux only")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH: no browser, no package manager, no sudo."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "env").symlink_to(shutil.which("env"))
    return folder


def add(programs: Path, name: str, script: str) -> Path:
    program = programs / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def run(programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    others = {name: value for name, value in os.environ.items() if name != "FAIRBOARD_BROWSER"}
    environment = others | {"PATH": str(programs)} | variables
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert "Traceback" not in done.stderr
    return done


def test_the_browser_that_is_named_is_taken(programs: Path) -> None:
    named = add(programs, "my browser", "echo 1.0")
    done = run(programs, FAIRBOARD_BROWSER=str(named))
    assert (done.returncode, done.stdout) == (0, f"Browser for the tests: {named}\n")


def test_without_a_browser_and_a_way_to_install_one_it_says_what_to_do(programs: Path) -> None:
    done = run(programs)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Install one of them" in done.stderr


def test_what_is_missing_is_installed(programs: Path) -> None:
    add(programs, "sudo", 'exec "$@"')
    add(programs, "apt-get", f'[ "$1" = update ] || printf "#!/bin/sh\\n" > "{programs}/chromium"; {shutil.which("chmod")} -f 755 "{programs}/chromium"; exit 0')
    done = run(programs)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Installing chromium and fonts-noto-cjk for the browser tests ...",
        f"Browser for the tests: {programs / 'chromium'}",
    ]


def test_an_installation_that_fails_is_told_with_the_command_for_an_administrator(programs: Path) -> None:
    add(programs, "sudo", 'exec "$@"')
    add(programs, "apt-get", "echo 'E: Unable to locate package chromium' >&2; exit 100")
    done = run(programs)
    assert done.returncode == 1
    assert "apt-get ended with exit code 100. As administrator: apt-get install chromium" in done.stderr
    assert "set FAIRBOARD_BROWSER" in done.stderr


def test_a_browser_that_does_not_start_is_not_taken_for_one(programs: Path) -> None:
    add(programs, "chromium", "echo 'error while loading shared libraries: libnss3.so' >&2; exit 127")
    done = run(programs)
    assert done.returncode == 1
    assert "chromium does not start: error while loading shared libraries: libnss3.so" in done.stderr
