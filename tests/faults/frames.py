"""Frames damaged on their way, to an agent and from one: each is answered or refused in a sentence, and nothing else happens.

Half of them are damaged byte by byte, the others are sound frames with other values in them.
"""

import copy
import io
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from latentlab.errors import LatentLabError
from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.directions import Direction, Lasso
from latentlab.explore.requests.images import Decode, GalleryImages, Picture, PosteriorStatistics, Reconstruct
from latentlab.explore.requests.transformations import Consistency, Transformation
from latentlab.explore.requests.values import Failed, ImageRef, PictureGrid, Result, RunRef, View
from latentlab.remote import codec, protocol
from latentlab.remote.agent import serve
from latentlab.remote.frames import LARGEST_REPLY, Frame, read_frame
from latentlab.remote.mirror import MirrorFolder
from latentlab.remote.served import ServedFolder
from tests.faults.mutation import mutate
from tests.faults.tally import Tally

_FRAMES = 100_000
_RUN = "20260101-000000_run"
_TOML = 'schema_version = 3\ncreated = "2026-01-01T00:00:00+00:00"\nimage_shape = [1, 32, 32]\n\n[config]\nname = "run"\n'
_Z = np.array([0.5, -1.25], np.float32)
_VALUES = (
    *(None, True, 0, -1, 1, 7, 2**31, 2**63, 2**70, 0.5, -1e300, "", "x" * 300, "..", "../outside", "/etc/passwd", "\0", "nan"),
    *("run.toml", "lock", "Export", "Decode", "ImageRef", "<f4", "|O", [], [1], [[0.5]], {}, {"is": "Describe"}, {"part": 0}),
)
_PLACES = ((-1.0, 0.0), (1.0, 0.5), (0.3, 2.0))


def attack(count: int | None, seed: int) -> bool:
    """Damage so many frames to an agent, and as many from one; whether nothing went wrong.

    What is found outside the folder that is served, and files that are written beside the mirror, are faults too.
    """
    wanted, tally = count or _FRAMES, Tally("frames")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "outside").mkdir()
        (root / "outside" / "run.toml").write_text("a secret")
        run = root / "runs" / _RUN
        (run / "checkpoints" / "step-000000004").mkdir(parents=True)
        for name in ("metrics.jsonl", "events.jsonl", "checkpoints/step-000000004/manifest.json"):
            (run / name).write_text('{"step": 1}\n')
        (run / "run.toml").write_text(_TOML)
        before = _files(root)
        _to_agent(root / "runs", wanted, random.Random(seed), tally)
        if _files(root) != before:
            tally.lose("to the agent", f"files have changed: {_files(root) ^ before}")
        _from_agent(root, wanted, random.Random(seed + 1), tally)
        outside = {file for file in _files(root) ^ before if not file.is_relative_to(root / "cache")}
        if outside:
            tally.lose("from the agent", f"files have changed: {outside}")
    return tally.close()


def _files(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.is_file()}


def _to_agent(folder: Path, wanted: int, chance: random.Random, tally: Tally) -> None:
    sound = list(_questions())
    for number in range(wanted):
        sent = _damaged(sound, chance)
        outgoing = io.BytesIO()
        try:
            code = serve(folder, io.BytesIO(sent), outgoing)
        except Exception as error:  # noqa: BLE001 - whatever is raised is a fault
            tally.lose("to the agent", f"number {number}: {type(error).__name__}: {error}: {sent[:300]!r}")
            continue
        outgoing.seek(0)
        frames = []
        while frame := read_frame(outgoing, LARGEST_REPLY):
            frames.append(frame)
        said = " ".join(str(frame.header.get("error", "")) for frame in frames)
        leaked = any(b"a secret" in bytes(part) for frame in frames for part in frame.parts)
        if leaked or "Error:" in said:
            tally.lose("to the agent", f"number {number}: {said or 'read outside'}: {sent[:300]!r}")
        tally.count("to the agent", "frames")
        tally.count("to the agent", "ended it" if code else "refused" if said.strip() else "answered")


