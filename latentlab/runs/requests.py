"""What another process asks of the one that trains a run: a small file in the run folder, taken between two steps.

Whoever may write into the folder may ask. A request is `requests/TOKEN.json`, its answer `requests/TOKEN.answer.json`.
"""

import contextlib
import json
import re
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from latentlab.errors import FileError, MissingFileError, RunError
from latentlab.files.atomic import write_atomically
from latentlab.files.text import read_json
from latentlab.runs.records import is_step
from latentlab.runs.state import RunState, state_of

Value = str | int | float | bool
_FOLDER = "requests"
_NAME = re.compile(r"([0-9a-f]{16})\.json")
_LARGEST, _MOST = 2**16, 50
_BETWEEN_LOOKS = 0.05
"""Seconds."""


@dataclass(frozen=True)
class Request:
    """What is asked.

    Attributes:
        values: settings by dotted names, with their new values.
        keep: the name to keep a checkpoint of this moment as; empty for none.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    keep: str = ""


@dataclass(frozen=True)
class Answer:
    """What has become of a request.

    Attributes:
        done: whether it was done.
        step: steps taken then.
        text: a sentence: what was done, or why not.
    """

    done: bool
    step: int
    text: str


def ask(run: Path, request: Request, patience: float = 30.0) -> Answer:
    """Ask the process that trains a run, and wait for its answer.

    Args:
        run: the run folder.
        request: what is asked.
        patience: seconds to wait; then the request is withdrawn.

    Raises:
        RunError: if no process trains the run, it does not answer, or the folder cannot be written.
    """
    _require_live(run)
    token = secrets.token_hex(8)
    file, reply = run / _FOLDER / f"{token}.json", run / _FOLDER / f"{token}.answer.json"
    try:
        file.parent.mkdir(exist_ok=True)
        write_atomically(file, json.dumps({"values": dict(request.values), "keep": request.keep}).encode())
        until = time.monotonic() + patience
        while not reply.exists():
            if time.monotonic() > until and _withdrawn(file):
                raise RunError(
                    f"{run}: the process that trains this run has not answered for {patience:g} seconds; it may be paused or "
                    "waiting for room on its disk. Nothing was changed."
                )
            if state_of(run) is not RunState.LIVE and _withdrawn(file):
                _require_live(run)
            time.sleep(_BETWEEN_LOOKS)
        return _answer(read_json(reply, _LARGEST), reply)
    except FileError as error:
        raise RunError(str(error)) from None
    except OSError as error:
        raise RunError(f"{file.parent}: cannot be written: {error.strerror or error}.") from None
    finally:
        with contextlib.suppress(OSError):
            reply.unlink(missing_ok=True)
            file.parent.rmdir()  # unless another request lies in it


def taken_requests(run: Path) -> Iterator[tuple[str, Request | None]]:
    """Each request that waits, with the token for its answer; None where the file holds none. It is removed.

    What cannot be read or removed is passed over.
    """
    folder = run / _FOLDER
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError:
        return
    for name in names:
        if not (found := _NAME.fullmatch(name)):
            continue
        try:
            request = _request(read_json(folder / name, _LARGEST, 2 * _MOST))
        except MissingFileError:
            continue
        except FileError:
            request = None
        with contextlib.suppress(OSError):
            (folder / name).unlink()
            yield found.group(1), request


def answer_request(run: Path, token: str, answer: Answer) -> None:
    """Tell the process that asked; one that cannot be told is not."""
    values = {"done": answer.done, "step": answer.step, "text": answer.text}
    with contextlib.suppress(OSError):
        write_atomically(run / _FOLDER / f"{token}.answer.json", json.dumps(values).encode())


def clear_requests(run: Path) -> None:
    """Remove what was asked of a process that did not live to answer."""
    for _ in taken_requests(run):
        pass


def _require_live(run: Path) -> None:
    if state_of(run) is not RunState.LIVE:
        raise RunError(f"{run}: no process trains this run now; give the change when it goes on: latentlab train --resume.")


def _withdrawn(file: Path) -> bool:
    """Whether a request could be taken back, as nobody has taken it."""
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    return True


def _request(values: Any) -> Request | None:
    if not isinstance(values, dict) or values.keys() - {"values", "keep"}:
        return None
    settings, keep = values.get("values", {}), values.get("keep", "")
    if not isinstance(settings, dict) or not isinstance(keep, str) or len(settings) > _MOST:
        return None
    if not all(len(key) <= 100 and isinstance(value, str | int | float | bool) for key, value in settings.items()):
        return None
    return Request(settings, keep)


def _answer(values: Any, path: Path) -> Answer:
    if isinstance(values, dict):
        done, step, text = (values.get(name) for name in ("done", "step", "text"))
        if isinstance(done, bool) and is_step(step) and isinstance(text, str):
            return Answer(done, step, text[:2000])
    raise FileError(path, "is no answer")
