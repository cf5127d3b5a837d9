"""Programs, kegiatan and sub kegiatan behind a sasaran, with their outputs (T3.7)."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.formats import format_angka, parse_angka
from lakip_lib.measures.hasil import AnggaranHasil, Hasil
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus import capaian_max
from lakip_lib.model import Kinerja
from lakip_lib.tables.sel import Catatan, figure, kolom, make_id, number, row, say_empty, say_periode, text

PENUNJANG = "penunjang"
BELUM_DIPETAKAN = ""
KOSONG_SASARAN = "Belum ada program, kegiatan, atau sub kegiatan yang dipetakan ke sini."
KOSONG_LAIN = "Seluruh program, kegiatan, dan sub kegiatan telah dipetakan."
INDUK = ("program", "kegiatan")
MENUNJANG = {PENUNJANG: "tidak langsung", BELUM_DIPETAKAN: "belum dipetakan"}


def tabulate_penunjang(hasil: Hasil, kinerja: Kinerja, sasaran: str) -> Tabel:
    """T3.7, turned page: the deepest budget lines mapped to a sasaran under their program and kegiatan, with outputs.

    `sasaran` may also be "penunjang" (what serves all) or "" (what is not mapped yet).
    """
    cols = kolom(
        ("Kode", "kiri", 1.35),
        ("Program, kegiatan, sub kegiatan", "kiri", 5.0),
        ("Indikator keluaran", "kiri", 3.2),
        ("Target", "kiri", 1.1),
        ("Realisasi", "kiri", 1.1),
        ("Capaian (%)", "desimal", 0.85),
        ("Pagu (Rp)", "desimal", 1.35),
        ("Realisasi (Rp)", "desimal", 1.35),
        ("%", "desimal", 0.7),
        ("Menunjang", "kiri", 0.9),
        ("Alasan atau keterangan", "kiri", 2.0),
    )
    daun = list_daun(hasil, kinerja, sasaran)
    catatan = Catatan()
    keluaran = _group(kinerja)
    baris: list[Baris] = []
    tercetak: set[str] = set()
    for item in daun:
        baris += [_make_heading(induk, len(cols)) for induk in _find_induk(hasil, item, tercetak)]
        tanda = _say_porsi(item.kode, sasaran, kinerja)
        marks = (catatan.mark(tanda),) if tanda else ()
        isi = keluaran.get(item.kode) or [{}]
        for n, data in enumerate(isi):
            kepala = (text(item.kode), text(item.uraian, *marks)) if n == 0 else (Isi(), Isi())
            uang = _make_money(hasil, item) if n == 0 else (Isi(), Isi(), Isi())
            baris.append(row(*kepala, *_make_output(data), *uang, *_say_peran(sasaran, data)))
    catatan.add("Keluaran dan keterangannya menurut isian unit kerja; pagu dan realisasi menurut laporan keuangan.")
    return Tabel(
        id=make_id("T3.7", sasaran or "lain"),
        kode="T3.7",
        judul=f"Program, Kegiatan, dan Sub Kegiatan {_say_siapa(sasaran)} {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, KOSONG_SASARAN if sasaran else KOSONG_LAIN),
        kepala_atas=(("", 2), ("Keluaran", 4), ("Anggaran", 3), ("", 2)),
        catatan=catatan.list() if baris else (),
        sumber="Isian unit kerja dan Laporan Realisasi Anggaran, diolah" if baris else "",
        lanskap=True,
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
    for data in kinerja.records("keluaran"):
        groups[data["kode"]].append(data)
    return dict(groups)


def _find_induk(hasil: Hasil, item: AnggaranHasil, tercetak: set[str]) -> list[AnggaranHasil]:
    """The program and kegiatan above a line that have no heading yet; they count as printed from now on."""
    baru = [
        a for a in hasil.anggaran if a.level in INDUK and item.kode.startswith(f"{a.kode}.") and a.kode not in tercetak
    ]
    tercetak.update(a.kode for a in baru)
    return baru


def _make_heading(induk: AnggaranHasil, lebar: int) -> Baris:
    return row(text(induk.kode), text(induk.uraian, lebar=lebar - 1), gaya="sub")


def _say_porsi(kode: str, sasaran: str, kinerja: Kinerja) -> str:
    """What part of a line counts for the sasaran, where it is not the whole."""
    milik = [d for d in kinerja.records("program") if kode == d["kode"] or kode.startswith(f"{d['kode']}.")]
    terdalam = max((len(d["kode"]) for d in milik), default=0)
    porsi = [d["porsi"] for d in milik if len(d["kode"]) == terdalam and d["sasaran"] == sasaran and d["porsi"]]
    if not porsi or porsi[0] == 100:
        return ""
    return f"Anggaran sub kegiatan ini diperhitungkan {format_angka(porsi[0])}% untuk sasaran ini."


def _make_output(data: dict[str, Any]) -> tuple[Isi, ...]:
    satuan = f" {data['satuan']}" if data.get("satuan") else ""
    return (
        text(data.get("indikator_keluaran") or data.get("sub_kegiatan")),
        *(text(f"{data[k]}{satuan}" if data.get(k) else None) for k in ("target", "realisasi")),
        number(compute_capaian_keluaran(data.get("target"), data.get("realisasi"))),
    )


def compute_capaian_keluaran(target: str | None, realisasi: str | None) -> Decimal | None:
    """Realisasi against target of an output as typed, in percent (formula MAX); None where one is no plain number."""
    angka = [parse_angka(teks).nilai if teks else None for teks in (target, realisasi)]
    if angka[0] is None or angka[1] is None:
        return None
    hasil = capaian_max(Fraction(angka[0]), Fraction(angka[1]))
    return print_angka(hasil) if isinstance(hasil, Fraction) else None


def _make_money(hasil: Hasil, item: AnggaranHasil) -> tuple[Isi, ...]:
    return tuple(figure(hasil, f"anggaran/{item.kode}/{nama}") for nama in ("pagu", "realisasi_anggaran", "persen"))


def _say_peran(sasaran: str, data: dict[str, Any]) -> tuple[Isi, Isi]:
    return text(MENUNJANG.get(sasaran, "ya")), text(data.get("keterangan"))
