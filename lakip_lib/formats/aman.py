"""Text in a CSV that a spreadsheet would run as a formula: an apostrophe goes in front, and comes off again."""

import re

_RUMUS = re.compile(r"[=@+\t\r]|-\S*[|(!]")
_BERTANDA = re.compile(r"'+(?:[=@+\t\r]|-\S*[|(!])")


def guard_text(teks: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet opening the CSV would take it for a formula.

    >>> guard_text("=HYPERLINK(1)"), guard_text("-5"), guard_text("- butir")
    ("'=HYPERLINK(1)", '-5', '- butir')
    """
    return f"'{teks}" if _RUMUS.match(teks) or _BERTANDA.match(teks) else teks


def unguard_text(teks: str) -> str:
    """The text as it was before `guard_text`.

    >>> [unguard_text(guard_text(t)) for t in ("=1", "'=1", "-5", "'kutip'")]
    ['=1', "'=1", '-5', "'kutip'"]
    """
    return teks[1:] if _BERTANDA.match(teks) else teks
