"""Writes the man page and the completion of bash, zsh and fish from the commands, into packaging/shell.

    .venv/bin/python packaging/command_line.py

The four files are installed with the wheel; tests/cli/test_command_line.py fails where they are not those of the commands.
"""

import enum
import re
import sys
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import typer

from latentlab import __version__
from latentlab.cli.commands import app
from latentlab.config import preset_names

FOLDER = Path(__file__).resolve().parent / "shell"
NAME = "latentlab"
_NAMES_A_FILE = re.compile(r"RUN|FILE|DIR|PATH|FOLDER|SWEEP")
_VARIABLES = {
    "LATENTLAB_CACHE": "Folder for what can be computed again: prepared images, the manual.",
    "LATENTLAB_SETTINGS": "Folder for what the user has set in the window.",
    "LATENTLAB_LOG": "File of the log, or its folder.",
    "CUDA_VISIBLE_DEVICES": "GPUs that may be used.",
    "OMP_NUM_THREADS": "Threads of a run.",
}
_CODES = {
    "0": "Success.",
    "1": "A part of the work failed, or something unexpected happened.",
    "2": "Input or surroundings are at fault; one line on standard error says which.",
    "128 + N": "Ended by signal N.",
}


@dataclass(frozen=True)
class Parameter:
    """An option or an argument of a command.

    Attributes:
        names: an option's, short ones first; none of an argument.
        value: what is to be given, in capitals or as choices; empty for a flag.
        choices: the values that there are, where there are few.
        is_file: whether the value is the path of a file or folder.
        many: whether it may be given more than once; the value of such an argument ends in dots.
        required: whether it must be given.
        help: a sentence.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    is_file: bool
    many: bool
    required: bool
    help: str

    @property
    def shown(self) -> str:
        """As in a line of usage."""
        shown = (self.names[-1] if self.names else "", self.value)
        text = " ".join(part for part in shown if part)
        return text if self.required else f"[{text}]"


@dataclass(frozen=True)
class Command:
    """A command, or a group of them.

    Attributes:
        path: its words; none of the program itself.
        help: what it does.
        options: with `--help`.
        arguments: in their order.
        children: of a group.
    """

    path: tuple[str, ...]
    help: str
    options: tuple[Parameter, ...]
    arguments: tuple[Parameter, ...]
    children: "tuple[Command, ...]"

    @property
    def summary(self) -> str:
        """The first sentence."""
        return re.split(r"(?<=[.;:])\s", self.help, maxsplit=1)[0].rstrip(".;:")

    def all(self) -> "list[Command]":
        """This one and all below it."""
        return [self, *(each for child in self.children for each in child.all())]


def read_commands() -> Command:
    """All of the application."""
    return _command(typer.main.get_command(app), ())


def _command(command: Any, path: tuple[str, ...]) -> Command:
    parameters = [_parameter(each) for each in command.params if not each.hidden]
    help_option = Parameter(("--help",), "", (), False, False, False, "Show the options and exit.")
    return Command(
        path,
        " ".join((command.help or "").split()),
        (*(each for each in parameters if each.names), help_option),
        tuple(each for each in parameters if not each.names),
        tuple(
            _command(child, (*path, name))
            for name, child in sorted(getattr(command, "commands", {}).items())
            if not child.hidden
        ),
    )


def _parameter(parameter: Any) -> Parameter:
    is_option = parameter.opts[0].startswith("-")
    names = (*parameter.opts, *parameter.secondary_opts) if is_option else ()
    annotation = parameter.type_descriptor.annotation
    choices = _choices(annotation)
    if "--preset" in names:
        choices = tuple(preset_names())
    metavar = (parameter.metavar or "").strip("[]{}")
    is_flag = is_option and parameter.is_flag
    value = "" if is_flag else metavar or "|".join(choices if "--preset" not in names else ()) or _word(annotation, parameter)
    return Parameter(
        names=tuple(sorted(names, key=len)) if len(names) < 2 or not is_flag else names,
        value=value,
        choices=() if is_flag else choices,
        is_file=annotation is Path or bool(_NAMES_A_FILE.search(metavar)),
        many=parameter.multiple or parameter.nargs == -1,
        required=parameter.required,
        help=_help(parameter, is_flag),
    )


def _choices(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return tuple(str(each) for each in typing.get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return tuple(str(each.value) for each in annotation)
    return ()


def _word(annotation: Any, parameter: Any) -> str:
    return {int: "N", float: "X", Path: "PATH", str: "TEXT"}.get(annotation, parameter.name.upper())


def _help(parameter: Any, is_flag: bool) -> str:
    text = " ".join((parameter.help or "").split())
    default = parameter.default
    if parameter.show_default and not is_flag and isinstance(default, str | int | float):
        text = f"{text} [default: {default}]"
    return text


def man_page(program: Command) -> str:
    """In roff, for `man`."""
    lines = [
        f'.TH LATENTLAB 1 "" "LatentLab {__version__}" "User Commands"',
        *(".SH NAME", f"{NAME} \\- {_roff(program.summary[0].lower() + program.summary[1:])}"),
        *(".SH SYNOPSIS", f".B {NAME}", ".br", f".B {NAME}", "\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]"),
        *(".SH DESCRIPTION", _roff(program.help)),
        *(".SH OPTIONS", *_items(program.options)),
        ".SH COMMANDS",
    ]
    for command in program.all()[1:]:
        usage = " ".join((NAME, *command.path, *(["COMMAND"] if command.children else [])))
        must = [each.shown for each in command.options if each.required]
        shown = " ".join([*must, "[OPTIONS]", *(each.shown for each in command.arguments)])
        lines += [
            f'.SS "{_roff(" ".join(command.path))}"',
            f"\\fB{_roff(usage)}\\fR {_roff(shown)}",
            ".PP",
            _roff(command.help),
        ]
        lines += _items((*command.arguments, *command.options[:-1]))  # not `--help` at each
    lines += [".SH EXIT STATUS", *_terms(_CODES), ".SH ENVIRONMENT", *_terms(_VARIABLES)]
    lines += [".SH SEE ALSO", "The manual, which needs no network: \\fBlatentlab docs\\fR."]
    return "\n".join(lines) + "\n"


def _items(parameters: tuple[Parameter, ...]) -> list[str]:
    lines = []
    for each in parameters:
        names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in each.names)
        value = f"\\fI{_roff(each.value)}\\fR" if each.value else ""
        lines += [".TP", " ".join(part for part in (names, value) if part), _roff(each.help)]
    return lines


def _terms(terms: dict[str, str]) -> list[str]:
    return [line for term, text in terms.items() for line in (".TP", f"\\fB{_roff(term)}\\fR", _roff(text))]


def _roff(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def bash(program: Command) -> str:
    """A function that looks up the command, then the option before the cursor."""
    commands = program.all()
    known = [f'"{" ".join(each.path[:-1])} {each.path[-1]}"' for each in commands[1:]]
    values = []
    for each in commands:
        for option in each.options:
            if option.value:
                keys = "|".join(f'"{" ".join(each.path)} {name}"' for name in option.names)
                shown = f'_latentlab_words "{" ".join(option.choices)}"' if option.choices else ":"
                values.append(f"    {keys}) {shown}; return ;;")
    offered = []
    for each in commands:
        flags = " ".join(name for option in each.options for name in option.names)
        words = " ".join([child.path[-1] for child in each.children] or [c for a in each.arguments for c in a.choices])
        offered.append(f'    "{" ".join(each.path)}") flags="{flags}" words="{words}" ;;')
    return f"""# {_MADE}
