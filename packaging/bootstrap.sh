#!/bin/sh
# From a fresh clone to LatentLab, or to its tests, with one command:
#   bash packaging/bootstrap.sh run  [arguments of latentlab]
#   bash packaging/bootstrap.sh test [arguments of pytest]
# Makes .venv once; a later start installs nothing unless pyproject.toml changed.
set -eu
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }
works() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] || { works sudo && sudo -n true 2>/dev/null; }; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi >/dev/null </dev/null; }

# The newest Python that is new enough and can make a virtual environment. A name on PATH may be a stub: each is run.
find_python() {
  for name in python3.13 python3.12 python3.11 python3 python; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  return 1
}

make_environment() {
  if ! python=$(find_python) && works apt-get && may_install; then
    say "Installing Python and its venv module."
    as_root apt-get update -qq || true
    as_root apt-get install -y -qq --no-install-recommends python3 python3-venv || true
  fi
  python=$(find_python) || die "LatentLab needs Python 3.11 or newer with its venv module." \
    "$(works apt-get && echo 'Run: sudo apt-get update && sudo apt-get install -y python3 python3-venv')"
  say "Making .venv with $("$python" --version)."
  "$python" -m venv --clear .venv
}

# $1: what to import; fails unless .venv imports LatentLab from this very checkout, which may have been moved or copied.
# -I keeps the working folder itself off the import path.
installed() {
  .venv/bin/python -I -c "import os, sys, $1, latentlab.errors as here
sys.exit(not os.path.samefile(os.path.dirname(here.__file__), 'latentlab'))" 2>/dev/null
}

# $1: "." or ".[test]"; $2: a package that comes with it.
install_package() {
  stamp=".venv/installed-$2"
  sum=$(cksum <pyproject.toml)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && installed "$2"; then
    return
  fi
  say "Installing LatentLab into .venv. The first time this downloads PyTorch: minutes, and up to 5 GB on Linux."
  quiet=-q
  [ ! -t 2 ] || quiet=
  # shellcheck disable=SC2086  # unquoted: an empty option must vanish
  .venv/bin/python -m pip install --disable-pip-version-check $quiet -e "$1" >&2
  echo "$sum" >"$stamp"
}

# Prints the line that installs Qt's missing system libraries, after trying to run it; prints nothing where none miss.
qt_libraries() {
  line=$(.venv/bin/python -I latentlab/gui/system_libraries.py) && return
  case $line in
    *apt-get* | *dnf*)
      if may_install; then
        say "Installing the system libraries that Qt needs."
        sh -c "$line" </dev/null >/dev/null || true
      fi ;;
  esac
  .venv/bin/python -I latentlab/gui/system_libraries.py || true
}

without_window() {
  say "There is no display here, so LatentLab runs without its window: it trains the digits preset and draws a traversal."
  output=$(.venv/bin/latentlab train --preset digits --out runs)
  run=$(printf '%s\n' "$output" | tail -n 1)
  .venv/bin/latentlab traverse "$run" -o traversal.png
  say "The run is in $run, the latent traversal in traversal.png."
  say "To open the window, run this in a desktop session (or over ssh -X): bash packaging/bootstrap.sh run"
}

mode=${1:-}
case $mode in
  run | test) shift ;;
  *) die "usage: bash packaging/bootstrap.sh run|test [arguments]" ;;
esac
.venv/bin/python -c '' 2>/dev/null || make_environment

if [ "$mode" = test ]; then
  install_package '.[test]' pytest
  export QT_QPA_PLATFORM=offscreen
  line=$(qt_libraries)
  [ -z "$line" ] || die "The tests need system libraries that are missing. Run: $line"
  exec .venv/bin/python -m pytest "$@"
fi

install_package . typer
line=$(qt_libraries)
[ -z "$line" ] || say "The window needs system libraries that are missing. Run: $line"
if [ $# = 0 ] && [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  without_window
else
  exec .venv/bin/latentlab "$@"
fi
