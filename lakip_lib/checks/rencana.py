"""Findings on the planning: do its tables fit each other, is every indikator promised something."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.istilah import Tingkat, VersiTarget
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan

BERKAS = "perencanaan.xlsx"
Tabel = Mapping[str, Sequence[Mapping[str, Any]]]
RUJUKAN = (
    ("Sasaran", "sasaran", "tujuan", "tujuan"),
    ("Indikator", "indikator", "sasaran", "sasaran"),
    ("Target", "target", "indikator", "indikator"),
    ("Riwayat", "riwayat", "indikator", "indikator"),
    ("Standar", "standar", "indikator", "indikator"),
)
KUNCI = (
    ("Sasaran", "sasaran", ("kode",)),
    ("Indikator", "indikator", ("kode",)),
    ("Target", "target", ("indikator", "tahun", "versi")),
    ("Riwayat", "riwayat", ("indikator", "tahun")),
)


def _make(aturan: str, tingkat: Tingkat, lembar: str, teks: str, nilai: str | None = None) -> Temuan:
    return Temuan(BERKAS, aturan, tingkat, f"Lembar {lembar} pada {BERKAS}: {teks}", lembar=lembar, nilai=nilai)


def check_rencana(tabel: Tabel, settings: Instansi) -> list[Temuan]:
    """References that lead nowhere, repeated keys, indikator without a target or a known unit, weights, shares."""
    return [
        *_check_kosong(tabel),
        *_check_unit(settings),
        *_check_rujukan(tabel),
        *_check_kunci(tabel),
        *_check_indikator(tabel, settings),
        *_check_bobot(tabel),
        *_check_program(tabel),
    ]


def check_formulir(formulir: Mapping[str, IsiFormulir]) -> list[Temuan]:
    """Units (by kode) whose blank form asks nothing, where others' do: no indikator and no sub kegiatan names them."""
    kosong = {kode: isi for kode, isi in formulir.items() if not any(isi.baris.values())}
    if len(kosong) == len(formulir):
        return []  # the planning is the fault, and said
    return [
        _make(
            "unit-tanpa-indikator",
            Tingkat.PERINGATAN,
            "Indikator",
            f"belum ada indikator maupun sub kegiatan untuk unit {kode} ({isi.nama_unit}), sehingga formulirnya kosong. "
            "Mohon isi kolom unit, atau hapus unitnya dari instansi.toml.",
            kode,
        )
        for kode, isi in kosong.items()
    ]


def _check_kosong(tabel: Tabel) -> Iterator[Temuan]:
    """A sheet that is there but holds no row, and without which there is nothing to report."""
    for lembar in ("Sasaran", "Indikator", "Target"):
        if lembar.lower() in tabel and not tabel[lembar.lower()]:
            yield _make("lembar-kosong", Tingkat.WAJIB, lembar, "belum memuat satu baris pun. Mohon diisi.")


def _check_unit(settings: Instansi) -> Iterator[Temuan]:
    if not settings.unit:
        pesan = (
            "instansi.toml: belum memuat satu unit pun, sehingga tidak ada formulir yang dibaca. Mohon isi [[unit]]."
        )
        yield Temuan("instansi.toml", "unit-belum-ada", Tingkat.WAJIB, pesan)


def _check_rujukan(tabel: Tabel) -> Iterator[Temuan]:
    for lembar, nama, kolom, tujuan in RUJUKAN:
        dikenal = {row["kode"] for row in tabel.get(tujuan, ())}
        if not dikenal:
            continue
        for nilai in dict.fromkeys(row[kolom] for row in tabel.get(nama, ()) if row[kolom] not in {*dikenal, None}):
            teks = f"{kolom} '{nilai}' tidak ada pada lembar {tujuan.capitalize()}. Mohon disamakan kodenya."
            yield _make("rujukan-tidak-ada", Tingkat.WAJIB, lembar, teks, nilai)


def _check_kunci(tabel: Tabel) -> Iterator[Temuan]:
    for lembar, nama, kolom in KUNCI:
        counts = Counter(tuple(row[k] for k in kolom) for row in tabel.get(nama, ()))
        for kunci, jumlah in counts.items():
            if jumlah > 1 and None not in kunci:
                sebutan = " · ".join(map(str, kunci))
                teks = f"{sebutan} tertulis {jumlah} kali. Yang dipakai baris pertama; mohon sisakan satu baris."
                yield _make("baris-ganda", Tingkat.WAJIB, lembar, teks, sebutan)


