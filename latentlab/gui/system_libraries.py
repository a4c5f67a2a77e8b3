"""Which shared libraries Qt needs from the system, and the line that installs the missing ones.

Without them Qt ends the process with a message about a plug-in, or the import of PySide6 fails with the name of one
library. This check runs before either and imports nothing but the standard library. `packaging/bootstrap.sh` runs the
file as a script.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple


class _Packages(NamedTuple):
    """The packages that hold one library, several separated by spaces."""

    apt: str
    dnf: str
    pacman: str


# What Qt's own libraries, and its platform plug-ins, link to and the PySide6 wheels do not bring along.
_BASE = {
    # A machine without fontconfig has no fonts either, and Qt draws no text then; DejaVu's figures are of equal width.
    "libfontconfig.so.1": _Packages(
        "libfontconfig1 fonts-dejavu-core", "fontconfig dejavu-sans-fonts", "fontconfig ttf-dejavu"
    ),
    "libEGL.so.1": _Packages("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": _Packages("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11.so.6": _Packages("libx11-6", "libX11", "libx11"),
    "libdbus-1.so.3": _Packages("libdbus-1-3", "dbus-libs", "dbus"),
    "libfreetype.so.6": _Packages("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": _Packages("libglib2.0-0", "glib2", "glib2"),
    "libxkbcommon.so.0": _Packages("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libzstd.so.1": _Packages("libzstd1", "libzstd", "zstd"),
}
_PLATFORMS = {
    "xcb": {
        "libX11-xcb.so.1": _Packages("libx11-xcb1", "libX11-xcb", "libx11"),
        "libxcb-cursor.so.0": _Packages("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
        "libxcb-icccm.so.4": _Packages("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
        "libxcb-image.so.0": _Packages("libxcb-image0", "xcb-util-image", "xcb-util-image"),
        "libxcb-keysyms.so.1": _Packages("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
        "libxcb-randr.so.0": _Packages("libxcb-randr0", "libxcb", "libxcb"),
        "libxcb-render-util.so.0": _Packages("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
        "libxcb-render.so.0": _Packages("libxcb-render0", "libxcb", "libxcb"),
        "libxcb-shape.so.0": _Packages("libxcb-shape0", "libxcb", "libxcb"),
        "libxcb-shm.so.0": _Packages("libxcb-shm0", "libxcb", "libxcb"),
        "libxcb-sync.so.1": _Packages("libxcb-sync1", "libxcb", "libxcb"),
        "libxcb-util.so.1": _Packages("libxcb-util1", "xcb-util", "xcb-util"),
        "libxcb-xfixes.so.0": _Packages("libxcb-xfixes0", "libxcb", "libxcb"),
        "libxcb-xkb.so.1": _Packages("libxcb-xkb1", "libxcb", "libxcb"),
        "libxkbcommon-x11.so.0": _Packages("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    },
    "wayland": {
        "libwayland-client.so.0": _Packages("libwayland-client0", "libwayland-client", "wayland"),
        "libwayland-cursor.so.0": _Packages("libwayland-cursor0", "libwayland-cursor", "wayland"),
        "libwayland-egl.so.1": _Packages("libwayland-egl1", "libwayland-egl", "wayland"),
    },
}
_PACKAGES = _BASE | _PLATFORMS["xcb"] | _PLATFORMS["wayland"]


def _can_load(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def candidate_platforms(environ: Mapping[str, str]) -> list[str]:
    """Return the platform plug-ins that Qt will try, in its order.

    QT_QPA_PLATFORM names them, `;` between alternatives and `:` before options. Otherwise X11 comes first, except in a
    Wayland session, and X11 is also what Qt falls back to where neither display is there.
    """
    named = environ.get("QT_QPA_PLATFORM", "")
    if named:
        return [part.split(":")[0].lower() for part in named.split(";") if part] or [named]
    platforms = ["xcb"] if environ.get("DISPLAY") else []
    if environ.get("XDG_SESSION_TYPE") == "wayland":
        platforms.insert(0, "wayland")
    elif environ.get("WAYLAND_DISPLAY"):
        platforms.append("wayland")
    return platforms or ["xcb"]


def missing_libraries(environ: Mapping[str, str] | None = None, can_load: Callable[[str], bool] = _can_load) -> list[str]:
    """Return the names of the libraries that Qt needs here and the system lacks.

    Qt needs one platform plug-in that loads: libraries of a plug-in count only while every candidate lacks some, and
    then those of the candidate that Qt prefers.

    Args:
        environ: environment that decides the platform plug-in; the process's own by default.
        can_load: says whether a library can be loaded.

    Returns:
        Library names such as `libEGL.so.1`, sorted; always empty on systems other than Linux.
    """
    if sys.platform != "linux":
        return []
    missing = [name for name in _BASE if not can_load(name)]
    candidates = candidate_platforms(os.environ if environ is None else environ)
    lacking = [[name for name in _PLATFORMS.get(candidate, {}) if not can_load(name)] for candidate in candidates]
    if lacking and all(lacking):
        missing += lacking[0]
    return sorted(missing)


def _package_manager(os_release: Mapping[str, str]) -> str | None:
    families = {
        "debian": "apt",
        "ubuntu": "apt",
        "fedora": "dnf",
        "rhel": "dnf",
        "centos": "dnf",
        "arch": "pacman",
    }
    for name in [os_release.get("ID", ""), *os_release.get("ID_LIKE", "").split()]:
        if name in families:
            return families[name]
    return None


def _read_os_release() -> dict[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def install_line(missing: list[str], os_release: Mapping[str, str] | None = None, root: bool | None = None) -> str:
    """Return the shell line that installs libraries on this distribution.

    Args:
        missing: what `missing_libraries` returned.
        os_release: fields of `/etc/os-release`; read from the system by default.
        root: whether the line runs as root and needs no `sudo`; asked of the system by default.

    Returns:
        The line, or a sentence that names the libraries where the distribution's packages are not known.
    """
    manager = _package_manager(_read_os_release() if os_release is None else os_release)
    if manager is None:
        return f"Install the packages of your distribution that hold {', '.join(missing)}."
    packages = " ".join(sorted({word for name in missing for word in getattr(_PACKAGES[name], manager).split()}))
    sudo = "" if (os.geteuid() == 0 if root is None else root) else "sudo "
    if manager == "apt":
        return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"
    if manager == "dnf":
        return f"{sudo}dnf install -y {packages}"
    return f"{sudo}pacman -S --needed {packages}"


def main() -> int:
    """Print the line that installs what is missing, and return 1; return 0 in silence where nothing is."""
    missing = missing_libraries()
    if not missing:
        return 0
    print(install_line(missing))
    return 1


if __name__ == "__main__":
    sys.exit(main())
