"""Commands about images: what a folder holds, preparing it, and the collections known by name."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Column, Table

from latentlab.catalog.data_settings import FolderConfig
from latentlab.cli.terminal import Settings, app, files_shown, notes, print_table
from latentlab.config import DEFAULT_PRESET, load_preset, override
from latentlab.errors import ConfigError, ExportError, FileError
from latentlab.files.output import check_output, write_output

if TYPE_CHECKING:
    from latentlab.data.scan import ScanReport

_MOST_PROBLEMS = 20
_MOST_SIZES = 3

data_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look into folders of images, prepare them, list the collections."
)
app.add_typer(data_app, name="data")

ImagesPath = Annotated[
    Path,
    typer.Argument(
        metavar="PATH", help="A folder of images, or a .zip, .tar, .parquet, .arrow or video file.", show_default=False
    ),
]


@data_app.command("scan")
def scan_command(
    path: ImagesPath,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a summary.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Write the report to a .json file, or its problems to a .csv."),
    ] = None,
    settings: Settings = None,
) -> None:
    """Decode every image once and tell sizes, kinds and classes, and which files are broken or out of the ordinary."""
    from latentlab.data import reading_of
    from latentlab.data.scan import scan

    config = _config([], settings)
    if out is not None and out.suffix.lower() not in (".json", ".csv"):
        raise ConfigError(f"--out {out}: a report is written to a .json or a .csv file.")
    if out is not None:
        check_output(out)
    with files_shown("scanning") as progress:
        report = scan(path, progress, reading=reading_of(config))
    if out is not None:
        text = report.to_csv() if out.suffix.lower() == ".csv" else report.to_json() + "\n"
        try:
            write_output(out, text.encode(errors="backslashreplace"))  # names of files that are no UTF-8
        except FileError as error:
            raise ExportError(f"{out}: the report {error.reason}.") from None
    if as_json:
        print(report.to_json())
    else:
        _summarize(report)


@data_app.command("prepare")
def prepare_command(
    path: ImagesPath,
    size: Annotated[int, typer.Option(metavar="PIXELS", help="Height and width of the prepared images.")] = 64,
    channels: Annotated[str, typer.Option(help="auto, grey or colour.")] = "auto",
    fit: Annotated[str, typer.Option(help="crop (about the centre) or pad (keep whole between borders).")] = "crop",
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the store in another folder than the cache that training looks in.")
    ] = None,
    more: Settings = None,
) -> None:
    """Decode a folder of images once, for training to read; prints the store's folder. Stopped, it goes on where it was."""
    from latentlab.data import channels_text
    from latentlab.data.prepare import prepare
    from latentlab.data.prepared import StoreSettings, read_index

    settings = [f"data.size={size}", f'data.channels="{channels}"', f'data.fit="{fit}"']
    config = _config(settings, more)
    size = config.size or size
    with files_shown("preparing") as progress:
        try:
            store = prepare(path, StoreSettings.of(config, size), progress, cache=cache)
        except KeyboardInterrupt:
            notes.print("Stopped; the same command goes on from here.", markup=False)
            raise
    index = read_index(store)
    left_out = f", {len(index.problems):,} left out" if index.problems else ""
    values = "".join(f"; {value_range}" for value_range in index.ranges)
    notes.print(f"{len(index.files):,} images, {channels_text(index.channels)}{left_out}{values}", markup=False, soft_wrap=True)
    print(store)


@data_app.command("list")
def list_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
) -> None:
    """List the collections of images that are known by name."""
    from latentlab.catalog.datasets import DATASETS
    from latentlab.data import image_shape

    shapes = {name: image_shape(entry.settings()) for name, entry in DATASETS.items()}
    if as_json:
        fields = {
            name: {
                "title": source.terms.title,
                "shape": shapes[name],
                "count": source.terms.count,
                "classes": source.terms.classes,
                "attributes": source.attributes,
                "download_bytes": source.terms.download_size,
                "licence": source.terms.licence,
                "citation": source.terms.citation,
            }
            for name, source in DATASETS.items()
        }
        print(json.dumps(fields, indent=2, ensure_ascii=False))
        return
    titles = ("name", "collection", "images", "size", "classes", "download", "licence", "cite")
    table = Table(*(Column(title, overflow="fold") for title in titles), box=None)
    for name, source in DATASETS.items():
        channels, height, width = shapes[name]
        shape = f"{width}×{height}" + {1: " grey", 3: " colour"}.get(channels or 0, "")
        count, classes = ("" if number is None else f"{number:,}" for number in (source.terms.count, source.terms.classes))
        megabytes = f"{source.terms.download_size / 1e6:,.0f} MB" if source.terms.download_size else ""
        table.add_row(name, source.terms.title, count, shape, classes, megabytes, source.terms.licence, source.terms.citation)
    print_table(table)


def _config(settings: list[str], more: list[str] | None) -> FolderConfig:
    """The settings of a folder of images, with those that the user changes."""
    for setting in more or ():
        if not setting.startswith("data."):
            raise ConfigError(f"--set {setting}: only settings of the images apply here, such as data.range=set.")
    config = override(load_preset(DEFAULT_PRESET), ['data.name="folder"', *settings, *(more or ())]).data
    if not isinstance(config, FolderConfig):
        raise ConfigError(f"--set data.name={config.name}: only a folder of images is read here.")
    return config


def _summarize(report: "ScanReport") -> None:
    lines = [f"{report.usable:,} of {report.total:,} images can be used; {report.other:,} other files"]
    if report.usable:
        sizes = [f"{count:,} of {width}×{height}" for (width, height), count in report.sizes[:_MOST_SIZES]]
        more = report.distinct_sizes - len(sizes)
        lines.append(f"sizes: {', '.join(sizes)}" + (f" and {more:,} more sizes" if more > 0 else ""))
        lines.append(f"formats: {_counted(report.formats)}; pixels: {_counted(report.modes)}")
    if report.value_lines:
        lines.append(f"values: {'; '.join(report.value_lines)}")
    if report.split:
        lines.append(f"split: {_counted(report.split)}")
    if report.classes:
        lines.append(f"classes: {_counted(report.classes)}")
    if report.counts:
        lines.append(f"problems: {_counted(report.counts)}")
    print("\n".join([*lines, *report.notes]))
    table = Table(Column("file", overflow="fold"), "kind", "used", Column("detail", overflow="fold"), box=None, pad_edge=False)
    worst_first = sorted(report.problems, key=lambda problem: problem.usable)
    for problem in worst_first[:_MOST_PROBLEMS]:
        table.add_row(problem.file, problem.kind, "yes" if problem.usable else "no", problem.detail)
    if report.problems:
        print()
        print_table(table)
    if len(report.problems) > _MOST_PROBLEMS:
        print(f"… and {len(report.problems) - _MOST_PROBLEMS:,} more; --json, or -o problems.csv, gives all of them.")


def _counted(counts: dict[str, int]) -> str:
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:_MOST_PROBLEMS]]
    return ", ".join(shown) + (f" and {len(counts) - len(shown):,} more" if len(counts) > len(shown) else "")
