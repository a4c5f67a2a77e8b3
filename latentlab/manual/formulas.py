"""Formulas as a line of text, such as −log p(x|z) + KL(q(z|x) ‖ p(z)), set as MathML, which browsers show by themselves."""

import re
from html import escape

_SMALL = {chr(0x2080 + digit): str(digit) for digit in range(10)}
_SMALL |= {"ₖ": "k", "ᵢ": "i", "ⱼ": "j", "ₛ": "s", "₍": "(", "₎": ")"}
_RAISED = {"²": "2", "′": "′"}
_BELOW = "".join(_SMALL)
_LETTER = "[A-Za-zΑ-Ωα-ω]"
_TOKEN = re.compile(
    rf"(?P<fraction>\(1/[A-Z]\)|1/[A-Z](?![\w(]))"
    rf"|(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"|(?P<word>\ba(?= [A-Za-z]{{2}})|[A-Za-z]{{2,}}(?:-[A-Za-z]+)*)"
    rf"|(?P<letter>{_LETTER}\u0302?)"
    rf"|(?P<below>_{_LETTER}|[{_BELOW}](?:[{_BELOW}≠]*[{_BELOW}])?)"
    rf"|(?P<above>[{''.join(_RAISED)}])"
    rf"|(?P<space> )"
    rf"|(?P<operator>.)"
)
_FUNCTIONS = ("log", "max", "diag")
_INFIX = "+−·=<>≠≤≥‖/"
_SPACED = f"{_INFIX},;ΣΠ"
_BREAKS = re.compile(r"(?<=[,;]) | (?=[+−=] )|(?<!\ba) (?=[a-z]{2,} [a-z]{2,})")


def mathml(formula: str) -> str:
    """A formula as HTML: MathML in parts, between which a line may break, as MathML itself does not.

    Args:
        formula: in Unicode: letters are variables, several together are words or functions; `_d` and ₖ are subscripts.
    """
    return f'<span class="formula">{" ".join(f"<math><mrow>{_row(part)}</mrow></math>" for part in _parts(formula))}</span>'


def _parts(formula: str) -> list[str]:
    """A formula, divided before each sign and between words, and after each comma that no bracket encloses."""
    parts, depth, last = [], 0, 0
    for place, sign in enumerate(formula):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and _BREAKS.match(formula, place):
            parts.append(formula[last:place])
            last = place + 1
    return [*parts, formula[last:]]


def _row(part: str) -> str:
    made: list[str] = []
    tokens = list(_TOKEN.finditer(part))
    for place, found in enumerate(tokens):
        kind, text = found.lastgroup, found.group()
        if kind in ("below", "above"):
            base = made.pop() if made else "<mrow></mrow>"
            made.append(_scripted(base, kind, text))
        elif kind != "space":
            before = place > 0 and tokens[place - 1].lastgroup == "space"
            if kind == "word" and place > 1 and (tokens[place - 2].lastgroup == "word" or tokens[place - 2].group() in _SPACED):
                before = False  # what is there has space after it
            after = place + 1 < len(tokens) and tokens[place + 1].lastgroup == "space"
            gap = ['<mspace width="0.25em"/>'] if kind == "word" and _is_function(text) else []
            made += [*gap * before, _one(str(kind), text, before, after), *gap * after]
    return "".join(made)


def _is_function(word: str) -> bool:
    """Whether it is a sign of the formula, such as log and KL, and no word of a sentence."""
    return word in _FUNCTIONS or word[0].isupper()


def _scripted(base: str, kind: str, text: str) -> str:
    """The last element with a subscript or an exponent; both where it has the other already."""
    small = "".join(_SMALL.get(sign, _RAISED.get(sign, sign)) for sign in text.removeprefix("_"))
    script = f"<mn>{small}</mn>" if small.isdigit() else f"<mi>{escape(small)}</mi>"
    if kind == "above" and base.startswith("<msub>"):
        return f"<msubsup>{base.removeprefix('<msub>').removesuffix('</msub>')}{script}</msubsup>"
    tag = "msub" if kind == "below" else "msup"
    return f"<{tag}>{base}{script}</{tag}>"


def _one(kind: str, text: str, before: bool, after: bool) -> str:
    """An element; `before` and `after` say whether spaces are around it."""
    space = "\N{NO-BREAK SPACE}"
    match kind:
        case "fraction":
            return f"<mfrac><mn>1</mn><mi>{text.strip('()')[-1]}</mi></mfrac>"
        case "number":
            return f"<mn>{text}</mn>"
        case "letter" if text in "ΣΠ":
            return f"<mo>{'∑' if text == 'Σ' else '∏'}</mo>"
        case "letter" if len(text) > 1:
            return f'<mover accent="true"><mi>{text[0]}</mi><mo>^</mo></mover>'
        case "letter":
            return f"<mi>{text}</mi>"
        case "word" if _is_function(text):
            return f"<mi>{text}</mi>"
        case "word":
            return f"<mtext>{space * before}{text}{space * after}</mtext>"
        case _ if text in _INFIX and before and after:
            return f'<mo form="infix" lspace="0.25em" rspace="0.25em" stretchy="false">{escape(text)}</mo>'
        case _ if text == "·":
            return '<mo lspace="0.1em" rspace="0.1em">·</mo>'
        case _ if text in "+−=" and after:
            return f'<mo form="infix" lspace="0em" rspace="0.25em">{text}</mo>'
        case _ if text in "+−":
            return f'<mo form="prefix">{text}</mo>'
        case _:
            tight = ' lspace="0em" rspace="0em"' if text in "|‖/≤≥" else ""
            return f'<mo stretchy="false"{tight}>{escape(text)}</mo>'
