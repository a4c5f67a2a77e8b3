"""Writes `dicom/` with GDCM 3.2.6 (python-gdcm): python dicom_by_gdcm.py. It is not needed to run the tests.

Lossless JPEG of JPEG's two processes, and JPEG-LS: two frames of 20×24 signed values -1000, -996, -992, ….
"""

from pathlib import Path

import gdcm
import numpy as np
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

_KINDS = {
    "lossless": gdcm.TransferSyntax.JPEGLosslessProcess14,
    "first_order": gdcm.TransferSyntax.JPEGLosslessProcess14_1,
    "jpeg_ls": gdcm.TransferSyntax.JPEGLSLossless,
}


def write(path: Path, syntax: int) -> None:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = CTImageStorage, "1.2.3"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    plain = FileDataset(str(path), {}, file_meta=meta, preamble=bytes(128))
    plain.SOPClassUID, plain.SOPInstanceUID, plain.Modality = CTImageStorage, "1.2.3", "CT"
    plain.Rows, plain.Columns, plain.NumberOfFrames = 20, 24, 2
    plain.SamplesPerPixel, plain.PhotometricInterpretation = 1, "MONOCHROME2"
    plain.BitsAllocated, plain.BitsStored, plain.HighBit = 16, 16, 15
    plain.PixelRepresentation = 1
    values = np.arange(2 * 20 * 24, dtype=np.int16).reshape(2, 20, 24) * 4 - 1000
    plain.PixelData = values.astype("<i2").tobytes()
    plain.save_as(path, enforce_file_format=True)

    reader, change, writer = gdcm.ImageReader(), gdcm.ImageChangeTransferSyntax(), gdcm.ImageWriter()
    reader.SetFileName(str(path))
    assert reader.Read()
    change.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    change.SetInput(reader.GetImage())
    assert change.Change()
    writer.SetFileName(str(path))
    writer.SetFile(reader.GetFile())
    writer.SetImage(change.GetOutput())
    assert writer.Write()


if __name__ == "__main__":
    folder = Path(__file__).with_name("dicom")
    folder.mkdir(exist_ok=True)
    for name, kind in _KINDS.items():
        write(folder / f"{name}.dcm", kind)
