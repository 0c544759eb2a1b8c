"""Find nginx for the tests behind it; on Debian install it where there is none. It is only used by the tests and never started as a service."""

import shutil
import subprocess
import sys

import browser

ADVICE = "There is no nginx here. Install it (Debian: apt-get install nginx-light; macOS: brew install nginx) and run this again."


def find_nginx() -> str | None:
    """The program, or None; Debian keeps it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def main() -> int:
    """Print where nginx is; install it from the system's packages where that is possible."""
    if not find_nginx() and shutil.which("apt-get"):
        try:
            browser.install(["nginx-light"])
        except (PermissionError, subprocess.CalledProcessError) as error:
            print(browser.why_not_installed(error, ["nginx-light"]), file=sys.stderr)
    found = find_nginx()
    print(found or ADVICE, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
