"""What every command shares: the application, common options, and how things are printed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table
from rich.text import Text

from latentlab.cli.streams import printable
from latentlab.files.output import check_output
from latentlab.runs import Run

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Train variational auto-encoders and explore their latent space while they learn. Without a command: the window.",
)


class SafeConsole(Console):
    """A console on which names of files and the like do nothing but show: their control characters are written as escapes."""

    def render_str(self, text: str, **options: Any) -> Text:
        lines = (printable(line) for line in text.split("\n"))
        return super().render_str("\n".join(lines), **options)


class _OneLineConsole(SafeConsole):
    def render_str(self, text: str, **options: Any) -> Text:
        return super().render_str(printable(text), **options)


notes = SafeConsole(stderr=True, highlight=False)
NEVER_FOLDED = 10_000
"""Width of what goes to a file or another program."""

Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change a setting, for example objective.beta=4. Repeatable."),
]
DataRoot = Annotated[
    Path | None, typer.Option("--data-root", metavar="PATH", help="Where the run's images are now, if they have moved.")
]
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="A run's folder.", show_default=False)]


def note_damage(run: Run, checkpoint: int | None) -> None:
    """Say so where the newest checkpoint is damaged and an earlier one is used, unless a step was asked for.

    Raises:
        RunError: if no checkpoint can be used.
    """
    if checkpoint is None:
        tell(run.newest_note(run.checkpoint()))


def tell(note: str) -> None:
    """Say something on standard error, unless there is nothing to say."""
    if note:
        notes.print(f"latentlab: {note}", style="yellow", markup=False, soft_wrap=True)


def print_table(table: Table) -> None:
    """Print a table, never folded where no person reads it; no cell begins a line of its own."""
    console = _OneLineConsole(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = NEVER_FOLDED
    console.print(table)


def print_rows(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table of thousands of rows in no time; one that is wider than the terminal is folded as `print_table` does it."""
    console = _OneLineConsole(highlight=False, markup=False)
    lines = [[printable(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    if console.is_terminal and sum(widths) + 2 * len(widths) - 2 > console.width:
        table = Table(*(Column(title, overflow="fold") for title in titles), box=None, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        print_table(table)
        return
    head, *body = ("  ".join(set_cell_size(cell, width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    console.print(head.rstrip(), style="bold", soft_wrap=True)
    for line in body:
        print(line.rstrip())


@contextmanager
def files_shown(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal's standard error, to be told of the files done and their number; it appears with the first."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True, disable=not notes.is_interactive) as progress:

        def show(done: int, total: int) -> None:
            task = progress.task_ids[0] if progress.task_ids else progress.add_task(what)
            progress.update(task, completed=done, total=total)

        yield show


def writable(path: Path | None) -> Path | None:
    """Check a file to be written before anything is computed for it.

    Raises:
        FileError: if it cannot be written.
    """
    if path is not None:
        check_output(path)
    return path


def without(arguments: list[str], flag: str) -> list[str]:
    """Arguments but for a flag."""
    return [argument for argument in arguments if argument != flag]
