"""The district's budget by urusan and by program."""

from collections.abc import Sequence
from typing import Literal

from lakip_lib.blok import Tabel
from lakip_lib.measures.daerah.hasil import AnggaranDaerah, HasilDaerah
from lakip_lib.tables.sel import figure, kolom, row, say_empty, say_periode, text

TANPA_ANGGARAN = "Belum ada instansi yang mempunyai laporan realisasi anggaran."


def tabulate_anggaran_daerah(hasil: HasilDaerah, level: Literal["urusan", "program"]) -> Tabel:
    """Budget by urusan or program over all agencies, with the total of all."""
    isi: Sequence[AnggaranDaerah] = hasil.urusan if level == "urusan" else hasil.program
    cols = kolom(
        ("Kode", "kiri", 1.0),
        (level.capitalize(), "kiri", 3.4),
        ("Instansi", "kanan", 0.9),
        ("Pagu (Rp)", "desimal", 2.0),
        ("Realisasi (Rp)", "desimal", 2.0),
        ("%", "desimal", 0.9),
    )
    kunci = ("instansi", "pagu", "realisasi_anggaran", "persen")
    baris = [row(text(a.kode), text(a.uraian), *(figure(hasil, f"{level}/{a.kode}/{k}") for k in kunci)) for a in isi]
    total = (figure(hasil, f"anggaran_total/{k}") for k in kunci[1:])
    if baris:
        baris.append(
            row(text("Seluruh instansi", lebar=2), figure(hasil, "rekap/beranggaran", "bulat"), *total, gaya="total")
        )
    return Tabel(
        id=f"daerah-{level}",
        kode=f"D-{level}",
        judul=f"Pagu dan realisasi anggaran menurut {level}, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_ANGGARAN),
        sumber="Laporan Realisasi Anggaran tiap instansi, diolah",
    )
