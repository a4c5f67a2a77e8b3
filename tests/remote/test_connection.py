"""The connection: what cannot be reached or answers otherwise, one that is cut and is there again, and what follows a run."""

import contextlib
import json
import os
import shlex
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import latentlab
from latentlab.config import RunConfig
from latentlab.errors import ConfigError, RemoteError, RunError
from latentlab.explore.requests.values import ImageRef
from latentlab.explore.thumbnail import sample_of
from latentlab.remote import protocol
from latentlab.remote.address import Address
from latentlab.remote.client import Connection
from latentlab.remote.folder import RemoteFolder
from latentlab.remote.frames import Frame
from latentlab.remote.mirror import MirrorFolder
from latentlab.remote.renderer import _Places
from latentlab.runs import Follower, Report, Run, RunState, RunWriter, list_runs
from tests.remote.conftest import VIA

Watch = Callable[..., RemoteFolder]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Watches a folder, not connected yet."""
    folders = []

    def start(folder: Path, via: str = VIA) -> RemoteFolder:
        folders.append(RemoteFolder(Address.parse(f"ssh://box{folder}"), via, cache=tmp_path / "mirrors"))
        return folders[-1]

    yield start
    for folder in folders:
        folder.close()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("ssh://host/data/runs", ["ssh", "-T", "--", "host", "latentlab agent /data/runs"]),
        ("ssh://me@host:2222/~/my%20runs", ["ssh", "-T", "-p", "2222", "--", "me@host", "latentlab agent '~/my runs'"]),
        ("ssh://[::1]/r", ["ssh", "-T", "--", "::1", "latentlab agent /r"]),
    ],
)
def test_an_address_becomes_a_command(text: str, command: list[str]) -> None:
    assert Address.parse(text).command() == command
    assert Address.parse(text).text == text.replace("%20", " ")
    assert Address.parse(text).command("docker exec box latentlab") == [
        "docker",
        "exec",
        "box",
        "latentlab",
        "agent",
        *([Address.parse(text).folder]),
    ]
    assert Address.parse(text).command(agent="env/bin/latentlab")[-1] == command[-1].replace(
        "latentlab", "env/bin/latentlab", 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/runs",
        "ssh://",
        "ssh://host",
        "ssh://host/",
        "ssh:///runs",
        "ssh://-oProxyCommand=x/r",
        "ssh://a@-b/r",
        "ssh://a b/r",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match=r"is no address of a folder: write ssh://host/folder"):
        Address.parse(text)
    with pytest.raises(ConfigError, match="port 70000: a port is 1 to 65535"):
        Address.parse("ssh://host:70000/runs")


def _says(*lines: object, code: int = 0, error: str = "") -> str:
    script = f"import sys; [print(line) for line in {lines!r}]; print({error!r}, file=sys.stderr); sys.exit({code})"
    return f"{sys.executable} -c {json.dumps(script)}"


_OURS = f"this is LatentLab {latentlab.__version__}. Install the same version on both computers."
_GREETING = {protocol.GREETING: latentlab.__version__, "protocol": protocol.PROTOCOL, "host": "box"}


@pytest.mark.parametrize(
    ("via", "said"),
    [
        (
            _says(error="ssh: connect to host box: No route", code=255),
            "box/r: cannot be reached: ssh: connect to host box: No route.",
        ),
        (
            _says(error="sh: latentlab: not found", code=127),
            "no agent answers there (sh: latentlab: not found); install LatentLab",
        ),
        (
            _says(error="ModuleNotFoundError: No module named 'torch'", code=1),
            "box/r: no agent answers there (ModuleNotFoundError: No module named 'torch'); install LatentLab",
        ),
        (_says("Welcome!"), "box/r: no agent answers there; install LatentLab there, or name what starts it (--agent)."),
        (_says("x" * 70_000), "65,536 bytes came without the greeting of an agent."),
        (_says(json.dumps({**_GREETING, protocol.GREETING: "0.0.1"})), f"LatentLab 0.0.1 answers there; {_OURS}"),
        (_says(json.dumps({**_GREETING, "protocol": 99})), _OURS),
        (_says("Welcome!", json.dumps({**_GREETING, "error": "/r: no such folder."})), "box/r: /r: no such folder."),
        (_says("Welcome! " + json.dumps({**_GREETING, "error": "/r: no such folder."})), "box/r: /r: no such folder."),
        ("no-such-command", "box/r: 'no-such-command' cannot be started: No such file or directory."),
    ],
)
def test_what_does_not_answer_as_an_agent_does_is_said(watch: Watch, via: str, said: str) -> None:
    folder = watch(Path("/r"), via)
    with pytest.raises(RemoteError) as raised:
        folder.connect()
    assert said in str(raised.value)
    with pytest.raises(RemoteError):
        folder.update_list()


@pytest.mark.parametrize("answer", ["no JSON", '{"n":1,"parts":[9]}', '{"parts":[99999999999]}'])
def test_an_agent_that_answers_no_frames_ends_the_connection(watch: Watch, answer: str) -> None:
    folder = watch(Path("/r"), _says(json.dumps(_GREETING), answer))
    with contextlib.suppress(RemoteError):  # it may come before the greeting was looked at
        folder.connect()
    with pytest.raises(RemoteError, match="what came is no answer of an agent"):
        folder.update_list()


def test_a_list_is_copied_without_curves_and_a_run_with_them(remote: RemoteFolder, there: Path) -> None:
    listed = list_runs(remote.path)
    assert [(run.path.name, run.state, run.step) for run in listed] == [
        (run.path.name, run.state, run.step) for run in list_runs(there)
    ]
    assert [run.elbo for run in listed] == [run.elbo for run in list_runs(there)]
    name = next(there.glob("*-cr")).name
    assert not (remote.path / name / "metrics.jsonl").exists()
    mirrored = Run(remote.update(name))
    assert [report.values for report in mirrored.reports()] == [report.values for report in Run(there / name).reports()]
    assert mirrored.checkpoint().step == Run(there / name).checkpoint().step == 12
    assert mirrored.state is RunState.FINISHED
    with pytest.raises(RunError, match=f"its weights are in {there / name} on ssh://box/"):
        mirrored.model()
    assert not list(remote.path.rglob("*.safetensors"))
    with pytest.raises(RemoteError, match="run 'gone': there is none of this name in"):
        remote.update("gone")


def test_a_run_is_followed_as_it_grows_and_as_it_goes_back(watch: Watch, tmp_path: Path, tiny_config: RunConfig) -> None:
    writer = RunWriter.create(tmp_path / "runs", tiny_config, (1, 32, 32))
    folder = watch(tmp_path / "runs")
    folder.connect()
    follower = Follower(folder.update(writer.path.name))
    assert follower.look().state is RunState.LIVE
    steps: list[int] = []
    for step in range(1, 9):
        writer.report(Report(step, step / 10, step / 100, 1000.0, {"loss/total": float(step), "text": 1.0 * 10**step}))
        if step % 4 == 0:
            writer.checkpoint(step, 0.0, lambda path: (path / "model.safetensors").write_bytes(b"weights"))
        folder.update(writer.path.name)
        news = follower.look()
        steps += [report.step for report in news.reports]
        assert not news.afresh
    assert steps == list(range(1, 9))
    assert Run(follower.path).checkpoint().step == 8
    (writer.path / "checkpoints" / "step-000000008" / "model.safetensors").write_bytes(b"damaged")
    shutil.copytree(writer.path / "checkpoints" / "step-000000008", writer.path / "checkpoints" / "step-000000009")
    folder.update(writer.path.name)
    assert "its manifest is of step 8" in str(Run(follower.path).newest_note(Run(follower.path).checkpoints()[0]))
    shutil.rmtree(writer.path / "checkpoints" / "step-000000009")
    writer.report(Report(9, 0.9, 0.09, 1000.0, {"loss/total": 9.0}))
    writer.event(9, "stop", "Stopped.")
    writer.close()
    folder.update_list()  # which must not say that it has ended before the last reports are here
    news = follower.look()
    assert (news.state, [report.step for report in news.reports]) == (RunState.STOPPED, [9])
    resumed = RunWriter.resume(writer.path, tiny_config, 4)
    folder.update(writer.path.name)
    news = follower.look()
    assert news.afresh
    assert [report.step for report in news.reports] == [1, 2, 3, 4]
    assert news.checkpoints == (4,)
    resumed.close()
    shutil.rmtree(writer.path)
    folder.update_list()
    assert list_runs(folder.path) == []


def test_long_files_come_in_pieces(watch: Watch, tiny_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'{"step": 1, "text": "' + b"x" * 1000 + b'"}\n'
    for file in ("metrics.jsonl", "annotations.toml"):
        (tiny_run / file).write_bytes(lines * 5000)
    folder = watch(tiny_run.parent)
    folder.connect()
    path = folder.update(tiny_run.name)
    for file in ("metrics.jsonl", "annotations.toml"):
        assert (path / file).read_bytes() == lines * 5000
    monkeypatch.setattr("latentlab.remote.mirror._LARGEST", 6_000_000)
    with (tiny_run / "metrics.jsonl").open("ab") as opened:
        opened.write(lines * 1000)
    with pytest.raises(RemoteError, match=r"metrics.jsonl of .* is larger than 5.72 MiB, the most that is copied."):
        folder.update(tiny_run.name)


def test_a_run_is_taken_over_by_one_thread_at_a_time(watch: Watch, tiny_run: Path, tmp_path: Path) -> None:
    folder, mirror = watch(tiny_run.parent), MirrorFolder("ssh://box/runs", tmp_path)
    folder.connect()
    others: list[threading.Thread] = []
    came_between = threading.Event()

    def ask(verb: str, values: dict[str, Any]) -> Frame:
        if threading.current_thread() in others:
            came_between.set()
        elif not others:
            others.append(threading.Thread(target=mirror.update, args=(ask, tiny_run.name)))
            others[0].start()
            assert not came_between.wait(0.3)
        return folder.ask(verb, values)

    mirror.update(ask, tiny_run.name)
    others[0].join()
    assert came_between.is_set()
    assert (mirror.path / tiny_run.name / "metrics.jsonl").read_bytes() == (tiny_run / "metrics.jsonl").read_bytes()
    mirror.close()


def test_who_waits_for_an_answer_is_told_at_once_when_it_is_closed(watch: Watch) -> None:
    script = f"print({json.dumps(json.dumps(_GREETING))}, flush=True); import sys; sys.stdin.read()"
    folder = watch(Path("/r"), f"{sys.executable} -c {json.dumps(script)}")
    folder.connect()
    said = []

    def wait() -> None:
        with pytest.raises(RemoteError) as raised:
            folder.update_list()
        said.append(str(raised.value))

    waiting = threading.Thread(target=wait)
    waiting.start()
    folder.disconnect()
    waiting.join(20)
    assert said == ["ssh://box/r: the connection was closed."]
    with pytest.raises(RemoteError, match="it is no longer watched"):
        folder.connect()


def test_silence_cuts_the_connection(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.remote.client._SILENCE", 0.2)
    script = f"print({json.dumps(json.dumps(_GREETING))}, flush=True); import sys; sys.stdin.read()"
    folder = watch(Path("/r"), f"{sys.executable} -c {json.dumps(script)}")
    folder.connect()
    with pytest.raises(RemoteError, match="the connection was cut: nothing was heard for"):
        folder.update_list()


def test_an_agent_that_is_there_but_reads_no_files_is_given_up(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.remote.client._QUIET", 0.1)
    monkeypatch.setattr("latentlab.remote.client._LONGEST_READING", 0.2)
    answer = """while line := sys.stdin.readline():\n if "ping" in line: print('{"n":0}', flush=True)"""
    script = f"import sys\nprint({json.dumps(_GREETING)!r}, flush=True)\n{answer}"
    folder = watch(Path("/r"), shlex.join([sys.executable, "-c", script]))
    folder.connect()
    with pytest.raises(RemoteError, match=r"ended: no file there could be read for 0.2 s; the disk of that computer"):
        folder.update_list()
    assert "no file there could be read" in folder.problem


def test_two_who_watch_one_folder_have_a_mirror_each(watch: Watch, tmp_path: Path) -> None:
    one, other = watch(tmp_path), watch(tmp_path)
    assert one.path != other.path


def test_in_a_terminal_a_folder_is_listed_and_a_run_is_followed(
    tiny_run: Path, run_command: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, _ = run_command("watch", "--text", f"ssh://box{tiny_run.parent}", "--via", VIA)
    assert code == 0
    assert out.splitlines()[1].split()[:4] == [tiny_run.name, "tiny", "finished", "8/8"]
    assert run_command("watch", "--text", f"ssh://box{tiny_run}", "--via", VIA)[:2] == (0, "Finished at step 8.\n")
    code, out, err = run_command("watch", tiny_run, "--via", VIA)
    assert (code, out) == (2, "")
    assert err == f"latentlab: --via: it is for an address; '{tiny_run}' does not begin with ssh://.\n"


def test_a_file_that_was_rewritten_is_copied_again(watch: Watch, tiny_run: Path) -> None:
    folder, metrics = watch(tiny_run.parent), tiny_run / "metrics.jsonl"
    folder.connect()
    path = folder.update(tiny_run.name)
    with metrics.open("r+b") as opened:  # in place: the same inode, as a file that was replaced twice may get
        opened.write(b"\n".join([b'{"step": 1, "other": true}'] * 200) + b"\n")
    assert metrics.stat().st_size > (path / "metrics.jsonl").stat().st_size
    folder.update(tiny_run.name)
    assert (path / "metrics.jsonl").read_bytes() == metrics.read_bytes()
    with metrics.open("r+b") as opened:
        opened.truncate(30)
    folder.update(tiny_run.name)
    assert (path / "metrics.jsonl").read_bytes() == metrics.read_bytes()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_out_of_one_run_hides_no_other(watch: Watch, tiny_run: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text('name = "mine"\n')
    (tiny_run / "annotations.toml").symlink_to(tmp_path / "notes.toml")
    folder = watch(tiny_run.parent)
    folder.connect()
    folder.update_list()
    folder.update(tiny_run.name)
    assert [run.name for run in list_runs(folder.path)] == ["tiny"]


def test_a_file_that_cannot_be_read_hides_no_run(watch: Watch, tiny_run: Path) -> None:
    (tiny_run / "annotations.toml").mkdir()
    folder = watch(tiny_run.parent)
    folder.connect()
    folder.update_list()
    assert [run.name for run in list_runs(folder.path)] == ["tiny"]


def test_what_outlives_the_connection_does_not_hold_up_its_end(
    watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ssh's master connection does, which keeps the streams of the process that began it."""
    monkeypatch.setattr("latentlab.remote.client.LINGERING", 0.1)
    monkeypatch.setattr("latentlab.remote.agent_process.LINGERING", 0.1)
    lingers = "import signal; signal.alarm(60); signal.pause()"
    left = f"import subprocess, sys; left = subprocess.Popen([sys.executable, '-c', {lingers!r}])"
    noted = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(left.pid))"
    script = f"{left}; {noted}; print({json.dumps(_GREETING)!r}, flush=True); sys.stdin.read()"
    folder = watch(Path("/r"), f"{sys.executable} -c {json.dumps(script)}")
    folder.connect()
    closing = threading.Thread(target=folder.close, daemon=True)
    closing.start()
    closing.join(20)
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGTERM)
    assert not closing.is_alive()


