"""The agent: a closed set of verbs on one folder, and a sentence for everything else."""

import hashlib
import io
import logging
import os
import select
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import latentlab
from latentlab.errors import RemoteError
from latentlab.explore.requests.values import ImageRef
from latentlab.explore.thumbnail import sample_of
from latentlab.remote import protocol
from latentlab.remote.agent import Agent, serve
from latentlab.remote.frames import LARGEST_REPLY, Frame, read_frame
from latentlab.remote.served import ServedFolder
from latentlab.remote.uploads import Uploads
from latentlab.runs import Run


def _answers(folder: Path, *asked: dict[str, Any] | bytes) -> list[Frame]:
    """What an agent says to each, its greeting first."""
    sent = (each if isinstance(each, bytes) else b"".join(Frame({"n": 7, **each}).to_blocks(100)) for each in asked)
    incoming, outgoing = io.BytesIO(b"".join(sent)), io.BytesIO()
    serve(folder, incoming, outgoing)
    outgoing.seek(0)
    found = []
    while frame := read_frame(outgoing, LARGEST_REPLY):
        found.append(frame)
    return found


def _said(folder: Path, asked: dict[str, Any]) -> str:
    _, answer = _answers(folder, asked)
    assert answer.header["n"] == 7
    return str(answer.header.get("error", ""))


def test_it_greets_with_its_version_and_lists_what_is_there(tiny_run: Path) -> None:
    greeting, answer = _answers(tiny_run.parent, {"verb": "runs", "first": 0})
    assert greeting.header[protocol.GREETING] == latentlab.__version__
    assert (greeting.header["folder"], greeting.header["is_run"]) == (str(tiny_run.parent), False)
    assert (answer.header["count"], answer.header["next"]) == (1, 1)
    (look,) = answer.header["looks"]
    assert (look["name"], look["state"], look["step"]) == (tiny_run.name, "finished", 8)
    assert look["files"].keys() == {"run.toml"}


def test_a_run_by_itself_is_served_and_nothing_beside_it(tiny_run: Path, other_run: Path) -> None:
    greeting, answer = _answers(tiny_run, {"verb": "look", "run": tiny_run.name})
    assert greeting.header["is_run"] is True
    assert answer.header["look"]["problems"] == {"4": "", "8": ""}
    assert "which is a run itself" in _said(tiny_run, {"verb": "look", "run": other_run.name})


