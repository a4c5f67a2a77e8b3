"""The check for Qt's system libraries: what it asks for on which platform, and the line it gives."""

import subprocess
import sys

import pytest

from latentlab.gui import system_libraries
from latentlab.gui.system_libraries import install_line, missing_libraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks Qt's libraries")

BASE = {"libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libxkbcommon.so.0"}
DEBIAN = {"ID": "debian"}


def has_nothing(soname: str) -> bool:
    return False


def has_all_but_xcb(soname: str) -> bool:
    return "xcb" not in soname and soname != "libxkbcommon-x11.so.0"


def has_all_but_xcb_and_wayland(soname: str) -> bool:
    return has_all_but_xcb(soname) and "wayland" not in soname


def test_nothing_is_missing_where_everything_loads() -> None:
    assert missing_libraries({"DISPLAY": ":0"}, lambda soname: True) == []


def test_offscreen_needs_the_base_only() -> None:
    missing = missing_libraries({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, has_nothing)
    assert set(missing) >= BASE
    assert not any("xcb" in name or "wayland" in name for name in missing)


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":0"},
        {},  # Qt falls back to X11
        {"QT_QPA_PLATFORM": "xcb"},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "xcb:no-option;wayland"},
    ],
)
def test_x11_comes_first_outside_a_wayland_session(environ: dict[str, str]) -> None:
    missing = missing_libraries(environ, has_all_but_xcb_and_wayland)
    assert "libxcb-cursor.so.0" in missing
    assert "libxkbcommon-x11.so.0" in missing
    assert not any("wayland" in name for name in missing)


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland", "WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_wayland_comes_first_where_qt_prefers_it(environ: dict[str, str]) -> None:
    missing = missing_libraries(environ, has_all_but_xcb_and_wayland)
    assert missing == ["libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"]


def test_one_platform_that_loads_is_enough() -> None:
    assert missing_libraries({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, has_all_but_xcb) == []


def test_other_systems_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing_libraries({}, has_nothing) == []


def test_the_loader_is_asked() -> None:
    assert system_libraries._can_load("libc.so.6")
    assert not system_libraries._can_load("libno-such-library.so.0")


def test_debian_line() -> None:
    line = install_line(["libEGL.so.1", "libfontconfig.so.1"], DEBIAN, root=False)
    assert line == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends fonts-dejavu-core libegl1 libfontconfig1"
    )
    assert "sudo" not in install_line(["libEGL.so.1"], DEBIAN, root=True)


def test_derived_distributions_are_known_by_their_family() -> None:
    assert "apt-get install" in install_line(["libEGL.so.1"], {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"})
    assert "dnf install" in install_line(["libEGL.so.1"], {"ID": "rocky", "ID_LIKE": "rhel centos fedora"})


def test_a_package_of_several_libraries_is_named_once() -> None:
    line = install_line(["libxcb-randr.so.0", "libxcb-shm.so.0"], {"ID": "fedora"}, root=True)
    assert line == "dnf install -y libxcb"
    line = install_line(["libwayland-client.so.0", "libwayland-egl.so.1"], {"ID": "arch"}, root=True)
    assert line == "pacman -S --needed wayland"


def test_an_unknown_distribution_gets_the_library_names() -> None:
    line = install_line(["libEGL.so.1", "libGL.so.1"], {"ID": "plan9"})
    assert "libEGL.so.1, libGL.so.1" in line


def test_every_library_has_a_package_everywhere() -> None:
    everything = sorted(system_libraries._PACKAGES)
    for distribution in ("debian", "fedora", "arch"):
        assert install_line(everything, {"ID": distribution})


def test_the_check_imports_no_qt() -> None:
    code = "import sys, latentlab.gui.system_libraries; sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
