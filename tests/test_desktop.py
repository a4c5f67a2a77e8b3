"""What a desktop reads of the program: its entry, its description, its icon in sizes."""

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from latentlab.extras import DISTRIBUTION
from tests.scripts import PACKAGING, script

_ENTRY, _DESCRIPTION = PACKAGING / "latentlab.desktop", PACKAGING / "latentlab.metainfo.xml"


def test_entry_and_description_are_of_one_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(_ENTRY, encoding="utf-8")
    about = entry["Desktop Entry"]
    root = ElementTree.parse(_DESCRIPTION).getroot()
    project = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    installed = {source: Path(place).name for source, place in shared.items()}
    assert installed["packaging/latentlab.metainfo.xml"] == f"{root.findtext('id')}.metainfo.xml"
    assert root.findtext("launchable") == installed["packaging/latentlab.desktop"]
    assert root.findtext("icon") == about["Icon"] == Path(installed["resources/icons/latentlab.svg"]).stem
    assert root.findtext("name") == about["Name"]
    assert root.findtext("provides/binary") == about["Exec"]
    assert [about["Exec"]] == list(project["project"]["scripts"])
    assert [each.text for each in root.iterfind("categories/category")] == about["Categories"].strip(";").split(";")
    assert root.findtext("project_license") == project["project"]["license"]
    assert project["project"]["name"] == DISTRIBUTION


@pytest.mark.parametrize(
    "command", [("desktop-file-validate", _ENTRY), ("appstreamcli", "validate", "--no-net", "--no-color", _DESCRIPTION)]
)
def test_the_systems_own_tools_find_no_fault(command: tuple[str | Path, ...]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_icon_is_drawn_in_every_size(qapp: QApplication, tmp_path: Path) -> None:
    icons = script("icons")
    paths = icons.write(tmp_path)
    assert len(paths) == len(icons.SIZES) + 2
    for size in icons.SIZES:
        with Image.open(tmp_path / "hicolor" / f"{size}x{size}" / "apps" / "latentlab.png") as picture:
            assert picture.size == (size, size)
            assert picture.getpixel((0, 0)) == (0, 0, 0, 0)
            assert picture.getpixel((size // 2, size // 6)) == (79, 70, 229, 255)
    with Image.open(tmp_path / "latentlab.ico") as picture:
        assert {(16, 16), (48, 48), (256, 256)} <= picture.info["sizes"]
    with Image.open(tmp_path / "latentlab.icns") as picture:
        assert picture.size == (1024, 1024)
