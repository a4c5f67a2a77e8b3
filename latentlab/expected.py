"""What would be right in the place of a wrong value, in our words instead of the checking library's."""

import re

_WORDS = (
    (r"input should be a valid (integer|int).*", "must be a valid integer"),
    (r"input should be a finite number.*", "must be a finite number"),
    (r"input should be a valid number.*", "must be a valid number"),
    (r"input should be a valid boolean.*", "must be true or false"),
    (r"input should be a valid string.*", "must be a text"),
    (r"input should be a valid (list|tuple).*", "must be a list"),
    (r"input should be a valid dictionary.*", "must be a table of settings"),
    (r"string should match pattern .*", "does not have the form that is expected"),
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
