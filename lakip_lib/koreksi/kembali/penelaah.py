"""Numbers in a changed text against the computed ones, by the same rules as those in narasi/*.md."""

from collections.abc import Iterator

from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.telaah.naskah import review_naskah
from lakip_lib.temuan import Temuan


class Penelaah:
    """Finds what a new text says otherwise than hasil.json; nothing where there are no figures to hold it against."""

    def __init__(self, hasil: Hasil | None) -> None:
        """Keep the figures."""
        self._hasil = hasil

    def review(self, nama: str, baru: str, lama: str = "") -> Iterator[tuple[Temuan, bool]]:
        """The findings on a text that its earlier wording did not have, and whether one contradicts a computed figure."""
        dulu = {(t.aturan, t.nilai) for t in self._review(nama, lama)}
        for temuan in self._review(nama, baru):
            if (temuan.aturan, temuan.nilai) not in dulu:
                yield temuan, temuan.tingkat is not Tingkat.CATATAN

    def _review(self, nama: str, teks: str) -> list[Temuan]:
        if self._hasil is None or not teks:
            return []
        row = {"nama": nama, "teks": teks, "berkas": f"narasi/{nama}.md"}
        return list(review_naskah(self._hasil, Kinerja.from_rows(narasi=[row])))
