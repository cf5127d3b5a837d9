"""One row of a foreign table: data, a total, or an average, told by its first words."""

import re
from dataclasses import dataclass

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.kepala import normalise_judul

KATA_JUMLAH = r"total|keseluruhan|seluruhnya|semua|anggaran|belanja|pagu|realisasi|program|kegiatan|umum|[ivx\d]+|[a-z]"
JUMLAH = re.compile(rf"(?:grand |sub ?-?)?(?:jumlah|total|jml)\.?(?: (?:{KATA_JUMLAH}))* ?(?:\(.*\)|:)?", re.IGNORECASE)
RATA = re.compile(r"(?:nilai |total )?(?:rata ?-? ?rata|rerata)\b", re.IGNORECASE)
KATA_RATA = frozenset({
    "rata", "rerata", "nilai", "total", "capaian", "kinerja", "sasaran", "indikator", "strategis", "utama", "iku", "ke",
    "tujuan", "program", "kegiatan", "persentase", "persen", "prosentase", "penyerapan", "realisasi", "anggaran",
    "keseluruhan", "seluruh", "instansi", "dinas", "badan", "opd", "skpd", "tingkat", "tahun",
})  # fmt: skip


@dataclass(frozen=True)
class Baris:
    """One row of data: its number, its cells, the first words in it and whether they stand in its first cell."""

    nomor: int
    sel: dict[int, Sel]
    label: str
    pertama: bool

    @property
    def jumlah(self) -> bool:
        """Whether it is a total, not an indikator "Jumlah …"."""
        return self.pertama and bool(JUMLAH.fullmatch(self.label))

    @property
    def rata(self) -> bool:
        """Whether it is an average, not an indikator "Rata-rata lama …"."""
        return self._mulai_rata and all(k in KATA_RATA or re.fullmatch(r"\d+|[ivx]+", k) for k in self._kata)

    @property
    def mungkin_rata(self) -> bool:
        """Whether it may be either."""
        return self._mulai_rata and not self.rata

    @property
    def _mulai_rata(self) -> bool:
        return self.pertama and bool(RATA.match(self.label))

    @property
    def _kata(self) -> list[str]:
        return normalise_judul(self.label).split()


def make_baris(nomor: int, isi: dict[int, Sel]) -> Baris:
    """A row with its label: the first cell with words."""
    texts = [t for _, s in sorted(isi.items()) if (t := clean_teks(s.teks))]
    urut = next((i for i, t in enumerate(texts) if re.search(r"[A-Za-z]{2}", t)), None)
    return Baris(nomor, isi, "" if urut is None else texts[urut], urut == 0)
