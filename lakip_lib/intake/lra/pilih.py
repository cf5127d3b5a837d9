"""Which sheets of which files make the report: plans, extracts and copies are left out, each with a note."""

from collections.abc import Sequence

from lakip_lib.intake.grid import Buku
from lakip_lib.intake.lra.bentuk import BULAN, REALISASI, TRIWULAN, UANG
from lakip_lib.intake.lra.kode import Level
from lakip_lib.intake.lra.pesan import build_temuan
from lakip_lib.intake.lra.pohon import Pohon, build_pohon
from lakip_lib.intake.lra.tabel import read_tabel_anggaran
from lakip_lib.intake.lra.transaksi import read_transaksi
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

TUMPANG = 0.5  # share of common lines from which two tables are the same budget at two times
BUKAN_LRA = {"rak": "berisi rencana kas (RAK), bukan realisasi", "renstra": "berisi pagu Renstra, bukan realisasi"}
SUSUNAN = (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN)


def read_pohon(buku: Buku, *, pengali: int | None = None) -> list[Pohon]:
    """Every budget table of a file as a tree, in sheet order."""
    tabel = (read_transaksi(buku, s) or read_tabel_anggaran(buku, s, pengali=pengali) for s in buku.lembar)
    return [build_pohon(t) for t in tabel if t is not None]


def choose_pohon(buku: Buku, *, pengali: int | None = None) -> tuple[list[Pohon], list[Temuan]]:
    """The tables of one file that count: the fullest, and those that continue it (other months, other programs)."""
    semua = read_pohon(buku, pengali=pengali)
    calon = sorted((p for p in semua if p.tabel.jenis not in BUKAN_LRA), key=_rank, reverse=True)
    if not calon:
        return [], [*_note_kosong(buku, semua), *(_note_left(p) for p in semua)]
    pilihan = [calon[0]]
    for p in calon[1:]:
        if not p.tabel.tersembunyi and _continues(p, pilihan):
            pilihan.append(p)
    urut = [p for p in semua if p in pilihan]
    return urut, [_note_left(p) for p in semua if p not in pilihan]


def measure_overlap(a: Pohon, b: Pohon) -> float:
    """Share of the smaller table's lines that the other has too."""
    kecil = min(len(a.kunci), len(b.kunci))
    return len(a.kunci & b.kunci) / kecil if kecil else 0.0


def has_realisasi(pohon: Pohon) -> bool:
    """Whether the table tells money spent."""
    return bool({REALISASI, *BULAN, *TRIWULAN} & set(pohon.tabel.kolom))


def has_single_period(pohon: Pohon) -> bool:
    """Whether the table is the state of one time, without months or quarters in columns."""
    return not {*BULAN, *TRIWULAN} & set(pohon.tabel.kolom)


def _rank(p: Pohon) -> tuple[bool, int, int, int, int]:
    level = {s.level for s in p.simpul}
    uang = sum(k in p.tabel.kolom for k in UANG)
    return (
        not p.tabel.tersembunyi,
        sum(k in level for k in SUSUNAN),
        has_realisasi(p) + min(uang, 2),
        len(level),
        len(p.simpul),
    )


def _continues(p: Pohon, pilihan: Sequence[Pohon]) -> bool:
    tumpang = max(measure_overlap(p, q) for q in pilihan)
    if tumpang >= TUMPANG:
        lain = all(p.tabel.periode != q.tabel.periode for q in pilihan)
        return lain and p.tabel.periode is not None and p.tabel.kolom == pilihan[0].tabel.kolom
    sub = {s.kunci for s in p.simpul if s.level is Level.SUB_KEGIATAN and s.kode}
    return bool(sub) and not any(sub & q.kunci for q in pilihan) and p.tabel.kolom == pilihan[0].tabel.kolom


def _note_left(p: Pohon) -> Temuan:
    sebab = BUKAN_LRA.get(p.tabel.jenis, "bukan tabel utama berkas ini")
    if p.tabel.tersembunyi:
        sebab = "tersembunyi"
    pesan = f"tabel di lembar ini tidak dipakai karena {sebab}."
    return build_temuan(
        "anggaran-lembar-dilewati", Tingkat.CATATAN, pesan, berkas=p.tabel.berkas, lembar=p.tabel.lembar
    )


def _note_kosong(buku: Buku, semua: Sequence[Pohon]) -> list[Temuan]:
    ada = "hanya ada tabel rencana" if semua else "tidak ada tabel dengan kolom pagu atau realisasi"
    pesan = f"{ada}, sehingga berkas ini tidak dipakai. Mohon kirim laporan realisasi anggaran (LRA)."
    return [build_temuan("anggaran-tabel-tidak-ditemukan", Tingkat.WAJIB, pesan, berkas=buku.berkas)]
