"""`python -m tests.contoh`: make every sample's files under data/raw anew."""

from . import mini, puskesmas, sarolangun

for contoh in (sarolangun, mini, puskesmas):
    contoh.make()
