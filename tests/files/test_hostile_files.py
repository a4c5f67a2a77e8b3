"""Hostile and odd files, for every reader: refused in one sentence, at once, and without the memory that they ask for."""

import bz2
import errno
import gzip
import io
import json
import lzma
import os
import pickle
import socket
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save

from latentlab.errors import FileError, LatentLabError, MissingFileError
from latentlab.files import arrays, idx, pickles, picture_text, regular, tars, tensors, text, zips

Read = Callable[[Path], Any]


def _zip(path: Path) -> object:
    with zips.open_zip(path) as archive:
        return {member.name: archive.read(member) for member in archive.members}


def _tar(path: Path) -> object:
    with tars.open_tar(path) as archive:
        return {member.name: archive.read(member, 2**20) for member in archive.members() if member.regular}


READERS: dict[str, Read] = {
    "toml": text.read_toml,
    "json": text.read_json,
    "json lines": lambda path: list(text.json_lines(path)),
    "npy": arrays.read_npy,
    "npz": arrays.read_npz,
    "zip": _zip,
    "tar": _tar,
    "idx": lambda path: idx.read_idx(path, 3),
    "safetensors": tensors.read_tensors,
    "texts": picture_text.read_picture_texts,
}


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
@pytest.mark.parametrize("name", READERS)
def test_only_regular_files_are_opened(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        Path("link").symlink_to("nowhere")
        Path("folder").mkdir()
        for file, words in (
            ("pipe", "is a named pipe; a regular file is expected"),
            ("socket", "is a socket; a regular file is expected"),
            ("folder", "is a folder; a regular file is expected"),
            ("/dev/zero", "is a device; a regular file is expected"),
        ):
            with pytest.raises(FileError, match=words):
                READERS[name](Path(file))
        for file, words in (("link", "a link to a file that does not exist"), ("none", "there is no such file")):
            with pytest.raises(MissingFileError, match=words):
                READERS[name](Path(file))


def _npy(descr: str, shape: str, data: bytes = b"", version: int = 1) -> bytes:
    header = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}}}".encode()
    length = struct.pack("<H" if version == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes([version, 0]) + length + header + data


def _safetensors(header: object, data: bytes = b"") -> bytes:
    content = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(content)) + content + data


def _tensor(shape: list[Any], begin: int, end: int, dtype: str = "F32") -> dict[str, object]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def _zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def _encrypted() -> bytes:
    content = bytearray(_zipped(("a.txt", b"secret"), method=zipfile.ZIP_STORED))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    return bytes(content)


def _tarred(**changes: Any) -> bytes:
    info = tarfile.TarInfo("a.txt")
    info.size = 5
    for name, value in changes.items():
        setattr(info, name, value)
    content = b"hello".ljust(512, b"\0") if info.size else b""
    return info.tobuf() + content + bytes(1024)


def _pax(size: int) -> bytes:
    return _tarred(type=tarfile.XHDTYPE, size=size)


