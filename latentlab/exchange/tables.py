"""The numbers that a run has reported as a table for other programs: a row for each report, a column for each number."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from latentlab.errors import ConfigError
from latentlab.extras import requirement
from latentlab.files.output import check_output, write_output
from latentlab.runs import Report, Run

ENDINGS = (".csv", ".parquet")
_HEAD = ("run", "step", "epoch", "seconds", "images_per_second")


def check_table(path: Path) -> Path:
    """Raises ConfigError or FileError where a table cannot be written there, before anything is read for it."""
    if path.suffix.lower() not in ENDINGS:
        raise ConfigError(f"{path}: a table of metrics ends in {' or '.join(ENDINGS)}.")
    check_output(path)
    return path


def write_table(runs: Sequence[Run], path: Path) -> None:
    """Write the reports of runs, the kind of table being that of the file's name.

    Args:
        runs: whose reports they are, a row for each.
        path: of the file, .csv or .parquet; what was there is replaced.

    Raises:
        ConfigError: if the name ends in another way, or pyarrow is not installed for parquet.
        RunError: if reports cannot be read.
        FileError: if the file cannot be written.
    """
    check_table(path)
    write_output(path, to_csv(runs).encode() if path.suffix.lower() == ".csv" else _to_parquet(runs, path))


def to_csv(runs: Sequence[Run]) -> str:
    """As text; a number that a report has not is left empty, one that was not finite is `nan`."""
    names = _names(runs)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*_HEAD, *names))
    writer.writerows(_rows(runs, names))
    return text.getvalue()


def _to_parquet(runs: Sequence[Run], path: Path) -> bytes:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ConfigError(f"{path}: parquet files are written with pyarrow; install {requirement('parquet')}.") from None
    names = _names(runs)
    kinds = (pyarrow.string(), pyarrow.int64(), *[pyarrow.float64()] * (len(_HEAD) - 2 + len(names)))
    columns = list(zip(*_rows(runs, names), strict=True)) or [()] * len(kinds)
    arrays = [pyarrow.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    content = BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(arrays, names=[*_HEAD, *names]), content)
    return content.getvalue()


def _names(runs: Sequence[Run]) -> list[str]:
    """Of all numbers, in the order in which they are first reported."""
    return list(dict.fromkeys(name for run in runs for report in run.reports() for name in _numbers(report)))


def _rows(runs: Sequence[Run], names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for run in runs:
        for report in run.reports():
            numbers = _numbers(report)
            head = (run.path.name, report.step, report.epoch, report.seconds, report.images_per_second)
            yield (*head, *(numbers.get(name) for name in names))


def _numbers(report: Report) -> dict[str, float]:
    """By columns of names that are no other column's: a loop of somebody's own may note an epoch, or seconds, itself."""
    return {f"values/{name}" if name in _HEAD else name: value for name, value in {**report.values, **report.machine}.items()}
