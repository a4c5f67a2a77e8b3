"""Damaged files of every kind, read by everything that reads them: only LatentLab's own errors, little memory, little time."""

import faulthandler
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from latentlab.errors import LatentLabError
from tests.faults.mutation import mutate
from tests.faults.readers import Reader, all_readers

_MOST_MEMORY, _MOST_SECONDS, _HUNG_AFTER = 200 * 2**20, 5.0, 60


@dataclass
class _Tally:
    inputs: int = 0
    own: int = 0
    accepted: int = 0
    foreign: int = 0
    large: int = 0
    slow: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def attack(seconds: float, seed: int) -> bool:
    """Damage each kind of file for its share of the time; whether nothing went wrong."""
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", module=r"PIL\.")
    with tempfile.TemporaryDirectory() as folder:
        readers = all_readers(Path(folder))
        for reader in readers:
            reader.read(reader.file)  # what is sound is read, or damaging it shows nothing
        tallies = {
            reader.name: _attack(reader, seconds / len(readers), random.Random(f"{seed} {reader.name}")) for reader in readers
        }
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


def _attack(reader: Reader, seconds: float, chance: random.Random) -> _Tally:
    tally, sound = _Tally(), reader.file.read_bytes()
    end = time.monotonic() + seconds
    _forget_peak()
    before = _peak()
    while time.monotonic() < end:
        reader.file.write_bytes(mutate(sound, [sound], chance))
        _try(reader, tally, before)
    return tally


def _try(reader: Reader, tally: _Tally, before: int) -> None:
    tally.inputs += 1
    began = time.monotonic()
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
    if time.monotonic() - began > _MOST_SECONDS:
        tally.slow += 1
        tally.kinds["slow"] += 1
    if _peak() - before > _MOST_MEMORY:
        tally.large += 1
        tally.kinds["large"] += 1
        _forget_peak()


def _note(tally: _Tally, kind: str) -> None:
    tally.foreign += 1
    tally.kinds[kind] += 1


def _peak() -> int:
    """The most memory so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _forget_peak() -> None:
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")
