"""Gathering findings about the cells of one sheet, each in words that begin with its place."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from lakip_lib.formats import format_angka
from lakip_lib.intake.grid import Buku, Sel
from lakip_lib.istilah import Alasan, Tingkat
from lakip_lib.temuan import Temuan

CATATAN_ANGKA = {
    "titik-desimal": (
        Tingkat.CATATAN,
        "dibaca {nilai} karena titik dipakai sebagai tanda desimal. Mohon gunakan koma.",
    ),
    "pengali": (Tingkat.PERINGATAN, "dibaca {nilai}. Mohon tuliskan angkanya secara lengkap."),
    "tanda-banding": (Tingkat.PERINGATAN, "dibaca {nilai} tanpa tanda pembandingnya. Mohon tuliskan angka pastinya."),
    "notasi-ilmiah": (Tingkat.CATATAN, "dibaca {nilai}. Mohon tuliskan angkanya secara biasa."),
}


PANJANG_KUTIPAN = 60


def quote(teks: str) -> str:
    """A typed text as quoted in a finding: on one line, at most 60 characters; the whole stays in `nilai`."""
    flat = " ".join(teks.split())
    return flat if len(flat) <= PANJANG_KUTIPAN else flat[: PANJANG_KUTIPAN - 1] + "…"


class PencatatTemuan:
    """Gathers findings about the cells of one sheet, each beginning with its place."""

    def __init__(self, buku: Buku, lembar: str) -> None:
        """Start without findings."""
        self.buku, self.lembar = buku, lembar
        self.temuan: list[Temuan] = []

    def add(
        self, aturan: str, tingkat: Tingkat, teks: str, *, sel: Sel | str | None = None, kolom: str | None = None
    ) -> None:
        """Record a finding; `teks` follows "Lembar F1 Capaian, sel H14: ". A blank cell is given by its address."""
        alamat = sel if isinstance(sel, str) else sel.alamat if sel else None
        tempat = f"Lembar {self.lembar}, sel {alamat}" if alamat else f"Lembar {self.lembar}"
        self.temuan.append(
            Temuan(
                self.buku.berkas,
                aturan,
                tingkat,
                f"{tempat}: {teks}",
                lembar=self.lembar,
                sel=alamat,
                kolom=kolom,
                nilai=(sel.formula or sel.galat or sel.teks) if isinstance(sel, Sel) else None,
            )
        )

    def add_catatan(self, sel: Sel, kolom: str, judul: str, catatan: Iterable[str], nilai: str | None) -> None:
        """Record what was unusual in a number that could be read."""
        for kode in catatan:
            if kode in CATATAN_ANGKA:
                tingkat, teks = CATATAN_ANGKA[kode]
                dibaca = (nilai or "").replace(".", ",")
                self.add(
                    kode,
                    tingkat,
                    f"{judul} tertulis '{quote(sel.teks)}', " + teks.format(nilai=dibaca),
                    sel=sel,
                    kolom=kolom,
                )

    def add_alasan(self, sel: Sel, kolom: str, judul: str, alasan: Alasan, alternatif: tuple[Any, ...] = ()) -> None:
        """Record a cell that gives no figure: ambiguous, no number, an error, a formula without result."""
        if sel.galat:
            teks = f"{judul} memuat galat {sel.galat}. Mohon perbaiki rumusnya atau ketik angkanya."
            self.add("sel-galat", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
        elif sel.formula and sel.nilai is None:
            teks = (
                f"{judul} berisi rumus {quote(sel.formula)} yang belum dihitung. "
                "Mohon buka dan simpan ulang, atau ketik angkanya."
            )
            self.add("rumus-tanpa-nilai", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
        elif alasan is Alasan.AMBIGU:
            self.add("angka-ambigu", Tingkat.WAJIB, _ask(sel, judul, alternatif), sel=sel, kolom=kolom)
        elif alasan is Alasan.HURUF_TAK_DIKENAL:
            teks = (
                f"{judul} tertulis '{quote(sel.teks)}', predikat yang tidak dikenal. "
                "Mohon gunakan AA sampai D, atau WTP sampai TMP."
            )
            self.add("huruf-tak-dikenal", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
        elif isinstance(sel.nilai, date | time):
            teks = f"{judul} tersimpan sebagai tanggal '{sel.teks}', bukan angka. Mohon format selnya lalu ketik ulang."
            self.add("bukan-angka", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
        elif isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
            teks = f"{judul} tertulis {quote(sel.teks)}, di luar batas angka yang wajar. Mohon diperiksa."
            self.add("bukan-angka", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
        else:
            teks = (
                f"{judul} tertulis '{quote(sel.teks)}', bukan angka yang dapat dibaca. "
                "Tuliskan angkanya saja; penjelasan di kolom lain."
            )
            self.add("bukan-angka", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)


def _ask(sel: Sel, judul: str, alternatif: tuple[Any, ...]) -> str:
    if len(alternatif) != 2:
        return f"{judul} tertulis '{quote(sel.teks)}', dapat dibaca dengan dua cara. Mohon tuliskan tanpa tanda ribuan."
    kecil, besar = sorted(alternatif)
    ribuan = format_angka(besar).replace(".", "")
    desimal = f"{format_angka(kecil)}0"  # a fourth digit makes it plain: three alone are the very doubt
    return (
        f"{judul} tertulis '{quote(sel.teks)}', dapat dibaca dengan dua cara. "
        f"Tuliskan {ribuan} bila ribuan, {desimal} bila desimal."
    )
