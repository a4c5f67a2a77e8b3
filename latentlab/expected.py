"""What would be right in the place of a wrong value, in our words instead of the checking library's."""

import re
from typing import Any

from latentlab.errors import shown

_WORDS = (
    (r"input should be a valid (integer|int).*", "must be a whole number, written without a decimal point"),
    (r"input should be a finite number.*", "must be a finite number"),
    (r"input should be a valid number.*", "must be a number"),
    (r"input should be a valid boolean.*", "must be true or false"),
    (r"input should be a valid string.*", "must be a text"),
    (r"input should be a valid (list|tuple).*", "must be a list"),
    (r"input should be a valid dictionary.*", "must be a table"),
    (r"string should match pattern .*", "does not have the form that is expected"),
    (r"(?:string|list|tuple) should have at most (\d+) .*", r"must be no longer than \1"),
    (r"(?:string|list|tuple) should have at least (\d+) .*", r"must be no shorter than \1"),
    (r"value error, ", ""),
    (r"'.*' is not one of ", "must be one of "),
    (r"input should ", "must "),
    (r"(list|tuple|string|dictionary) should ", "must "),
)


def expected(message: str) -> str:
    """What a message of pydantic's asks for, as the rest of a sentence after the value and a colon."""
    text = message.strip().rstrip(".")
    for pattern, words in _WORDS:
        text = re.sub(f"^{pattern}", words, text, flags=re.IGNORECASE | re.DOTALL)
    return text[:1].lower() + text[1:]


def fault(detail: Any) -> str:
    """What is wrong with a value, of one of pydantic's error details: its name, what was found, what would be right."""
    where = ".".join(map(str, detail["loc"]))
    match detail["type"]:
        case "missing":
            return f"{where} is missing"
        case "extra_forbidden":
            return f"{where} is unknown"
        case "value_error":
            return str(detail["ctx"]["error"])
        case _:
            found = shown(detail["input"])
            return f"{where} = {found}: {expected(detail['msg'])}" if where else f"{found}: {expected(detail['msg'])}"
