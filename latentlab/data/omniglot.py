"""Omniglot in the layout its authors publish: `images_background/Alphabet/character01/0001_01.png`, unpacked or as zips."""

from contextlib import ExitStack
from pathlib import Path

import numpy as np

from latentlab.data.decoding import decode_all
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.trees import ImageFile, ImageTree, open_tree, required_root
from latentlab.errors import DataError

_BACKGROUND, _EVALUATION = "images_background", "images_evaluation"
# Alphabets recur in the two small sets, which are excerpts of the background set.
_SETS = (_BACKGROUND, "images_background_small1", "images_background_small2", _EVALUATION)
_EXPECTED = f"one or more of {', '.join(_SETS)}, as folders or .zip files"


def read_omniglot(root: Path | None, size: int) -> Images:
    """The sets at hand, as folders or as zips in `root` or its `omniglot-py`; `root` may also be one of them itself.

    Strokes come white on black, as in MNIST; published are black ones on white. A label is a character of an alphabet. A
    drawing that is in several sets is read once. With the background and the evaluation set the split is the official one,
    whose two sides share no character; any other choice of sets is read without a split.

    Raises:
        DataError: if there is no set, or one is empty or damaged.
    """
    root = required_root(root, "omniglot", f"the folder that holds {_EXPECTED}")
    places = _find_sets(root)
    if not places:
        raise DataError(f"data.root = {str(root)!r} holds no Omniglot set; expected {_EXPECTED}.")
    drawings: dict[tuple[str, ...], ImageFile] = {}
    before_evaluation = 0
    with ExitStack() as stack:
        for name, place in places.items():
            if name == _EVALUATION:
                before_evaluation = len(drawings)
            for key, file in _drawings(stack.enter_context(open_tree(place)), place).items():
                drawings.setdefault(key, file)
        decoded = decode_all(list(drawings.values()), size, "L")
    if decoded.faults:
        raise DataError(f"{root}: Omniglot is damaged; fetch it again: {decoded.faults[0]}")
    characters = [key[:2] for key in drawings]
    index = {character: label for label, character in enumerate(sorted(set(characters)))}
    return Images(
        255 - decoded.pixels,
        np.array([index[character] for character in characters], np.int64),
        before_evaluation if _BACKGROUND in places and _EVALUATION in places else None,
        f"{', '.join(place.name for place in places.values())}: {len(drawings):,} drawings of {len(index):,} characters",
    )


def _find_sets(root: Path) -> dict[str, Path]:
    """The sets at hand, those that train first; of an unpacked set and its zip, the folder."""
    found: dict[str, Path] = {}
    try:
        for name in _SETS:
            for folder in (root, root / "omniglot-py"):
                if (folder / name).is_dir():
                    found.setdefault(name, folder / name)
                elif (folder / f"{name}.zip").is_file():
                    found.setdefault(name, folder / f"{name}.zip")
    except OSError as error:
        raise DataError(f"data.root = {str(root)!r}: cannot be read: {error.strerror}.") from None
    return found or ({root.stem: root} if root.stem in _SETS else {})


def _drawings(tree: ImageTree, place: Path) -> dict[tuple[str, ...], ImageFile]:
    """Each drawing by alphabet, character and file name, sorted."""
    if tree.refused:
        raise DataError(f"{place}: Omniglot is damaged; fetch it again: {tree.refused[0]}")
    found = {
        file.path.parts[-3:]: file
        for file in tree.files
        if len(file.path.parts) >= 3 and file.path.parts[-2].startswith("character")
    }
    if not found:
        raise DataError(f"{place}: holds no drawings; expected Alphabet/character01/*.png.")
    return found


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_omniglot(request.root, request.size)
