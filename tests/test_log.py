"""The log keeps events and unexpected errors, stays small, and is never the reason why something fails."""

import os
import pwd
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from latentlab import cli, environment, log
from latentlab.cli import entry
from latentlab.config import RunConfig


@pytest.fixture(autouse=True)
def _closed_before_and_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    log.stop_log()
    before = threading.excepthook
    yield
    log.stop_log()
    threading.excepthook = before


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LATENTLAB_LOG", str(tmp_path / "logs" / "mine.log"))
    return tmp_path / "logs" / "mine.log"


def test_it_is_kept_where_it_is_named(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.log_path() == path
    monkeypatch.setenv("LATENTLAB_LOG", str(tmp_path))
    assert environment.log_path() == tmp_path / "latentlab.log"
    monkeypatch.setenv("LATENTLAB_LOG", "")
    assert environment.log_path().is_absolute()


def test_what_is_noted_is_kept(path: Path) -> None:
    log.start_log()
    log.note_start("window")
    log.note("something β")
    log.note_error(ValueError("no number"))
    text = path.read_text(encoding="utf-8")
    assert "window: latentlab " in text
    assert "something β" in text
    assert "ValueError: no number" in text


def test_it_stays_small(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LARGEST", 1000)
    log.start_log()
    for number in range(100):
        log.note(f"{number} " + "x" * 100)
    files = list(path.parent.iterdir())
    assert len(files) == log.KEPT + 1
    assert all(file.stat().st_size <= 1000 for file in files)


@pytest.mark.parametrize("kind", ["device", "below a file", "pipe", "link to nothing", "broken on the way"])
def test_where_it_cannot_be_kept_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/nowhere/log")
    places = {"device": "/dev/full", "below a file": tmp_path / "file" / "log", "pipe": tmp_path / "pipe"}
    monkeypatch.setenv("LATENTLAB_LOG", str(places.get(kind, tmp_path / ("link" if "link" in kind else "log"))))
    log.start_log()
    if kind == "broken on the way":
        (tmp_path / "log").mkdir()
    log.note("something")
    log.note_error(ValueError("x"))
    assert not log.is_kept()


def test_the_events_of_a_run_are_kept(path: Path, tiny_config: RunConfig, tmp_path: Path) -> None:
    from latentlab.api import train

    log.start_log()
    run = train(tiny_config, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert f"{run.path}, step 0, start: " in text
    assert f"{run.path}, step 8, finish: " in text


def test_an_unexpected_error_is_one_sentence_that_names_the_log(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(arguments: list[str]) -> int:
        raise KeyError("gone\nand more")

    monkeypatch.setattr(entry, "_invoke", fail)
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        f"latentlab: unexpected error: KeyError: 'gone\\nand more'; details are in {path}; "
        "please report it with the output of `latentlab doctor`.\n"
    )
    assert "in fail\n    raise KeyError" in path.read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs", "--debug"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_no_memory_is_told_as_such(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(arguments: list[str]) -> int:
        raise MemoryError

    monkeypatch.setattr(entry, "_invoke", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("latentlab: there is not enough memory")


def test_what_ends_a_thread_is_kept_and_not_printed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start_log()
    log.note_thread_errors()

    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert capsys.readouterr().err == ""
    assert "ValueError: in a thread" in path.read_text(encoding="utf-8")


def _raise(error: Exception) -> None:
    raise error


def test_a_user_without_a_home_gets_no_folder_called_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LATENTLAB_CACHE", "LATENTLAB_SETTINGS", "LATENTLAB_LOG", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.setattr(pwd, "getpwuid", lambda uid: _raise(KeyError(uid)))
    assert environment.documents_folder().is_absolute()
    for folder in (environment.cache_folder(), environment.settings_folder(), environment.log_path()):
        assert folder.is_absolute()
        assert "~" not in str(folder)
