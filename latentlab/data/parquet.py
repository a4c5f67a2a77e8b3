"""Images in columns of parquet and Arrow files, as of Hugging Face: bytes and path in one column, a label in another."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from latentlab.data.faults import FileFault
from latentlab.data.formats import READABLE
from latentlab.data.gather import LARGEST_FILE, Gathering, ImageFile, place_of, too_large
from latentlab.data.kinds import BEGINNING, kind_by_content
from latentlab.data.sidecars import key_of
from latentlab.errors import DataError, LatentLabError
from latentlab.extras import requirement
from latentlab.files.regular import beginning
from latentlab.files.text import parse_json

_IMAGES = ("image", "img", "images", "jpg", "png", "picture", "photo", "pixels")
_LABELS = ("label", "labels", "fine_label", "class", "target", "cls", "category", "y")
_LARGEST_GROUP = 2**31
_MOST_ROWS = 20_000_000
_ARROW_FILE = b"ARROW1"
"""Begins the form that has an index; the other one is a stream."""


def add_parquet(found: Gathering, path: Path, stack: ExitStack, shard: str | None = None, part: str | None = None) -> None:
    """Add the images of a parquet file and what other columns say of them: one of labels, and numbers as attributes.

    Args:
        found: takes what there is.
        path: the file.
        stack: keeps the file open.
        shard: the name that the file has among others.
        part: of a split that it belongs to.

    Raises:
        DataError: if pyarrow is not installed, or the file is damaged or has no column of images.
    """
    pyarrow = _pyarrow(path)
    with _told(path, pyarrow, "a parquet file"):
        table = stack.enter_context(pyarrow.parquet.ParquetFile(path, memory_map=False))
        _add_table(found, path, table, pyarrow, shard, part)


def add_arrow(found: Gathering, path: Path, stack: ExitStack, shard: str | None = None, part: str | None = None) -> None:
    """Add the images of an Arrow file, as `save_to_disk` of Hugging Face's datasets writes it; else like `add_parquet`."""
    pyarrow = _pyarrow(path)
    with _told(path, pyarrow, "an Arrow file"):
        _add_table(found, path, _Batches(path, stack, pyarrow), pyarrow, shard, part)


def _pyarrow(path: Path) -> Any:
    try:
        import pyarrow
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError:
        ending = "Arrow" if path.suffix.lower() == ".arrow" else "parquet"
        raise DataError(f"{path}: {ending} files are read with pyarrow; install {requirement('parquet')}.") from None
    return pyarrow


def _add_table(found: Gathering, path: Path, table: Any, pyarrow: Any, shard: str | None, part: str | None) -> None:
    if table.metadata.num_rows > _MOST_ROWS:
        raise DataError(f"{path}: has {table.metadata.num_rows:,} rows; {_MOST_ROWS:,} are the most that are read.")
    columns = _Columns(path, table, pyarrow)
    groups = _Groups(path, table, columns.image, pyarrow)
    fields = columns.fields()
    base = PurePosixPath(shard or "")
    version = path.stat().st_mtime_ns
    row = 0
    for group in range(table.metadata.num_row_groups):
        for inside in range(table.metadata.row_group(group).num_rows):
            name = base / f"{row:08d}"
            found.add(
                ImageFile(name, partial(groups.read, group, inside, name), 0, version + row),
                place_of(part, PurePosixPath(f"{row:08d}")),
            )
            if fields:
                found.sidecars.put(
                    key_of(name), {key: values[row] for key, values in fields.items() if values[row] is not None}, columns.names
                )
            row += 1
    found.notes += [note for note in columns.notes if note not in found.notes]


class _Batches:
    """An Arrow file of either form, read as a `ParquetFile` is: a batch of it is a row group.

    Attributes:
        schema_arrow: of the columns.
        metadata: itself, which knows the rows.
        num_rows: of all batches.
        num_row_groups: batches.
    """

    def __init__(self, path: Path, stack: ExitStack, pyarrow: Any) -> None:
        self._pyarrow = pyarrow
        source = stack.enter_context(pyarrow.memory_map(str(path)))
        if beginning(path, len(_ARROW_FILE)) == _ARROW_FILE:
            reader = pyarrow.ipc.open_file(source)
            self._batches = [reader.get_batch(number) for number in range(reader.num_record_batches)]
        else:
            reader = pyarrow.ipc.open_stream(source)
            self._batches = list(reader)
        self.schema_arrow = reader.schema
        self.metadata = self
        self.num_rows = sum(batch.num_rows for batch in self._batches)
        self.num_row_groups = len(self._batches)

    def row_group(self, number: int) -> "_Batch":
        """What is known of a batch."""
        return _Batch(self._batches[number].num_rows, self._batches[number].nbytes)

    def read(self, columns: list[str]) -> Any:
        """Columns of all batches, as a table."""
        return self._checked(self._batches, columns)

    def read_row_group(self, number: int, columns: list[str]) -> Any:
        """Columns of one, as a table; a part of a column is the whole column."""
        return self._checked([self._batches[number]], [name.removesuffix(".bytes") for name in columns])

    def _checked(self, batches: Sequence[Any], columns: list[str]) -> Any:
        """Offsets that lead beyond a buffer are refused: nothing was looked at until now."""
        table = self._pyarrow.Table.from_batches(batches, self.schema_arrow).select(columns)
        table.validate(full=True)
        return table


@dataclass(frozen=True)
class _Batch:
    num_rows: int
    total_byte_size: int


@contextmanager
def _told(path: Path, pyarrow: Any, what: str) -> Iterator[None]:
    try:
        yield
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, KeyError, OverflowError):
        raise DataError(f"{path}: not {what}, or a damaged one; fetch it again.") from None


