"""Natural order of codes: "S2" before "S10", "2.16.02" before "2.16.10"."""

import re

Kunci = tuple[tuple[int, int, str], ...]


def natural_key(kode: str) -> Kunci:
    """A sort key that compares runs of digits as numbers and everything else as text without case."""
    parts = re.findall(r"\d+|\D+", kode.strip())
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in parts)
