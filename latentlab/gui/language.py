"""The language of the window: which ones there are, the one that is chosen, and the translation of a text.

Texts are written in English where they are shown, within `tr`. The translations lie in resources/translations;
`packaging/translations.py` gathers the texts from the code, the catalog and the guided experiments, and compiles them.

A language is put into effect before the modules of the window are imported, so that their constants are translated
too; another one takes effect at the next start.

What stays English: sentences of errors that come from below the window (`latentlab.errors`), what is recorded in a
run's folder, names of files, runs, tags, settings' keys and metrics, formulas, and the output of the command line.
"""

from PySide6.QtCore import QCoreApplication

CONTEXT = "LatentLab"
"""Under which Qt finds the texts."""
LANGUAGES = {"de": "Deutsch", "zh_CN": "中文"}
"""Those that the window is translated into, each in its own words."""


def tr(text: str, /, **values: object) -> str:
    """A text in the language of the window.

    Args:
        text: in English; with values, as `str.format` takes it.
        values: what stands in its placeholders.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def mark(text: str) -> str:
    """Have a text translated that is kept in English and shown by `tr` elsewhere."""
    return text


def capitalised(words: str) -> str:
    """The same words as a heading."""
    return words[:1].upper() + words[1:]