class _Columns:
    """Which column holds what.

    Attributes:
        image: the path of the column of encoded images.
        names: of the classes.
        notes: sentences on what is read and what is not.
    """

    def __init__(self, path: Path, table: Any, pyarrow: Any) -> None:
        self._path, self._table, self._pyarrow = path, table, pyarrow
        self._schema = table.schema_arrow
        self.names: tuple[str, ...] = ()
        candidates = [field.name for field in self._schema if self._may_hold_images(field)]
        if not candidates:
            raise DataError(
                f"{path}: has no column of images; it has {', '.join(self._schema.names[:8])}. A column of encoded image files "
                "is expected, or of their bytes and path."
            )
        self._column = next((name for wanted in _IMAGES for name in candidates if name.casefold() == wanted), candidates[0])
        kind = self._schema.field(self._column).type
        self.image = f"{self._column}.bytes" if pyarrow.types.is_struct(kind) else self._column
        self._label = self._find_label()
        self.notes = [f"The images are those of the column {self._column!r}."]
        others = [name for name in candidates if name != self._column]
        if others:
            self.notes.append(f"Other columns of images are not read: {', '.join(others)}.")

    def fields(self) -> dict[str, list[Any]]:
        """Labels and numbers, a list over the rows for each; labels are called `cls`."""
        types = self._pyarrow.types
        numbers = [
            field.name
            for field in self._schema
            if field.name not in (self._column, self._label)
            and (types.is_integer(field.type) or types.is_floating(field.type) or types.is_boolean(field.type))
        ]
        unused = [name for name in self._schema.names if name not in (*numbers, self._column, self._label)]
        if unused:
            self.notes.append(f"Columns that are not used: {', '.join(unused[:8])}.")
        wanted = [*numbers, *([self._label] if self._label else [])]
        if not wanted:
            return {}
        columns = self._table.read(columns=wanted).to_pydict()
        fields: dict[str, list[Any]] = {}
        fields |= {name: [None if value is None else float(value) for value in columns[name]] for name in numbers}
        if self._label:
            texts = columns[self._label]
            fields["cls"] = [None if text is None or text == -1 else str(text) for text in texts]
            self.notes.append(f"The labels are those of the column {self._label!r}.")
        return fields

    def _may_hold_images(self, field: Any) -> bool:
        types, kind = self._pyarrow.types, field.type
        if types.is_struct(kind):
            inside = [kind.field(index) for index in range(kind.num_fields)]
            return any(part.name == "bytes" and _is_bytes(types, part.type) for part in inside)
        return _is_bytes(types, kind)

    def _find_label(self) -> str | None:
        types = self._pyarrow.types
        features = self._features()
        named = [
            name for name, feature in features.items() if isinstance(feature, Mapping) and feature.get("_type") == "ClassLabel"
        ]
        plain = [name for wanted in _LABELS for name in self._schema.names if name.casefold() == wanted]
        for name in (*named, *plain):
            if name not in self._schema.names:
                continue
            kind = self._schema.field(name).type
            if types.is_integer(kind) or types.is_string(kind) or types.is_large_string(kind) or types.is_boolean(kind):
                names = features.get(name, {}).get("names") if isinstance(features.get(name), Mapping) else None
                self.names = tuple(map(str, names)) if isinstance(names, list) else ()
                return str(name)
        return None

    def _features(self) -> Mapping[str, Any]:
        """What Hugging Face writes about the columns."""
        content = (self._schema.metadata or {}).get(b"huggingface")
        try:
            features = parse_json(content, self._path)["info"]["features"] if content else {}
        except (LatentLabError, KeyError, TypeError):
            return {}
        return features if isinstance(features, Mapping) else {}


class _Groups:
    """Encoded images by row group, the last few groups kept."""

    _KEPT = 2

    def __init__(self, path: Path, table: Any, column: str, pyarrow: Any) -> None:
        self._path, self._table, self._column, self._pyarrow = path, table, column, pyarrow
        self._kept: dict[int, Any] = {}
        self._lock = threading.Lock()

    def read(self, group: int, row: int, name: PurePosixPath) -> bytes:
        """An encoded image. Raises `FileFault`."""
        try:
            with self._lock:
                value = self._group(group)[row].as_py()
        except (self._pyarrow.ArrowException, OSError, ValueError, IndexError):
            raise FileFault(str(name), "broken", "its part of the file is damaged") from None
        if not isinstance(value, bytes) or not value:
            raise FileFault(str(name), "empty", "holds no bytes; an image that only a path names is not fetched")
        if len(value) > LARGEST_FILE:
            raise FileFault(str(name), "too_large", too_large(len(value)))
        if kind_by_content(value[:BEGINNING]) not in READABLE:
            raise FileFault(str(name), "not_an_image", "its bytes are no image of a kind that can be read")
        return value

    def _group(self, group: int) -> Any:
        if group not in self._kept:
            size = self._table.metadata.row_group(group).total_byte_size
            if size > _LARGEST_GROUP:
                raise ValueError(f"a row group of {size:,} bytes")
            while len(self._kept) >= self._KEPT:
                del self._kept[next(iter(self._kept))]
            column = self._table.read_row_group(group, columns=[self._column]).column(0).combine_chunks()
            chunk = column.chunk(0) if hasattr(column, "num_chunks") else column
            self._kept[group] = chunk.field("bytes") if self._pyarrow.types.is_struct(chunk.type) else chunk
        return self._kept[group]


def _is_bytes(types: Any, kind: Any) -> bool:
    return bool(types.is_binary(kind) or types.is_large_binary(kind))
