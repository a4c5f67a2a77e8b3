"""The result of a sweep, written into a folder: a page with its tables, a line for each run, and a figure for each metric."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import tomli_w

from latentlab import environment
from latentlab.errors import ExportError, FileError
from latentlab.files.output import write_output
from latentlab.machine import cpu_cores, processor
from latentlab.sweeps.figure import figure_of, figure_png
from latentlab.sweeps.plan import Sweep
from latentlab.sweeps.state import Outcome
from latentlab.sweeps.table import METRICS, tabulate

PAGE, RUNS = "README.md", "runs.csv"


def write_results(sweep: Sweep, outcomes: Sequence[Outcome], folder: Path, command: str) -> list[Path]:
    """Write everything that there is, over what an earlier call wrote.

    Args:
        sweep: what was run.
        outcomes: of its cells.
        folder: where, made if it is missing.
        command: line that ran the sweep, for the page.

    Returns:
        The files: the page first.

    Raises:
        ExportError: if they cannot be written.
    """
    table = tabulate(sweep, outcomes)
    figures = {f"{name}.png": figure_of(table, name) for name in table.metrics}
    drawn = {name: figure for name, figure in figures.items() if not figure.is_empty}
    provenance = {"latentlab": environment.versions()["latentlab"], "command": command}
    page = [
        f"# {sweep.config.name}",
        f"```sh\n{command}\n```",
        table.to_markdown().rstrip("\n"),
        *(f"![{figure.title}]({name})" for name, figure in drawn.items()),
        _origin(sweep, outcomes),
        f"```toml\n{_settings(sweep)}```",
    ]
    contents = {
        PAGE: ("\n\n".join(page) + "\n").encode(),
        RUNS: _runs(sweep, outcomes).encode(),
        **{name: figure_png(figure, provenance) for name, figure in drawn.items()},
    }
    make_folder(folder)
    try:
        for name, content in contents.items():
            write_output(folder / name, content)
    except FileError as error:
        raise ExportError(f"{error.path}: {error.reason}.") from None
    return [folder / name for name in contents]


def make_folder(folder: Path) -> None:
    """Make the folder for results; before a long sweep, so that it does not end in a folder that cannot be made.

    Raises:
        ExportError: if it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror or error}.") from None


def _origin(sweep: Sweep, outcomes: Sequence[Outcome]) -> str:
    """By what, where and how long the runs were computed."""
    runs = [outcome.run for outcome in outcomes if outcome.run is not None]
    made_by = sorted({", ".join(f"{name} {version}" for name, version in run.header.versions.items()) for run in runs})
    seconds = sum(reports[-1].seconds for run in runs if (reports := run.reports()))
    seeds = ", ".join(map(str, sweep.config.seeds))
    return (
        f"Seeds {seeds}; every evaluation draws its noise from seed 0, on the same images. {len(runs)} runs by "
        f"{' and '.join(made_by) or 'nothing yet'}; {seconds / 60:.0f} minutes of training in all. "
        f"Written on {environment.system()}, {processor()}, {cpu_cores()} cores. [One line for each run]({RUNS}). The sweep:"
    )


def _settings(sweep: Sweep) -> str:
    """The sweep as a file that runs it again; where images lie is each computer's own matter."""
    values = sweep.config.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    if isinstance(data := values.get("base", {}).get("data"), dict):
        data.pop("root", None)
    return tomli_w.dumps(values)


def _runs(sweep: Sweep, outcomes: Sequence[Outcome]) -> str:
    """A line for each run that was measured, trials included, at full precision."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    units = [METRICS[name].unit for name in sweep.config.metrics]
    columns = [f"{name} [{unit}]" if unit else name for name, unit in zip(sweep.config.metrics, units, strict=True)]
    writer.writerow([*sweep.row_titles, "trial of", "value", "seed", "steps", *columns])
    for outcome in outcomes:
        if outcome.status != "finished" or outcome.run is None or outcome.evaluation is None:
            continue
        cell = outcome.cell
        numbers = [outcome.metric(name) for name in sweep.config.metrics]
        tried = ", ".join(cell.choose.settings) if cell.choose and cell.trial is not None else ""
        writer.writerow(
            [
                *cell.row,
                tried,
                cell.trial_text,
                cell.config.seed,
                outcome.evaluation.provenance["checkpoint_step"],
                *("" if number is None else repr(number) for number in numbers),
            ]
        )
    return text.getvalue()
