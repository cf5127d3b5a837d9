"""Write index.html: cheap enough to be written anew after every agency of a batch."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from lakip_lib.delivery.daerah.baca import find_setelan, has_content, list_berkas
from lakip_lib.delivery.daerah.sebutan import Sebutan, merge_identitas, read_sebutan
from lakip_lib.delivery.keadaan import load_keadaan
from lakip_lib.istilah import PERIODE, SEBAB_LABEL, TW_LABEL
from lakip_lib.measures.daerah import Fakta, judge_keadaan
from lakip_lib.report.daerah.halaman import DOKUMEN, REKAP, BarisHalaman, Halaman, Tautan, list_tautan, render_halaman
from lakip_lib.settings import Lokasi, LokasiDaerah
from lakip_lib.simpan import write_bytes
from lakip_lib.urutan import natural_key

WAJIB = b'"tingkat": "wajib"'
PERIKSA = (0, 3)  # exit codes of a run that checked all that was given
BAGIAN = ("anggaran_total", "instansi", "instansi_capaian")


class Ringkas(NamedTuple):
    """What the page shows of a hasil.json."""

    capaian: Decimal | None
    penyerapan: Decimal | None
    dinilai: tuple[int, int]
    wajib: int


def write_halaman(daerah: LokasiDaerah) -> Path:
    """Write the page that finds any agency of the year, from what lies on disk; its path."""
    return write_bytes(daerah.halaman, render_halaman(load_halaman(daerah)))


def load_halaman(daerah: LokasiDaerah) -> Halaman:
    """The page's contents. It tells of the whole year, or of the latest quarter where nothing of the year is there."""
    pasangan = [(lokasi, read_sebutan(lokasi)) for lokasi in daerah.list_instansi()]
    periode = find_periode(daerah, [lokasi for lokasi, _ in pasangan])
    identitas = merge_identitas((s for _, s in pasangan), daerah.tahun)
    baris = (read_baris(Lokasi(k.akar, k.tahun, k.instansi, periode), s) for k, s in pasangan)
    return Halaman(
        pemda=identitas.pemda,
        tahun=daerah.tahun,
        periode=periode,
        contoh=identitas.contoh,
        baris=tuple(sorted(baris, key=lambda b: (natural_key(b.nama), b.kode))),
        rekap=tuple(list_rekap(daerah)),
        salah_nama=tuple(daerah.list_salah_nama()),
    )


def find_periode(daerah: LokasiDaerah, instansi: list[Lokasi]) -> str:
    """The whole year where any agency was run for it, else the latest quarter that one was run for."""
    for periode in ("tahunan", *reversed(PERIODE[1:])):
        tempat = (Lokasi(k.akar, k.tahun, k.instansi, periode) for k in instansi)
        if any(k.keadaan.is_file() or (k.reports / "hasil.json").is_file() for k in tempat):
            return periode
    return "tahunan"


def read_baris(lokasi: Lokasi, sebutan: Sebutan) -> BarisHalaman:
    """One agency: its state, the figures of the run that it speaks of, and the documents that are there."""
    keadaan = load_keadaan(lokasi)
    folder = lokasi.reports
    ada = list_berkas(folder)
    ringkas = read_ringkas(lokasi, folder) if "hasil.json" in ada else None
    nilai = judge_keadaan(
        Fakta(
            keadaan.kode_keluar if keadaan else None,
            keadaan.tahap if keadaan else None,
            has_content(lokasi),
            ada_hasil=ringkas is not None,
            wajib=ringkas.wajib if ringkas else 0,
            setelan=not keadaan and not ringkas and bool(find_setelan(lokasi)),
            rusak="hasil.json" in ada and ringkas is None,
        )
    )
    angka = ringkas if nilai.sah else None
    milik = sebutan.singkatan or sebutan.nama
    jalan = lokasi.instansi if lokasi.periode == "tahunan" else f"{lokasi.instansi}/{lokasi.periode}"
    return BarisHalaman(
        kode=lokasi.instansi,
        nama=sebutan.nama,
        singkatan=sebutan.singkatan,
        unit=sebutan.unit,
        keadaan=nilai.keadaan,
        sebab=SEBAB_LABEL[nilai.sebab] if nilai.sebab else "",
        wajib=keadaan.wajib if keadaan and keadaan.kode_keluar in PERIKSA else angka.wajib if angka else None,
        capaian=angka.capaian if angka else None,
        penyerapan=angka.penyerapan if angka else None,
        dinilai=angka.dinilai if angka else None,
        dokumen=list_tautan(DOKUMEN, ada, milik, jalan),
        triwulan=tuple(list_triwulan(lokasi, milik, ada)),
        lama=not nilai.sah and any(nama in ada for nama, _ in DOKUMEN),
        temuan=f"{jalan}/{lokasi.daftar_temuan.relative_to(folder).as_posix()}"
        if lokasi.daftar_temuan.is_file()
        else "",
    )


