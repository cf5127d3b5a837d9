"""`lakip himpun`: from what people gave to tidy tables, findings and replies."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lakip_lib.checks.acuan import Acuan
from lakip_lib.checks.anggaran import check_anggaran
from lakip_lib.checks.berkas import Pilihan, choose_isian, find_rusak, weigh_rusak
from lakip_lib.checks.contoh import check_contoh
from lakip_lib.checks.isian import check_isian
from lakip_lib.checks.lambang import check_lambang
from lakip_lib.checks.narasi import check_narasi
from lakip_lib.checks.rencana import check_rencana
from lakip_lib.cleaning.anggaran import clean_anggaran, map_program
from lakip_lib.cleaning.bandingan import list_bandingan
from lakip_lib.cleaning.isian import TABEL_LEMBAR, clean_isian
from lakip_lib.cleaning.rencana import HasilBersih, clean_rencana
from lakip_lib.delivery.balas import split_temuan
from lakip_lib.delivery.kumpul import Kiriman, read_kiriman
from lakip_lib.intake.isian import Isian, match_rows
from lakip_lib.intake.lra import Lra, build_peta
from lakip_lib.istilah import Tingkat, VersiTarget
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi, Lokasi, Unit
from lakip_lib.temuan import Temuan, sort_temuan

Row = dict[str, Any]
Rows = list[Row]
KUNCI = {
    "tujuan": ("kode",),
    "sasaran": ("kode",),
    "indikator": ("kode",),
    "target": ("indikator", "tahun", "versi"),
    "riwayat": ("indikator", "tahun"),
    "standar": ("indikator", "tahun"),
    "program": ("kode",),
}
TUNGGAL = {"tujuan", "sasaran", "indikator", "target", "riwayat"}  # one row a key
PERLU = {"indikator": ("arah",), "standar": ("nilai",)}
NAMA = {"sasaran": ("uraian",), "indikator": ("nama",)}  # printed; the kode stands in


class Himpunan(NamedTuple):
    """The tidy tables, what was read, the form that counts for each unit, each file's unit."""

    kinerja: Kinerja
    kiriman: Kiriman
    isian: dict[str, Isian]
    pemilik: dict[str, str]


def gather_himpunan(lokasi: Lokasi, settings: Instansi) -> Himpunan:
    """Read, check and clean everything of one agency-year; nothing is written."""
    kiriman = read_kiriman(lokasi, settings)
    rencana = clean_rencana(kiriman.rencana)
    acuan = build_acuan(rencana, settings, lokasi.periode)
    nama = {kode: row["nama"] for kode, row in acuan.indikator.items()}
    pilihan = choose_isian([match_rows(isian, nama) for isian in kiriman.isian], acuan, kiriman.tak_terbaca)
    bandingan = list_bandingan(acuan.target, rencana.tabel.get("riwayat", []), settings.periode.tahun)
    bersih: list[HasilBersih] = []
    temuan_isian: list[Temuan] = []
    for kode, isian in pilihan.isian.items():
        unit = settings.get_unit(kode)
        assert unit is not None  # choose_isian gives known units only
        hasil = clean_isian(isian, kode, acuan.indikator, acuan.map_program(unit), bandingan)
        bersih.append(hasil)
        temuan_isian += [*check_isian(isian, unit, acuan, lokasi.raw / "bukti"), *hasil.temuan]
    tabel = _merge(rencana, bersih, acuan)
    anggaran = clean_anggaran(kiriman.lra)
    tabel["program"] = map_program(tabel.get("program", []), tabel.get("peta_kode", []), anggaran.tabel["anggaran"])
    tabel["anggaran"] = anggaran.tabel["anggaran"]
    tabel["asal"] = [*rencana.asal, *(row for h in bersih for row in h.asal), *anggaran.asal]
    tabel["narasi"] = [n.__dict__ for n in kiriman.narasi]
    temuan = [
        *check_contoh(settings),
        *check_lambang(settings, lokasi.raw),
        *weigh_rusak(kiriman.tak_terbaca, pilihan.isian, [unit.kode for unit in settings.unit]),
        *rencana.temuan,
        *check_rencana(rencana.tabel, settings),
        *pilihan.temuan,
        *temuan_isian,
        *check_narasi(kiriman.narasi, rencana.tabel),
    ]
    if kiriman.lra is not None:
        sama = [u for u, isian in pilihan.isian.items() if isian.meta.get("periode", "tahunan") == lokasi.periode]
        temuan += [*kiriman.lra.temuan, *_join_unmapped(_check_lra(kiriman.lra, tabel, settings, sama), tabel)]
        temuan += _check_periode(kiriman.lra, lokasi.periode)
    jawaban = split_temuan(temuan, pilihan.isian, settings.unit, pilihan.pemilik)
    tabel["isian"] = count_wajib(list_status(settings.unit, pilihan, kiriman), jawaban)
    kinerja = Kinerja.from_rows(**tabel).with_temuan(sort_temuan(temuan))
    return Himpunan(kinerja, kiriman, pilihan.isian, pilihan.pemilik)