_PLAIN = bytes(range(24))
HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "deep toml": ("toml", b"a = " + b"[" * 5000, "nested more than 32 levels"),
    "a dotted key": ("toml", b"a." * 200_000 + b"a = 1", "nested more than 32 levels"),
    "dotted keys in quotes": ("toml", b'["a"' + b'."a"' * 5000 + b"]", "nested more than 32 levels"),
    "long integer": ("toml", b"a = " + b"9" * 5000, "a number of 5,000 digits"),
    "long hexadecimal integer": ("toml", b"a = 0x" + b"f" * 5000, "an integer of more than 40 digits"),
    "a float beyond floats": ("toml", b"a = 1e400", "1e400 is not a finite number"),
    "an impossible date": ("toml", b"a = 2020-13-45", "not valid TOML"),
    "a long toml": ("toml", b"#\n" * 2**18 + b"a = 1", "is larger than 512 KiB"),
    "binary toml": ("toml", b"\xff\xfe\0", "is not UTF-8 text"),
    "deep json": ("json", b"[" * 100_000, "nested more than 32 levels"),
    "deep closed json": ("json", b"[" * 100 + b"]" * 100, "nested more than 32 levels"),
    "long integer in json": ("json", b"9" * 400, "a number of 400 digits"),
    "an infinity by its digits": ("json", b"[-1e999]", "-1e999 is not a finite number"),
    "nan": ("json", b"[NaN]", "NaN is not a JSON number"),
    "half a character": ("json", b'{"\\ud800": 1}', "half a character"),
    "many small values": ("json", b"[" + b"1," * 2**21 + b"1]", "more than 1,048,576 values"),
    "no npy": ("npy", b"hello", "not a NumPy array"),
    "objects": ("npy", _npy("'|O'", "(1,)", pickle.dumps([1])), "holds Python objects"),
    "records": ("npy", _npy("[('a', '<i4')]", "(1,)", bytes(4)), "records or values of a kind that is not read"),
    "a call in a header": ("npy", _npy("__import__('os')", "(1,)"), "that is not read"),
    "a long header": ("npy", b"\x93NUMPY\2\0" + struct.pack("<I", 2**31) + b"{", "a header of 2 GiB"),
    "an array beyond its file": ("npy", _npy("'<f8'", "(1099511627776, 1024)", bytes(64)), "is truncated or damaged"),
    "an array beyond all numbers": ("npy", _npy("'<f8'", f"({'9' * 40},)"), "impossible shape"),
    "a negative shape": ("npy", _npy("'<f8'", "(-1,)", bytes(8)), "not read, or is damaged"),
    "long texts": ("npy", _npy("'<U999999'", "(0,)"), "texts of 3.81 MiB each"),
    "a cut array": ("npy", _npy("'|u1'", "(24,)", _PLAIN[:-1]), "is truncated or damaged"),
    "no zip": ("zip", b"hello" * 100, "not a zip file"),
    "a cut zip": ("zip", _zipped(("a", b"b" * 1000))[:-30], "not a zip file"),
    "an encrypted entry": ("zip", _encrypted(), r"a\.txt: is encrypted; unpack it with its password first"),
    "another method": ("zip", _zipped(("a", b"b" * 1000), method=zipfile.ZIP_LZMA), "is packed with LZMA, which is not read"),
    "a bomb of many entries": ("zip", _zipped(*((f"{i}", bytes(2**22)) for i in range(40))), "unpacks to more than 64 MiB"),
    "objects in npz": ("npz", _zipped(("a.npy", _npy("'|O'", "(1,)"))), r"a\.npy: holds Python objects"),
    "an array that is no array": ("npz", _zipped(("a.npy", b"hello")), r"a\.npy: is not a NumPy array"),
    "a larger array than its entry": (
        "npz",
        _zipped(("a.npy", _npy("'|u1'", "(2147483648,)", _PLAIN))),
        "truncated or damaged",
    ),
    "no tar": ("tar", b"hello" * 1000, "not a tar file"),
    "a packed tar of another kind": ("tar", b"\x28\xb5\x2f\xfd" + bytes(99), "is packed with Zstandard"),
    "a negative size": ("tar", _tarred(size=-512), "not a tar file"),
    "a long pax header": ("tar", _pax(2**33), "not a tar file"),
    "a cut tar": ("tar", _tarred()[:700], "not a tar file|truncated"),
    "a tar without its end": ("tar", _tarred()[:1024], "not a tar file"),
    "an idx beyond numbers": (
        "idx",
        bytes([0, 0, 8, 3]) + struct.pack(">3I", 2**31, 2**31, 4),
        "truncated: 16 bytes where .* 18,446,744",
    ),
    "another idx": ("idx", bytes([0, 0, 13, 3]) + bytes(12), "not an IDX file of 3-dimensional bytes"),
    "a cut idx": ("idx", bytes([0, 0, 8, 3]), "not an IDX file"),
    "no safetensors": ("safetensors", b"hello", "not a safetensors file, or a truncated one"),
    "a header beyond the file": ("safetensors", struct.pack("<Q", 2**63) + b"{}", "not a safetensors file, or a truncated one"),
    "a header that is a list": ("safetensors", _safetensors([]), "its header is no table"),
    "an unknown type": (
        "safetensors",
        _safetensors({"a": _tensor([1], 0, 4, "F13")}, bytes(4)),
        "the type 'F13', which is not read",
    ),
    "an overlap": (
        "safetensors",
        _safetensors({"a": _tensor([1], 0, 4), "b": _tensor([1], 2, 6)}, bytes(6)),
        "does not begin where",
    ),
    "a hole": (
        "safetensors",
        _safetensors({"a": _tensor([1], 0, 4), "b": _tensor([1], 8, 12)}, bytes(12)),
        "does not begin where",
    ),
    "a shape beyond its bytes": (
        "safetensors",
        _safetensors({"a": _tensor([2**40], 0, 4)}, bytes(4)),
        "needs 4,398,046,511,104 bytes",
    ),
    "a shape of texts": ("safetensors", _safetensors({"a": _tensor(["x"], 0, 4)}, bytes(4)), "no whole numbers"),
    "a truncated tensor": ("safetensors", save({"a": torch.zeros(8)})[:-1], "is truncated"),
    "more than the header says": ("safetensors", save({"a": torch.zeros(8)}) + b"x", "is too long"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    reader, content, words = HOSTILE[case]
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(FileError, match=words) as caught:
        READERS[reader](path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert message.count("\n") == 0
    assert len(message) < 400 + len(str(path))


def test_what_is_odd_but_sound_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content, shape in (
        (_npy("'<f8'", "()", bytes(8)), ()),
        (_npy("'|u1'", "(2, 3L, 4)", _PLAIN), (2, 3, 4)),
        (_npy("'>i2'", "(12,)", _PLAIN, 2), (12,)),
        (_npy("'|u1'", "(0, 1000000)"), (0, 1_000_000)),
    ):
        path.write_bytes(content)
        assert arrays.read_npy(path).shape == arrays.read_npy(path, "map").shape == shape
    values = np.arange(24).reshape(2, 3, 4)
    np.save(path.with_suffix(".npy"), np.asfortranarray(values))
    assert np.array_equal(arrays.read_npy(path.with_suffix(".npy")), values)
    assert np.array_equal(arrays.read_npy(path.with_suffix(".npy"), "map"), values)
    path.write_bytes(_zipped(("/abs", b"1"), ("../up", b"2"), ("a\\b", b"3"), ("a", b"4"), ("folder/", b"")))
    assert _zip(path) == {"/abs": b"1", "../up": b"2", "a/b": b"3", "a": b"4"}
    path.write_bytes(_tarred())
    assert _tar(path) == {"a.txt": b"hello"}
    path.write_bytes(gzip.compress(_tarred()))
    assert _tar(path) == {"a.txt": b"hello"}
    path.write_bytes(_tarred(type=tarfile.SYMTYPE, linkname="/etc/passwd", size=0))
    assert _tar(path) == {}
    path.write_bytes(b'{"a": 1}\n{torn\n[NaN]\n"\\ud800"\n' + b"1" * 5000 + b'\n{"b": 2}\n')
    assert list(text.json_lines(path)) == [{"a": 1}, {"b": 2}]


def test_a_pickle_is_read_without_being_done(tmp_path: Path) -> None:
    path = tmp_path / "x"
    data = np.arange(6, dtype=np.uint8).reshape(2, 3)
    for protocol in (0, 1, 2, 3):
        table = pickles.read_pickle(pickle.dumps({"data": data, "labels": [1, 2], "t": (1, None, True)}, protocol=3), path)
        assert np.array_equal(pickles.bytes_array(table["data"]), data)
        assert (table["labels"], table["t"]) == ([1, 2], (1, None, True))
        with pytest.raises(FileError):
            pickles.read_pickle(pickle.dumps({"a": print}, protocol=protocol), path)
    huge = b"\x80\x03}r" + struct.pack("<I", 2**32 - 1) + b"."  # its place in the memo is 32 GiB from the start
    assert pickles.read_pickle(huge, path) == {}
    with pytest.raises(FileError, match="holds more than 1,048,576 values"):
        pickles.read_pickle(b"\x80\x03(" + b"]" * 2**20 + b"l.", path)


def test_weights_of_another_network_are_refused_by_their_header(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(save({"a": torch.zeros(2, 3), "b": torch.zeros(1, dtype=torch.int64)}))
    sound = {"a": ((2, 3), "float32"), "b": ((1,), "int64")}
    assert set(tensors.read_tensors(path, sound)) == {"a", "b"}
    for expected, words in (
        ({**sound, "c": ((1,), "float32")}, "lacks c"),
        ({"a": sound["a"]}, "holds 'b', which this model does not have"),
        ({**sound, "a": ((3, 2), "float32")}, r"a is float32 of shape \(2, 3\); this model needs float32 of shape \(3, 2\)"),
        ({**sound, "b": ((1,), "float32")}, "b is int64"),
    ):
        with pytest.raises(FileError, match=words):
            tensors.read_tensors(path, expected)


_LIMIT = 2**30


def _bomb(path: Path) -> None:
    """A few megabytes of zeros that unpack to 2 GB, or, where packing takes long, a few bytes that unpack to 150 MB."""
    block, count = bytes(10**6), 150 if path.suffix in (".bz2", ".xz") else 2000
    if path.suffix == ".gz" and path.stem == "idx":
        start = bytes([0, 0, 8, 3]) + struct.pack(">3I", 2000, 1000, 1000)
    elif ".tar" in path.suffixes:
        start = tarfile.TarInfo("x")
        start.size = count * 10**6
        start = start.tobuf()
    else:
        start = b""
    packed: Any = {".gz": (gzip, {"compresslevel": 1}), ".bz2": (bz2, {"compresslevel": 1}), ".xz": (lzma, {"preset": 0})}
    if path.suffix in packed:
        module, quickly = packed[path.suffix]
        with module.open(path, "wb", **quickly) as file:
            file.write(start)
            for _ in range(count):
                file.write(block)
        return
    archive = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("z.npy", "w", force_zip64=True) as file:
        file.write(_npy("'|u1'", f"({count * 10**6},)"))
        for _ in range(count):
            file.write(block)


@pytest.mark.skipif(sys.platform != "linux", reason="limits no address space")
@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("x.npz", "arrays.read_npz(path)"),
        ("x.npz", "read_latent(path, 4)"),
        ("x.npz", "read_array(path)"),
        ("idx.gz", "idx.read_idx(path, 3)"),
        ("x.tar.gz", "list(tar(path))"),
        ("x.tar.bz2", "list(tar(path))"),
        ("x.tar.xz", "list(tar(path))"),
    ],
)
def test_a_bomb_does_not_go_off(name: str, call: str, bombs: Path) -> None:
    """In a process that could not hold what the bomb unpacks to."""
    program = f"""
import resource, sys
from pathlib import Path
from latentlab.data.array import read_array
from latentlab.errors import LatentLabError
from latentlab.explore.latent_file import read_latent
from latentlab.files import arrays, idx, tars

def tar(path):
    with tars.open_tar(path) as archive:
        for member in archive.members():
            yield archive.read(member, 2**30)

path = Path(sys.argv[1])
pages = int(Path("/proc/self/statm").read_text().split()[0])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + {_LIMIT},) * 2)
try:
    {call}
except LatentLabError as error:
    print(error)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    path = bombs / name
    if not path.exists():
        _bomb(path)
    assert path.stat().st_size < 10 * 2**20
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=300, check=False)
    assert done.stderr == ""
    sentence, kilobytes = done.stdout.splitlines()
    assert str(path) in sentence or path.name in sentence
    assert int(kilobytes) < 200 * 1024


@pytest.fixture(scope="module")
def bombs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for them: each is made once."""
    return tmp_path_factory.mktemp("bombs")


def test_an_error_is_one_line_that_any_terminal_can_be_sent(tmp_path: Path) -> None:
    path = tmp_path / "a\nb\x1b[31m.json"
    path.write_text("[")
    with pytest.raises(FileError) as caught:
        text.read_json(path)
    assert "a\\nb\\x1b[31m.json: is not valid JSON" in str(caught.value)
    assert str(LatentLabError("half \ud800")) == "half \\ud800"


class _Stale(io.BytesIO):
    """A file of a network file system that was replaced since it was opened."""

    def fileno(self) -> int:
        raise OSError(errno.ESTALE, "Stale file handle")


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"whole")
    opened, stale = regular.open_regular, [_Stale()]
    monkeypatch.setattr(regular, "open_regular", lambda path: stale.pop() if stale else opened(path))
    assert regular.read_bytes(tmp_path / "a", 10) == b"whole"
    stale += [_Stale(), _Stale()]
    with pytest.raises(FileError, match="cannot be read: Stale file handle"):
        regular.read_bytes(tmp_path / "a", 10)
