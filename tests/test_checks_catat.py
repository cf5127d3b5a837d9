"""What is asked of a doubtful number can be answered: the answers themselves leave no doubt."""

import re

from lakip_lib.checks.catat import PencatatTemuan
from lakip_lib.formats import parse_angka
from lakip_lib.intake.grid import Buku, Sel
from lakip_lib.istilah import Alasan


def test_both_answers_offered_for_a_doubtful_number_are_plain() -> None:
    catat = PencatatTemuan(Buku("isian/A.xlsx", "0", "xlsx", ()), "F1 Capaian")
    for teks in ("81,256", "1.234"):
        angka = parse_angka(teks)
        catat.add_alasan(Sel(6, 15, teks, teks), "realisasi", "Realisasi", Alasan.AMBIGU, angka.alternatif)
    for temuan in catat.temuan:
        offered = re.findall(r"(?:Tuliskan|ribuan,) ([\d.,]+) bila", temuan.pesan)
        assert len(offered) == 2
        assert all(parse_angka(teks).nilai is not None for teks in offered), temuan.pesan
