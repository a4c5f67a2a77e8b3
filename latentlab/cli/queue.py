"""Commands of the queue: runs and sweeps that wait in line in a folder of runs."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from latentlab.cli.terminal import Settings, app, notes, print_rows, tell
from latentlab.config import DEFAULT_PRESET, load_config, load_preset, override
from latentlab.errors import ConfigError
from latentlab.queue import Entry, EntryState, Queued, RunQueue, queue_of, run_queue
from latentlab.runs import Run, default_runs_folder

queue = typer.Typer(no_args_is_help=True, help="Runs and sweeps that wait in line, over restarts.")
app.add_typer(queue, name="queue")

Runs = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Folder of runs that the queue is in (default: runs).")]
Name = Annotated[str, typer.Argument(metavar="ENTRY", help="As `latentlab queue list` names it.")]


@queue.command()
def add(
    config_file: Annotated[
        Path | None, typer.Argument(metavar="[RUN.toml]", help="Settings; a run's own run.toml serves.")
    ] = None,
    preset: Annotated[str | None, typer.Option(help=f"Start from a preset (default: {DEFAULT_PRESET}).")] = None,
    resume: Annotated[Path | None, typer.Option(metavar="RUN", help="Go on with a run from its newest checkpoint.")] = None,
    sweep: Annotated[str | None, typer.Option(metavar="SWEEP", help="A sweep's file, or the name of a shipped one.")] = None,
    settings: Settings = None,
    out: Runs = None,
) -> None:
    """Put a run, or a sweep, at the end of the queue; prints its name there."""
    if sum(choice is not None for choice in (config_file, preset, resume, sweep)) > 1:
        raise ConfigError("give one of RUN.toml, --preset, --resume and --sweep, not several.")
    if sweep is not None:
        from latentlab.sweeps import load_sweep

        load_sweep(sweep, settings or [])  # so that what is wrong is said now
        entry = Entry.of_sweep(sweep, tuple(settings or ()))
    elif resume is not None:
        run = Run(resume)
        run.checkpoint()
        entry = Entry.of_run(run.path, override(run.config, settings or []))
    else:
        config = load_config(config_file) if config_file else load_preset(preset or DEFAULT_PRESET)
        entry = Entry.of_config(override(config, settings or []))
    print(_line(out).add(entry).number)


@queue.command("list")
def list_entries(
    out: Runs = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of objects instead of a table.")] = False,
) -> None:
    """List the queue in the order in which it is run, with what has become of each entry."""
    entries = _line(out).entries()
    if as_json:
        print(json.dumps([_fields(queued) for queued in entries], indent=2, ensure_ascii=False))
        return
    rows = [(queued.number, queued.state.value, queued.title, str(queued.run or ""), queued.reason) for queued in entries]
    print_rows(("entry", "state", "what", "run", ""), rows)


@queue.command("run")
def run_entries(
    out: Runs = None,
    workers: Annotated[
        int, typer.Option(min=1, max=64, metavar="N", help="Entries that run side by side; the cores are divided among them.")
    ] = 1,
    then: Annotated[
        str | None, typer.Option("--then", metavar="COMMAND", help="A command to run when nothing is left to do.")
    ] = None,
) -> None:
    """Run what waits, one after the other or side by side. Ctrl-C saves what is being trained; call again to go on."""
    line = _line(out)
    try:
        done = run_queue(line.folder, workers, _tell_begun, _tell_ended)
    except KeyboardInterrupt:
        notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
        notes.print(shlex.join(["latentlab", "queue", "run", *(["--out", str(out)] if out else [])]), markup=False)
        raise
    failed = [queued for queued in done if queued.state is EntryState.FAILED]
    tell(f"{len(done)} of the queue run, {len(failed)} failed." if done else "Nothing waits in the queue.")
    if then is not None and done:
        subprocess.run(shlex.split(then), check=False)
    if failed:
        raise typer.Exit(1)


@queue.command()
def move(
    entry: Name, place: Annotated[int, typer.Argument(min=1, metavar="PLACE", help="In line, from 1.")], out: Runs = None
) -> None:
    """Move an entry to another place in line."""
    _line(out).move(entry, place - 1)


@queue.command()
def pause(entry: Name, out: Runs = None) -> None:
    """Have an entry passed over until it is put in line again."""
    _line(out).pause(entry)


@queue.command()
def wait(entry: Name, out: Runs = None) -> None:
    """Put an entry in line again that was paused, has failed or is finished."""
    _line(out).wait(entry)


@queue.command()
def duplicate(entry: Name, out: Runs = None) -> None:
    """Put an entry's settings at the end once more; prints the new entry's name."""
    print(_line(out).duplicate(entry).number)


@queue.command()
def remove(entry: Name, out: Runs = None) -> None:
    """Take an entry out of the queue; its run stays."""
    _line(out).remove(entry)


@queue.command()
def clear(out: Runs = None) -> None:
    """Take out all that are finished; their runs stay."""
    tell(f"{_line(out).clear()} taken out.")


def _line(out: Path | None) -> RunQueue:
    return queue_of(out or default_runs_folder())


def _fields(queued: Queued) -> dict[str, object]:
    return {
        "entry": queued.number,
        "state": queued.state.value,
        "what": queued.title,
        "run": None if queued.run is None else str(queued.run),
        "reason": queued.reason,
    }


def _tell_begun(queued: Queued) -> None:
    notes.print(f"{queued.number}: {queued.title} begins", markup=False, soft_wrap=True)


def _tell_ended(queued: Queued) -> None:
    text = f"{queued.number}: {queued.title} {queued.state.value}"
    notes.print(text + (f": {queued.reason}" if queued.reason else ""), markup=False, soft_wrap=True)
