"""What libraries load for a service that nobody here uses, left out where this is loaded before them.

jsonschema checks international addresses (`iri`) where the package for it is there; to load that package takes a second,
more than a third of all that lakip loads. Without it such addresses are not checked, as jsonschema says; none of our
schemas, nor that of a notebook, has any.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TAK_DIPAKAI = ("rfc3987_syntax",)

for _nama in TAK_DIPAKAI:
    sys.modules.setdefault(_nama, None)  # type: ignore[arg-type]  # Python's own way to say: not to be had


@contextmanager
def leave_out(nama: str) -> Iterator[None]:
    """Within the block a module is not to be had, unless it is loaded already; afterwards it is."""
    if nama in sys.modules:
        yield
        return
    sys.modules[nama] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[nama]
