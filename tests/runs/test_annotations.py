"""What users write about a run: kept beside what training writes, changed while it trains, read as anybody's file."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latentlab.errors import RunError
from latentlab.runs import Annotations, RunLock, annotate, list_runs, read_annotations, write_annotations
from tests.conftest import RunCommand


def _contents(run: Path) -> dict[str, bytes]:
    return {str(file.relative_to(run)): file.read_bytes() for file in sorted(run.rglob("*")) if file.is_file()}


def test_what_is_written_is_read_again_and_nothing_else_changes(tiny_run: Path) -> None:
    before = _contents(tiny_run)
    assert read_annotations(tiny_run) == Annotations()
    annotate(tiny_run, name="first try", note="β too large\nsee the map", tags=("paper", "b"))
    annotate(tiny_run, archived=True)
    assert read_annotations(tiny_run) == Annotations("first try", "β too large\nsee the map", ("b", "paper"), archived=True)
    after = _contents(tiny_run)
    assert after.pop("annotations.toml")
    assert after == before


def test_a_run_that_trains_can_be_named(tiny_run: Path) -> None:
    lock = RunLock.take(tiny_run)
    try:
        annotate(tiny_run, name="while it trains")
        lock.check()  # raises where the lock is no longer its own
    finally:
        lock.release()
    assert list_runs(tiny_run.parent)[0].name == "while it trains"


def test_what_was_typed_is_tidied() -> None:
    tidy = Annotations("  two\nlines\t\x1b[31m ", " note\r\nline \x00", (" a  b ", "", "A", "a b"))
    assert (tidy.name, tidy.note, tidy.tags) == ("two lines [31m", "note\nline", ("A", "a b"))
    assert tidy.with_tags(["new"], ["A", "absent"]).tags == ("a b", "new")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": "n" * 101}, "name: 101 characters; 100 are the most"),
        ({"note": "n" * 4001}, "note: 4,001 characters; 4,000 are the most"),
        ({"tags": ("a,b",)}, "a tag holds no comma"),
        ({"tags": ("t" * 41,)}, "41 characters; 40 are the most"),
        ({"tags": tuple(f"t{number}" for number in range(33))}, "33 tags; a run has 32 at most"),
    ],
)
def test_what_no_list_can_show_is_refused(tiny_run: Path, values: dict[str, object], said: str) -> None:
    annotate(tiny_run, note="kept")
    with pytest.raises(RunError, match=said):
        annotate(tiny_run, **values)
    assert read_annotations(tiny_run) == Annotations(note="kept")


@pytest.mark.parametrize(
    "content",
    [
        b"name = 3",
        b"note = true",
        b'tags = "a"',
        b"tags = [1]",
        b"archived = 1",
        b"\xff\xfe",
        b"name = [",
        b"note = '" + b"n" * 2**17,
    ],
)
def test_a_damaged_file_is_one_sentence_and_hides_no_run(tiny_run: Path, content: bytes) -> None:
    (tiny_run / "annotations.toml").write_bytes(content)
    with pytest.raises(RunError, match=r"annotations\.toml: "):
        read_annotations(tiny_run)
    summary = list_runs(tiny_run.parent)[0]
    assert summary.run is not None
    assert summary.name == "tiny"
    assert "annotations.toml" in summary.problem


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on Windows")
def test_a_pipe_in_its_place_blocks_nothing(tiny_run: Path) -> None:
    os.mkfifo(tiny_run / "annotations.toml")
    assert "named pipe" in list_runs(tiny_run.parent)[0].problem


def test_no_folder_but_a_run_gets_the_file(tmp_path: Path, tiny_run: Path) -> None:
    with pytest.raises(RunError, match="not a LatentLab run"):
        write_annotations(tmp_path, Annotations(note="lost"))
    assert not (tmp_path / "annotations.toml").exists()
    shutil.rmtree(tiny_run)
    with pytest.raises(RunError, match="not a LatentLab run"):
        annotate(tiny_run, note="lost")


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=20), max_size=5), st.booleans())
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, note: str, tags: list[str], archived: bool
) -> None:
    folder = tmp_path_factory.mktemp("run")
    (folder / "run.toml").touch()
    try:
        written = Annotations(name, note, tuple(tags), archived)
    except RunError:
        return
    write_annotations(folder, written)
    assert read_annotations(folder) == written


def test_the_command_line_names_notes_tags_and_archives(run_command: RunCommand, tiny_run: Path, other_run: Path) -> None:
    code, out, _ = run_command("annotate", tiny_run, "--name", "first", "--note", "too small", "--tag", "paper", "--tag", "old")
    assert code == 0
    assert json.loads(out) == {
        "run": str(tiny_run),
        "name": "first",
        "note": "too small",
        "tags": ["old", "paper"],
        "archived": False,
    }
    run_command("annotate", tiny_run, other_run, "--untag", "old", "--tag", "both")
    run_command("annotate", other_run, "--archive")
    _, table, _ = run_command("runs", tiny_run.parent)
    assert "first" in table
    assert "both, paper" in table
    assert "too small" in table
    assert other_run.name not in table
    _, listed, _ = run_command("runs", tiny_run.parent, "--all", "--json")
    facts = {entry["path"]: entry for entry in json.loads(listed)}
    assert facts[str(tiny_run)]["tags"] == ["both", "paper"]
    assert facts[str(other_run)]["archived"] is True
    assert facts[str(tiny_run)]["elbo"] < 0
    assert len(json.loads(run_command("runs", tiny_run.parent, "--all", "--tag", "paper", "--json")[1])) == 1
    assert run_command("annotate", tiny_run.parent, "--note", "x")[0] == 2
