"""Mends what Qt's SVG generator writes of clipping: after a text it clips all that follows to the text's own rectangle."""

import re

_GROUP = re.compile(r'(?:<g clip-path="url\(#(\w+)\)">)?<g ([^>]*)>\n(.*?)</g>\n(?(1)</g>\n)', re.DOTALL)
_CLIP = re.compile(r'<clipPath id="(\w+)">\s*<path [^>]*d="M[-\d.]+,([-\d.]+) L[-\d.]+,[-\d.]+ L[-\d.]+,([-\d.]+)')
_HIGHEST_LINE = 40.0
"""Units within which a clipped rectangle is that of a line of text, which needs no clipping."""


def mended(svg: str) -> str:
    """The drawing without empty groups, in which lines are clipped by the last rectangle that is more than a line of text."""
    heights = {name: abs(float(bottom) - float(top)) for name, top, bottom in _CLIP.findall(svg)}
    last = ""

    def mend(group: re.Match[str]) -> str:
        nonlocal last
        clip, attributes, content = group.groups()
        is_line = heights.get(clip or "", 0) < _HIGHEST_LINE
        if clip and not is_line:
            last = clip
        if not content.strip():
            return ""
        kept = clip if not is_line else "" if "<text" in content else last if clip else ""
        before, after = (f'<g clip-path="url(#{kept})">', "</g>\n") if kept else ("", "")
        return f"{before}<g {attributes}>\n{content}</g>\n{after}"

    return _GROUP.sub(mend, svg)
