"""Milestones that the SOP lacks but the evaluation of AKIP scores: reviu by the Inspektorat, publication, handed over."""

from pathlib import Path

from lakip_lib.alur.langkah import TONGGAK
from lakip_lib.delivery.berkas import read_berkas
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.waktu import parse_hari
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks

REVIU, PUBLIKASI, TERKIRIM = "reviu", "publikasi", "terkirim"


def record_tonggak(
    siklus: Siklus, jenis: str, *, keterangan: str, tanggal: str | None = None, bukti: Path | None = None
) -> Laporan:
    """Record a milestone with its day and evidence; UsageError where there is no report yet, or the day is to come."""
    if siklus.buku.find("susun") is None:
        raise UsageError(f"Belum ada dokumen yang dapat dicatat {jenis}nya. {siklus.keadaan.describe_terutang()}")
    if not clean_teks(keterangan):
        raise UsageError("--keterangan harus diisi: oleh siapa, atau di mana.")
    hari = parse_hari(tanggal, "--tanggal") if tanggal else siklus.waktu.date()
    if hari > siklus.waktu.date():
        raise UsageError(f"--tanggal {hari.isoformat()} belum terjadi.")
    data = read_berkas(bukti) if bukti else None
    isi = {
        "jenis": jenis,
        "tanggal": hari.isoformat(),
        "keterangan": keterangan.strip(),
        "bukti": hash_bytes(data) if data is not None else "",
    }
    rancangan = siklus.begin(TONGGAK, isi=isi)
    keluaran = {}
    if bukti is not None and data is not None:
        keluaran = dict(
            [siklus.write(f"tonggak/{jenis}-{hari.isoformat()}-{hash_bytes(data)[:8]}{bukti.suffix.lower()}", data)]
        )
    siklus.commit(rancangan, hasil="dicatat", keluaran=keluaran)
    return Laporan()
