"""From arguments to an exit code: whatever happens in a command ends in one sentence."""

import gc
import sys
import traceback
from pathlib import Path

from latentlab import log, machine
from latentlab.cli import interrupts, streams
from latentlab.cli.once import is_first_to_say
from latentlab.environment import launch, log_path
from latentlab.errors import ConfigError, LatentLabError

_BROKEN_PIPE = 141
"""128 + SIGPIPE: what a shell reports of a program whose reader has gone."""
_YOUNG_OBJECTS = 200_000
"""Before Python looks for cycles among them. With its own 700 a quarter of the time to the first step of a run was spent on
looking through modules as they were imported, none of which is garbage."""


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code: see `latentlab.cli.main`.

    Raises:
        KeyboardInterrupt: on Ctrl-C.
    """
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    streams.prepare()
    machine.settle_threads()
    if arguments:
        gc.set_threshold(_YOUNG_OBJECTS, *gc.get_threshold()[1:])
    if arguments[:1] != ["doctor"]:
        log.start_log()
        log.note_thread_errors()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        raise
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException as error:  # noqa: BLE001 - a traceback is for those who ask for it
        if interrupts.interrupted():
            raise KeyboardInterrupt from None
        code, text = _explain(error)
        if debug:
            traceback.print_exception(error)
        if text and is_first_to_say(text):
            print(f"latentlab: {streams.printable(text)}", file=sys.stderr)
        return code


def _refuse_several(arguments: list[str]) -> None:
    """Under torchrun, what its processes would each do for themselves."""
    count = launch().count
    if count > 1 and (arguments[:1] not in (["train"], ["branch"]) or "--replay" in arguments):
        what = f"latentlab {arguments[0]}" if arguments else "latentlab"
        raise ConfigError(
            f"torchrun with {count} processes: {what} would run {count} times; only train and branch share their work."
        )


def _invoke(arguments: list[str]) -> int:
    _refuse_several(arguments)
    if not _is_somewhere():
        raise ConfigError("the current folder does not exist any more; change to another one.")
    if not arguments:  # the window needs none of the commands
        return _open_window()
    from latentlab.cli.usage import explained

    try:
        from latentlab.cli.commands import app
    except ImportError:
        if arguments[:1] != ["doctor"]:
            raise
        from latentlab.cli.doctor import report  # which needs little of what may be broken

        return report(as_json="--json" in arguments)

    import typer

    _tell_of_plugins()
    # Not through Typer's own `main`, which makes one exit code of every interrupt and signal.
    command = typer.main.get_command(app)
    try:
        with explained(app, arguments), command.make_context("latentlab", list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


def _open_window() -> int:
    gc.disable()  # nothing that is imported is garbage, and looking through it takes a tenth of the start
    try:
        _tell_of_plugins()
        from latentlab.gui.app import open_window

        return open_window()
    finally:
        gc.enable()


def _tell_of_plugins() -> None:
    from latentlab.catalog import PLUGIN_PROBLEMS
    from latentlab.explore.requests import VIEW_PROBLEMS

    for problem in (*PLUGIN_PROBLEMS, *VIEW_PROBLEMS):
        print(f"latentlab: {streams.printable(problem)}", file=sys.stderr)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")


def _is_somewhere() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _explain(error: BaseException) -> tuple[int, str]:
    """Exit code and sentence."""
    if isinstance(error, LatentLabError):
        return 2, str(error)
    if isinstance(error, streams.OutputError):
        streams.discard_output()
        return (_BROKEN_PIPE, "") if error.reader_gone else (2, str(error))
    if isinstance(error, ImportError):
        log.note_error(error)
        return 2, f"a part of LatentLab cannot be loaded ({_first_line(error)}); `latentlab doctor` says what is missing."
    if isinstance(error, MemoryError):
        return 2, "there is not enough memory for this; choose fewer or smaller images, or a smaller model."
    log.note_error(error)
    kept = f"details are in {log_path()}" if log.is_kept() else "--debug shows details"
    first = _first_line(error)
    what = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return 1, f"unexpected error: {what}; {kept}; please report it with the output of `latentlab doctor`."
