"""The language of the command line: what ``--lang`` says, else what the machine is set to."""

import locale
import os
import sys
from typing import Any

import click

from fairboard.locale import Language, translate


def machine_language() -> Language:
    """Chinese where the locale of the machine is Chinese, else English."""
    settings = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        settings.append(locale.getlocale()[0])  # Windows has no such variables; it says "Chinese (Simplified)_China"
    return "zh" if next((setting for setting in settings if setting), "").lower().startswith(("zh", "chinese")) else "en"


def language() -> Language:
    """The language of the running command."""
    context = click.get_current_context(silent=True)
    chosen = context.find_root().params.get("lang") if context else None
    return chosen or machine_language()


def say(text: str, **params: Any) -> None:
    """Print a text, given in English, in the language of the running command."""
    click.echo(translate(text, language(), **params))
