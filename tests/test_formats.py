import doctest
import pkgutil
from importlib import import_module

import pytest

from lakip_lib import formats


@pytest.mark.parametrize("nama", [m.name for m in pkgutil.iter_modules(formats.__path__)])
def test_the_examples_in_the_docstrings_hold(nama: str) -> None:
    assert doctest.testmod(import_module(f"lakip_lib.formats.{nama}")).failed == 0


def test_the_package_offers_what_it_names() -> None:
    assert all(hasattr(formats, nama) for nama in formats.__all__)