def test_pieces_of_small_files_are_read_and_no_others(tiny_run: Path) -> None:
    whole = (tiny_run / "metrics.jsonl").read_bytes()
    pieces = [{"run": tiny_run.name, "file": file, "offset": 10} for file in ("metrics.jsonl", "evaluation.json")]
    _, answer = _answers(tiny_run.parent, {"verb": "read", "pieces": pieces})
    assert [bytes(part) for part in answer.parts] == [whole[10:], b""]
    assert answer.header["inodes"] == [(tiny_run / "metrics.jsonl").stat().st_ino, 0]
    for file in (
        "checkpoints/step-000000008/model.safetensors",
        "../x/run.toml",
        "checkpoints/step-000000008/../../run.toml",
        "/etc/passwd",
        "lock",
        "",
        None,
    ):
        asked = {"verb": "read", "pieces": [{"run": tiny_run.name, "file": file, "offset": 0}]}
        assert _said(tiny_run.parent, asked).startswith(f"file {file!r}: only run.toml, ")
    for offset in (-1, 2**70, 1.5, None):
        asked = {"verb": "read", "pieces": [{"run": tiny_run.name, "file": "run.toml", "offset": offset}]}
        assert "a number of bytes is expected" in _said(tiny_run.parent, asked)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_nothing_outside_the_folder_is_reached_by_names_or_links(tiny_run: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "run.toml").write_text("secret")
    folder = tiny_run.parent
    (folder / "link").symlink_to(tmp_path / "secret")
    (tiny_run / "annotations.toml").symlink_to(tmp_path / "secret" / "run.toml")
    for name in ("../secret", str(tmp_path / "secret"), "..", ".", ".hidden", "a/b", "", 3, None, "x" * 300, "a\0b"):
        for verb in ("look", "open", "render"):
            asked = {"verb": verb, "run": name, "step": None, "request": {"is": "Describe"}}
            assert _said(folder, asked).startswith("run ")
    assert "through a link; only what is within is served." in _said(folder, {"verb": "look", "run": "link"})
    asked = {"verb": "read", "pieces": [{"run": tiny_run.name, "file": "annotations.toml", "offset": 0}]}
    assert "through a link; only what is within is served." in _said(folder, asked)
    _, answer = _answers(folder, {"verb": "runs", "first": 0})
    assert [look["name"] for look in answer.header["looks"]] == [tiny_run.name]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"verb": "rm"},
            "verb 'rm': there is none of this name; ping, runs, look, read, open, render, thumbnail, upload are known.",
        ),
        ({}, "verb None: there is none of this name"),
        ({"verb": ["runs"]}, "verb ['runs']: there is none of this name"),
        ({"verb": "runs"}, "first None: a number from 0 on is expected."),
        ({"verb": "look", "run": "gone"}, "run 'gone': there is none of this name in "),
        ({"verb": "read", "pieces": [3]}, "piece 3: a run, a file and an offset are expected."),
        ({"verb": "read", "pieces": []}, "pieces []: a list of 1 to 32 is expected."),
        ({"verb": "upload", "file": "a"}, "0 files came at once; one is expected."),
    ],
)
def test_what_makes_no_sense_is_answered_with_a_sentence_and_ends_nothing(
    tmp_path: Path, asked: dict[str, Any], said: str
) -> None:
    _, answer, after = _answers(tmp_path, asked, {"verb": "ping"})
    answer, after = sorted((answer, after), key=lambda frame: "error" not in frame.header)
    assert answer.header["error"].startswith(said)
    assert after.header == {"n": 7}


def test_a_stream_that_holds_no_frames_ends_it(tmp_path: Path) -> None:
    _, answer = _answers(tmp_path, b"GET / HTTP/1.1\r\n\r\n")
    assert answer.header["n"] == -1
    assert answer.header["error"].startswith("A frame's first line is not valid JSON")
    _, answer = _answers(tmp_path, b'{"verb":"upload","parts":[99999999999]}\n')
    assert answer.header["error"] == "A frame of 93.1 GiB is too long; 64 MiB is the most that is read."


def test_a_folder_that_is_not_there_is_said_in_the_greeting(tmp_path: Path) -> None:
    (greeting,) = _answers(tmp_path / "gone")
    assert greeting.header["error"] == f"{tmp_path / 'gone'}: there is no such folder; name a folder of runs, or a run's."


class _Unheard(io.BytesIO):
    """A stream whose other end is gone once the greeting is written."""

    def write(self, content: Any) -> int:
        if self.tell():
            raise BrokenPipeError
        return super().write(content)


def test_an_agent_that_nobody_hears_ends(tiny_run: Path) -> None:
    asked = b"".join(Frame({"n": 1, "verb": "look", "run": tiny_run.name}).to_blocks(100)) * 600
    greeting = io.BytesIO()
    agent = threading.Thread(target=serve, args=(tiny_run.parent, io.BytesIO(asked), _Unheard()), daemon=True)
    agent.start()
    agent.join(20)
    assert not agent.is_alive()
    del greeting


