"""A flat table of printed figures for `lakip hitung`: columns found by their usual headings, all others kept."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.kepala import Kepala, find_kepala
from lakip_lib.measures.hitung import KOLOM_HASIL, KOLOM_WAJIB

KAMUS: Mapping[str, tuple[str, ...]] = {
    "indikator": (
        *("indikator kinerja", "indikator kinerja utama", "indikator kinerja sasaran", "indikator sasaran", "iku"),
        *("indikator sasaran strategis", "nama indikator", "uraian indikator", "indikator kinerja individu"),
    ),
    "target": ("target kinerja", "target tahunan", "target tahun ini", "target pk", "target akhir"),
    "realisasi": ("realisasi kinerja", "realisasi tahunan", "realisasi tahun ini", "realisasi akhir"),
    "satuan": ("satuan ukuran", "satuan indikator", "satuan target"),
    "arah": ("arah indikator", "arah kinerja", "polarisasi", "polaritas", "sifat indikator"),
    "metode": ("kode metode", "metode capaian", "metode hitung"),
    "capaian": (
        *("capaian kinerja", "persentase capaian", "persen capaian", "capaian persen", "tingkat capaian"),
        *("persentase capaian kinerja", "capaian tercetak", "nilai capaian"),
    ),
}
_BERTAHUN = re.compile(r"(target|realisasi|capaian)(?: kinerja)?(?: tahun)? ((?:19|20)\d\d)", re.IGNORECASE)
_TIGA_DESIMAL = re.compile(r"(-?\d+,\d{3})(%?)")
ASAL = "{} (asal)"


@dataclass(frozen=True)
class TabelHitung:
    """The table as typed: headings, which of them means which field of KAMUS, rows by heading.

    `angka` holds the recognised fields of each row, stored numbers written so that they can be read in one way only.
    """

    judul: tuple[str, ...]
    medan: dict[str, str]
    baris: tuple[dict[str, str], ...]
    angka: tuple[dict[str, str], ...]


def read_tabel_hitung(buku: Buku) -> TabelHitung:
    """The first visible sheet whose header names indikator, target and realisasi; UsageError where none does."""
    for lembar in buku.lembar:
        if not lembar.tersembunyi and (kepala := find_kepala(lembar, _build_kamus(lembar), wajib=KOLOM_WAJIB)):
            return _read_lembar(lembar, kepala)
    ada = {medan for s in buku.lembar if (k := find_kepala(s, _build_kamus(s), minimal=1)) for medan in k.kolom}
    hilang = [nama for nama in KOLOM_WAJIB if nama not in ada] or KOLOM_WAJIB
    raise UsageError(
        f"Tabel harus memiliki kolom {', '.join(KOLOM_WAJIB)} pada satu lembar; tidak ditemukan: {', '.join(hilang)}."
    )


def _build_kamus(lembar: Lembar) -> dict[str, tuple[str, ...]]:
    """KAMUS, with "target 2025" and the like where the sheet speaks of one year only."""
    found = [m for s in lembar.sel.values() if (m := _BERTAHUN.fullmatch(clean_teks(s.teks)))]
    satu = len({m[2] for m in found}) == 1
    return {nama: (*kata, *(m[0] for m in found if satu and m[1].lower() == nama)) for nama, kata in KAMUS.items()}


def _read_lembar(lembar: Lembar, kepala: Kepala) -> TabelHitung:
    nama = _name_columns(kepala)
    rows = [
        {k: isi[k] for k in nama if k in isi}
        for nomor, isi in lembar.rows()
        if nomor >= kepala.awal_data and any(s.teks.strip() for k, s in isi.items() if k in nama)
    ]
    return TabelHitung(
        tuple(nama.values()),
        {medan: nama[k] for medan, k in kepala.kolom.items()},
        tuple({judul: row[k].teks if k in row else "" for k, judul in nama.items()} for row in rows),
        tuple(
            {medan: write_nilai(row[k], medan) if k in row else "" for medan, k in kepala.kolom.items()} for row in rows
        ),
    )


def _name_columns(kepala: Kepala) -> dict[int, str]:
    """Headings by column, each on one line and once; headings that our own columns bear are set apart."""
    judul = {k: " ".join(teks.split()) for k, teks in sorted(kepala.judul.items())}
    own = {nama.casefold() for nama in KOLOM_HASIL}
    if KOLOM_HASIL[0] in {teks.casefold() for teks in judul.values()}:  # what hitung wrote before is written anew
        judul = {k: teks for k, teks in judul.items() if teks.casefold() not in own}
    judul = {k: ASAL.format(teks) if teks.casefold() in own else teks for k, teks in judul.items()}
    sering = Counter(judul.values())
    return {k: teks if sering[teks] == 1 else f"{teks} [kolom {k}]" for k, teks in judul.items()}


def write_nilai(sel: Sel, medan: str) -> str:
    """A cell as text to be read as typed; a stored number with three decimals gets a fourth: 1,2340 is no 1.234.

    A printed capaian keeps its digits, since it is compared to them.
    """
    cocok = _TIGA_DESIMAL.fullmatch(sel.teks) if isinstance(sel.nilai, float) and medan != "capaian" else None
    return f"{cocok[1]}0{cocok[2]}" if cocok else sel.teks
