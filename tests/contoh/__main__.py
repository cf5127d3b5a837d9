"""`python -m tests.contoh`: make every sample's files under data/raw anew."""

from . import bermasalah, dishub, mini, puskesmas, sarolangun

for contoh in (sarolangun, bermasalah, mini, puskesmas, dishub):
    contoh.make()
