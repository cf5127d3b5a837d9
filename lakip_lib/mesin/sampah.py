"""How often Python looks for garbage: rarely where much is built of small parts and next to none of them is garbage."""

import gc

JARANG = (200_000, 20, 1000)


def look_rarely() -> None:
    """Look for garbage some hundred times less often than Python does by itself."""
    gc.enable()
    gc.set_threshold(*JARANG)
