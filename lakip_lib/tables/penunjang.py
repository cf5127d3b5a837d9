"""Programs, kegiatan and sub kegiatan behind a sasaran, with their outputs (T3.7)."""

from collections import defaultdict
from typing import Any

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.cleaning.anggaran import map_program
from lakip_lib.formats import format_angka
from lakip_lib.measures.hasil import AnggaranHasil, Hasil
from lakip_lib.measures.rumus.keluaran import compute_capaian_keluaran
from lakip_lib.model import Kinerja
from lakip_lib.tables.sel import (
    Catatan,
    figure,
    format_nilai,
    kolom,
    make_id,
    number,
    row,
    say_empty,
    say_periode,
    text,
)

PENUNJANG = "penunjang"
BELUM_DIPETAKAN = ""
KOSONG_SASARAN = "Belum ada program, kegiatan, atau sub kegiatan yang dipetakan ke sini."
KOSONG_LAIN = "Seluruh program, kegiatan, dan sub kegiatan telah dipetakan."
BELUM_DISAMPAIKAN = (
    "Keluaran dan targetnya menurut perencanaan; realisasi (–) belum disampaikan oleh unit kerja penanggung jawab."
)
INDUK = ("program", "kegiatan")
MENUNJANG = {PENUNJANG: "tidak langsung", BELUM_DIPETAKAN: "belum dipetakan"}


def tabulate_penunjang(hasil: Hasil, kinerja: Kinerja, sasaran: str) -> Tabel:
    """T3.7: the deepest budget lines mapped to a sasaran under their program and kegiatan, with outputs.

    A line's name stands beside its money; below it each output with whether it serves the sasaran, and why.
    `sasaran` may also be "penunjang" (what serves all) or "" (what is not mapped yet).
    """
    cols = kolom(
        ("No.", "tengah", 0.6),
        ("Indikator keluaran", "kiri", 3.4),
        ("Target", "kiri", 1.6),
        ("Realisasi", "kiri", 1.6),
        ("Capaian (%)", "desimal", 1.0),
        ("Pagu (Rp)", "desimal", 1.7),
        ("Realisasi (Rp)", "desimal", 1.7),
        ("%", "desimal", 0.9),
    )
    daun = list_daun(hasil, kinerja, sasaran)
    catatan = Catatan()
    keluaran, rencana = _group(kinerja), _group_rencana(kinerja)
    baris: list[Baris] = []
    tercetak: set[str] = set()
    for nomor, item in enumerate(daun, 1):
        baris += [_make_heading(induk, len(cols)) for induk in _find_induk(hasil, item, tercetak)]
        isi = keluaran.get(item.kode) or rencana.get(item.kode) or [{}]
        tanda = (_say_porsi(item.kode, sasaran, kinerja), "" if item.kode in keluaran else _say_rencana(isi))
        marks = catatan.mark_all(filter(None, tanda))
        nama = text(f"{item.kode} {item.uraian}", *marks, lebar=4)
        baris.append(row(text(nomor, tinggi=len(isi) + 1), nama, *_make_money(hasil, item)))
        baris += [row(*_make_output(data), _say_peran(sasaran, data)) for data in isi]
    catatan.add("Keluaran dan keterangannya menurut isian unit kerja; pagu dan realisasi menurut laporan keuangan.")
    return Tabel(
        id=make_id("T3.7", sasaran or "lain"),
        kode="T3.7",
        judul=f"Program, Kegiatan, dan Sub Kegiatan {_say_siapa(sasaran)} {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, KOSONG_SASARAN if sasaran else KOSONG_LAIN),
        kepala_atas=(("", 1), ("Sub kegiatan dan keluarannya", 4), ("Anggaran; menunjang dan alasannya", 3)),
        catatan=catatan.list() if baris else (),
        sumber="Isian unit kerja dan Laporan Realisasi Anggaran, diolah" if baris else "",
        urut=False,
    )


def _say_siapa(sasaran: str) -> str:
    khusus = {PENUNJANG: "Penunjang Seluruh Sasaran", BELUM_DIPETAKAN: "yang Belum Dipetakan"}
    return khusus.get(sasaran, f"Penunjang Sasaran {sasaran}")


