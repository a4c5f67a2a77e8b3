"""This side of the pipe: starts ssh, or what stands for it, and asks the agent at its other end."""

import contextlib
import io
import itertools
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, cast

import latentlab
from latentlab.errors import RemoteError, printable
from latentlab.remote import protocol
from latentlab.remote.agent_process import LINGERING, AgentProcess
from latentlab.remote.frames import BLOCK, LARGEST_REPLY, LARGEST_REQUEST, Frame, read_frame

Take = Callable[[Frame | RemoteError], object]
"""Takes an answer, or why there is none."""
PATIENCE = 120.0
"""Seconds until the agent must have greeted: a password or a second factor may be asked for."""
_QUIET = 5.0
"""Seconds without a word after which the agent is asked whether it is there."""
_SILENCE = 30.0
"""Seconds without a word after which the connection counts as cut."""
_LONGEST_READING = 180.0
"""Seconds until files must have been read there: an agent whose disk hangs still says that it is there."""
_TURN = 0.004
"""Seconds between two looks at what is urgent here while an answer is waited for."""
_LONGEST_NOISE = 2**16
_PING = 0
"""The number of a ping; questions count from 1."""


class Connection:
    """A process that leads to an agent. Questions may be asked from several threads, and are told apart by their numbers.

    Attributes:
        name: of the other side, as errors say it.
        folder: the one served, as the agent calls it; empty before `wait_ready`.
        is_run: whether that is a run itself.
    """

    def __init__(self, command: Sequence[str], name: str) -> None:
        """Start a process.

        Raises:
            RemoteError: if it cannot be started.
        """
        self.name = name
        self.folder, self.is_run = "", False
        self._process = AgentProcess(command, name)
        self._writing = threading.Lock()
        self._changed = threading.Condition()
        self._numbers = itertools.count(1)
        self._greeting: Mapping[str, Any] | None = None
        self._answers: dict[int, Frame | None] = {}
        self._takers: dict[int, Take] = {}
        self._reading: dict[int, float] = {}
        self._problem = ""
        self._heard = time.monotonic()
        self._pinged_at = 0.0
        self._pinging = threading.Thread()
        self._threads = [
            threading.Thread(target=work, name=f"remote {work.__name__.strip('_')}", daemon=True)
            for work in (self._take_in, self._keep_alive)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def problem(self) -> str:
        """Why nothing can be asked any more; empty while it can."""
        return self._problem

    def wait_ready(self, patience: float = PATIENCE) -> None:
        """Wait until the agent has greeted.

        Raises:
            RemoteError: if it does not, is of another version, or cannot serve the folder.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._greeting is not None or self._problem, patience)
            greeting = self._greeting
        if greeting is None:
            self.close(self._problem or f"{self.name}: no agent has answered for {patience:g} s.")
            raise RemoteError(self._problem)
        if refused := _refusal(self.name, greeting):
            self.close(refused)
            raise RemoteError(refused)
        self.folder, self.is_run = str(greeting.get("folder", "")), greeting.get("is_run") is True

    def ask(
        self,
        verb: str,
        values: Mapping[str, Any] | None = None,
        parts: Sequence[bytes | bytearray | memoryview] = (),
        meanwhile: Callable[[], object] | None = None,
    ) -> Frame:
        """Ask, and wait for the answer.

        Args:
            verb: one of `protocol.VERBS`.
            values: what it needs.
            parts: bytes that go with it.
            meanwhile: is called now and then while the answer is waited for; it may ask too.

        Raises:
            RemoteError: if the other side refuses, or the connection is cut.
        """
        number, blocks = self._question(verb, values, parts)
        try:
            self._send(blocks)
            answer = self._wait(number, meanwhile)
        finally:
            with self._changed:
                self._answers.pop(number, None)
                self._reading.pop(number, None)
        if "error" in answer.header:
            raise RemoteError(f"{self.name}: {answer.header['error']}")
        return answer

    def start(self, verb: str, values: Mapping[str, Any], parts: Sequence[bytes | bytearray | memoryview], take: Take) -> None:
        """Ask, and do not wait: `take` gets the answer, or why there is none, on another thread.

        Raises:
            RemoteError: if the connection is cut; `take` is not called.
        """
        number, blocks = self._question(verb, values, parts, take)
        try:
            self._send(blocks)
        except RemoteError:
            with self._changed:
                waits = self._takers.pop(number, None) is not None
            if waits:
                raise

    def close(self, why: str = "") -> None:
        """End the process; whoever waits for an answer is told at once. May be called from any thread, and again."""
        with self._changed:
            self._problem = self._problem or printable(why) or f"{self.name}: the connection was closed."
            self._changed.notify_all()
            takers = list(self._takers.values())
            self._takers.clear()
        self._process.kill()
        for take in takers:
            take(RemoteError(self._problem))

    def join(self) -> None:
        """Wait until nothing of a closed connection is left, but for what holds its streams open beyond its end."""
        for thread in self._threads:
            thread.join(LINGERING)
        if self._pinging.is_alive():
            self._pinging.join(LINGERING)
        self._process.join()

    def _question(
        self,
        verb: str,
        values: Mapping[str, Any] | None,
        parts: Sequence[bytes | bytearray | memoryview],
        take: Take | None = None,
    ) -> tuple[int, list[bytes | bytearray | memoryview]]:
        """The number and the bytes of a question whose answer is waited for from now on."""
        number = next(self._numbers)
        blocks = Frame({"n": number, "verb": verb, **(values or {})}, parts).to_blocks(LARGEST_REQUEST)
        with self._changed:
            if self._problem:
                raise RemoteError(self._problem)
            if not self._has_questions():
                self._heard = time.monotonic()
            if verb in protocol.OF_FILES:
                self._reading[number] = time.monotonic()
            if take is None:
                self._answers[number] = None
            else:
                self._takers[number] = take
        return number, blocks

    def _has_questions(self) -> bool:
        return bool(self._takers) or any(answer is None for answer in self._answers.values())

    def _wait(self, number: int, meanwhile: Callable[[], object] | None) -> Frame:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._answers[number] or self._problem, _TURN if meanwhile else None)
                answer = self._answers[number]
                if answer is not None:
                    return answer
                if self._problem:
                    raise RemoteError(self._problem)
            if meanwhile is not None:
                meanwhile()

    def _send(self, blocks: Sequence[bytes | bytearray | memoryview]) -> None:
        stream = self._process.outgoing
        try:
            with self._writing:
                for block in blocks:
                    for start in range(0, len(block), BLOCK):
                        stream.write(memoryview(block)[start : start + BLOCK])
                        self._heard = time.monotonic()
                stream.flush()
        except (OSError, ValueError):
            with self._changed:  # why is said by the process's last words, which may take a moment
                self._changed.wait_for(lambda: self._problem, _QUIET)
            self.close()
            raise RemoteError(self._problem) from None

    # On threads of their own

    def _take_in(self) -> None:
        stream = cast(BinaryIO, _Heard(self._process.incoming, self._note))
        why = ""
        try:
            greeting = _first_frame(stream)
            with self._changed:
                self._greeting = greeting
                self._changed.notify_all()
            while greeting is not None and (frame := read_frame(stream, LARGEST_REPLY)) is not None:
                self._take(frame)
        except RemoteError as error:
            why = f"{self.name}: what came is no answer of an agent: {error}"
        except (OSError, ValueError):
            pass
        except Exception as error:  # noqa: BLE001 - whatever happens must reach those who wait
            why = f"{self.name}: what came cannot be read: {type(error).__name__}: {error}"
        with contextlib.suppress(OSError):
            self._process.incoming.close()
        if not why and not self._problem:
            why = self._process.last_words(greeted=self._greeting is not None)
        self.close(why)

    def _take(self, frame: Frame) -> None:
        number = frame.header.get("n")
        with self._changed:
            if number == -1 and "error" in frame.header:
                raise RemoteError(str(frame.header["error"]))
            take = self._takers.pop(number, None) if type(number) is int else None
            if type(number) is int and number in self._answers:  # a ping's answer is nobody's
                self._answers[number] = frame
                self._changed.notify_all()
            hangs = number == _PING and self._has_read_for_long()
        if hangs:
            self.close(
                f"{self.name}: the connection was ended: no file there could be read for {_LONGEST_READING:g} s; the disk of "
                "that computer, or its network folder, does not answer."
            )
        if take is not None:
            error = frame.header.get("error")
            take(frame if error is None else RemoteError(f"{self.name}: {error}"))

    def _has_read_for_long(self) -> bool:
        """Whether a question about files has no answer yet, nor one on its way: a ping's would not have come before it."""
        since = time.monotonic() - _LONGEST_READING
        return any(began < since and self._answers.get(number) is None for number, began in self._reading.items())

    def _note(self) -> None:
        self._heard = time.monotonic()

    def _keep_alive(self) -> None:
        """Cut the connection where nothing is heard for long though something was asked."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._problem, 1.0)
                if self._problem:
                    return
                quiet = time.monotonic() - self._heard if self._greeting and self._has_questions() else 0.0
            if quiet > _SILENCE:
                self.close(f"{self.name}: the connection was cut: nothing was heard for {_SILENCE:g} s.")
            elif quiet > _QUIET and time.monotonic() - self._pinged_at > _QUIET and not self._pinging.is_alive():
                self._pinged_at = time.monotonic()
                self._pinging = threading.Thread(target=self._ping, name="remote ping", daemon=True)
                self._pinging.start()

    def _ping(self) -> None:
        """On a thread of its own, as even writing may hang."""
        with contextlib.suppress(RemoteError):
            self._send(Frame({"n": _PING, "verb": protocol.PING}).to_blocks(LARGEST_REQUEST))


def _refusal(name: str, greeting: Mapping[str, Any]) -> str:
    """Why an agent of this name that greets so cannot be asked; empty where it can."""
    theirs = greeting.get(protocol.GREETING)
    if (theirs, greeting.get("protocol")) != (latentlab.__version__, protocol.PROTOCOL):
        return (
            f"{name}: LatentLab {printable(str(theirs)[:40])} answers there; this is LatentLab {latentlab.__version__}. "
            "Install the same version on both computers."
        )
    return printable(f"{name}: {greeting['error']}") if "error" in greeting else ""


def _first_frame(stream: BinaryIO) -> Mapping[str, Any] | None:
    """The agent's greeting; what the other computer's shell says before it, also on the same line, is passed over."""
    left = _LONGEST_NOISE
    while left > 0 and (line := stream.readline(left)):
        left -= len(line)
        if (start := line.find(b'{"' + protocol.GREETING.encode() + b'"')) >= 0:
            frame = read_frame(io.BytesIO(line[start:]), 0)
            return frame.header if frame else None
    if left <= 0:
        raise RemoteError(f"{_LONGEST_NOISE:,} bytes came without the greeting of an agent.")
    return None


class _Heard:
    """A stream that says so whenever something has come."""

    def __init__(self, stream: BinaryIO, note: Callable[[], object]) -> None:
        self._stream, self._note = stream, note

    def readline(self, size: int) -> bytes:
        line = self._stream.readline(size)
        self._note()
        return line

    def read(self, size: int) -> bytes:
        block = self._stream.read(size)
        self._note()
        return block
