"""From an agency's number to its files under data/raw."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from lakip_lib.settings import Unit, read_instansi
from tests.contoh.formulir import build_isi, fill_formulir
from tests.contoh.rencana import write_rencana
from tests.contoh.simpan import save_xlsx

from .anggaran import draw_sub_kegiatan, get_bidang, tabulate_anggaran
from .bahan import Baris
from .cacat import spoil_berkas, spoil_buku, spoil_toml
from .daftar import TAK_TERBACA, Cacat, Perangkat, list_cacat, list_perangkat
from .formulir import fill_cepat
from .isian import tabulate_isian
from .lra import draw_bentuk, write_lra
from .narasi import PEMDA, write_bukti, write_narasi, write_toml
from .rencana import Rencana, draw_rencana, tabulate_rencana

LALU = 0.8  # share of agencies that were there the year before
DI_BUKU = (Cacat.AMBIGU, Cacat.KODE_ASING)


@dataclass(frozen=True)
class _Naskah:
    """All of one agency-year before it is written."""

    rencana: Rencana
    tabel: dict[str, list[Baris]]
    toml: str
    bentuk_lra: str
    kode_skpd: str


def write_kabupaten(akar: Path, jumlah: int, benih: int = 1, tahun: int = 2025, *, lalu: bool = False) -> list[str]:
    """Write the first `jumlah` agencies under data/raw/<tahun>/ of `akar`; their slugs come back, in order of number.

    With `lalu` most of them have the year before as well, without faults.
    """
    cacat = list_cacat(jumlah, benih)
    semua = list_perangkat(jumlah, benih)
    for perangkat in semua:
        _write_perangkat(akar, perangkat, benih, tahun, cacat.get(perangkat.slug))
        if lalu and Random(f"{benih}/{perangkat.nomor}/lalu").random() < LALU:
            _write_perangkat(akar, perangkat, benih, tahun - 1, None)
    return [perangkat.slug for perangkat in semua]


def _write_perangkat(akar: Path, perangkat: Perangkat, benih: int, tahun: int, cacat: Cacat | None) -> None:
    folder = akar / "data" / "raw" / str(tahun) / perangkat.slug
    folder.mkdir(parents=True, exist_ok=True)
    naskah = _draw_naskah(perangkat, benih, tahun, boleh_koma=cacat is not Cacat.AMBIGU)
    acak = Random(f"{benih}/{perangkat.nomor}/{tahun}/berkas")
    teks = {f"narasi/{nama}.md": isi for nama, isi in write_narasi(naskah.rencana, tahun, acak).items()}
    teks |= {"instansi.toml": naskah.toml, **write_bukti(naskah.rencana, naskah.tabel["f1"], tahun)}
    for nama, isi in teks.items():
        (folder / nama).parent.mkdir(exist_ok=True)
        (folder / nama).write_text(isi, "utf-8", newline="\n")
    write_rencana(naskah.tabel, folder / "perencanaan.xlsx", tahun)
    if cacat is not Cacat.TANPA_LRA:
        skpd = (naskah.kode_skpd, perangkat.nama)
        write_lra(folder, naskah.tabel, naskah.bentuk_lra, skpd=skpd, pemda=PEMDA, tahun=tahun)
    _write_isian(folder, naskah.tabel, cacat, acak)
    if cacat is Cacat.PENGATURAN:
        (folder / "instansi.toml").write_text(spoil_toml(naskah.toml), "utf-8", newline="\n")


def _draw_naskah(perangkat: Perangkat, benih: int, tahun: int, *, boleh_koma: bool) -> _Naskah:
    """The agency-year: what lasts is drawn from the agency's own seed, what the year brings from that of the year."""
    tetap, acak = Random(f"{benih}/{perangkat.nomor}"), Random(f"{benih}/{perangkat.nomor}/{tahun}")
    rencana = draw_rencana(perangkat, tahun, tetap)
    sub = draw_sub_kegiatan(rencana, tetap)
    kode_skpd = f"{get_bidang(perangkat.tema)}.0.00.0.00.{perangkat.nomor % 100:02d}.{perangkat.nomor // 100:04d}"
    bentuk = draw_bentuk(perangkat, tetap)
    toml = write_toml(rencana, kode_skpd, tahun, tetap)
    anggaran = tabulate_anggaran(rencana, sub, tahun, acak)
    tabel = {
        **tabulate_rencana(rencana, tahun, acak),
        **anggaran,
        **tabulate_isian(rencana, sub, anggaran["anggaran"], tahun, acak, boleh_koma=boleh_koma),
    }
    return _Naskah(rencana, tabel, toml, bentuk, kode_skpd)


def _write_isian(folder: Path, tabel: dict[str, list[Baris]], cacat: Cacat | None, acak: Random) -> None:
    """The units' forms: the fault, if it lies in one, in that of the first sasaran's first unit."""
    settings = read_instansi(folder / "instansi.toml")
    kena = tabel["indikator"][0]["unit"]
    for unit in settings.unit:
        path = folder / "isian" / f"{unit.kode}.xlsx"
        path.parent.mkdir(exist_ok=True)
        waktu = f"{settings.periode.tahun + 1}-01-{acak.randint(5, 19):02d}T{acak.randint(1, 9):02d}:00:00Z"
        if unit.kode == kena and cacat is Cacat.TANPA_FORMULIR:
            continue
        if unit.kode == kena and cacat in DI_BUKU:
            terisi = fill_formulir(tabel, settings, unit)
            spoil_buku(terisi.buku, cacat, _list_milik(tabel, unit))
            save_xlsx(path, terisi, waktu=waktu)
        else:
            path.write_bytes(fill_cepat(tabel, unit, build_isi(tabel, settings, unit), waktu=waktu))
        if unit.kode == kena and cacat in TAK_TERBACA:
            spoil_berkas(path, cacat, acak)


def _list_milik(tabel: dict[str, list[Baris]], unit: Unit) -> list[Baris]:
    """What the unit types of its own indikator."""
    milik = {row["kode"] for row in tabel["indikator"] if row["unit"] == unit.kode}
    return [row for row in tabel["f1"] if row["kode"] in milik]
