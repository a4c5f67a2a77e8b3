"""DICOM files as pydicom writes them, and those that come with it."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset, scan
from latentlab.data.files import read_image
from latentlab.data.picture import read_pictures
from latentlab.data.reading import Reading

pydicom = pytest.importorskip("pydicom")

_BY_GDCM = Path(__file__).parent / "written" / "dicom"

Change = Callable[[Any], object]


def _write(path: Path, pixels: np.ndarray, **tags: object) -> Path:
    from pydicom.dataset import FileDataset, FileMetaDataset
    from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = CTImageStorage, generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    written = FileDataset(str(path), {}, file_meta=meta, preamble=bytes(128))
    written.SOPClassUID, written.SOPInstanceUID, written.Modality = CTImageStorage, meta.MediaStorageSOPInstanceUID, "CT"
    colour = pixels.shape[-1] == 3
    written.Rows, written.Columns = pixels.shape[-3:-1] if colour else pixels.shape[-2:]
    written.SamplesPerPixel = 3 if colour else 1
    written.PhotometricInterpretation = "RGB" if colour else "MONOCHROME2"
    if colour:
        written.PlanarConfiguration = 0
    if pixels.ndim == 3 + colour:
        written.NumberOfFrames = len(pixels)
    written.BitsAllocated = written.BitsStored = 8 * pixels.dtype.itemsize
    written.HighBit = written.BitsStored - 1
    written.PixelRepresentation = int(pixels.dtype.kind == "i")
    written.PixelData = pixels.tobytes()
    for tag, value in tags.items():
        setattr(written, tag, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    written.save_as(path, enforce_file_format=True)
    return path


def _noise(seed: int, *shape: int, dtype: type = np.uint16, most: int = 4096) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, most, shape, dtype)


def _values(path: Path) -> list[np.ndarray]:
    return [np.asarray(picture.values) for picture in read_pictures(path.read_bytes(), path.name, all_frames=True)]


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "folder", "root": str(root), "size": 16, **settings}))


def test_values_become_physical_and_monochrome1_is_turned_round(tmp_path: Path) -> None:
    stored = _noise(0, 16, 16)
    hounsfield = {"RescaleSlope": "1", "RescaleIntercept": "-1024", "BitsStored": 12, "HighBit": 11}
    (values,) = _values(_write(tmp_path / "ct", stored, **hounsfield))
    assert values.dtype == np.int16
    np.testing.assert_array_equal(values, stored.astype(int) - 1024)
    (values,) = _values(_write(tmp_path / "pet", stored, RescaleSlope="0.5", RescaleIntercept="3"))
    np.testing.assert_allclose(values, stored / 2 + 3)
    (values,) = _values(_write(tmp_path / "xray", stored, PhotometricInterpretation="MONOCHROME1", BitsStored=12, HighBit=11))
    np.testing.assert_array_equal(values, 4095 - stored.astype(int))
    (values,) = _values(_write(tmp_path / "rgb", _noise(1, 16, 16, 3, dtype=np.uint8, most=256)))
    np.testing.assert_array_equal(values, _noise(1, 16, 16, 3, dtype=np.uint8, most=256))


def test_a_folder_of_slices_is_scanned_and_loaded_with_one_window_for_all(tmp_path: Path) -> None:
    for number in range(6):
        tags = {"RescaleSlope": "1", "RescaleIntercept": "-1024", "WindowCenter": "40", "WindowWidth": "400"}
        _write(tmp_path / f"{'ab'[number % 2]}" / f"IM{number:04d}", _noise(number, 16, 16), **tags)
    _write(tmp_path / "a" / "volume.dcm", _noise(9, 3, 16, 16), PhotometricInterpretation="MONOCHROME1")
    report = scan(tmp_path)
    assert (report.usable, report.formats, report.classes) == (7, {"DICOM": 7}, {"a": 4, "b": 3})
    assert report.counts == {"rescaled": 6, "window": 6, "deep": 6, "inverted": 1, "16_bit": 1, "animated": 1}
    assert any(line.startswith("signed 16-bit values -1,0") for line in report.value_lines) or report.values
    assert scan(tmp_path, reading=Reading(frames="images")).usable == 7
    dataset = _load(tmp_path, frames="images", range="window", range_low=-160, range_high=240)
    assert len(dataset.train) + len(dataset.test) == 9
    loaded = {pixels[0].numpy().tobytes() for store in (dataset.train, dataset.test) for pixels in store.pixels}
    for number in range(6):
        hounsfield = _noise(number, 16, 16).astype(float) - 1024
        assert np.rint(np.clip((hounsfield + 160) / 400 * 255, 0, 255)).astype(np.uint8).tobytes() in loaded


def test_files_that_come_with_pydicom_are_read_or_told_in_a_sentence(tmp_path: Path) -> None:
    from pydicom.data import get_testdata_file

    def values(name: str) -> np.ndarray:
        return _values(Path(str(get_testdata_file(name))))[0]

    expected = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
    np.testing.assert_array_equal(values("CT_small.dcm"), expected.pixel_array.astype(int) + int(expected.RescaleIntercept))
    np.testing.assert_array_equal(values("MR_small_RLE.dcm"), values("MR_small.dcm"))
    np.testing.assert_array_equal(values("MR_small_bigendian.dcm"), values("MR_small.dcm"))
    assert values("SC_rgb_rle.dcm").shape == (100, 100, 3)
    np.testing.assert_array_equal(values("MR_small_jpeg_ls_lossless.dcm"), values("MR_small.dcm"))
    assert (values("JPEG-lossy.dcm").shape, values("JPEG-lossy.dcm").sum()) == ((1024, 256), 3_767_007)  # as GDCM decodes it
    for name in ("MR_truncated.dcm", "rtplan.dcm"):
        (tmp_path / name).write_bytes(Path(str(get_testdata_file(name))).read_bytes())
    problems = {problem.file: problem.detail for problem in scan(tmp_path).problems}
    assert problems["MR_truncated.dcm"].startswith("ends early: ")
    assert problems["rtplan.dcm"] == "is DICOM without pixels (RTPLAN)"


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"Rows": 60000, "Columns": 60000}, "would take"),
        ({"RescaleSlope": "0", "RescaleIntercept": "0"}, "rescale slope is 0"),
        ({"BitsAllocated": 13}, "cannot be read as DICOM"),
        ({"StudyDescription": "1.2.840.10008.1.2.1.99"}, "deflated"),
    ],
)
def test_strange_headers_are_told(tmp_path: Path, tags: dict[str, object], reason: str) -> None:
    _write(tmp_path / "x.dcm", _noise(0, 16, 16), **tags)
    (problem,) = scan(tmp_path).problems
    assert reason in problem.detail
    assert not problem.usable


def _compress(path: Path, pixels: np.ndarray, syntax: str, kind: str, **how: object) -> Path:
    from pydicom.encaps import encapsulate

    _write(path, pixels)
    written = pydicom.dcmread(path)
    frames = []
    for frame in pixels:
        stream = BytesIO()
        Image.fromarray(frame).save(stream, kind, **how)
        frames.append(stream.getvalue())
    written.file_meta.TransferSyntaxUID = syntax
    written.PixelData = encapsulate(frames)
    written["PixelData"].is_undefined_length = True
    written.save_as(path, enforce_file_format=True)
    return path


def test_frames_in_jpeg_2000_come_back_exactly_and_those_in_jpeg_nearly(tmp_path: Path) -> None:
    smooth = (np.linspace(0, 200, 32 * 24).reshape(32, 24) + np.arange(3)[:, None, None]).astype(np.uint8)
    exact = _compress(tmp_path / "a.dcm", smooth, "1.2.840.10008.1.2.4.90", "JPEG2000", irreversible=False)
    assert np.array_equal(np.stack(_values(exact)), smooth)
    nearly = np.stack(_values(_compress(tmp_path / "b.dcm", smooth, "1.2.840.10008.1.2.4.50", "JPEG", quality=95)))
    assert np.abs(nearly.astype(int) - smooth).max() <= 4


@pytest.mark.parametrize("kind", ["lossless", "first_order", "jpeg_ls"])
def test_frames_that_gdcm_compressed_without_loss_come_back_exactly_or_with_a_sentence(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _BY_GDCM / f"{kind}.dcm"
    np.testing.assert_array_equal(np.stack(_values(file)), np.arange(2 * 20 * 24).reshape(2, 20, 24) * 4 - 1000)
    lying = pydicom.dcmread(file)
    lying.Columns = 12
    lying.save_as(tmp_path / "x.dcm")
    (problem,) = scan(tmp_path).problems
    assert "imagecodecs: invalid out.shape=(20, 12), shape=(20, 24)" in problem.detail
    monkeypatch.setattr("latentlab.data.dicom_jpeg.has_imagecodecs", lambda: False)
    (problem,) = scan(tmp_path).problems
    assert "read where imagecodecs is installed, as with latentlab-vae[science]; else convert it" in problem.detail
    assert not problem.usable


def test_colours_of_jpeg_come_back_alike_from_both_decoders(tmp_path: Path) -> None:
    from pydicom.data import get_testdata_file

    for name in ("SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_dcmtk_+eb+cr.dcm"):  # YCbCr, RGB
        file = Path(str(get_testdata_file(name)))
        extended = pydicom.dcmread(file)
        extended.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.51"
        extended.save_as(tmp_path / "x.dcm")
        np.testing.assert_array_equal(_values(tmp_path / "x.dcm"), _values(file))


def test_a_frame_of_another_size_than_the_header_says_is_not_unpacked(tmp_path: Path) -> None:
    path = _compress(tmp_path / "x.dcm", _noise(0, 1, 16, 16, dtype=np.uint8, most=256), "1.2.840.10008.1.2.4.50", "JPEG")
    lying = pydicom.dcmread(path)
    lying.Columns = 8
    lying.save_as(path)
    (problem,) = scan(tmp_path).problems
    assert problem.detail == "has a frame of 16×16 pixels where its header says 8×16"
    assert not problem.usable


def test_damage_anywhere_is_told_and_ends_nothing(tmp_path: Path) -> None:
    content = bytearray(_write(tmp_path / "whole", _noise(0, 16, 16), RescaleSlope="1", RescaleIntercept="0").read_bytes())
    noise = np.random.default_rng(0)
    for number in range(60):
        damaged = bytearray(content)
        for place in noise.integers(132, len(content) - 512, 4):
            damaged[place] = noise.integers(0, 256)
        (tmp_path / f"{number}.dcm").write_bytes(damaged[: int(noise.integers(140, len(damaged) + 1))])
    report = scan(tmp_path)
    assert report.total == 61
    assert all("\n" not in problem.detail for problem in report.problems)


def test_a_single_file_is_an_image_and_without_pydicom_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path / "x.dcm", _noise(0, 16, 16, dtype=np.uint8, most=256))
    np.testing.assert_array_equal(np.asarray(read_image(path)), _noise(0, 16, 16, dtype=np.uint8, most=256))
    monkeypatch.setitem(sys.modules, "pydicom", None)
    monkeypatch.setattr("latentlab.data.picture.has_pydicom", lambda: False)
    (problem,) = scan(tmp_path).problems
    assert "latentlab-vae[science]" in problem.detail
