"""Files damaged at random, as files and people damage them."""

import random
import re

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**63, 2**64 - 1)
_TOKENS = (
    *(b"[", b"]", b"{", b"}", b'"', b"'", b",", b":", b"=", b".", b"\n", b"\0", b"\xff\xfe", b"-", b"#", b"\\"),
    *(b"[" * 200, b"{" * 50, b"9" * 30, b"9" * 450, b"9" * 5000, b"1e400", b"-1e999", b"nan", b"inf", b"NaN", b"Infinity"),
    *(b"null", b"true", b"[]", b"{}", b'""', b'"\\ud800"', b"-1", b"0", b"1.5", b"1e300", b"0x" + b"f" * 500, b"../../x"),
    *(b"/etc/passwd", b"a." * 60, b"\r\n", "²".encode(), b"'''", b'"""', b"<b>bold</b>"),
)
_NUMBER = re.compile(rb"-?[0-9][0-9.e+-]*")
_VALUE = re.compile(rb'"[^"\n]*"|-?[0-9][0-9.e+-]*|true|false|null')


def mutate(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """One to five things gone wrong with a file; `others` are files of the same kind."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        chance.choice(_WAYS)(changed, others, chance)
    return bytes(changed[: 2**22])


def _place(content: bytearray, chance: random.Random) -> int:
    # What is at the beginning says what all the rest is.
    return chance.randrange(min(len(content), 400) if chance.random() < 0.5 else len(content)) if content else 0


def _flip(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    if content:
        content[_place(content, chance)] ^= 1 << chance.randrange(8)


def _overwrite(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    width, place = chance.choice((1, 2, 4, 8)), _place(content, chance)
    number = chance.choice(_NUMBERS) % 2 ** (8 * width)
    content[place : place + width] = number.to_bytes(width, chance.choice(("little", "big")))


def _cut(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    del content[_place(content, chance) :]


def _remove(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    place = _place(content, chance)
    del content[place : place + chance.choice((1, 2, 8, 100))]


def _insert(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    place = _place(content, chance)
    content[place:place] = chance.choice(_TOKENS)


def _repeat(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    place = _place(content, chance)
    content[place:place] = content[place : place + chance.choice((1, 16, 500))] * chance.choice((1, 2, 40))


def _splice(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    other = chance.choice(others)
    place = chance.randrange(len(other)) if other else 0
    content[_place(content, chance) :] = other[place:]


def _replace(content: bytearray, others: list[bytes], chance: random.Random) -> None:
    found = list(chance.choice((_NUMBER, _VALUE)).finditer(content[: 2**16]))
    if found:
        start, end = chance.choice(found).span()
        content[start:end] = chance.choice(_TOKENS)


_WAYS = (_flip, _flip, _overwrite, _overwrite, _cut, _remove, _insert, _insert, _repeat, _splice, _replace, _replace, _replace)
