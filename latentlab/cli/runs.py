"""Commands that list and annotate the runs of a folder, and what follows one that another process writes."""

import json
import shlex
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from latentlab import metrics
from latentlab.cli.step_bar import StepBar, step_bar, step_text
from latentlab.cli.terminal import app, notes, print_rows
from latentlab.errors import RunError
from latentlab.runs import (
    Follower,
    News,
    Run,
    RunState,
    RunSummary,
    default_runs_folder,
    in_tree,
    list_runs,
    read_annotations,
    write_annotations,
)
from latentlab.runs.mirrors import read_mirror

_BETWEEN_LOOKS = 1.0
"""Seconds."""


@app.command("runs")
def list_command(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Folder of runs (default: runs).")] = None,
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="Only runs with this tag. Repeatable.")] = None,
    every: Annotated[bool, typer.Option("--all", help="List archived runs too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of objects instead of a table.")] = False,
    as_tree: Annotated[bool, typer.Option("--tree", help="List each branch below the run that it branched off.")] = False,
) -> None:
    """List the runs in a folder, newest first, each with its state: live, finished, stopped, failed or interrupted."""
    wanted = set(tags or ())
    summaries = [
        summary
        for summary in list_runs(folder or default_runs_folder())
        if (every or not summary.annotations.archived) and wanted <= set(summary.annotations.tags)
    ]
    placed = in_tree(summaries) if as_tree else [(0, summary) for summary in summaries]
    if as_json:
        print(json.dumps([_fields(summary) for _, summary in placed], indent=2))
        return
    print_runs(placed)


@app.command()
def annotate(
    run_folders: Annotated[list[Path], typer.Argument(metavar="RUN...", help="Folders of runs.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="Name that lists show; empty: that of its settings.")] = None,
    note: Annotated[str | None, typer.Option(help="Text about the run; an empty one removes it.")] = None,
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="Add a tag. Repeatable.")] = None,
    untags: Annotated[list[str] | None, typer.Option("--untag", metavar="TAG", help="Remove a tag. Repeatable.")] = None,
    archived: Annotated[
        bool | None, typer.Option("--archive/--unarchive", help="Leave it out of lists, or list it again.", show_default=False)
    ] = None,
) -> None:
    """Name, note, tag or archive runs, also while they train. Without options, print what is written about them."""
    given = {"name": name, "note": note, "archived": archived}
    changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    for folder in run_folders:
        annotations = read_annotations(Run(folder).path)
        if changes or tags or untags:
            annotations = replace(annotations, **changes).with_tags(tags or (), untags or ())
            write_annotations(folder, annotations)
        print(json.dumps({"run": str(folder), **asdict(annotations)}, ensure_ascii=False))


def print_runs(placed: Sequence[tuple[int, RunSummary]]) -> None:
    """Print runs as a table, each with how deep it lies below the run that it branched off."""
    titles = ("run", "name", "state", "step", "ELBO", "data", "objective", "tags", "note")
    print_rows(titles, [_row(summary, depth) for depth, summary in placed])


def follow(run_folder: Path, refresh: Callable[[], object] = lambda: None) -> None:
    """Show how a run gets on until it ends.

    Args:
        run_folder: the run's folder.
        refresh: is called before each look at it.
    """
    follower = Follower(run_folder)
    news = follower.look()
    with step_bar(news.header.config) as bar:
        caught_up = False
        while True:
            _show(bar, news, alarms=caught_up)
            if not news.more:
                caught_up = True
                if news.state is not RunState.LIVE:
                    break
                time.sleep(_BETWEEN_LOOKS)
                refresh()
            news = follower.look()
    _tell_end(Run(run_folder), news.state)


def _show(bar: StepBar, news: News, *, alarms: bool) -> None:
    bar.move(news.reports[-1].step if news.reports else None, news.header.config.train.steps)
    if measured := [report for report in news.reports if metrics.TOTAL in report.values]:
        bar.report(measured[-1])
    for event in news.events:
        if alarms and event.kind == "alarm":
            notes.print(f"latentlab: {event.text}", style="yellow", markup=False)


def _tell_end(run: Run, state: RunState) -> None:
    report, event = run.reports().last, run.events().last
    step = report.step if report else 0
    if state is RunState.INTERRUPTED:
        print(f"Interrupted at step {step:,}: the process that wrote this run ended without saying so.")
    else:
        print(event.text if event and event.text else f"{state.capitalize()} at step {step:,}.")
    if state is RunState.FINISHED:
        return
    try:
        checkpoint = run.checkpoint()
        note = run.newest_note(checkpoint)
    except RunError as error:
        print(error)
        return
    if note:
        print(note)
    mirror = read_mirror(run.path)
    where, path = (f" on {mirror.address}", mirror.path) if mirror else ("", str(run.path))
    print(f"Resume it{where} from step {checkpoint.step:,} with:\nlatentlab train --resume {shlex.quote(path)}")


def _row(summary: RunSummary, depth: int) -> tuple[str, ...]:
    folder = "  " * (depth - 1) + "└ " * bool(depth) + summary.path.name
    written = summary.annotations
    about = ", ".join(written.tags), written.note.partition("\n")[0]
    if summary.run is None:
        return folder, summary.label, "damaged", "", "", summary.problem, "", *about
    if depth and (parent := summary.run.header.parent):
        folder += f" (from step {parent.step:,})"
    state = str(summary.state) if summary.state else f"unknown: {summary.problem}"
    steps, elbo = step_text(summary.step, summary.steps), "" if summary.elbo is None else f"{summary.elbo:.1f}"
    return folder, summary.label, state, steps, elbo, summary.data, summary.method, *about


def _fields(summary: RunSummary) -> dict[str, Any]:
    config = summary.run.config if summary.run else None
    return {
        "name": summary.name,
        "label": summary.label,
        "path": str(summary.path),
        "state": summary.state or ("damaged" if config is None else "unknown"),
        "problem": summary.problem,
        "step": summary.step,
        "steps": summary.steps if config else None,
        "created": summary.created or None,
        "data": summary.data or None,
        "objective": summary.method or None,
        "seed": config.seed if config else None,
        "parent": asdict(parent) if summary.run and (parent := summary.run.header.parent) else None,
        "elbo": summary.elbo,
        "note": summary.annotations.note,
        "tags": summary.annotations.tags,
        "archived": summary.annotations.archived,
    }
