"""Which entries a queue's workers begin, with processes that only wait to be told to end."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from latentlab.config import RunConfig
from latentlab.queue import Entry, Queued, RunQueue, queue_of, workers
from latentlab.queue.workers import Workers

_SECONDS = 60


class _Process:
    """Works on an entry until it is told to end."""

    def __init__(self, command: list[str], env: dict[str, str], **_: object) -> None:
        self.number, self.threads = command[-1], int(env["OMP_NUM_THREADS"])
        self._ended = threading.Event()

    def poll(self) -> int | None:
        return 130 if self._ended.is_set() else None

    def terminate(self) -> None:
        self._ended.set()

    def wait(self) -> int:
        assert self._ended.wait(_SECONDS)
        return 130


class _Log:
    """What has begun and ended, in order; waits for the next word."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._more = threading.Condition()

    def note(self, word: str) -> Callable[[Queued], None]:
        def add(queued: Queued) -> None:
            with self._more:
                self.words.append(f"{queued.title} {word}")
                self._more.notify_all()

        return add

    def reaches(self, *words: str) -> bool:
        with self._more:
            return self._more.wait_for(lambda: self.words == list(words), _SECONDS)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[_Process]:
    """The processes that were begun."""
    processes: list[_Process] = []

    def begin(*args: Any, **options: Any) -> _Process:
        processes.append(_Process(*args, **options))
        return processes[-1]

    monkeypatch.setattr(workers.subprocess, "Popen", begin)
    return processes


@pytest.fixture
def line(tmp_path: Path, tiny_config: RunConfig) -> RunQueue:
    """A queue of three."""
    line = queue_of(tmp_path / "runs")
    for name in ("a", "b", "c"):
        line.add(Entry.of_config(tiny_config.model_copy(update={"name": name})))
    return line


def test_one_entry_is_ended_and_begun_again_while_the_others_go_on(line: RunQueue, begun: list[_Process]) -> None:
    log, first = _Log(), line.entries()[0].number
    at_work = Workers(line, 1, log.note("begins"), log.note("ends"), cores=8)
    thread = threading.Thread(target=at_work.run)
    thread.start()
    assert log.reaches("a begins")
    assert not at_work.end("nothing")
    assert at_work.end(first)
    so_far = ["a begins", "a ends", "b begins"]
    assert log.reaches(*so_far)
    assert at_work.left == (first,)
    at_work.look(2)  # side by side from now on
    assert log.reaches(*so_far, "c begins")
    assert [process.threads for process in begun] == [8, 8, 4]
    at_work.again(first)
    at_work.look(3)
    assert log.reaches(*so_far, "c begins", "a begins")
    at_work.stop()
    thread.join(_SECONDS)
    assert not thread.is_alive()
    assert at_work.left == ()  # whoever is stopped goes on at the next call
    assert sorted(log.words[5:]) == ["a ends", "b ends", "c ends"]
