"""The command line: ``python -m fairboard``."""

import importlib
import sys

import click

from fairboard.commands.language import machine_language
from fairboard.errors import FairboardError
from fairboard.locale import LANGUAGES, explain

COMMANDS = {
    "build": ("fairboard.commands.build", "Build a data version with the sample season, or from a lake."),
    "check": ("fairboard.commands.check", "Check that a data version is consistent."),
    "crosswalk": ("fairboard.commands.crosswalk", "Show or replace the crosswalk from disciplines to sectors."),
    "deploy": ("fairboard.commands.deploy", "Write the configuration for many viewers behind nginx."),
    "export": ("fairboard.commands.export", "Write postings to CSV, XLSX or Parquet."),
    "import": ("fairboard.commands.importing", "Import a file, or a folder of files."),
    "lake": ("fairboard.commands.lake", "Write the records as Parquet for Spark."),
    "reclassify": ("fairboard.commands.reclassify", "Apply the rules for sectors again."),
    "serve": ("fairboard.commands.serve", "Start the dashboard."),
    "template": ("fairboard.commands.template", "Write workbooks that an office fills in."),
    "undo": ("fairboard.commands.undo", "Take an imported batch back."),
    "versions": ("fairboard.commands.versions", "List the data versions, choose one, go back."),
}
"""Name → module with a click command called ``command``, and the line about it in the list of commands."""


INTERRUPTED = "Query interrupted"
"""What DuckDB raises, as a RuntimeError, where Ctrl-C came during a statement."""


class LazyGroup(click.Group):
    """A group that imports a command when it is called, so that the list of commands appears at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or nothing."""
        return importlib.import_module(COMMANDS[cmd_name][0]).command if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
    \b
    From an empty folder to the dashboard:
      python -m fairboard build
      python -m fairboard serve
    \b
    A fair of your own:
      python -m fairboard import --help
    \b
    Exit codes: 0 done, 1 failed, 2 wrong use, 3 a file could not be read, 4 a data version is not as it should be, 5 a question failed,
    6 a file waits for an answer.
    """,
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages; the machine's own unless given.")
def main(lang: str | None) -> None:
    """Records of talent-recruitment fairs: data versions, imports, exports and the dashboard.

    The data stand in the folder FAIRBOARD_DATA, or data/versions in the project.
    """
    from fairboard.store.versions import clean_leftovers

    clean_leftovers()


def run() -> int:
    """Run the command line; a user's mistake ends in one line and an exit code, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # Windows writes to a file or a pipe in an encoding that may not have a name's letters
    try:
        main(standalone_mode=False, prog_name="python -m fairboard")
    except FairboardError as error:
        click.echo(explain(error, chosen_language()), err=True)
        return error.exit_code
    except click.Abort:
        return 130
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def chosen_language() -> str:
    """The language for an error that ended the command: ``--lang`` as typed, else the machine's own."""
    typed = dict(zip(sys.argv, sys.argv[1:], strict=False)).get("--lang") or next(
        (a.removeprefix("--lang=") for a in sys.argv if a.startswith("--lang=")), None
    )
    return typed if typed in LANGUAGES else machine_language()


if __name__ == "__main__":
    sys.exit(run())
