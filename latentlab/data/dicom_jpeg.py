"""JPEG of more than 8 bits, lossless JPEG and JPEG-LS in DICOM, decoded by imagecodecs as a plugin of pydicom's.

Pillow decodes none of these. Of the decoders that pydicom knows by itself, GDCM ends the process at damaged frames, and that of
pylibjpeg is under the GPL.
"""

import importlib.util
from threading import Lock
from typing import Any

import numpy as np

LABEL = "imagecodecs"
"""Of the package, and of the plugin in pydicom."""
_JPEG_LS = ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")
SYNTAXES = ("1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70", *_JPEG_LS)
"""Transfer syntaxes that it decodes."""
_REGISTERING = Lock()


def has_imagecodecs() -> bool:
    """Whether imagecodecs, which comes with the extra `science`, is installed."""
    return importlib.util.find_spec(LABEL) is not None


def register() -> None:
    """Make the plugin known to pydicom, once; from any thread."""
    from pydicom.pixels.decoders.base import get_decoder

    with _REGISTERING:
        for decoder in map(get_decoder, SYNTAXES):
            if LABEL not in decoder.available_plugins:
                decoder.add_plugin(LABEL, (__name__, decode_frame.__name__))


def is_available(syntax: str) -> bool:
    """As pydicom asks it of a plugin."""
    return syntax in SYNTAXES and has_imagecodecs()


def decode_frame(frame: bytes, runner: Any) -> bytes:
    """The values of a frame, each of as many bytes as the file's header allocates.

    Args:
        frame: as it is compressed.
        runner: pydicom's, which knows the header. It puts signs and colours right afterwards.

    Raises:
        ValueError: if the frame's size or bits are not what the header says.
        RuntimeError: if the frame is damaged.
    """
    import imagecodecs

    colours = (runner.samples_per_pixel,) if runner.samples_per_pixel > 1 else ()
    # A frame of another size than the header's, which was checked, is refused before it takes memory.
    values = np.empty((runner.rows, runner.columns, *colours), np.uint8 if runner.bits_stored <= 8 else np.uint16)
    if runner.transfer_syntax in _JPEG_LS:
        imagecodecs.jpegls_decode(frame, out=values)
    else:  # from a colour space to itself: pydicom converts, as the header says
        space = "RGB" if colours else None
        imagecodecs.jpeg8_decode(frame, colorspace=space, outcolorspace=space, out=values)
    if colours:
        runner.set_option("planar_configuration", 0)
    return values.astype(f"<u{runner.bits_allocated // 8}").tobytes()
