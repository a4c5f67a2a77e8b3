"""The manual's page of the command line, from the commands themselves."""

from collections.abc import Iterator

import typer
from typer.core import TyperGroup

from latentlab.cli.commands import app
from latentlab.manual.markdown import plain, table


def page() -> str:
    """Every command with its arguments and options, as Markdown."""
    lines = ["# All commands", ""]
    lines += ["`latentlab` without a command opens the window. `--help` after a command prints what stands here.", ""]
    root = typer.main.get_group(app)
    for context in _commands(root, typer.Context(root, info_name="latentlab")):
        lines += _described(context)
    return "\n".join(lines)


def _commands(group: TyperGroup, context: typer.Context) -> Iterator[typer.Context]:
    """Those that do something, in the order of the help."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = typer.Context(command, info_name=name, parent=context)
        if isinstance(command, TyperGroup):
            yield from _commands(command, inner)
        else:
            yield inner


def _described(context: typer.Context) -> list[str]:
    command = context.command
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    lines = [f"## {context.command_path}", "", "```text", usage, "```", ""]
    for part in (command.help or "").split("\n\n"):
        lines += [plain(" ".join(part.split())), ""]
    records = filter(None, (parameter.get_help_record(context) for parameter in command.params))
    rows = [(f"`{names}`", told) for names, told in records]
    return [*lines, *table(rows, ("argument or option", "what it does"))] if rows else lines
