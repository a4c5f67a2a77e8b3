"""Taking run folders back from the bin."""

from pathlib import Path

import pytest

from latentlab.errors import RunError
from latentlab.runs.restoring import restore_from_bin


@pytest.fixture
def binned(tmp_path: Path) -> Path:
    """A folder as the Trash specification keeps it."""
    folder = tmp_path / "Trash" / "files" / "run.2"
    folder.mkdir(parents=True)
    (folder / "run.toml").write_text("kept", encoding="utf-8")
    (tmp_path / "Trash" / "info").mkdir()
    (tmp_path / "Trash" / "info" / "run.2.trashinfo").touch()
    return folder


def test_a_run_goes_back_to_its_place_with_all_files_and_the_bin_forgets_it(binned: Path, tmp_path: Path) -> None:
    restore_from_bin(binned, tmp_path / "run")
    assert (tmp_path / "run" / "run.toml").read_text(encoding="utf-8") == "kept"
    assert not binned.exists()
    assert not any((tmp_path / "Trash" / "info").iterdir())


def test_a_place_that_is_taken_is_left_alone(binned: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with pytest.raises(RunError, match="another folder of this name"):
        restore_from_bin(binned, tmp_path / "run")
    assert (binned / "run.toml").exists()
    assert not any((tmp_path / "run").iterdir())


def test_a_bin_that_was_emptied_is_named(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="run: it is not in the bin any more"):
        restore_from_bin(tmp_path / "gone", tmp_path / "run")
