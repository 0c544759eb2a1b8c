"""The command of the comparison, as far as it goes without the other tools."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bench import building
from bench.peers import __main__ as peers


class AskedFor(Exception):
    """Raised in the place of building a sample."""


def test_without_a_folder_the_sample_of_a_million_postings_is_measured(monkeypatch: pytest.MonkeyPatch):
    def folder_of(postings: int) -> Path:
        raise AskedFor(postings)

    monkeypatch.setattr(peers.install, "everything", lambda tell: None)
    monkeypatch.setattr(building, "folder_of", folder_of)
    result = CliRunner().invoke(peers.command, [])
    assert isinstance(result.exception, AskedFor)
    assert result.exception.args == (peers.DEFAULT_POSTINGS,)