def _from_agent(root: Path, wanted: int, chance: random.Random, tally: Tally) -> None:
    results, folders = list(_results()), list(_descriptions(root / "runs"))
    mirror = MirrorFolder("ssh://box/runs", root / "cache")
    for number in range(wanted):
        of_folder = chance.random() < 0.2
        sound = folders if of_folder else results
        sent = _damaged(sound, chance)
        tally.count("from the agent", "frames")
        try:
            frame = read_frame(io.BytesIO(sent), LARGEST_REPLY)
            if frame is None:
                continue
            if of_folder:
                mirror.update_list(lambda verb, values, frame=frame: frame)  # type: ignore[misc]
                mirror.update(lambda verb, values, frame=frame: frame, _RUN)  # type: ignore[misc]
            else:
                codec.decode(Result, frame.header.get("result"), frame.parts, _Here())
            tally.count("from the agent", "answered")
        except LatentLabError:
            tally.count("from the agent", "refused")
        except Exception as error:  # noqa: BLE001 - whatever is raised is a fault
            tally.lose("from the agent", f"number {number}: {type(error).__name__}: {error}: {sent[:300]!r}")
    mirror.close()


def _damaged(sound: list[bytes], chance: random.Random) -> bytes:
    frame = chance.choice(sound)
    if chance.random() < 0.5:
        return mutate(frame, sound, chance)
    line, _, rest = frame.partition(b"\n")
    header = json.loads(line)
    for _ in range(chance.choice((1, 1, 2, 3))):
        _exchange(header, chance)
    return json.dumps(header).encode() + b"\n" + rest


def _exchange(values: Any, chance: random.Random) -> None:
    """Put another value in a random place of nested ones, or take one away."""
    keys = list(values) if isinstance(values, dict) else list(range(len(values)))
    if not keys:
        return
    key = chance.choice(keys)
    if isinstance(values[key], dict | list) and chance.random() < 0.8:
        _exchange(values[key], chance)
    elif chance.random() < 0.2:
        del values[key]
    else:
        values[key] = copy.deepcopy(chance.choice(_VALUES))


class _Here:
    """Lets paths through as texts."""

    def pack(self, owner: type, path: Path) -> Any:
        return {"run": path.name} if owner is RunRef else {"file": str(path), "digest": "0" * 64}

    def unpack(self, owner: type, value: Any) -> Path:
        return Path(str(value))


def _bytes_of(header: dict[str, Any], parts: list[codec.Buffer] | None = None) -> bytes:
    return b"".join(Frame({"n": 1, **header}, parts or []).to_blocks(LARGEST_REPLY))


def _questions() -> Iterator[bytes]:
    yield from (_bytes_of({"verb": verb}) for verb in protocol.VERBS)
    yield _bytes_of({"verb": "runs", "first": 0})
    yield _bytes_of({"verb": "look", "run": _RUN})
    pieces = [{"run": run, "file": file, "offset": 0} for run in (_RUN, "../outside") for file in ("run.toml", "metrics.jsonl")]
    yield _bytes_of({"verb": "read", "pieces": pieces})
    yield _bytes_of({"verb": "upload", "file": "/home/me/a.png", "digest": "0" * 64}, [b"an image"])
    requests: tuple[Request, ...] = (
        Decode(_Z),
        Reconstruct(2, (ImageRef(1), ImageRef(path=Path("/home/me/a.png")))),
        Direction(None, None, z=_Z, lasso=Lasso(_PLACES, _PLACES)),
        Consistency(ImageRef(3), Transformation(flip="hv"), None, RunRef(Path("other"), 3)),
    )
    for request in requests:
        tree, parts = codec.encode(request, _Here())
        yield _bytes_of({"verb": "render", "run": "gone", "step": 4, "urgent": True, "request": tree}, parts)


def _results() -> Iterator[bytes]:
    images = np.zeros((2, 3, 4, 4, 1), np.uint8)
    statistics = PosteriorStatistics(*[_Z] * 7)
    active = np.array([True, False])
    gallery = GalleryImages(4, images[0], images[0], images[0], np.zeros((3, 2), np.float32), _Z, active, statistics)
    results: tuple[Result, ...] = (
        Picture(4, _Z, images[0, 0]),
        View(4, PictureGrid(images, ("a", "b"), ("1", "2", "3"))),
        gallery,
        Failed(4, "It cannot be drawn.", True),
    )
    for result in results:
        tree, parts = codec.encode(result, _Here())
        yield _bytes_of({"result": tree}, parts)


def _descriptions(folder: Path) -> Iterator[bytes]:
    look = ServedFolder(folder).look(_RUN)
    yield _bytes_of({"count": 1, "next": 1, "looks": [look], "look": look, "inodes": [1]}, [b'{"step": 1}\n'])
    yield _bytes_of({"count": 1, "next": 1, "looks": [look | {"files": {}}], "look": look | {"files": {}}})
