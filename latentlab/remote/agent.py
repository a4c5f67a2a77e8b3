"""The agent: reads what is asked from one stream, answers on another, and ends with the first.

It knows a closed set of verbs, reads only, and serves one folder. What cannot be answered is answered with a sentence; a stream
that holds no frames ends it.
"""

import contextlib
import logging
import select
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import latentlab
from latentlab.errors import LatentLabError, RemoteError, printable, shown
from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.values import Failed
from latentlab.remote import codec, protocol
from latentlab.remote.frames import LARGEST_REPLY, LARGEST_REQUEST, Frame, read_frame
from latentlab.remote.served import LONGEST_PIECE, MOST_LISTED, MOST_PIECES, ServedFolder
from latentlab.remote.uploads import Uploads
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.explore.renderer import Renderer
    from latentlab.remote.scenes import Scenes

_MOST_WAITING = 256
"""Frames that are read ahead of those that are answered; together they hold no more than the largest of them may."""
_LARGEST_READ = 2 * LONGEST_PIECE
_LOG = logging.getLogger(__name__)


def serve(folder: Path, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Serve a folder until the incoming stream ends.

    Returns:
        The exit code: 2 where the folder is not there or what came was no frame, which the other side was told.
    """
    greeting = {protocol.GREETING: latentlab.__version__, "protocol": protocol.PROTOCOL, "host": socket.gethostname()}
    try:
        served = ServedFolder(folder)
    except LatentLabError as error:
        _write(outgoing, Frame({**greeting, "error": str(error)}))
        return 2
    _write(outgoing, Frame({**greeting, "folder": str(served.path), "is_run": served.is_run}))
    agent = Agent(served, incoming, outgoing)
    try:
        return 0 if agent.answer_all() else 2
    finally:
        agent.close()


class Agent:
    """Answers requests in turn: what is drawn on the calling thread, what is read from files on another one.

    What is drawn and says that it is urgent is drawn also between the parts of what takes long.
    """

    def __init__(self, served: ServedFolder, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._served = served
        self._scenes: Scenes | None = None
        self._uploads = Uploads(served)
        self._incoming, self._outgoing = incoming, outgoing
        self._writing = threading.Lock()
        self._changed = threading.Condition()
        self._waiting: dict[bool, deque[Frame]] = {True: deque(), False: deque()}  # by whether it is to be drawn
        self._waiting_bytes = 0
        self._ended = False
        self._is_unheard = False
        self._fault = ""
        self._is_interrupted = False
        self._drawing = {
            protocol.OPEN: self._open,
            protocol.RENDER: self._render,
            protocol.THUMBNAIL: self._thumbnail,
        }
        self._verbs: dict[str, Callable[[Frame], Frame]] = {
            protocol.RUNS: self._runs,
            protocol.LOOK: self._look,
            protocol.READ: self._read,
            protocol.UPLOAD: self._upload,
            **self._drawing,
        }

    def answer_all(self) -> bool:
        """Answer until the stream ends; whether it held nothing but frames."""
        threading.Thread(target=self._take_in, name="incoming", daemon=True).start()
        files = threading.Thread(target=self._answer_each, args=(False,), name="files", daemon=True)
        files.start()
        self._answer_each(True)
        files.join()
        with contextlib.suppress(OSError, ValueError):
            if self._fault:
                self._send(Frame({"n": -1, "error": self._fault}))
        return not self._fault

    def _answer_each(self, drawn: bool) -> None:
        try:
            while (frame := self._next(drawn)) is not None:
                self._answer(frame)
        except (OSError, ValueError):  # nobody reads the answers any more
            with self._changed:
                self._ended = self._is_unheard = True
                self._changed.notify_all()

    def close(self) -> None:
        """Remove what was sent."""
        self._uploads.close()

    def _take_in(self) -> None:
        fault = ""
        try:
            while (frame := read_frame(self._incoming, LARGEST_REQUEST)) is not None:
                if frame.header.get("verb") == protocol.PING:
                    self._send(Frame({"n": _number_of(frame)}))
                    continue
                self._line_up(frame)
        except RemoteError as error:
            fault = str(error)
        except (OSError, ValueError):  # the other side is gone
            pass
        except Exception as error:  # noqa: BLE001 - whatever happens here must end the agent: it would wait for ever
            _LOG.exception("frames cannot be read")
            fault = _words(error)
        with self._changed:
            self._fault, self._ended = fault, True
            self._changed.notify_all()

    def _line_up(self, frame: Frame) -> None:
        verb = frame.header.get("verb")
        waiting = self._waiting[isinstance(verb, str) and verb in self._drawing]
        size = _size_of(frame)

        def has_room() -> bool:
            return len(waiting) < _MOST_WAITING and (not size or self._waiting_bytes + size <= LARGEST_REQUEST)

        with self._changed:
            self._changed.wait_for(lambda: self._is_unheard or has_room())
            waiting.append(frame)
            self._waiting_bytes += size
            self._changed.notify_all()

    def _next(self, drawn: bool) -> Frame | None:
        waiting = self._waiting[drawn]
        with self._changed:
            self._changed.wait_for(lambda: waiting or self._ended)
            frame = waiting.popleft() if waiting and not self._is_unheard else None
            self._note_taken(frame)
        return frame

    def _note_taken(self, frame: Frame | None) -> None:
        if frame is not None:
            self._waiting_bytes -= _size_of(frame)
        self._changed.notify_all()

    def _answer(self, frame: Frame) -> None:
        number, verb = _number_of(frame), frame.header.get("verb")
        try:
            if not isinstance(verb, str) or verb not in self._verbs:
                raise RemoteError(f"verb {shown(verb)}: there is none of this name; {', '.join(protocol.VERBS)} are known.")
            reply = self._verbs[verb](frame)
            blocks = Frame({"n": number, **reply.header}, reply.parts).to_blocks(LARGEST_REPLY)
        except LatentLabError as error:
            blocks = Frame({"n": number, "error": str(error)}).to_blocks(LARGEST_REPLY)
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the other side, and end nothing
            _LOG.exception("a request failed")
            blocks = Frame({"n": number, "error": _words(error)}).to_blocks(LARGEST_REPLY)
        self._send_blocks(blocks)

    def _serve_urgent(self) -> None:
        """Called by what takes long. Raises BrokenPipeError once nobody waits for it any more."""
        if self._ended and _is_unread(self._outgoing):
            raise BrokenPipeError
        if self._is_interrupted:
            return
        self._is_interrupted = True
        try:
            while (frame := self._urgent()) is not None:
                self._answer(frame)
        finally:
            self._is_interrupted = False

    def _urgent(self) -> Frame | None:
        with self._changed:
            found = next((frame for frame in self._waiting[True] if frame.header.get("urgent") is True), None)
            if found is not None:
                self._waiting[True].remove(found)
                self._note_taken(found)
        return found

    # Verbs

    def _runs(self, frame: Frame) -> Frame:
        first = frame.header.get("first")
        if type(first) is not int or first < 0:
            raise RemoteError(f"first {shown(first)}: a number from 0 on is expected.")
        names = self._served.names()
        looks = []
        for name in names[first : first + MOST_LISTED]:
            with contextlib.suppress(LatentLabError, OSError):  # removed meanwhile, or a link that leads outside
                looks.append(self._served.look(name, whole=False))
        return Frame({"count": len(names), "next": min(first + MOST_LISTED, len(names)), "looks": looks})

    def _look(self, frame: Frame) -> Frame:
        return Frame({"look": self._served.look(frame.header.get("run"))})

    def _read(self, frame: Frame) -> Frame:
        pieces = frame.header.get("pieces")
        if not isinstance(pieces, list) or not 0 < len(pieces) <= MOST_PIECES:
            raise RemoteError(f"pieces {shown(pieces)}: a list of 1 to {MOST_PIECES} is expected.")
        said, parts, left = [], list[bytes](), _LARGEST_READ
        for piece in pieces:
            if not isinstance(piece, dict):
                raise RemoteError(f"piece {shown(piece)}: a run, a file and an offset are expected.")
            content, inode = self._served.read(piece.get("run"), piece.get("file"), piece.get("offset"))
            said.append(inode)
            parts.append(content)
            left -= len(content)
            if left < LONGEST_PIECE:
                break  # what is left is asked for again
        return Frame({"inodes": said}, parts)

    def _open(self, frame: Frame) -> Frame:
        renderer = self._renderer(frame)
        return Frame(
            {
                "step": renderer.step,
                "held_out_count": renderer.held_out_count,
                "images_problem": renderer.images_problem,
                "images_note": renderer.images_note,
            }
        )

    def _is_superseded(self, frame: Frame) -> bool:
        """Whether a newer request waits on the channel of this one."""
        channel = frame.header.get("channel")
        with self._changed:
            return isinstance(channel, str) and any(channel == other.header.get("channel") for other in self._waiting[True])

    def _render(self, frame: Frame) -> Frame:
        if self._is_superseded(frame):
            return Frame({"superseded": True})
        request = codec.decode(Request, frame.header.get("request"), frame.parts, self._uploads)
        renderer = self._renderer(frame)
        renderer.yield_to_urgent = self._serve_urgent
        result = renderer.render(request)
        if isinstance(result, Failed):
            result = replace(result, message=self._uploads.in_their_words(result.message))
        tree, parts = codec.encode(result, self._uploads)
        return Frame({"result": tree}, parts)

    def _thumbnail(self, frame: Frame) -> Frame:
        from latentlab.explore.thumbnail import sample_of  # see `_renderer`

        run = Run(self._served.run(frame.header.get("run")))
        self._served.refuse_links(run.path, run.checkpoint().step)
        pixels = sample_of(run, protocol.LARGEST_THUMBNAIL)
        return Frame({"shape": list(pixels.shape)}, [pixels.tobytes()])

    def _renderer(self, frame: Frame) -> "Renderer":
        if self._scenes is None:
            from latentlab.remote.scenes import Scenes  # which takes seconds: lists and curves are there without it

            self._scenes = Scenes(self._served)
        return self._scenes.renderer(frame.header.get("run"), frame.header.get("step"))

    def _upload(self, frame: Frame) -> Frame:
        if len(frame.parts) != 1:
            raise RemoteError(f"{len(frame.parts)} files came at once; one is expected.")
        self._uploads.keep(frame.header.get("file"), frame.header.get("digest"), frame.parts[0])
        return Frame({})

    def _send(self, frame: Frame) -> None:
        self._send_blocks(frame.to_blocks(LARGEST_REPLY))

    def _send_blocks(self, blocks: list[Any]) -> None:
        with self._writing:
            for block in blocks:
                self._outgoing.write(block)
            self._outgoing.flush()


def _write(outgoing: BinaryIO, frame: Frame) -> None:
    with contextlib.suppress(OSError):
        outgoing.writelines(frame.to_blocks(LARGEST_REPLY))
        outgoing.flush()


def _is_unread(stream: BinaryIO) -> bool:
    """Whether the other end of a stream is closed, where the system says that of one."""
    if not hasattr(select, "poll"):
        return False
    try:
        poll = select.poll()
        poll.register(stream.fileno(), 0)
        return bool(poll.poll(0))
    except (OSError, ValueError):
        return False


def _size_of(frame: Frame) -> int:
    return sum(map(len, frame.parts))


def _words(error: Exception) -> str:
    return printable(f"{type(error).__name__}: {error}"[:1000])


def _number_of(frame: Frame) -> int:
    number = frame.header.get("n")
    return number if type(number) is int and 0 <= number < 2**62 else -1
