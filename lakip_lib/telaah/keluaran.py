"""Outputs of nothing at all for which money was spent."""

from collections.abc import Iterator

from lakip_lib.cleaning.anggaran import map_program
from lakip_lib.intake.lra.pesan import say_rupiah
from lakip_lib.istilah import Tingkat, is_setahun
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.temuan import Temuan


def review_keluaran(hasil: Hasil, kinerja: Kinerja, tempat: Tempat) -> Iterator[Temuan]:
    """A sub kegiatan of a whole year that promised an output, made none, spent money and gives no reason."""
    if not is_setahun(hasil.periode):
        return
    belanja = {a.kode: a.realisasi_anggaran for a in hasil.anggaran}
    rows = kinerja.records("keluaran")
    dipetakan = map_program(rows, kinerja.records("peta_kode"), kinerja.records("anggaran"))
    for row, kini in zip(rows, dipetakan, strict=True):
        uang = belanja.get(kini["kode"])
        if row["realisasi"] == "0" and row["target"] != "0" and uang and uang > 0 and not row["keterangan"]:
            teks = (
                f"keluaran {row['kode']} nol, sedangkan belanjanya menurut LRA {say_rupiah(uang)}. "
                "Mohon periksa angkanya, atau tuliskan sebabnya pada Keterangan."
            )
            yield tempat.make_isian(
                "keluaran", row["kode"], "realisasi", "keluaran-nol-berbelanja", Tingkat.PERINGATAN, teks
            )