def list_daun(hasil: Hasil, kinerja: Kinerja, sasaran: str) -> list[AnggaranHasil]:
    """The deepest budget lines above accounts that serve a sasaran ("penunjang", or "" for those not mapped)."""
    baris = [a for a in hasil.anggaran if a.level != "akun"]
    induk = {a.kode[:n] for a in baris for n in range(1, len(a.kode)) if a.kode[n] == "."}
    daun = [a for a in baris if a.kode not in induk]
    return [a for a in daun if sasaran in _split(a.sasaran)]


def _split(sasaran: str | None) -> list[str]:
    return (sasaran or BELUM_DIPETAKAN).split(", ")


def _group(kinerja: Kinerja) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows = map_program(kinerja.records("keluaran"), kinerja.records("peta_kode"), kinerja.records("anggaran"))
    for data in rows:  # under the budget's code, old or new
        groups[data["kode"]].append(data)
    return dict(groups)


def _group_rencana(kinerja: Kinerja) -> dict[str, list[dict[str, Any]]]:
    """What the Program sheet promises of each code: it stands where no unit told of the output."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for data in kinerja.records("program"):
        if data["keluaran"] or data["target_keluaran"]:
            output = {
                "indikator_keluaran": data["keluaran"],
                "satuan": data["satuan"],
                "target": data["target_keluaran"],
            }
            groups.setdefault(data["kode"], [output])
    return groups


def _say_rencana(isi: list[dict[str, Any]]) -> str:
    return BELUM_DISAMPAIKAN if any(isi) else ""


def _find_induk(hasil: Hasil, item: AnggaranHasil, tercetak: set[str]) -> list[AnggaranHasil]:
    """The program and kegiatan above a line that have no heading yet; they count as printed from now on."""
    baru = [
        a for a in hasil.anggaran if a.level in INDUK and item.kode.startswith(f"{a.kode}.") and a.kode not in tercetak
    ]
    tercetak.update(a.kode for a in baru)
    return baru


def _make_heading(induk: AnggaranHasil, lebar: int) -> Baris:
    return row(text(f"{induk.kode} {induk.uraian}", lebar=lebar), gaya="sub")


def _say_porsi(kode: str, sasaran: str, kinerja: Kinerja) -> str:
    """What part of a line counts for the sasaran, where it is not the whole."""
    milik = [d for d in kinerja.records("program") if kode == d["kode"] or kode.startswith(f"{d['kode']}.")]
    terdalam = max((len(d["kode"]) for d in milik), default=0)
    porsi = [d["porsi"] for d in milik if len(d["kode"]) == terdalam and d["sasaran"] == sasaran and d["porsi"]]
    if not porsi or porsi[0] == 100:
        return ""
    return f"Anggaran sub kegiatan ini diperhitungkan {format_angka(porsi[0])}% untuk sasaran ini."


def _make_output(data: dict[str, Any]) -> tuple[Isi, ...]:
    return (
        text(data.get("indikator_keluaran") or data.get("sub_kegiatan")),
        *(text(_show_keluaran(data.get(k), data.get("satuan"))) for k in ("target", "realisasi")),
        number(compute_capaian_keluaran(data.get("target"), data.get("realisasi"))),
    )


def _show_keluaran(nilai: str | None, satuan: str | None) -> str | None:
    """ "1.234,5 laporan"; None where nothing could be read."""
    return " ".join(filter(None, (format_nilai(nilai), satuan))) if nilai else None


def _make_money(hasil: Hasil, item: AnggaranHasil) -> tuple[Isi, ...]:
    return tuple(figure(hasil, f"anggaran/{item.kode}/{nama}") for nama in ("pagu", "realisasi_anggaran", "persen"))


def _say_peran(sasaran: str, data: dict[str, Any]) -> Isi:
    """Whether the output serves the sasaran, and the unit's own reason or remark, below the line's money."""
    alasan = (data.get("keterangan") or "").strip()
    return text(
        f"Menunjang: {MENUNJANG.get(sasaran, 'ya')}" + (f". {alasan[:1].upper()}{alasan[1:]}" if alasan else ""),
        lebar=3,
    )
