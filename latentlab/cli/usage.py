"""Arguments that are wrong, in LatentLab's own words: one sentence, and where to look."""

import contextlib
import difflib
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from latentlab.errors import ConfigError
from latentlab.expected import expected

# Newer versions of Typer bring their own copy of Click; what both share is reached through Typer.
_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


@contextlib.contextmanager
def explained(application: typer.Typer, arguments: list[str]) -> Iterator[None]:
    """Turn what Typer raises of arguments into a ConfigError.

    Raises:
        ConfigError: names the command, the argument and what would be right.
        KeyboardInterrupt: where Typer takes the end of standard input for an answer.
    """
    try:
        yield
    except typer.Abort:
        raise KeyboardInterrupt from None
    except _USAGE_ERROR as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else _called(application, arguments)
        if type(error).__name__ == "NoArgsIsHelpError":
            raise ConfigError(f"a command is missing after `{command}`; see `{command} --help`.") from None
        sentence = _sentence(error, command, arguments)
        raise ConfigError(f"{sentence}{' See' if sentence.endswith('?') else '; see'} `{command} --help`.") from None


def _sentence(error: Any, command: str, arguments: list[str]) -> str:
    message = str(error.message).strip()
    match type(error).__name__:
        case "NoSuchOption":
            known = error.possibilities or _options(error.ctx)
            return f"`{command}` has no option {error.option_name}{_nearest(error.option_name, known)}"
        case "MissingParameter":
            return f"`{command}`: {_name(error)} is missing"
        case "BadParameter":
            return f"`{command}`: {_name(error)}{_value(error.param, arguments)}: {expected(message)}"
        case "BadOptionUsage":
            wanted = "takes no value" if "not take" in message else "needs a value"
            return f"`{command}`: {error.option_name} {wanted}"
        case _ if message.startswith("No such command"):
            word = message.partition("'")[2].partition("'")[0]
            return f"`{command}` has no command {word!r}{_nearest(word, error.ctx.command.commands)}"
        case _ if message.startswith("Got unexpected extra"):
            words = message.partition("(")[2].rpartition("(")[2].rstrip(").")
            return f"`{command}`: {words}: more arguments than the command takes"
        case _:
            return f"`{command}`: {expected(message)}"


def _called(application: typer.Typer, arguments: list[str]) -> str:
    """The command that arguments begin with, for an error that does not say."""
    command: Any = typer.main.get_command(application)
    words = ["latentlab"]
    for word in arguments:
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            break
        words.append(word)
    return " ".join(words)


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def _name(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return "an argument"
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper()).strip("[]{}")
    return str(max(parameter.opts, key=len))


def _value(parameter: Any, arguments: list[str]) -> str:
    """What was written for an option; empty where it cannot be told."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=True):
        name, equals, value = word.partition("=")
        if parameter is not None and name in parameter.opts:
            return f" = {(value if equals else after)!r}"
    return ""


def _options(context: Any) -> list[str]:
    return [name for parameter in context.command.params for name in parameter.opts] if context is not None else []
