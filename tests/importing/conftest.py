import pytest


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    """An empty folder of data versions."""
    folder = tmp_path / "versions"
    monkeypatch.setenv("FAIRBOARD_DATA", str(folder))
    return folder
