#!/bin/sh
# An AppImage of the program that PyInstaller has built, for a Linux of this one's age or younger:
#   sh packaging/appimage.sh [FOLDER_OF_THE_PROGRAM]      # by default dist/latentlab
# Needs appimagetool (https://github.com/AppImage/appimagetool) on PATH or in APPIMAGETOOL; without it, build/LatentLab.AppDir is
# left ready for it, and its AppRun runs as it is. appimagetool downloads the runtime that it puts in front; with APPIMAGE_RUNTIME, it
# takes that file. PYTHON names a Python that has LatentLab; by default .venv's.
set -eu
program=$(cd "${1:-$(dirname "$0")/../dist/latentlab}" && pwd) || exit 1
cd "$(dirname "$0")/.."
[ -x "$program/latentlab" ] || { echo "$program: no program is there; build it with packaging/pyinstaller.spec." >&2; exit 1; }

folder=build/LatentLab.AppDir
share=$folder/usr/share
rm -rf "$folder"
mkdir -p "$folder/usr/lib" "$share/applications" "$share/icons" "$share/metainfo"
cp -a --reflink=auto "$program" "$folder/usr/lib/latentlab"
"${PYTHON:-.venv/bin/python}" packaging/icons.py build/icons >/dev/null
cp -r build/icons/hicolor "$share/icons/"
cp packaging/latentlab.desktop "$share/applications/"
cp packaging/latentlab.metainfo.xml "$share/metainfo/io.github.latentlab.LatentLab.appdata.xml"

cp packaging/latentlab.desktop "$folder/"
cp build/icons/hicolor/256x256/apps/latentlab.png "$folder/"
ln -s latentlab.png "$folder/.DirIcon"
ln -s usr/lib/latentlab/latentlab "$folder/AppRun"

version=$("$folder/AppRun" --version | cut -d' ' -f2)
tool=${APPIMAGETOOL:-appimagetool}
if command -v "$tool" >/dev/null; then
  mkdir -p dist
  # --no-appstream: it looks for the metadata under the desktop file's name alone, not under the component's.
  ARCH=$(uname -m) "$tool" --no-appstream ${APPIMAGE_RUNTIME:+--runtime-file "$APPIMAGE_RUNTIME"} "$folder" \
    "dist/LatentLab-$version-$(uname -m).AppImage"
else
  echo "appimagetool is not installed; $folder is ready for it."
fi