def _check_indikator(tabel: Tabel, settings: Instansi) -> Iterator[Temuan]:
    tahun = settings.periode.tahun
    target = {(row["indikator"], row["versi"]): row for row in tabel.get("target", ()) if row["tahun"] == tahun}
    for row in tabel.get("indikator", ()):
        kode = row["kode"]
        if kode is None:
            continue  # reported as blank
        if settings.unit and row["unit"] and settings.get_unit(row["unit"]) is None:
            teks = f"unit '{row['unit']}' untuk indikator {kode} tidak ada dalam instansi.toml. Mohon disamakan."
            yield _make("unit-tidak-ada", Tingkat.WAJIB, "Indikator", teks, row["unit"])
        versi = [v for v in VersiTarget if (kode, v) in target]
        if not tabel.get("target"):
            continue  # the sheet is the fault
        if not versi:
            teks = f"indikator {kode} belum mempunyai target tahun {tahun}. Mohon isi targetnya."
            yield _make("target-tidak-ada", Tingkat.WAJIB, "Target", teks, kode)
        elif versi == [VersiTarget.RENSTRA]:
            teks = (
                f"indikator {kode} belum mempunyai target PK tahun {tahun}; target Renstra dipakai. Mohon dilengkapi."
            )
            yield _make("target-pk-tidak-ada", Tingkat.PERINGATAN, "Target", teks, kode)
        else:
            yield from _check_beda_renstra(kode, target, versi[-1], tahun)


def _check_beda_renstra(
    kode: str, target: Mapping[tuple[str, str], Mapping[str, Any]], versi: VersiTarget, tahun: int
) -> Iterator[Temuan]:
    pk, renstra = target[kode, versi], target.get((kode, VersiTarget.RENSTRA))
    if renstra and renstra["target"] != pk["target"] and not (pk["keterangan"] or renstra["keterangan"]):
        teks = (
            f"target {kode} tahun {tahun} pada PK ({_show(pk)}) berbeda dari Renstra ({_show(renstra)}). "
            "Mohon isi kolom keterangan."
        )
        yield _make("target-beda-renstra", Tingkat.PERINGATAN, "Target", teks, kode)


def _show(row: Mapping[str, Any]) -> str:
    return (row["target"] or "–").replace(".", ",")


def _check_bobot(tabel: Tabel) -> Iterator[Temuan]:
    groups = {"Sasaran": [row["bobot"] for row in tabel.get("sasaran", ())]}
    for sasaran in dict.fromkeys(row["sasaran"] for row in tabel.get("indikator", ())):
        groups[f"Indikator|{sasaran}"] = [r["bobot"] for r in tabel["indikator"] if r["sasaran"] == sasaran]
    for nama, bobot in groups.items():
        lembar, _, sasaran = nama.partition("|")
        di = f" pada sasaran {sasaran}" if sasaran else ""
        terisi = [b for b in bobot if b is not None]
        if terisi and len(terisi) < len(bobot):
            teks = (
                f"bobot{di} baru terisi sebagian, sehingga tidak dipakai. Mohon isi semuanya atau kosongkan semuanya."
            )
            yield _make("bobot-sebagian", Tingkat.PERINGATAN, lembar, teks)
        elif terisi and sum(terisi) != 100:
            teks = f"jumlah bobot{di} {format(sum(terisi), 'f').replace('.', ',')}, seharusnya 100. Mohon diperbaiki."
            yield _make("bobot-bukan-100", Tingkat.WAJIB, lembar, teks)


def _check_program(tabel: Tabel) -> Iterator[Temuan]:
    dikenal = {row["kode"] for row in tabel.get("sasaran", ())} | {"penunjang"}
    porsi: dict[str, list[Any]] = {}
    for row in tabel.get("program", ()):
        if row["kode"] is None:
            continue  # reported as blank
        if row["sasaran"] and row["sasaran"] not in dikenal and len(dikenal) > 1:
            teks = (
                f"sasaran '{row['sasaran']}' untuk kode {row['kode']} tidak dikenal. Isi kode sasaran atau 'penunjang'."
            )
            yield _make("rujukan-tidak-ada", Tingkat.WAJIB, "Program", teks, row["sasaran"])
        porsi.setdefault(row["kode"], []).append(100 if row["porsi"] is None else row["porsi"])
    for kode, bagian in porsi.items():
        if sum(bagian) != 100:
            jumlah = format(sum(bagian), "f").replace(".", ",")
            teks = f"jumlah porsi untuk kode {kode} {jumlah}, seharusnya 100. Mohon diperbaiki."
            yield _make("porsi-bukan-100", Tingkat.WAJIB, "Program", teks, kode)
