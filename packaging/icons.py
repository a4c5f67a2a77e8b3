"""Draws the program's icon in the sizes that systems want, from resources/icons/latentlab.svg.

    python packaging/icons.py [FOLDER]          # by default build/icons

Writes hicolor/NxN/apps/latentlab.png for Linux, latentlab.ico for Windows and latentlab.icns for macOS.
"""

import argparse
import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from latentlab.resources import resource

NAME = "latentlab"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Of the freedesktop icon theme."""
_OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
_OF_MACOS = (16, 32, 64, 128, 256, 512, 1024)


def draw(size: int) -> Image.Image:
    """The icon, size × size, drawn at this size and not scaled to it."""
    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(resource("icons", f"{NAME}.svg"))).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(content.data()))


def write(folder: Path) -> list[Path]:
    """All files, below a folder."""
    paths = []
    for size in SIZES:
        paths.append(folder / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png")
        paths[-1].parent.mkdir(parents=True, exist_ok=True)
        draw(size).save(paths[-1])
    for ending, sizes in ((".ico", _OF_WINDOWS), (".icns", _OF_MACOS)):
        *smaller, largest = map(draw, sizes)
        paths.append(folder / f"{NAME}{ending}")
        largest.save(paths[-1], sizes=[(size, size) for size in sizes] if ending == ".ico" else None, append_images=smaller)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[1] / "build" / "icons")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    print(*write(parser.parse_args().folder), sep="\n")
    application.shutdown()


if __name__ == "__main__":
    main()
