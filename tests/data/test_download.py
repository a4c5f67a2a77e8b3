"""Fetching official files from a server on this machine: whole, broken off, false, and not to be had."""

import functools
import hashlib
import http.server
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from latentlab import cli
from latentlab.catalog.datasets import DATASETS
from latentlab.data.download import download
from latentlab.errors import DataError
from latentlab.published import RemoteFile

CONTENT = np.random.default_rng(0).bytes(1_000_000)
PAGE = b"\n<!DOCTYPE html><html><body>Quota exceeded</body></html>"


@dataclass
class _Server:
    """What the server gives, and what it was asked for.

    Attributes:
        files: content by path.
        cut: bytes after which it drops the connection.
        resumes: whether it knows ranges.
        content_type: of every answer.
        asked: path and range of every request.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    cut: int | None = None
    resumes: bool = True
    content_type: str = "application/octet-stream"
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, server: _Server, *arguments: object) -> None:
        self.given = server
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.given.asked.append((self.path, wanted))
        content = self.given.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted and self.given.resumes else 0
        if start >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("Content-Type", self.given.content_type)
        self.end_headers()
        self.wfile.write(content[start : self.given.cut])

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    given = _Server({"/whole": CONTENT, "/page": PAGE})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, given)) as serving:
        given.address = f"http://127.0.0.1:{serving.server_port}"
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield given
        serving.shutdown()
        thread.join()


def _file(server: _Server, *paths: str) -> RemoteFile:
    urls = tuple(path if path.startswith("http") else server.address + path for path in paths or ("/whole",))
    return RemoteFile("set.gz", urls, len(CONTENT), hashlib.md5(CONTENT).hexdigest())


def _get(folder: Path, file: RemoteFile, progress: Callable[[int, int, str], None] = lambda *told: None) -> Path:
    (path,) = download("mnist", folder, progress, [file])
    return path


def test_a_file_comes_whole_under_its_name_and_progress_reaches_its_end(server: _Server, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    path = _get(tmp_path / "new" / "folder", _file(server), lambda *progress: told.append(progress))
    assert path == tmp_path / "new" / "folder" / "set.gz"
    assert path.read_bytes() == CONTENT
    assert [entry.name for entry in path.parent.iterdir()] == ["set.gz"]
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert told[0][0] == 0
    assert told[-1] == (len(CONTENT), len(CONTENT), "set.gz")
    assert len(told) > 3


def test_what_is_there_is_not_fetched_again_and_what_is_false_is_not_overwritten(server: _Server, tmp_path: Path) -> None:
    path = _get(tmp_path, _file(server))
    _get(tmp_path, _file(server))
    assert len(server.asked) == 1
    path.write_bytes(b"mine")
    with pytest.raises(DataError, match=r"set\.gz: is there, but is not the official file"):
        _get(tmp_path, _file(server))
    assert path.read_bytes() == b"mine"


def test_a_dropped_connection_keeps_the_beginning_and_the_next_call_goes_on(server: _Server, tmp_path: Path) -> None:
    server.cut = 300_000
    with pytest.raises(DataError, match=r"ended after 300,000 of 1,000,000 bytes\); its beginning, 300,000 bytes, is kept"):
        _get(tmp_path, _file(server))
    assert not (tmp_path / "set.gz").exists()
    server.cut = None
    assert _get(tmp_path, _file(server)).read_bytes() == CONTENT
    assert server.asked == [("/whole", None), ("/whole", "bytes=300000-")]


def test_cancelling_keeps_the_beginning(server: _Server, tmp_path: Path) -> None:
    def cancel(done: int, total: int, name: str) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        _get(tmp_path, _file(server), cancel)
    kept = (tmp_path / "set.gz.part").stat().st_size
    assert 0 < kept < len(CONTENT)
    assert _get(tmp_path, _file(server)).read_bytes() == CONTENT
    assert server.asked[-1] == ("/whole", f"bytes={kept}-")


def test_a_server_without_ranges_starts_anew(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "set.gz.part").write_bytes(CONTENT[:1000])
    server.resumes = False
    assert _get(tmp_path, _file(server)).read_bytes() == CONTENT


@pytest.mark.parametrize("length", [1000, len(CONTENT), len(CONTENT) + 5])
def test_a_beginning_of_something_else_is_dropped(length: int, server: _Server, tmp_path: Path) -> None:
    (tmp_path / "set.gz.part").write_bytes(bytes(length))
    assert _get(tmp_path, _file(server)).read_bytes() == CONTENT


def test_a_whole_part_only_needs_its_name(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "set.gz.part").write_bytes(CONTENT)
    assert _get(tmp_path, _file(server)).read_bytes() == CONTENT
    assert not server.asked


def test_a_part_that_is_longer_than_what_the_server_has_is_no_dead_end(server: _Server, tmp_path: Path) -> None:
    server.files["/short"] = CONTENT[:500]
    short = RemoteFile("set.gz", (f"{server.address}/short",), len(CONTENT), hashlib.md5(CONTENT[:500]).hexdigest())
    (tmp_path / "set.gz.part").write_bytes(bytes(700))
    assert _get(tmp_path, short).read_bytes() == CONTENT[:500]


def test_a_wrong_file_is_refused_and_removed(server: _Server, tmp_path: Path) -> None:
    server.files["/whole"] = bytes(len(CONTENT))
    with pytest.raises(DataError, match=r"what came, 1,000,000 bytes, is not the official file: its MD5 is not [0-9a-f]{32}"):
        _get(tmp_path, _file(server))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/zip"])
def test_a_page_in_place_of_a_file_is_refused(content_type: str, server: _Server, tmp_path: Path) -> None:
    server.content_type = content_type
    with pytest.raises(DataError, match=r"127\.0\.0\.1:\d+: a web page came in place of the file\)") as caught:
        _get(tmp_path, _file(server, "/page"))
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "set.gz").exists()


def test_one_place_after_the_other_is_tried(server: _Server, tmp_path: Path) -> None:
    assert _get(tmp_path, _file(server, "/gone", "/page", "/whole")).read_bytes() == CONTENT
    assert [path for path, _ in server.asked] == ["/gone", "/page", "/whole"]


def test_without_a_server_one_sentence_names_the_hosts(server: _Server, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"mnist: set\.gz could not be fetched \(127\.0\.0\.1:\d+: answers 404 ") as caught:
        _get(tmp_path, _file(server, "/gone"))
    assert f"; if you have the file already, put it into {tmp_path}." in str(caught.value)
    nobody = _file(server, "http://127.0.0.1:9/whole", "http://no-such-host.invalid/whole")
    expected = r"127\.0\.0\.1:9: refuses or drops the connection; no-such-host\.invalid: cannot be found\)"
    with pytest.raises(DataError, match=expected):
        _get(tmp_path, nobody)
    with pytest.raises(DataError, match=r"cannot be found\); is there a network\?"):
        _get(tmp_path, _file(server, "http://no-such-host.invalid/whole"))


def test_a_folder_that_cannot_be_made_is_named(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DataError, match=r"file/below: cannot be written"):
        _get(tmp_path / "file" / "below", _file(server))


def test_collections_without_official_files_say_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"digits: nothing is published to fetch; there are mnist, "):
        download("digits", tmp_path, lambda *told: None)


def test_the_published_facts_are_whole(mnist_root: Path) -> None:
    for files in (entry.terms.remote for entry in DATASETS.values()):
        for file in files:
            assert int(file.md5, 16) >= 0
            assert len(file.md5) == 32
            assert file.size > 0
            assert all(url.startswith(("http://", "https://")) for url in file.urls)
    for name in ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"):
        (known,) = (file for file in DATASETS["mnist"].terms.remote if file.name == name)
        assert (mnist_root / name).stat().st_size == known.size
    assert DATASETS["mnist"].terms.download_size == 11_594_722
    assert DATASETS["digits"].terms.download_size == 0


def test_the_command_fetches_into_a_folder(
    server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = DATASETS["mnist"]
    monkeypatch.setitem(DATASETS._entries, "mnist", replace(entry, terms=replace(entry.terms, remote=(_file(server),))))
    monkeypatch.setattr(sys, "argv", ["latentlab", "data", "download", "mnist", str(tmp_path / "m")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'm'}\n"
    assert "Licence: CC BY-SA 3.0" in captured.err
    assert f"--set data.name=mnist --set data.root={tmp_path / 'm'}" in captured.err
    assert (tmp_path / "m" / "set.gz").read_bytes() == CONTENT
