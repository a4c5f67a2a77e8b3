"""Microscopy stacks as tifffile writes them: OME-TIFF, ImageJ, BigTIFF."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentlab.data import scan
from latentlab.data.picture import read_pictures
from latentlab.data.reading import Reading

tifffile = pytest.importorskip("tifffile")

_SHAPE = (2, 3, 4, 20, 24)
_HYPERSTACK = np.random.default_rng(0).integers(0, 4000, _SHAPE, np.uint16)
_AXES: dict[str, Any] = {"metadata": {"axes": "TCZYX"}}


def _write(path: Path, values: np.ndarray = _HYPERSTACK, **how: Any) -> Path:
    tifffile.imwrite(path, values, **{"photometric": "minisblack", **how})
    return path


@pytest.mark.parametrize(
    "how",
    [
        {"ome": True, **_AXES},
        {"ome": True, "bigtiff": True, "compression": "zlib", **_AXES},
        {"imagej": True, "metadata": {"axes": "TZCYX"}},
        {"imagej": True, "metadata": {"axes": "TZCYX"}, "truncate": True},
        {"truncate": True},
    ],
)
def test_every_plane_of_a_hyperstack_is_read_and_its_axes_are_said(tmp_path: Path, how: dict[str, Any]) -> None:
    path = _write(tmp_path / "stack.tif", **how)
    pictures = read_pictures(path.read_bytes(), path.name, all_frames=True)
    planes = np.stack([np.asarray(picture.values) for picture in pictures])
    np.testing.assert_array_equal(planes, _HYPERSTACK.reshape(-1, 20, 24))
    report = scan(tmp_path, reading=Reading(frames="images"))
    assert (report.usable, report.formats) == (1, {"TIFF": 1})
    (detail,) = [problem.detail for problem in report.problems if problem.kind == "animated"]
    if "metadata" in how:
        axes = how["metadata"]["axes"]
        said = " × ".join(f"{axis} {size}" for axis, size in zip(axes, _SHAPE, strict=True) if axis not in "YX")
        assert detail == f"several frames, pages or bands: each is an image ({said})"


def test_bands_of_a_bigtiff_and_its_colours_are_told_apart(tmp_path: Path) -> None:
    bands = _HYPERSTACK[0, :, 0].transpose(1, 2, 0).copy()
    path = _write(tmp_path / "bands.tif", bands[..., [0, 1, 2, 0, 1]], bigtiff=True, planarconfig="contig")
    layers = [np.asarray(picture.values) for picture in read_pictures(path.read_bytes(), path.name, all_frames=True)]
    np.testing.assert_array_equal(np.stack(layers, 2), bands[..., [0, 1, 2, 0, 1]])
    path = _write(tmp_path / "rgb.tif", bands, bigtiff=True, photometric="rgb")
    (picture,) = read_pictures(path.read_bytes(), path.name, all_frames=True)
    np.testing.assert_array_equal(np.asarray(picture.values), bands)


def test_planes_that_lie_in_other_files_are_counted_not_made_up(tmp_path: Path) -> None:
    path = _write(tmp_path / "part.ome.tif", _HYPERSTACK[0], ome=True, metadata={"axes": "CZYX"})
    content = path.read_bytes().replace(b'SizeT="1"', b'SizeT="2"')
    path.write_bytes(content)
    assert len(list(read_pictures(content, path.name, all_frames=True))) == 12
    (detail,) = [problem.detail for problem in scan(tmp_path).problems if problem.kind == "animated"]
    assert "12 of 24 planes are in this file" in detail


def test_damage_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = BytesIO()
    tifffile.imwrite(file, _HYPERSTACK, bigtiff=True, ome=True, **_AXES)
    content, noise = file.getvalue(), np.random.default_rng(0)
    for number in range(30):
        damaged = bytearray(content)
        for place in noise.integers(4, 3000, 12):
            damaged[place] = noise.integers(0, 256)
        (tmp_path / f"{number}.tif").write_bytes(damaged[: int(noise.integers(3000, len(content) + 1))])
    report = scan(tmp_path, reading=Reading(frames="images"))
    assert report.total == 30
    assert all("\n" not in problem.detail for problem in report.problems)
