"""Sentences from the figures: formal Indonesian whose words follow the sign and the arah, with a reference each."""

from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write
from lakip_lib.narrative.konteks import Konteks

__all__ = ["Kalimat", "Konteks", "fill", "join", "list_words", "write"]
