"""Find the browser for the browser tests; on Debian install Chromium and a Chinese font where there is none.

    python scripts/browser.py       prints the browser's path

Looked for in this order: FAIRBOARD_BROWSER, then Chromium, Chrome and Edge on the path and in the usual places of the system.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{ProgramFiles}/Google/Chrome/Application/chrome.exe",
    "{ProgramFiles(x86)}/Google/Chrome/Application/chrome.exe",
    "{LocalAppData}/Google/Chrome/Application/chrome.exe",
    "{ProgramFiles(x86)}/Microsoft/Edge/Application/msedge.exe",
    "{ProgramFiles}/Microsoft/Edge/Application/msedge.exe",
)
ADVICE = "There is no Chrome, Chromium or Edge here. Install one of them, or set FAIRBOARD_BROWSER to the path of the program."
ADVICE_OTHER = "Repair it, or set FAIRBOARD_BROWSER to the path of another Chrome, Chromium or Edge."
LONGEST_START_SECONDS = 60


def find_browser() -> Path | None:
    """The browser's program, or None where there is none."""
    if chosen := os.environ.get("FAIRBOARD_BROWSER"):
        return Path(chosen) if Path(chosen).is_file() else None
    on_path = (shutil.which(command) for command in COMMANDS)
    return next((Path(place) for place in (*on_path, *usual_places()) if place and Path(place).is_file()), None)


def usual_places() -> list[str]:
    """The usual places with the folders of this machine filled in; those whose folder is not defined are left out."""
    folders = {name.lower(): value for name, value in os.environ.items()}
    found = []
    for place in PLACES:
        folder, closing, rest = place.removeprefix("{").partition("}")
        if not closing:
            found.append(place)
        elif folder.lower() in folders:
            found.append(folders[folder.lower()] + rest)
    return found


def has_chinese_font() -> bool:
    """True unless fontconfig is here and knows no Chinese font: without one a picture shows boxes for letters."""
    if not shutil.which("fc-list"):
        return sys.platform != "linux"
    return bool(subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout.strip())


def install(packages: list[str]) -> None:
    """Install Debian packages, through sudo where this user may not; raises where that cannot be done."""
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if sudo and not shutil.which("sudo"):
        raise PermissionError("this user may not, and there is no sudo")
    print(f"Installing {' and '.join(packages)} for the browser tests ...", flush=True)
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*sudo, *environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=True, stdout=subprocess.DEVNULL)


def why_not_installed(error: Exception, packages: list[str]) -> str:
    """What failed, and what an administrator can do."""
    reason = f"apt-get ended with exit code {error.returncode}" if isinstance(error, subprocess.CalledProcessError) else str(error)
    return f"{' and '.join(packages)} could not be installed: {reason}. As administrator: apt-get install {' '.join(packages)}"


def why_not_started(browser: Path) -> str | None:
    """Why the browser does not start, or None where it does; asked on Linux only: elsewhere the question would open a window."""
    if sys.platform != "linux":
        return None
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, text=True, errors="replace", timeout=LONGEST_START_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return None if done.returncode == 0 else (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]


def main() -> int:
    """Print the path of the browser, after installing what is missing where that can be done."""
    wanted = [] if find_browser() else ["chromium"]
    wanted += [] if has_chinese_font() else ["fonts-noto-cjk"]
    if wanted and shutil.which("apt-get") and "FAIRBOARD_BROWSER" not in os.environ:
        try:
            install(wanted)
        except (subprocess.CalledProcessError, OSError) as error:
            print(why_not_installed(error, wanted), file=sys.stderr)
    browser = find_browser()
    if browser is None:
        print(ADVICE, file=sys.stderr)
        return 1
    if reason := why_not_started(browser):
        print(f"{browser} does not start: {reason}\n{ADVICE_OTHER}", file=sys.stderr)
        return 1
    if not has_chinese_font():
        print("There is no Chinese font here: pictures will show boxes for Chinese letters.", file=sys.stderr)
    print(f"Browser for the tests: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
