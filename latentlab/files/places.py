"""Where a path leads, told from the path and the system's list of mounts: the place itself is not touched."""

import os
import re
import sys
from pathlib import Path, PurePath

_MOUNTS = Path("/proc/self/mounts")
_OF_A_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|autofs|9p|ceph|glusterfs|lustre|gpfs|davfs|beegfs|fuse\.(sshfs|rclone|s3fs|gcsfuse)"
)
_REMOTE_DRIVE = 4


def is_on_network(path: str) -> bool:
    """Whether a path names another computer's share, or lies on a mounted one, as far as that can be told without going there.

    Opening such a path tells that computer who asks, and may hang. Links on the way are not followed.
    """
    if re.match(r"[\\/]{2}", path):
        return True
    path = os.path.normpath(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111 - pathlib would follow links or raise
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(PurePath(path).anchor) == _REMOTE_DRIVE)
    if re.match(r"/(net|Network|afs)/", path):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return _kind_of_mount(path, lines)


def _kind_of_mount(path: str, lines: list[str]) -> bool:
    """Whether the innermost of these mounts that a path lies on is one of a network."""
    innermost, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        mount = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), fields[1])
        inside = path == mount or path.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(innermost):
            innermost, kind = mount, fields[2]
    return _OF_A_NETWORK.fullmatch(kind) is not None