def list_triwulan(lokasi: Lokasi, milik: str, ada: frozenset[str]) -> list[Tautan]:
    """The reports of the quarters that are there, but for the one the page tells of."""
    folder = Lokasi(lokasi.akar, lokasi.tahun, lokasi.instansi).reports
    if lokasi.periode != "tahunan":
        ada = list_berkas(folder)
    return [
        Tautan(TW_LABEL[tw.lower()], milik, f"{lokasi.instansi}/{tw}/LKjIP.html")
        for tw in PERIODE[1:]
        if tw in ada and tw != lokasi.periode and (folder / tw / "LKjIP.html").is_file()
    ]


def list_rekap(daerah: LokasiDaerah) -> list[tuple[str, tuple[Tautan, ...]]]:
    """The district's own documents by periode, the whole year first."""
    isi = []
    for periode in PERIODE:
        tempat = LokasiDaerah(daerah.akar, daerah.tahun, periode).reports
        waktu = TW_LABEL.get(periode.lower(), f"Tahun {daerah.tahun}")
        jalan = tempat.relative_to(daerah.halaman.parent).as_posix()
        if daftar := list_tautan(REKAP, list_berkas(tempat), f"Rekapitulasi {waktu}", jalan):
            isi.append((waktu, daftar))
    return isi


def read_ringkas(lokasi: Lokasi, folder: Path) -> Ringkas | None:
    """What the page shows of the hasil.json in an agency's folder; None where that is not whole or is of something else."""
    data = (folder / "hasil.json").read_bytes()
    isi = cut_bagian(data) or parse_bagian(data)
    try:
        milik = (isi["instansi"]["kode"], isi["tahun"], isi["periode"])
        capaian, uang = isi["instansi_capaian"], isi["anggaran_total"]
        angka = [None if x is None else Decimal(x) for x in (capaian["capaian"], uang["persen"])]
        dinilai = (int(capaian["dinilai"]), int(capaian["jumlah"]))
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None
    if milik != (lokasi.instansi, lokasi.tahun, lokasi.periode):
        return None
    return Ringkas(angka[0], angka[1], dinilai, data.count(WAJIB))


def cut_bagian(data: bytes) -> dict[str, Any]:
    """The few parts the page needs, cut out of a hasil.json as lakip writes it; {} where it is written otherwise.

    No text in JSON holds a line break, so that a key at the first indent can only be a key.
    """
    isi: dict[str, Any] = {}
    try:
        for nama in BAGIAN:
            kunci = f'\n "{nama}": '.encode()
            awal = data.index(kunci) + len(kunci)
            isi[nama] = json.loads(data[awal : data.index(b"\n }", awal) + 3])
        for nama in ("periode", "tahun"):
            kunci = f'\n "{nama}": '.encode()
            awal = data.index(kunci) + len(kunci)
            isi[nama] = json.loads(data[awal : data.index(b"\n", awal)].rstrip(b","))
    except ValueError:
        return {}
    return isi if data.endswith(b"\n}\n") else {}


def parse_bagian(data: bytes) -> dict[str, Any]:
    """The same of any JSON; {} where it is none."""
    try:
        isi = json.loads(data)
    except ValueError:
        return {}
    return isi if isinstance(isi, dict) else {}
