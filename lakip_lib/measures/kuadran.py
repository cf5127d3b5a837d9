"""The plane capaian × penyerapan and how its four fields are read (rule table of the quadrant chart)."""

from decimal import Decimal

AMBANG_CAPAIAN = Decimal(100)
AMBANG_PENYERAPAN = Decimal(90)

BACAAN = {
    "I": "target tercapai dan anggaran terserap; kinerja dan belanja sejalan",
    "II": "target tercapai dengan anggaran tidak seluruhnya terserap; penghematan atau kelebihan pagu perlu dipilah",
    "III": "anggaran terserap, tetapi target belum tercapai; efektivitas kegiatan perlu dievaluasi",
    "IV": "target belum tercapai dan anggaran belum terserap; pelaksanaan kegiatan perlu dipercepat",
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
