"""Output that cannot be written, encodings, Ctrl-C: a command ends in one sentence, or works."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from latentlab.cli.streams import printable
from latentlab.errors import FileError
from latentlab.files.output import check_output, write_output

_COMMAND = (sys.executable, "-m", "latentlab")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")


def _shell(line: str, cwd: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """A line of shell in which $L is `latentlab`."""
    surroundings = {**os.environ, "L": " ".join(_COMMAND), "LATENTLAB_LOG": str(cwd / "log"), **environ}
    return subprocess.run(
        ["sh", "-c", line],
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("$L data list >&-", 2, "standard output: cannot be written: it is closed."),
        ("$L data list >/dev/full", 2, "standard output: cannot be written: No space left on device."),
        ("$L --help >/dev/full", 2, "standard output: cannot be written"),
        ("$L data list >/dev/null 2>&-", 0, ""),
        ("$L data list >/dev/null 2>/dev/full", 0, ""),
        ("$L nothing 2>&-", 2, ""),
        ("$L <&- >&- 2>&- nothing", 2, ""),
    ],
)
def test_output_that_cannot_be_written(tmp_path: Path, line: str, code: int, words: str) -> None:
    done = _shell(line, tmp_path)
    assert done.returncode == code
    assert done.stderr == (f"latentlab: {words}\n" if words.endswith(".") else done.stderr)
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_is_nothing_to_tell(tmp_path: Path) -> None:
    done = _shell("{ $L data list; echo $? >code; } | true", tmp_path)
    assert done.stderr == ""
    assert (tmp_path / "code").read_text().strip() == "141"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_every_encoding_will_do(tmp_path: Path, encoding: str) -> None:
    done = _shell("$L data list && $L traverse --help && $L --help", tmp_path, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    if encoding == "ascii":
        assert "32x32 grey" in done.stdout
        assert done.stdout.isascii()
        assert "\\u" not in done.stdout


def test_json_stays_json_in_ascii(tmp_path: Path) -> None:
    done = _shell("$L data list --json", tmp_path, PYTHONIOENCODING="ascii")
    assert "mnist" in json.loads(done.stdout)


@pytest.mark.parametrize("columns", ["0", "1", "²", "-3", "many"])
def test_a_width_that_is_none_harms_nothing(tmp_path: Path, columns: str) -> None:
    done = _shell("$L data list", tmp_path, COLUMNS=columns)
    assert (done.returncode, done.stderr) == (0, "")


def test_names_do_nothing_to_the_terminal(tmp_path: Path) -> None:
    odd = "bad\x1b[31m\nname\udcff.png"
    (tmp_path / "images").mkdir()
    for index in range(2):
        _picture(tmp_path / "images" / f"{index}.png")
    (tmp_path / "images" / odd).write_bytes(b"no image")
    done = _shell("$L data scan images; $L data scan images -o report.csv; $L train --preset images/bad*", tmp_path)
    assert "\x1b" not in done.stdout + done.stderr
    assert any("bad\\x1b[31m\\" in line and "name\\udcff.png" in line for line in done.stdout.splitlines())
    assert "name\\udcff.png" in (tmp_path / "report.csv").read_text(encoding="utf-8")


def test_printable_keeps_what_can_be_read() -> None:
    assert printable("β = 4 ≤ ∞, ‘é’ 漢") == "β = 4 ≤ ∞, ‘é’ 漢"
    assert printable("a\x1b[2J\r\n\x9b\u202e") == "a\\x1b[2J\\x0d\\x0a\\x9b\\u202e"


@pytest.mark.parametrize(
    "command", [("data", "list"), ("reconstruct", "nowhere", "-o", "x.png"), ("train", "--preset", "digits")]
)
def test_an_interrupted_import_ends_the_process(tmp_path: Path, command: tuple[str, ...]) -> None:
    """The interrupt comes in the middle of an import, which is where it once became a traceback."""
    (tmp_path / "interrupting").mkdir()
    (tmp_path / "interrupting" / "typer.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    done = _shell(f"$L {' '.join(command)}", tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path / "interrupting"), *sys.path]))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_what_follows_from_an_interrupt_is_not_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A library may turn the interrupt into an exception of its own."""
    from latentlab import cli
    from latentlab.cli import entry

    def turn(arguments: list[str]) -> int:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            signal.sigtimedwait([], 10)
        except KeyboardInterrupt:
            raise RuntimeError("an initializer failed") from None
        return 0

    monkeypatch.setattr(entry, "_invoke", turn)
    before = signal.getsignal(signal.SIGINT)
    try:
        with pytest.raises(SystemExit) as ended:
            cli.main()
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended.value.code == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("train --foo", "`latentlab train` has no option --foo; did you mean --from? See `latentlab train --help`."),
        ("trian", "`latentlab` has no command 'trian'; did you mean train? See `latentlab --help`."),
        ("evaluate", "`latentlab evaluate`: RUN is missing; see `latentlab evaluate --help`."),
        (
            "traverse x -o y.png --index q",
            "`latentlab traverse`: --index = 'q': must be a whole number, written without a decimal point; "
            "see `latentlab traverse --help`.",
        ),
        (
            "sweep x --format=foo",
            "`latentlab sweep`: --format = 'foo': must be one of 'terminal', 'csv', 'markdown', 'latex'; "
            "see `latentlab sweep --help`.",
        ),
        ("evaluate a b", "`latentlab evaluate`: b: more arguments than the command takes; see `latentlab evaluate --help`."),
        ("evaluate a --seed", "`latentlab evaluate`: --seed needs a value; see `latentlab evaluate --help`."),
        ("data", "a command is missing after `latentlab data`; see `latentlab data --help`."),
    ],
)
def test_a_wrong_call_is_one_sentence(
    arguments: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from latentlab import cli

    monkeypatch.setattr(sys, "argv", ["latentlab", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"latentlab: {sentence}\n"


def test_only_a_regular_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "kept").chmod(0o444)
    (tmp_path / "nowhere").symlink_to(tmp_path / "none" / "x")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for name, reason in {
        "folder": "it is a folder",
        "pipe": "it is a named pipe",
        "kept": "it is a read-only file",
        "nowhere": "there is no such folder",
        "none/x": "there is no such folder",
        "kept/x": "is not a folder",
        "circle": "cannot be written",
        "x" * 300: "cannot be written",
    }.items():
        with pytest.raises(FileError, match=reason):
            write_output(tmp_path / name, b"new")
    with pytest.raises(FileError, match="it is a device"):
        check_output("/dev/full")
    assert (tmp_path / "kept").read_text() == "kept"


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    write_output(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("latentlab.files.output.write_atomically", refuse)
    with pytest.raises(FileError, match="x: cannot be written: No space left on device"):
        write_output(tmp_path / "x", b"new")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    done = _shell("mkdir gone; cd gone; rmdir ../gone; $L data list", tmp_path, PYTHONPATH=os.pathsep.join(sys.path))
    assert done.returncode == 2
    assert done.stderr == "latentlab: the current folder does not exist any more; change to another one.\n"


def _picture(path: Path) -> None:
    from PIL import Image

    Image.new("L", (16, 16), len(path.name)).save(path)


def test_a_run_says_what_it_is_trained_on_and_what_of_that_was_not_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "x.npz", images=np.zeros((10, 16, 16), np.uint8), labels=np.zeros(9))
    run = "model.name=mlp model.hidden=8 train.steps=2 train.report_every=2 train.checkpoint_every=2"
    settings = " ".join(f"--set {setting}" for setting in f"{run} data.name=array data.root=x.npz".split())
    done = _shell(f"$L train --preset digits {settings}", tmp_path)
    assert done.returncode == 0
    assert "Array file: 8 to train on, 2 held out" in done.stderr
    assert "labels has the shape (9,), not one label for each of the 10 images; the labels are left out." in done.stderr
