"""`python -m tests.contoh`: make every sample's files under data/raw anew."""

from . import sarolangun

for contoh in (sarolangun,):
    contoh.make()
