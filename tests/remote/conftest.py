"""Two runs in a folder that an agent serves, in a process of its own."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from latentlab.remote.address import Address
from latentlab.remote.folder import RemoteFolder

VIA = f"{sys.executable} -m latentlab"
"""Stands for ssh: the agent is a process beside this one."""


@pytest.fixture(scope="module")
def there(_trained: Path, _trained_beside: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served, with a run and another one on the same images."""
    folder = tmp_path_factory.mktemp("there")
    for run in (_trained, _trained_beside):
        shutil.copytree(run, folder / run.name)
    return folder


@pytest.fixture(scope="module")
def remote(there: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteFolder]:
    """That folder as it is watched, connected, with the list of its runs."""
    folder = RemoteFolder(Address.parse(f"ssh://box{there}"), VIA, cache=tmp_path_factory.mktemp("mirrors"))
    folder.connect()
    folder.update_list()
    yield folder
    folder.close()
