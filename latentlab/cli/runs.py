"""Commands that list the runs of a folder, and follow one that another process writes."""

import json
import shlex
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from latentlab import metrics
from latentlab.cli.terminal import RunFolder, app, notes, print_rows
from latentlab.errors import RunError
from latentlab.runs import Follower, News, Report, Run, RunState, RunSummary, default_runs_folder, in_tree, list_runs

_BETWEEN_LOOKS = 1.0
"""Seconds."""


@app.command("runs")
def list_command(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Folder of runs (default: runs).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of objects instead of a table.")] = False,
    as_tree: Annotated[bool, typer.Option("--tree", help="List each branch below the run that it branched off.")] = False,
) -> None:
    """List the runs in a folder, newest first, each with its state: live, finished, stopped, failed or interrupted."""
    summaries = list_runs(folder or default_runs_folder())
    placed = in_tree(summaries) if as_tree else [(0, summary) for summary in summaries]
    if as_json:
        print(json.dumps([_fields(summary) for _, summary in placed], indent=2))
        return
    print_rows(("run", "state", "step", "data", "objective"), [_row(summary, depth) for depth, summary in placed])


@app.command()
def watch(run_folder: RunFolder) -> None:
    """Follow a run that another process writes, here or on another computer, until it ends. Ctrl-C ends the watching alone."""
    follower = Follower(run_folder)
    news = follower.look()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:,.0f}/{task.total:,.0f}"),
        TextColumn("{task.fields[numbers]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes) as progress:
        task = progress.add_task(news.header.config.name, total=news.header.config.train.steps, numbers="")
        caught_up = False
        while True:
            _show(progress, task, news, alarms=caught_up)
            if not news.more:
                caught_up = True
                if news.state is not RunState.LIVE:
                    break
                time.sleep(_BETWEEN_LOOKS)
            news = follower.look()
    _tell_end(Run(run_folder), news.state)


def _show(progress: Progress, task: TaskID, news: News, *, alarms: bool) -> None:
    progress.update(task, total=news.header.config.train.steps)
    if news.reports:
        progress.update(task, completed=news.reports[-1].step)
    if measured := [report for report in news.reports if metrics.TOTAL in report.values]:
        progress.update(task, numbers=_numbers(measured[-1], news.header.config.consistency.speed_unit))
    for event in news.events:
        if alarms and event.kind == "alarm":
            notes.print(f"latentlab: {event.text}", style="yellow", markup=False)


def _numbers(report: Report, speed_unit: str) -> str:
    return f"loss {report.values[metrics.TOTAL]:,.1f} nats · {report.images_per_second:,.0f} {speed_unit}"


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
    print(f"Resume it from step {checkpoint.step:,} with:\nlatentlab train --resume {shlex.quote(str(run.path))}")


def _row(summary: RunSummary, depth: int) -> tuple[str, ...]:
    name = "  " * (depth - 1) + "└ " * bool(depth) + summary.path.name
    if summary.run is None:
        return name, "damaged", "", summary.problem, ""
    config = summary.run.config
    if depth and (parent := summary.run.header.parent):
        name += f" (from step {parent.step:,})"
    state = str(summary.state) if summary.state else f"unknown: {summary.problem}"
    return name, state, f"{summary.step:,}/{summary.steps:,}", config.data.name, config.objective_title


def _fields(summary: RunSummary) -> dict[str, Any]:
    config = summary.run.config if summary.run else None
    return {
        "name": summary.name,
        "path": str(summary.path),
        "state": summary.state or ("damaged" if config is None else "unknown"),
        "problem": summary.problem,
        "step": summary.step,
        "steps": summary.steps if config else None,
        "created": summary.created or None,
        "data": config.data.name if config else None,
        "objective": config.objective_title if config else None,
        "seed": config.seed if config else None,
        "parent": asdict(parent) if summary.run and (parent := summary.run.header.parent) else None,
    }