def test_a_stray_file_among_the_mirrors_does_no_harm(tmp_path: Path) -> None:
    stray = tmp_path / "remote" / "stray"
    stray.parent.mkdir()
    stray.touch()
    os.utime(stray, (0, 0))
    MirrorFolder("ssh://box/runs", tmp_path).close()


def test_an_address_can_be_read_again() -> None:
    address = Address.parse("ssh://box/50%2541")
    assert address.folder == "/50%41"
    assert Address.parse(address.text) == address


def test_a_thumbnail_is_taken_over_and_nothing_else_is(
    remote: RemoteFolder, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = next(there.glob("*-cr")).name
    assert np.array_equal(remote.thumbnail(remote.path / name), sample_of(Run(there / name)))
    for shape, size in (([145, 1, 1], 145), ([2, 2, 3], 4), ([2, 2, 2], 8), ([0, 0, 1], 0), (None, 1)):
        frame = Frame({"shape": shape}, [bytes(size)])
        monkeypatch.setattr(remote, "ask", lambda verb, values, frame=frame: frame)
        with pytest.raises(RemoteError, match=f"what came is no picture of {name}"):
            remote.thumbnail(remote.path / name)


def test_a_ping_that_cannot_be_written_does_not_hide_the_silence(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.remote.client._QUIET", 0.1)
    monkeypatch.setattr("latentlab.remote.client._SILENCE", 1.5)
    script = f"print({json.dumps(json.dumps(_GREETING))}, flush=True); import sys; sys.stdin.read()"
    folder, closed = watch(Path("/r"), f"{sys.executable} -c {json.dumps(script)}"), threading.Event()
    folder.connect()
    send = Connection._send

    def hang(connection: Connection, blocks: list[bytes]) -> None:
        if b"ping" in blocks[0]:
            closed.wait(60)
        send(connection, blocks)

    monkeypatch.setattr(Connection, "_send", hang)
    with pytest.raises(RemoteError, match="nothing was heard for"):
        folder.update_list()
    closed.set()


def test_an_answer_names_no_file_that_was_not_sent(remote: RemoteFolder, tmp_path: Path) -> None:
    places, secret = _Places(remote), tmp_path / "secret"
    secret.write_text("not sent")
    with pytest.raises(RemoteError, match=f"'{secret}' came as a file's name; none was sent as that"):
        places.unpack(ImageRef, {"file": str(secret)})
    sent = tmp_path / "b\udce4r.png"
    sent.write_bytes(b"pixels")
    packed = places.pack(ImageRef, sent)
    assert places.unpack(ImageRef, {"file": packed["file"].encode(errors="replace").decode()}) == sent
