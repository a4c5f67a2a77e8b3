"""The command that says beforehand how long a run takes."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from latentlab.cli.terminal import Settings, app
from latentlab.config import DEFAULT_PRESET, RunConfig, load_config, load_preset, override, parse_config
from latentlab.durations import duration_text
from latentlab.errors import ConfigError
from latentlab.files.text import LARGEST_TOML, parse_toml

_STDIN = Path("-")


@app.command()
def estimate(
    config_file: Annotated[
        Path | None, typer.Argument(metavar="[RUN.toml]", help="Settings; a run's own run.toml serves; - reads standard input.")
    ] = None,
    preset: Annotated[str | None, typer.Option(help=f"Start from a preset (default: {DEFAULT_PRESET}).")] = None,
    settings: Settings = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    background: Annotated[bool, typer.Option(help="Give way to everything else that the machine does.")] = False,
) -> None:
    """Measure a few steps on random images and print how long the run would take on this machine."""
    if config_file is not None and preset is not None:
        raise ConfigError("give one of RUN.toml and --preset, not both.")
    config = override(_read(config_file) if config_file else load_preset(preset or DEFAULT_PRESET), settings or [])

    if background and hasattr(os, "nice"):
        os.nice(10)

    import torch

    from latentlab.machine import cpu_threads
    from latentlab.training.timing import seconds_per_step

    torch.set_num_threads(config.train.threads or cpu_threads())
    seconds = seconds_per_step(config)
    if as_json:
        print(json.dumps({"seconds_per_step": seconds, "steps": config.train.steps}))
    else:
        print(f"{seconds:.3g} s a step, {duration_text(seconds * config.train.steps)} for {config.train.steps:,} steps")


def _read(path: Path) -> RunConfig:
    return parse_config(parse_toml(sys.stdin.buffer.read(LARGEST_TOML), path)) if path == _STDIN else load_config(path)