_latentlab_words() {{
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "${{COMP_WORDS[COMP_CWORD]}}")
}}

_latentlab() {{
  local command="" word index flags="" words=""
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${{COMP_WORDS[index]}}
    case "$command $word" in
    {"|".join(known)}) command="${{command:+$command }}$word" ;;
    esac
  done
  COMPREPLY=()
  case "$command ${{COMP_WORDS[COMP_CWORD - 1]}}" in
{chr(10).join(values)}
  esac
  case "$command" in
{chr(10).join(offered)}
  esac
  if [[ ${{COMP_WORDS[COMP_CWORD]}} == -* ]]; then
    _latentlab_words "$flags"
  else
    _latentlab_words "$words"
  fi
}}
complete -o default -F _latentlab {NAME}
"""


def zsh(program: Command) -> str:
    """A function for each command, which describes its options to `_arguments`."""
    functions = []
    for each in program.all():
        specs = [_zsh_option(option) for option in each.options]
        if each.children:
            described = " ".join(_quoted(f"{child.path[-1]}:{child.summary}") for child in each.children)
            cases = "\n".join(f"        {child.path[-1]}) {_function(child)} ;;" for child in each.children)
            body = f"""  local context state state_descr line
  typeset -A opt_args
  _arguments -C {" ".join([*specs, "'1: :->command'", "'*:: :->rest'"])}
  case $state in
    command)
      local -a commands
      commands=({described})
      _describe command commands ;;
    rest)
      case $words[1] in
{cases}
      esac ;;
  esac"""
        else:
            specs += [_zsh_argument(place, argument) for place, argument in enumerate(each.arguments, 1)]
            body = "  _arguments " + " ".join(specs)
        functions.append(f"{_function(each)}() {{\n{body}\n}}")
    return f"#compdef {NAME}\n# {_MADE}\n" + "\n\n".join(functions) + f'\n\n{_function(program)} "$@"\n'


def _function(command: Command) -> str:
    return "_".join(("_latentlab", *command.path))


def _zsh_option(option: Parameter) -> str:
    text = re.sub(r"([\[\]:\\])", r"\\\1", option.help)
    value = f":{_zsh_word(option)}:{_zsh_action(option)}" if option.value else ""
    together = f"({' '.join(option.names)})" if len(option.names) > 1 and not option.many else ""
    return " ".join(_quoted(f"{'*' if option.many else together}{name}[{text}]{value}") for name in option.names)


def _zsh_argument(place: int, argument: Parameter) -> str:
    return _quoted(f"{'*' if argument.many else place}:{_zsh_word(argument)}:{_zsh_action(argument)}")


def _zsh_word(parameter: Parameter) -> str:
    return "value" if parameter.choices else re.sub(r"([:\\])", r"\\\1", parameter.value)


def _zsh_action(parameter: Parameter) -> str:
    if parameter.choices:
        return f"({' '.join(parameter.choices)})"
    return "_files" if parameter.is_file else " "


def fish(program: Command) -> str:
    """A line for each option and each command, with when it holds."""
    lines = [
        f"# {_MADE}",
        "function __latentlab_command",
        "    set -l found",
        "    for word in (commandline -opc)[2..]",
        "        string match -q -- '-*' $word; and continue",
        "        set -a found $word",
        "        test (count $found) -eq 2; and break",
        "    end",
        '    echo "$found"',
        "end",
        "function __latentlab_at",
        '    string match -q -- "$argv *" (__latentlab_command)" "',
        "end",
    ]
    for each in program.all():
        here = " ".join(each.path)
        only = _quoted(f'test "$(__latentlab_command)" = "{here}"')
        at = _quoted(f"__latentlab_at {here}") if here else only
        lines += [f"complete -c {NAME} -f -n {only} -a {child.path[-1]} -d {_quoted(child.summary)}" for child in each.children]
        lines += [f"complete -c {NAME} -n {at} {_fish_option(option)}" for option in each.options]
        for argument in each.arguments:
            if argument.choices or not argument.is_file:
                lines.append(f"complete -c {NAME} -f -n {at} -a {_quoted(' '.join(argument.choices))}")
    return "\n".join(lines) + "\n"


def _fish_option(option: Parameter) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    if not option.value:
        value = ""
    elif option.is_file and not option.choices:
        value = " -r"
    else:
        value = f" -x -a {_quoted(' '.join(option.choices))}"
    return f"{names}{value} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


_MADE = "Written by packaging/command_line.py from the commands."


def files() -> dict[str, str]:
    """Name → content."""
    program = read_commands()
    return {
        f"{NAME}.1": man_page(program),
        f"{NAME}.bash": bash(program),
        f"_{NAME}": zsh(program),
        f"{NAME}.fish": fish(program),
    }


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
        print(FOLDER / name)


if __name__ == "__main__":
    sys.exit(main())
