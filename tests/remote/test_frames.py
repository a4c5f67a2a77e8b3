"""What travels: frames and values as they are written, and everything else refused in one sentence."""

import io
import json
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import numpy as np
import pytest

from latentlab.errors import RemoteError
from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.directions import Direction
from latentlab.explore.requests.images import Decode, Encode, Reconstruct
from latentlab.explore.requests.traversal import Traverse
from latentlab.explore.requests.values import ImageRef
from latentlab.remote import codec, frames
from latentlab.remote.frames import Frame, read_frame


class _Anywhere:
    """Lets paths through as texts."""

    def pack(self, owner: type, path: Path) -> Any:
        return str(path)

    def unpack(self, owner: type, value: Any) -> Path:
        return Path(value)


def _read(content: bytes, largest: int = 100) -> Frame | None:
    return read_frame(io.BytesIO(content), largest)


def test_a_frame_comes_back_as_it_was_and_the_stream_goes_on_behind_it() -> None:
    frame = Frame({"n": 1, "text": "é\n"}, [b"one", b"", bytes(range(50))])
    stream = io.BytesIO(b"".join(frame.to_blocks(100)) * 2)
    for _ in range(2):
        read = read_frame(stream, 100)
        assert read is not None
        assert (read.header, [bytes(part) for part in read.parts]) == (frame.header, list(frame.parts))
    assert read_frame(stream, 100) is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}", "A frame is cut off in its first line; a line of JSON is expected."),
        (b"no JSON\n", "A frame's first line is not valid JSON: Expecting value: line 1 column 1 (char 0): b'no JSON\\n'."),
        (b"[1]\n", "A frame begins with [1]; a JSON object is expected."),
        (b"[" * 99 + b"]" * 99 + b"\n", "is nested more than 32 levels deep"),
        (b'{"n":NaN}\n', "NaN is not a JSON number"),
        (b'{"parts":[-1]}\n', "A frame says that its parts are [-1]; up to 64 lengths in bytes are expected."),
        (b'{"parts":[1.5]}\n', "up to 64 lengths in bytes are expected."),
        (b'{"parts":[60,41]}\n', "A frame of 101 bytes is too long; 100 bytes is the most that is read."),
        (b'{"parts":[9]}\nabc', "A frame is cut off after 3 bytes of 9 bytes."),
    ],
)
def test_what_is_no_frame_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(RemoteError) as raised:
        _read(content)
    assert said in str(raised.value)


def test_a_line_without_an_end_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "LONGEST_LINE", 1000)
    with pytest.raises(RemoteError, match="a first line of more than"):
        _read(b"x" * 5000)
    with pytest.raises(RemoteError, match="are too much to travel"):
        Frame({"text": "x" * 1000}).to_blocks(100)


def test_every_field_of_every_kind_can_travel() -> None:
    kinds = codec.known_kinds()
    assert len(kinds) > 60
    unknown = [
        (name, field) for name, kind in kinds.items() for field, hint in codec._hints(kind).items() if not _travels(hint)
    ]
    assert unknown == []


def _travels(hint: Any) -> bool:
    if hint in (bool, int, float, str, Path) or is_dataclass(hint) or get_origin(hint) in (Literal, np.ndarray):
        return True
    parts = [part for part in get_args(hint) if part not in (NoneType, Ellipsis)]
    return bool(parts) and all(map(_travels, parts)) and (get_origin(hint) is tuple or len(parts) == 1)


def test_numbers_that_are_not_finite_and_empty_arrays_travel() -> None:
    request = Decode(np.array([np.nan, -np.inf, -0.0, 1e-45], np.float32))
    tree, parts = codec.encode(request, _Anywhere())
    json.dumps(tree, allow_nan=False)
    assert codec.decode(Request, tree, parts, _Anywhere()).z.tobytes() == request.z.tobytes()  # type: ignore[attr-defined]
    assert codec._decoded(float, codec._encoded(np.float64("nan"), Decode, _Anywhere(), []), Decode, [], _Anywhere()) != 0
    tree, parts = codec.encode(Decode(np.zeros((0, 3), np.float32)), _Anywhere())
    assert codec.decode(Decode, tree, parts, _Anywhere()).z.shape == (0, 3)


_ARRAY = {"part": 0, "dtype": "<f4", "shape": [2]}


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({"is": "Popen", "args": "ls"}, "'Popen' is neither a request nor a result that LatentLab knows."),
        ({"is": "Export", "request": None, "path": "x.png"}, "'Export' is neither a request nor a result"),
        ({"is": "DrawForFile", "export": None}, "'DrawForFile' is neither"),
        ({"is": "Request"}, "'Request' is neither"),
        ({"is": ["Decode"]}, "['Decode'] is neither"),
        ({"is": "Picture", "step": 1, "z": _ARRAY, "image": _ARRAY}, "Picture with ['image', 'is', 'step', 'z'] came; Request"),
        ({"is": "Decode"}, "Decode with ['is'] came; z is expected."),
        ({"is": "Decode", "z": [1.0, 2.0]}, "[1.0, 2.0] is no array of float32 that came with 2 parts."),
        ({"is": "Decode", "z": {**_ARRAY, "dtype": "|O"}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "dtype": "<i8", "shape": [1]}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "shape": [3]}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "shape": [-2]}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "part": -1}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "more": 1}}, "is no array of float32"),
        ({"is": "Decode", "z": {**_ARRAY, "part": 1, "shape": [0, 2**39, 2**39]}}, "is no array of float32"),
        (
            {"is": "Encode", "image": {"is": "ImageRef", "index": True, "path": None, "crop_and_scale": False}},
            "True is no value",
        ),
        ({"is": "Encode", "image": {"is": "RunRef", "path": "x", "step": None}}, "RunRef with"),
        ({"is": "Gallery", "originals": 2**80, "samples": 1, "seed": 1}, "is no value of a field of Gallery (int)."),
        ("Decode", "'Decode' is no value of a field of Request (Request)."),
    ],
)
def test_what_is_no_request_is_refused(tree: Any, said: str) -> None:
    with pytest.raises(RemoteError) as raised:
        codec.decode(Request, tree, [b"12345678", b""], _Anywhere())
    assert said in str(raised.value)


def test_requests_of_every_shape_come_back() -> None:
    z = np.zeros(4, np.float32)
    for request in (Encode(ImageRef(path=Path("/a b.png"), crop_and_scale=True)), Reconstruct(2, (ImageRef(1), ImageRef(2)))):
        tree, parts = codec.encode(request, _Anywhere())
        assert codec.decode(Request, json.loads(json.dumps(tree)), parts, _Anywhere()) == request
    assert {Traverse.__name__, Direction.__name__} <= codec.known_kinds().keys()
    assert codec.encode(Decode(z), _Anywhere())[1] == [bytes(16)]


def test_names_that_are_no_text_travel_without_harm() -> None:
    read = _read(b"".join(Frame({"file": "b\udce4r ä"}).to_blocks(100)))
    assert read is not None
    assert read.header == {"file": "b?r ä"}
