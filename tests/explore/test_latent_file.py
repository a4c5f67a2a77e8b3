"""A z that is copied, pasted, saved and loaded."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from latentlab.errors import DataError, ExportError
from latentlab.explore.latent_file import StoredLatent, read_latent, read_values, write_latent
from latentlab.explore.requests.texts import vector_text

_Z = np.array([0.1, -2.5, 1e-7, 3.25], np.float32)
_STORED = StoredLatent(_Z, _Z + 1, np.abs(_Z), "tiny", 12)


@given(arrays(np.float32, 5, elements=st.floats(-1e6, 1e6, width=32)))
def test_what_is_copied_can_be_pasted_unchanged(z: np.ndarray) -> None:
    assert np.array_equal(read_values(vector_text(z), 5), z)


@pytest.mark.parametrize(
    "text", ["1,-2, 3.5", "[1 -2 3.5]\n", "1\n\N{MINUS SIGN}2\r\n3.5", "[[1.0], [-2.0], [3.5]]", "(1;-2e0;+3.5)"]
)
def test_values_are_read_however_they_are_written(text: str) -> None:
    assert read_values(text, 3).tolist() == [1, -2, 3.5]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,2", "has 2 values; this model has 3 latent dimensions"),
        ("1", "has 1 value; this model has 3"),
        ("", "has 0 values; this model has 3"),
        ("1 2 3 4 5 6 7", "has 7 values; this model has 3"),
        ("1,two,3", "'two' is no number"),
        ("1,nan,3", "the value of dimension 1 is nan"),
        ("1,2,1e999", "the value of dimension 2 is inf"),
    ],
)
def test_a_text_that_is_no_z_is_refused(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        read_values(text, 3)


@pytest.mark.parametrize("name", ["latent.npz", "latent.csv", "LATENT.CSV"])
@pytest.mark.parametrize("std", [True, False])
def test_a_file_holds_every_value_as_it_was(tmp_path: Path, name: str, std: bool) -> None:
    stored = _STORED if std else StoredLatent(_Z, _Z + 1, None, "tiny", 12)
    write_latent(stored, tmp_path / name)
    read = read_latent(tmp_path / name, 4)
    assert np.array_equal(read.z, stored.z)
    assert np.array_equal(read.start, stored.start)
    assert (read.std is None) is not std
    if std:
        assert np.array_equal(read.std, stored.std)  # type: ignore[arg-type]
    if name.endswith("npz"):
        assert (read.run, read.step) == ("tiny", 12)


def test_plain_numbers_and_tables_in_another_order_are_read(tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text("0.5,1,-2\n")
    assert read_latent(tmp_path / "plain.csv", 3).z.tolist() == [0.5, 1, -2]
    (tmp_path / "column.csv").write_text("0.5\n1\n-2\n")
    assert read_latent(tmp_path / "column.csv", 3).z.tolist() == [0.5, 1, -2]
    (tmp_path / "sorted.csv").write_text("\ufeffdimension,z\n2,-2\n0,0.5\n1,1\n", encoding="utf-8")
    assert read_latent(tmp_path / "sorted.csv", 3).z.tolist() == [0.5, 1, -2]
    np.savez(tmp_path / "only.npz", z=np.array([[1.0, 2.0, 3.0]]))
    assert read_latent(tmp_path / "only.npz", 3).start.tolist() == [1, 2, 3]


def _write_archive(path: Path, **arrays_: object) -> None:
    np.savez(path, **arrays_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("write", "name", "words"),
    [
        (lambda path: _write_archive(path, y=_Z), "a.npz", "a.npz has no array z; it holds y"),
        (lambda path: _write_archive(path, z=_Z[:3]), "a.npz", "z has 3 values; this model has 4 latent dimensions"),
        (lambda path: _write_archive(path, z=_Z * np.nan), "a.npz", "dimension 0 is nan"),
        (lambda path: _write_archive(path, z=_Z, std=_Z[:2]), "a.npz", "std has 2 values"),
        (lambda path: _write_archive(path, z=np.array(["a"] * 4)), "a.npz", "z holds no numbers"),
        (lambda path: _write_archive(path, z=np.array([{}] * 4)), "a.npz", "no NumPy archive of numbers"),
        (lambda path: _write_archive(path, z=np.zeros(2**23)), "a.npz", "more than a latent of 4 values needs"),
        (lambda path: path.write_bytes(b"PK\x03\x04 torn"), "a.npz", "no NumPy archive of numbers"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "a.csv", "neither a NumPy archive"),
        (lambda path: path.write_text("a,b\n1,2\n"), "a.csv", "a.csv has no column z; it holds a, b"),
        (lambda path: path.write_text("dimension,z\n0,1\n1,x\n2,1\n3,1\n"), "a.csv", "'x' in column z is no number"),
        (lambda path: path.write_text("dimension,z\n0,1\n1,2\n"), "a.csv", "2 values; this model has 4"),
        (lambda path: path.write_text("1,2\n"), "a.csv", "a.csv: The text has 2 values"),
        (lambda path: path.mkdir(), "a.csv", "cannot be read"),
        (lambda path: None, "a.npz", "cannot be read: No such file"),
    ],
)
def test_a_file_that_holds_no_z_is_refused_with_a_sentence(tmp_path: Path, write: object, name: str, words: str) -> None:
    write(tmp_path / name)  # type: ignore[operator]
    with pytest.raises(DataError, match=words):
        read_latent(tmp_path / name, 4)


def test_a_latent_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there is no such folder"):
        write_latent(_STORED, tmp_path / "missing" / "a.npz")