def _check_periode(lra: Lra, periode: str) -> list[Temuan]:
    """A quarter's report on a budget report that names no month: it may well hold the whole year."""
    if periode == "tahunan" or not lra.baris or any(lra.periode) or any(b.periode for b in lra.baris):
        return []
    berkas = lra.berkas[0]
    pesan = (
        f"{berkas}: tidak menyebut bulan atau triwulan, sehingga seluruhnya dipakai untuk {periode}. Mohon dipastikan."
    )
    return [Temuan(berkas, "lra-tanpa-periode", Tingkat.PERINGATAN, pesan)]


def _check_lra(lra: Lra, tabel: Mapping[str, Rows], settings: Instansi, unit: Collection[str]) -> list[Temuan]:
    """Findings on the budget report; F3's rupiah (of units whose form is of the same period) placed in their cells."""
    tempat = {(r["kunci"], r["kolom"]): r for r in tabel["asal"] if r["tabel"] == "keluaran"}
    keluaran = [
        {**row, **_place(tempat.get((row["kode"], "realisasi_anggaran")))}
        for row in tabel["keluaran"]
        if row["unit"] in unit
    ]
    pasangan = [
        (r["kode_lama"], r["kode_baru"]) for r in tabel.get("peta_kode", []) if r["kode_lama"] and r["kode_baru"]
    ]
    return check_anggaran(
        lra,
        program=tabel["program"],
        keluaran=keluaran,
        peta=build_peta(pasangan),
        kode_skpd=settings.instansi.kode_skpd,
    )


def _join_unmapped(temuan: list[Temuan], tabel: Mapping[str, Rows]) -> list[Temuan]:
    """One finding instead of one a budget line where the planning maps nothing at all."""
    if tabel["program"]:
        return temuan
    pesan = (
        "Lembar Program pada perencanaan.xlsx: belum memetakan satu kode anggaran pun. Mohon isi kode dan sasarannya."
    )
    satu = Temuan("perencanaan.xlsx", "lembar-kosong", Tingkat.WAJIB, pesan, lembar="Program")
    kept = [t for t in temuan if t.aturan != "anggaran-belum-dipetakan"]
    return kept if len(kept) == len(temuan) else [*kept, satu]


def _place(asal: Mapping[str, Any] | None) -> dict[str, Any]:
    return {kolom: asal[kolom] for kolom in ("berkas", "lembar", "sel")} if asal else {}


def build_acuan(rencana: HasilBersih, settings: Instansi, periode: str) -> Acuan:
    """What forms are checked against, from the clean planning."""
    urutan = [str(v) for v in VersiTarget]
    target: dict[str, Mapping[str, Any]] = {}
    for row in sorted(
        (r for r in keep_rows("target", rencana.tabel.get("target", [])) if r["tahun"] == settings.periode.tahun),
        key=lambda r: urutan.index(r["versi"]),
    ):
        target[row["indikator"]] = row
    indikator = {row["kode"]: row for row in reversed(rencana.tabel.get("indikator", [])) if row["kode"]}
    indikator = dict(reversed(indikator.items()))
    program = keep_rows("program", rencana.tabel.get("program", []))
    return Acuan(settings, indikator, target, periode, {}, program)


