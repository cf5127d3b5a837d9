"""The plane capaian × penyerapan and how its four fields are read (rule table of the quadrant chart)."""

from decimal import Decimal

AMBANG_CAPAIAN = Decimal(100)
AMBANG_PENYERAPAN = Decimal(90)

# The mean says nothing of a single target: a sasaran at 100 or more may hold an indikator that missed its own.
BACAAN = {
    "I": "rata-rata capaian seratus persen atau lebih dan anggaran terserap; kinerja dan belanja sejalan",
    "II": "rata-rata capaian seratus persen atau lebih dengan anggaran tidak seluruhnya terserap; penghematan atau "
    "kelebihan pagu perlu dipilah",
    "III": "anggaran terserap, tetapi rata-rata capaian di bawah seratus persen; efektivitas kegiatan perlu dievaluasi",
    "IV": "rata-rata capaian di bawah seratus persen dan anggaran belum terserap; pelaksanaan kegiatan perlu dipercepat",
}
TANPA_DATA = "belum dapat dibaca karena capaian atau anggarannya belum ada"


def read_kuadran(capaian: Decimal | None, penyerapan: Decimal | None) -> tuple[str | None, str]:
    """The field ("I"–"IV", None without data) and its reading; 100 % capaian and 90 % penyerapan count as reached.

    >>> read_kuadran(Decimal("102.18"), Decimal("85.45"))[0]
    'II'
    """
    if capaian is None or penyerapan is None:
        return None, TANPA_DATA
    tercapai, terserap = capaian >= AMBANG_CAPAIAN, penyerapan >= AMBANG_PENYERAPAN
    label = {(True, True): "I", (True, False): "II", (False, True): "III", (False, False): "IV"}[tercapai, terserap]
    return label, BACAAN[label]
