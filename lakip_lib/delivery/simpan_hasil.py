"""Hasil on disk between notebooks: lengkap.json for the suite, hasil.json as promised, CSV for analysts."""

from pathlib import Path

from lakip_lib.errors import UsageError
from lakip_lib.measures import Hasil, dump_hasil, dump_lengkap, load_lengkap
from lakip_lib.measures.bingkai import (
    frame_anggaran,
    frame_efisiensi,
    frame_indikator,
    frame_kelompok,
    frame_renstra,
    frame_sasaran,
    frame_tahun,
    frame_triwulan,
)
from lakip_lib.model.kinerja import dump_table
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_text

BINGKAI = {
    "hasil_indikator": frame_indikator,
    "hasil_sasaran": frame_sasaran,
    "hasil_triwulan": frame_triwulan,
    "hasil_tahun": frame_tahun,
    "hasil_renstra": frame_renstra,
    "hasil_anggaran": frame_anggaran,
    "hasil_efisiensi": frame_efisiensi,
}


def save_hasil(hasil: Hasil, lokasi: Lokasi) -> list[Path]:
    """Write hasil.json, lengkap.json and one CSV a result table into the processed folder; the files written."""
    folder = lokasi.processed
    files = [
        write_text(folder / "hasil.json", dump_hasil(hasil)),
        write_text(folder / "lengkap.json", dump_lengkap(hasil)),
    ]
    files += [write_text(folder / f"{nama}.csv", dump_table(make(hasil))) for nama, make in BINGKAI.items()]
    files += [
        write_text(folder / f"hasil_anggaran_{jenis}.csv", dump_table(frame_kelompok(hasil, jenis)))
        for jenis in ("sasaran", "urusan", "program")
    ]
    return files


def load_hasil(lokasi: Lokasi) -> Hasil:
    """The Hasil that notebook 02 left; UsageError where it has not run."""
    path = lokasi.processed / "lengkap.json"
    if not path.is_file():
        raise UsageError(f"{path.name} belum ada di {path.parent}; jalankan notebook 02_capaian_kinerja lebih dahulu.")
    return load_lengkap(path.read_text("utf-8"))