def build_kinerja_rencana(rencana: HasilBersih, settings: Instansi) -> Kinerja:
    """The planning alone as tidy tables, before any form is in."""
    tabel = _merge(rencana, (), build_acuan(rencana, settings, "tahunan"))
    return Kinerja.from_rows(**tabel, asal=rencana.asal)


def _merge(rencana: HasilBersih, bersih: Iterable[HasilBersih], acuan: Acuan) -> dict[str, Rows]:
    """The planning tables and all units' rows; an indikator told by two units counts as its own unit told it."""
    tabel = {nama: keep_rows(nama, rows) for nama, rows in rencana.tabel.items()}
    for nama in TABEL_LEMBAR.values():
        rows = [row for hasil in bersih for row in hasil.tabel[nama]]
        tabel[nama] = _own_first(rows, acuan) if nama in {"realisasi", "analisis"} else rows
    return tabel


def keep_rows(tabel: str, rows: Rows) -> Rows:
    """The planning rows that figures can be computed from: with their keys, the first of a key; a name where it lacks.

    What is left out here has its finding already (wajib-diisi, tahun-salah, baris-ganda …).
    """
    kunci = KUNCI.get(tabel, ())
    kept: dict[Any, Row] = {}
    for n, row in enumerate(rows):
        if all(row[kolom] not in {None, ""} for kolom in (*kunci, *PERLU.get(tabel, ()))):
            nilai = tuple(row[kolom] for kolom in kunci) if tabel in TUNGGAL else n
            kept.setdefault(nilai, {**row, **{k: row[k] or row["kode"] for k in NAMA.get(tabel, ())}})
    return [{**row, "sasaran": row["sasaran"] or ""} if tabel == "indikator" else row for row in kept.values()]


def _own_first(rows: Rows, acuan: Acuan) -> Rows:
    def is_own(row: dict[str, Any]) -> bool:
        return (acuan.indikator[row["indikator"]]["unit"] or "").casefold() == row["unit"].casefold()

    chosen: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda r: not is_own(r)):
        chosen.setdefault(row["indikator"], row)
    return list(chosen.values())


def count_wajib(rows: Iterable[Row], jawaban: Mapping[str, Sequence[Temuan]]) -> Rows:
    """The status rows with the number of wajib findings in each unit's answer; a form that has one needs mending."""
    hasil: Rows = []
    for row in rows:
        wajib = sum(t.tingkat == Tingkat.WAJIB for t in jawaban[row["unit"]])
        status = "perlu perbaikan" if wajib and row["status"] == "diterima" else row["status"]
        hasil.append({**row, "status": status, "catatan": f"{wajib} temuan wajib" if wajib else None})
    return hasil


def list_status(units: Iterable[Unit], pilihan: Pilihan, kiriman: Kiriman) -> Rows:
    """One row a unit: belum masuk, tidak terbaca, perlu perbaikan (a form refused), or diterima."""
    rows: Rows = []
    units = list(units)
    terkirim = set(pilihan.pemilik.values())
    for unit in units:
        isian = pilihan.isian.get(unit.kode)
        status = "diterima"
        if isian is None:
            rusak = find_rusak(unit, kiriman.tak_terbaca, [u.kode for u in units])
            status = "perlu perbaikan" if unit.kode in terkirim else "tidak terbaca" if rusak else "belum masuk"
        rows.append(
            {
                "unit": unit.kode,
                "nama": unit.nama,
                "status": status,
                "berkas": isian.buku.berkas if isian else None,
                "sha256": isian.buku.sha256 if isian else None,
                "catatan": None,
            }
        )
    return rows
