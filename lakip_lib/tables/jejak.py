"""Annex: from each figure back to the cells it was typed in."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Any

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.formats import KOSONG, format_angka
from lakip_lib.istilah import PERAN_LABEL, TW_LABEL
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, IndikatorRincian, Sumber
from lakip_lib.model import Kinerja
from lakip_lib.rujukan import format_nilai
from lakip_lib.tables.sel import kolom, nilai_cell, plain_nilai, row, say_empty, text
from lakip_lib.urutan import natural_key

RIWAYAT = ("target", "realisasi", "capaian_tercetak")
PERAN_PAGU, PERAN_REALISASI = ("pagu_perubahan", "pagu", "pagu_murni"), ("realisasi_anggaran",)


def tabulate_jejak(hasil: Hasil, kinerja: Kinerja) -> Tabel:
    """The source of each figure below its indikator: role, figure used, what was typed, and file, sheet and cell."""
    cols = kolom(
        ("Peran", "kiri", 2.2),
        ("Nilai terpakai", "kanan", 1.3),
        ("Tertulis", "kanan", 1.5),
        ("Berkas › lembar › sel", "kiri", 3.6),
    )
    asal = {(d["berkas"], d["lembar"] or "", d["sel"] or ""): d for d in kinerja.records("asal")}
    baris = [b for item in hasil.indikator for b in _make_trail(hasil, item, asal)]
    return Tabel(
        id="jejak-data",
        kode="jejak-data",
        judul="Jejak Data Target dan Realisasi",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada angka."),
        urut=False,
    )


def _make_trail(hasil: Hasil, item: IndikatorHasil, asal: dict[tuple[str, str, str], dict[str, Any]]) -> list[Baris]:
    """The rows of one indikator: its own figures first, then what it is compared with, a year of history in one row."""
    baris = [row(text(f"{item.kode} {item.nama}", lebar=4), gaya="sub")]
    if all(is_pembanding(sumber) for sumber in item.sumber):
        letak = "Sel asal tidak tercatat" if item.realisasi else "Belum diisi"
        baris.append(row(text("Realisasi"), nilai_cell(hasil, item, "realisasi"), text(None), text(letak)))
    rincian = hasil.get_rincian(item.kode)
    for _, kelompok in groupby(item.sumber, _find_kelompok):
        sumber = list(kelompok)
        teks = [asal.get((s.berkas, s.lembar, s.sel), {}).get("teks") or KOSONG for s in sumber]
        terpakai = _find_terpakai(hasil, item, sumber[0])
        if len(sumber) > 1:
            terpakai = text("; ".join(_find_pembanding(item, s, rincian) for s in sumber))
        baris.append(row(text(_join_peran(sumber)), terpakai, text("; ".join(teks)), text(_join_letak(sumber))))
    return baris


def _find_kelompok(sumber: Sumber) -> tuple[object, ...]:
    """What cells of one row have in common: the year of the history; any other cell has a row of its own."""
    nama, tahun = split_peran(sumber.peran)
    return (tahun,) if tahun and nama in RIWAYAT else (sumber.peran, sumber.berkas, sumber.lembar, sumber.sel)


def _join_peran(sumber: list[Sumber]) -> str:
    """The roles of one row: "Target; realisasi 2024"."""
    nama = "; ".join(PERAN_LABEL[split_peran(s.peran)[0]] for s in sumber[:-1])
    akhir = say_peran(sumber[-1])
    return f"{nama}; {akhir[0].lower()}{akhir[1:]}" if nama else akhir


def split_peran(peran: str) -> tuple[str, int | None]:
    """A role and the year it names: "realisasi 2024" is ("realisasi", 2024), "TW1" is ("TW1", None).

    >>> split_peran("standar nasional 2024"), split_peran("target TW1")
    (('standar nasional', 2024), ('target TW1', None))
    """
    nama, _, tahun = peran.rpartition(" ")
    return (nama, int(tahun)) if tahun.isdecimal() else (peran, None)


def is_pembanding(sumber: Sumber) -> bool:
    """Whether the cell holds what an indikator is compared with, not its own target or realisasi."""
    return sumber.peran == "kondisi_awal" or split_peran(sumber.peran)[1] is not None


def say_peran(sumber: Sumber) -> str:
    """The role of a source cell: "Target", "Realisasi TW I", "Pembilang", "Target Renstra 2026", "Realisasi 2024" …"""
    nama, tahun = split_peran(sumber.peran)
    return f"{PERAN_LABEL.get(nama, nama.capitalize())} {tahun}" if tahun else PERAN_LABEL.get(nama, nama)


def _find_terpakai(hasil: Hasil, item: IndikatorHasil, sumber: Sumber) -> Isi:
    """The figure as computed with, in print."""
    rincian = hasil.get_rincian(item.kode)
    if is_pembanding(sumber):
        return text(_find_pembanding(item, sumber, rincian))
    peran = sumber.peran.lower()
    target, peran = peran.startswith("target "), peran.removeprefix("target ")
    if peran in TW_LABEL:
        urut = list(TW_LABEL).index(peran)
        return plain_nilai(rincian.target_triwulan[urut] if target else rincian.triwulan[urut].realisasi, rincian)
    if peran in ("target", "realisasi"):
        return nilai_cell(hasil, item, peran)
    nilai = {"pembilang": rincian.pembilang, "penyebut": rincian.penyebut}.get(peran)
    return text(None if nilai is None else format_nilai(format(nilai, "f")))


def _find_pembanding(item: IndikatorHasil, sumber: Sumber, rincian: IndikatorRincian) -> str:
    """What an indikator is compared with, in print; "–" for a year before those that the report shows."""
    nama, tahun = split_peran(sumber.peran)
    if nama == "kondisi_awal":
        return format_nilai(rincian.kondisi_awal, desimal_of(rincian))
    if nama == "renstra":
        return format_nilai(rincian.target_renstra.get(tahun or 0), desimal_of(rincian))
    if nama in RIWAYAT:
        nilai = next((getattr(t, nama) for t in rincian.lintas_tahun if t.tahun == tahun), None)
        return format_angka(nilai) if isinstance(nilai, Decimal) else format_nilai(nilai, desimal_of(rincian))
    semua = (*((item.standar,) if item.standar else ()), *rincian.standar_lain)
    standar = (s.nilai for s in semua if (f"standar {s.lingkup or 'nasional'}", s.tahun) == (nama, tahun))
    return format_nilai(next(standar, None), desimal_of(rincian))


def _join_letak(sumber: Iterable[Sumber]) -> str:
    """The places of cells, those of one sheet together: "perencanaan.xlsx › Riwayat › C5, D5"."""
    lembar: dict[tuple[str, str], list[Sumber]] = defaultdict(list)
    for s in sumber:
        lembar[s.berkas, s.lembar].append(s)
    bagian = (say_letak(isi[0].model_copy(update={"sel": ", ".join(s.sel for s in isi)})) for isi in lembar.values())
    return "; ".join(bagian)


def say_letak(sumber: Sumber) -> str:
    """ "isian/bidang.xlsx › F1 Capaian › H14"."""
    return " › ".join(teks for teks in (sumber.berkas, sumber.lembar, sumber.sel) if teks)


def tabulate_jejak_anggaran(hasil: Hasil) -> Tabel:
    """The source cells of each budget line down to the sub kegiatan; account lines are traced in hasil.json's inputs.

    Where all of them lie in one sheet, that sheet is named once below the table and the cells stand alone.
    """
    cols = kolom(
        ("Kode", "kiri", 1.4), ("Uraian", "kiri", 3.0), ("Sel pagu", "kiri", 1.3), ("Sel realisasi", "kiri", 1.3)
    )
    baris_anggaran = {a.kode: a for a in hasil.anggaran if a.level != "akun"} or {a.kode: a for a in hasil.anggaran}
    items = [item for item in hasil.rincian.anggaran if item.kode in baris_anggaran]
    lembar = sorted({(s.berkas, s.lembar) for item in items for s in item.sumber})
    baris = [
        row(
            text(item.kode),
            text(baris_anggaran[item.kode].uraian),
            *(
                text(_join_sel(item.sumber, peran, satu_lembar=len(lembar) == 1))
                for peran in (PERAN_PAGU, PERAN_REALISASI)
            ),
        )
        for item in items
    ]
    return Tabel(
        id="jejak-anggaran",
        kode="jejak-anggaran",
        judul="Jejak Data Anggaran",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada laporan realisasi anggaran."),
        sumber=" › ".join(lembar[0]) if len(lembar) == 1 else "",
        urut=False,
    )


def _join_sel(sumber: Iterable[Sumber], peran: tuple[str, ...], *, satu_lembar: bool) -> str:
    """The cells of the first of these roles that a line has."""
    cells = list(sumber)
    found: list[Sumber] = next((f for p in peran if (f := [s for s in cells if s.peran == p])), [])
    return ", ".join(dict.fromkeys(s.sel if satu_lembar else say_letak(s) for s in found)) or KOSONG


def tabulate_jejak_keluaran(kinerja: Kinerja) -> Tabel:
    """The source cells of each output's target and realisasi, with what was typed, in order of kode."""
    cols = kolom(
        ("Kode", "kiri", 1.9),
        ("Indikator keluaran", "kiri", 2.6),
        ("Target", "kanan", 0.9),
        ("Realisasi", "kanan", 0.9),
        ("Berkas › lembar › sel", "kiri", 2.7),
    )
    sel: dict[str, list[Sumber]] = defaultdict(list)
    for d in kinerja.records("asal"):
        if d["tabel"] == "keluaran" and d["kolom"] in ("target", "realisasi"):
            letak = {k: d[k] or "" for k in ("berkas", "sha256", "lembar", "sel")}
            sel[d["kunci"]].append(Sumber(peran=d["kolom"], **letak))
    rows = sorted(kinerja.records("keluaran"), key=lambda d: natural_key(d["kode"] or ""))
    baris = [
        row(
            text(d["kode"]),
            text(d["indikator_keluaran"] or d["sub_kegiatan"]),
            text(d["target"]),
            text(d["realisasi"]),
            text(_join_letak(sel[d["kode"] or ""]) or KOSONG),
        )
        for d in rows
    ]
    return Tabel(
        id="jejak-keluaran",
        kode="jejak-keluaran",
        judul="Jejak Data Keluaran Sub Kegiatan",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada keluaran yang disampaikan unit kerja."),
        urut=False,
    )
