"""Damaged files of every kind, read by everything that reads them: only LatentLab's own errors, little memory, little time."""

import faulthandler
import json
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from latentlab.errors import LatentLabError
from tests.faults.mutation import mutate
from tests.faults.readers import Reader, all_readers

_MOST_MEMORY, _MOST_PER_BYTE, _MOST_SECONDS, _HUNG_AFTER = 200 * 2**20, 160, 5.0, 600
_SLICE = 100
"""Inputs to a reader before it is another one's turn, and counts are kept."""


@dataclass
class _Tally:
    inputs: int = 0
    own: int = 0
    accepted: int = 0
    foreign: int = 0
    large: int = 0
    slow: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def attack(seconds: float, seed: int, inputs: int | None = None, kept: Path | None = None) -> bool:
    """Damage each kind of file; whether nothing went wrong.

    Memory is what one input makes the process grow by; too much is more than 200 MB and more than 160 times the file. Time is
    the processor's, so that other work on the machine does not count; what waits for ten minutes ends the attack.

    Args:
        seconds: for all readers together.
        seed: of the damage: an input is known by it, the reader and its number.
        inputs: for each reader, where that is to end it sooner.
        kept: a file of counts, gone on from where it is there.
    """
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", module=r"PIL\.")
    with tempfile.TemporaryDirectory() as folder:
        readers = all_readers(Path(folder))
        sound = {}
        for reader in readers:
            reader.read(reader.file)  # what is sound is read, or damaging it shows nothing
            sound[reader.name] = reader.file.read_bytes()
        tallies = {reader.name: _Tally() for reader in readers} | _counts(kept)
        _attack_all(readers, sound, tallies, seconds, seed, inputs, kept)
    tallies = {reader.name: tallies[reader.name] for reader in readers}
    print(f"{'reader':32} {'inputs':>8} {'own':>8} {'accepted':>8} {'foreign':>8} {'>200 MB':>8} {'>5 s':>6}")
    for name, tally in tallies.items():
        counts = (tally.inputs, tally.own, tally.accepted, tally.foreign, tally.large)
        print(f"{name:32} {' '.join(f'{count:8,}' for count in counts)} {tally.slow:6,}")
    for name, tally in tallies.items():
        for kind, count in tally.kinds.most_common():
            print(f"{name}: {count} times {kind}", file=sys.stderr)
    total = sum(tally.inputs for tally in tallies.values())
    wrong = sum(tally.foreign + tally.large + tally.slow for tally in tallies.values())
    print(f"{total:,} inputs to {len(tallies)} readers, {wrong:,} wrong.")
    return not wrong


def _attack_all(
    readers: list[Reader],
    sound: Mapping[str, bytes],
    tallies: Mapping[str, _Tally],
    seconds: float,
    seed: int,
    inputs: int | None,
    kept: Path | None,
) -> None:
    """By turns, so that all have had their share whenever it ends."""
    end = time.monotonic() + seconds
    waiting = list(readers)
    while waiting and time.monotonic() < end:
        share = (end - time.monotonic()) / len(waiting)
        for reader in waiting:
            tally, turn = tallies[reader.name], min(end, time.monotonic() + share)
            last = tally.inputs + _SLICE if inputs is None else min(tally.inputs + _SLICE, inputs)
            while tally.inputs < last and time.monotonic() < turn:
                reader.file.write_bytes(_input(reader, sound[reader.name], tally.inputs, seed))
                _try(reader, tally)
            _keep(tallies, kept)
        waiting = [reader for reader in waiting if inputs is None or tallies[reader.name].inputs < inputs]


def _input(reader: Reader, sound: bytes, number: int, seed: int) -> bytes:
    """The bombs as they are, then what is damaged, a bomb now and then."""
    if number < len(reader.bombs):
        return reader.bombs[number]
    chance = random.Random(f"{seed} {reader.name} {number}")
    content = chance.choice(reader.bombs) if reader.bombs and chance.random() < 0.1 else sound
    return mutate(content, [sound, *reader.bombs], chance)


def _counts(kept: Path | None) -> dict[str, _Tally]:
    if kept is None or not kept.exists():
        return {}
    return {
        name: _Tally(**{**values, "kinds": Counter(values["kinds"])}) for name, values in json.loads(kept.read_text()).items()
    }


def _keep(tallies: Mapping[str, _Tally], kept: Path | None) -> None:
    if kept is not None:
        kept.write_text(json.dumps({name: vars(tally) for name, tally in tallies.items()}))


def _try(reader: Reader, tally: _Tally) -> None:
    tally.inputs += 1
    most = max(_MOST_MEMORY, _MOST_PER_BYTE * reader.file.stat().st_size)
    _forget_peak()
    before = _peak()
    began = time.process_time()
    faulthandler.dump_traceback_later(_HUNG_AFTER, exit=True)
    try:
        reader.read(reader.file)
        tally.accepted += 1
    except LatentLabError as error:
        tally.own += 1
        if "\n" in str(error):
            _note(tally, "an error of several lines")
    except Exception as error:  # noqa: BLE001 - which is what is looked for
        where = traceback.extract_tb(error.__traceback__)[-1]
        _note(tally, f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {str(error)[:100]}")
    finally:
        faulthandler.cancel_dump_traceback_later()
    if time.process_time() - began > _MOST_SECONDS:
        tally.slow += 1
        tally.kinds[f"slow (input {tally.inputs - 1})"] += 1
    grown = _peak() - before
    if grown > most:
        tally.large += 1
        tally.kinds[f"{grown // 2**20} MB (input {tally.inputs - 1})"] += 1


def _note(tally: _Tally, kind: str) -> None:
    tally.foreign += 1
    tally.kinds[kind] += 1


def _peak() -> int:
    """The most memory so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _forget_peak() -> None:
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")