def test_frames_that_wait_hold_no_more_than_the_largest_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.remote.agent.LARGEST_REQUEST", 100)
    agent = Agent(ServedFolder(tmp_path), io.BytesIO(), io.BytesIO())
    frame = Frame({"verb": "upload"}, [bytes(60)])
    agent._line_up(frame)
    second = threading.Thread(target=agent._line_up, args=(frame,), daemon=True)
    second.start()
    second.join(0.3)
    assert second.is_alive()
    assert agent._next(False) is frame
    second.join(20)
    assert not second.is_alive()
    agent.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_agent_that_cannot_read_on_says_why_and_ends(tmp_path: Path) -> None:
    class Short(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            raise MemoryError("no room for a line")

    outgoing = io.BytesIO()
    agent = threading.Thread(target=serve, args=(tmp_path, Short(), outgoing), daemon=True)
    agent.start()
    agent.join(20)
    assert not agent.is_alive()
    assert b'"n":-1,"error":"MemoryError: no room for a line' in outgoing.getvalue()


def test_a_fault_is_said_in_words_that_travel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: ServedFolder) -> list[str]:
        raise RuntimeError("b\udce4r")

    monkeypatch.setattr(ServedFolder, "names", fail)
    monkeypatch.setattr(
        logging.getLogger("latentlab.remote.agent"), "disabled", True
    )  # what it logs cannot leave a test's process
    assert _said(tmp_path, {"verb": "runs", "first": 0}) == r"RuntimeError: b\udce4r"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit for files")
def test_an_upload_that_is_cut_short_is_not_kept(tmp_path: Path) -> None:
    import resource

    uploads, content = Uploads(ServedFolder(tmp_path)), bytes(5000)
    digest = hashlib.sha256(content).hexdigest()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(RemoteError, match=r"file 'a\.png': cannot be kept: File too large\."):
            uploads.keep("a.png", digest, content)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    with pytest.raises(RemoteError, match=r"file 'a\.png': it was not sent"):
        uploads.unpack(ImageRef, {"file": "a.png", "digest": digest})
    uploads.keep("a.png", digest, content)
    assert uploads.unpack(ImageRef, {"file": "a.png", "digest": digest}).read_bytes() == content
    uploads.close()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
@pytest.mark.parametrize("part", ["checkpoints", "checkpoints/step-000000008/model.safetensors"])
def test_no_model_outside_the_folder_is_loaded(tiny_run: Path, tmp_path: Path, part: str) -> None:
    (tiny_run / part).rename(tmp_path / "elsewhere")
    (tiny_run / part).symlink_to(tmp_path / "elsewhere")
    said = _said(tiny_run.parent, {"verb": "open", "run": tiny_run.name, "step": None})
    assert "through a link; only what is within is served." in said


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_run_whose_numbers_lie_elsewhere_is_not_described(tiny_run: Path, tmp_path: Path) -> None:
    (tiny_run / "metrics.jsonl").rename(tmp_path / "elsewhere")
    (tiny_run / "metrics.jsonl").symlink_to(tmp_path / "elsewhere")
    assert "through a link; only what is within is served." in _said(tiny_run.parent, {"verb": "look", "run": tiny_run.name})


def test_a_run_that_is_named_by_the_way_to_it_is_served(tiny_run: Path) -> None:
    greeting, answer = _answers(tiny_run / "checkpoints" / "..", {"verb": "look", "run": tiny_run.name})
    assert greeting.header["is_run"]
    assert answer.header["look"]["state"] == "finished"


@pytest.mark.skipif(not hasattr(select, "poll"), reason="needs poll")
def test_what_takes_long_is_given_up_once_nobody_reads(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb", buffering=0) as outgoing:
        agent = Agent(ServedFolder(tmp_path), io.BytesIO(), outgoing)
        agent._take_in()
        agent._serve_urgent()  # what was asked before the end of the stream is answered
        os.close(reading)
        with pytest.raises(BrokenPipeError):
            agent._serve_urgent()
        agent.close()


def test_a_thumbnail_is_a_sample_of_the_newest_model_and_small(tiny_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"verb": "thumbnail", "run": tiny_run.name}
    _, answer = _answers(tiny_run.parent, asked)
    assert answer.header["shape"] == [32, 32, 1]
    assert bytes(answer.parts[0]) == sample_of(Run(tiny_run)).tobytes()
    monkeypatch.setattr(protocol, "LARGEST_THUMBNAIL", 12)
    _, answer = _answers(tiny_run.parent, asked)
    assert answer.header["shape"] == [11, 11, 1]
    shutil.rmtree(tiny_run / "checkpoints")
    assert "checkpoint" in _said(tiny_run.parent, asked)
    assert _said(tiny_run.parent, {"verb": "thumbnail", "run": "../x"}).startswith("run '../x': ")
