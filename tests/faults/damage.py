"""Every file of a run damaged in every way: what reads it uses the newest whole checkpoint, or says one sentence."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from latentlab.runs import Run, list_runs
from tests.faults.children import command, run_to_end
from tests.faults.tally import Tally
from tests.faults.tiny import runs_in, settings

_STEPS, _LONGER = 14, 17


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    if content:
        content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def _zero_head(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(min(100, len(content))) + content[100:])


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(random.Random(1).randbytes(100))


def _in_place_of(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        path.unlink()
        make(path)

    return damage


def _make_huge(path: Path) -> None:
    os.truncate(path, 2**40)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "truncated": _truncate,
    "emptied": lambda path: os.truncate(path, 0),
    "removed": lambda path: path.unlink(),
    "one bit flipped": _flip,
    "first 100 bytes zero": _zero_head,
    "all zero": lambda path: path.write_bytes(bytes(path.stat().st_size)) and None,
    "random bytes": lambda path: path.write_bytes(random.Random(0).randbytes(path.stat().st_size)) and None,
    "garbage appended": _append,
    "a folder": _in_place_of(lambda path: path.mkdir()),
    "a FIFO": _in_place_of(os.mkfifo),
    "a dangling link": _in_place_of(lambda path: path.symlink_to("nowhere")),
    "a link to /dev/zero": _in_place_of(lambda path: path.symlink_to("/dev/zero")),
    "unreadable": lambda path: path.chmod(0),  # root reads it nevertheless
    "huge and sparse": _make_huge,
}


def attack(count: int | None, seed: int) -> bool:
    """Try each pair of a file and a damage, or so many drawn at random; whether all ended well."""
    tally = Tally("damage")
    with tempfile.TemporaryDirectory() as folder:
        runs = Path(folder) / "runs"
        _must(command("train", *settings("running average", _STEPS), "--out", runs), Path(folder))
        sound = runs_in(runs)[0]
        _must(command("evaluate", sound, "--samples", "2", "--images", "8"), Path(folder))
        expected = _copied(sound, Path(folder) / "expected")
        _must(command(*_resume(expected)), Path(folder))
        files = sorted(file.relative_to(sound) for file in sound.rglob("*") if file.is_file())
        files.append(Path("lock"))
        pairs = [(file, kind) for file in files for kind in DAMAGE]
        if count is not None and count < len(pairs):
            pairs = random.Random(seed).sample(pairs, count)
        for number, (file, kind) in enumerate(pairs):
            _try(sound, expected, file, kind, Path(folder) / f"case-{number}", tally)
    return tally.close()


def _try(sound: Path, expected: Path, file: Path, kind: str, folder: Path, tally: Tally) -> None:
    run = _copied(sound, folder / "runs" / sound.name)
    _copied(sound, folder / "runs" / "beside")
    newest = Run(sound).checkpoints()[-1].path.name
    if not (run / file).exists():
        (run / file).write_text('{"host": "elsewhere", "pid": 7, "started": "2026-01-01T00:00:00+00:00", "heartbeat": ""}')
    DAMAGE[kind](run / file)
    works = {
        "list": lambda: _list(folder / "runs"),
        "explore": command("traverse", run, "-o", folder / "picture.png", "--index", "0", "--steps", "3"),
        "evaluate": command("evaluate", run, "--samples", "2", "--images", "8"),
        "resume": command(*_resume(run)),
    }
    outcomes = {}
    for what, work in works.items():
        log = folder / f"{what}.log"
        outcomes[what] = code = run_to_end(work, log)
        text = log.read_text(encoding="utf-8", errors="replace")
        ours = [line for line in text.splitlines() if line.startswith("latentlab: ")]
        tally.count(kind, what)
        if code is None:
            tally.lose(kind, f"{file}: {what} hangs")
        elif code not in (0, 2) or "Traceback" in text or (code == 2 and not ours):
            tally.lose(kind, f"{file}: {what} ends with {code}: {text[-1500:]}")
        elif code == 2 and file.parts[0] == "checkpoints":
            tally.lose(kind, f"{file}: {what} uses no whole checkpoint: {text[-500:]}")
        tally.count(kind, "goes on" if code == 0 else "a sentence")
    if outcomes["resume"] == 0:
        _check_resumed(run, expected, newest if newest in file.parts else "", file, kind, tally)
    shutil.rmtree(folder)


def _check_resumed(run: Path, expected: Path, damaged: str, file: Path, kind: str, tally: Tally) -> None:
    for name in ("model.safetensors", "ema.safetensors", "trainer.safetensors"):
        if (Run(run).checkpoint().path / name).read_bytes() != (Run(expected).checkpoint().path / name).read_bytes():
            tally.lose(kind, f"{file}: the resumed run has another {name}")
    steps = [report.step for report in Run(run).reports()]
    if steps != sorted(set(steps)):
        tally.lose(kind, f"{file}: the resumed run has reports of steps {steps}")
    if damaged and kind != "unreadable" and not list(run.glob("checkpoints/damaged-step-*")):
        tally.lose(kind, f"{file}: the damaged checkpoint was not set aside")


def _resume(run: Path) -> tuple[str | Path, ...]:
    return "train", "--resume", run, "--set", f"train.steps={_LONGER}"


def _list(folder: Path) -> int:
    problems = {summary.path.name: summary.problem for summary in list_runs(folder)}
    return 0 if len(problems) == 2 and problems["beside"] == "" else 1


def _copied(run: Path, to: Path) -> Path:
    return Path(shutil.copytree(run, to))


def _must(work: Callable[[], int], folder: Path) -> None:
    if run_to_end(work, folder / "log") != 0:
        raise RuntimeError((folder / "log").read_text()[-2000:])
