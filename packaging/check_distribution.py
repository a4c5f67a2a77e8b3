"""Builds the wheel and the sdist, compares what is in them with what should be, and tries the wheel in a clean environment.

    .venv/bin/python packaging/check_distribution.py              # with dependencies that pip fetches: minutes, gigabytes
    .venv/bin/python packaging/check_distribution.py --borrow     # with the packages of this environment: a minute

Needs hatchling, and a checkout with its git history. Prints the sizes that packaging/README.md records.
"""

import argparse
import fnmatch
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MOST_MEGABYTES = 8.0
"""Of the wheel and of the sdist; what grows beyond it should be seen."""
_OF_THE_BUILD = {"PKG-INFO"}


def build(folder: Path) -> tuple[Path, Path]:
    """A wheel and an sdist in a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "wheel", "-t", "sdist"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


def faults(wheel: Path, sdist: Path) -> list[str]:
    """A sentence for each file that is missing or should not be there, and for a file that is too large."""
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    sources = _sources()
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if not _is_metadata(name)}
    with tarfile.open(sdist) as archive:
        shipped = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    found = _differences("wheel", packed, _of_wheel(sources, targets["wheel"]))
    found += _differences("sdist", shipped - _OF_THE_BUILD, _of_sdist(sources, targets["sdist"]))
    for path in (wheel, sdist):
        if megabytes(path) > MOST_MEGABYTES:
            found.append(f"{path.name} has {megabytes(path):.1f} MB, above {MOST_MEGABYTES:g}.")
    return found


def megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


def _sources() -> set[str]:
    """Paths of the project's files, those that are not committed yet included, those that git ignores not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    return {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}


def _of_wheel(sources: set[str], target: dict[str, Any]) -> set[str]:
    mapped = {name: name for name in sources if name.split("/")[0] in target["packages"]}
    for source, place in target["force-include"].items():
        mapped |= {name: name.replace(source, place, 1) for name in sources if name == source or name.startswith(f"{source}/")}
    return set(mapped.values()) | set(target["shared-data"].values())


def _of_sdist(sources: set[str], target: dict[str, Any]) -> set[str]:
    patterns = [pattern.removeprefix("/") for pattern in target["exclude"]]
    return {name for name in sources if not any(fnmatch.fnmatch(name, f"{each}/*") for each in patterns)}


def _is_metadata(name: str) -> bool:
    return name.split("/")[0].endswith(".dist-info")


def _differences(what: str, found: set[str], wanted: set[str]) -> list[str]:
    # Files for the system's folders lie in NAME.data/data of a wheel.
    found = {name.split(".data/data/", 1)[-1] for name in found}
    return [f"The {what} lacks {name}." for name in sorted(wanted - found)] + [
        f"The {what} holds {name}, which it should not." for name in sorted(found - wanted)
    ]


def install(wheel: Path, folder: Path, *, borrow: bool) -> Path:
    """The command in a new environment."""
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    site = Path(subprocess.run([python, "-c", _SITE], capture_output=True, text=True, check=True).stdout.strip())
    if borrow:  # a path file of an environment is not followed from another's: an editable install stays out
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    options = ["--no-deps"] if borrow else []
    subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "-q", *options, wheel], check=True)
    return python.with_name("latentlab")


_SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def main() -> None:
    import smoke  # beside this file

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--borrow", action="store_true", help="use the packages of this environment")
    parser.add_argument("--window", action="store_true", help="open the window too, under Xvfb")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel, sdist = build(folder)
        found = faults(wheel, sdist)
        if found:
            raise SystemExit("\n".join(found))
        program = str(install(wheel, folder / "environment", borrow=arguments.borrow))
        environ = smoke.own_surroundings(folder)
        seconds = smoke.without_window(program, environ, folder)
        if arguments.window:
            seconds |= smoke.with_window(program, environ, folder)
        for path in (wheel, sdist):
            print(f"{path.name}: {megabytes(path):.1f} MB")
    for what, took in seconds.items():
        print(f"{what}: {took:.1f} s")


if __name__ == "__main__":
    main()
