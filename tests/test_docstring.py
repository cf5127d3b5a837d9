"""The worked examples in docstrings hold, wherever they stand."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
MODUL = sorted(
    ".".join(path.relative_to(AKAR).with_suffix("").parts)
    for path in (AKAR / "lakip_lib").rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("nama", MODUL)
def test_the_examples_of_a_module_hold(nama: str) -> None:
    hasil = doctest.testmod(import_module(nama.removesuffix(".__init__")))
    assert hasil.attempted > 0
    assert hasil.failed == 0
