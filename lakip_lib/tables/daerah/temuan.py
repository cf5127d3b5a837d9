"""The findings that agencies share."""

from collections.abc import Sequence

from lakip_lib.blok import Run, Tabel
from lakip_lib.istilah import say_aturan
from lakip_lib.measures.daerah.hasil import HasilDaerah
from lakip_lib.tables.sel import figure, kolom, row, say_periode, text

TERBANYAK = 20  # kinds of findings in the table; the workbook has all


def tabulate_temuan_daerah(hasil: HasilDaerah, tingkat: Sequence[str] = ("wajib", "peringatan")) -> Tabel | None:
    """The findings that agencies share, by rule; None where there is none of that weight."""
    semua = [t for t in hasil.temuan if t.tingkat in tingkat]
    isi = semua[:TERBANYAK]
    if not isi:
        return None
    lain = f"{len(semua) - len(isi)} jenis temuan lain tercantum dalam rekap.xlsx." if len(semua) > len(isi) else ""
    cols = kolom(
        ("Temuan", "kiri", 2.0), ("Tingkat", "kiri", 1.1), ("Instansi", "kanan", 0.9), ("Kali", "kanan", 0.7),
        ("Contoh pesan", "kiri", 4.2),
    )  # fmt: skip
    baris = [
        row(
            text(name_aturan(t.kode, t.tingkat)),
            text(t.tingkat.capitalize()),
            figure(hasil, f"temuan/{t.kode}/instansi"),
            figure(hasil, f"temuan/{t.kode}/jumlah"),
            text(t.contoh),
        )
        for t in isi
    ]
    return Tabel(
        id="daerah-temuan",
        kode="D-temuan",
        judul=f"Temuan menurut banyaknya instansi, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        catatan=((Run(teks=lain),),) if lain else (),
        sumber="Pemeriksaan isian tiap instansi",
    )


def name_aturan(kode: str, tingkat: str) -> str:
    """A rule in words: "Formulir belum masuk"."""
    kata = say_aturan(kode.removesuffix(f"-{tingkat}"))
    return kata[:1].upper() + kata[1:]
