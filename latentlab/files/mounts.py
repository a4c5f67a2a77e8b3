"""Which file systems hold no files but what the kernel says of itself."""

import os
from collections.abc import Mapping
from pathlib import Path

_VIRTUAL = frozenset(
    {"proc", "sysfs", "cgroup", "cgroup2", "debugfs", "tracefs", "securityfs", "selinuxfs", "configfs", "efivarfs", "pstore"}
    | {"bpf", "binfmt_misc", "devpts", "mqueue", "hugetlbfs", "fusectl", "nsfs", "rpc_pipefs"}
)


def virtual_file_systems(mounts: Path = Path("/proc/self/mountinfo")) -> Mapping[int, str]:
    """The kind of every mounted file system that has no files of its own, by its device's number (`st_dev`).

    Args:
        mounts: the kernel's list; where there is none, nothing is known to be virtual.
    """
    found = {}
    try:
        with mounts.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                before, _, after = line.partition(" - ")
                device, kind = before.split()[2], after.split()[0]
                major, _, minor = device.partition(":")
                if kind in _VIRTUAL:
                    found[os.makedev(int(major), int(minor))] = kind
    except (OSError, ValueError, IndexError, AttributeError):
        return found
    return found
