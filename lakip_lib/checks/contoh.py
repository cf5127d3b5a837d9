"""Findings on instansi.toml: example values that `mulai` wrote and nobody has replaced yet."""

from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Instansi
from lakip_lib.settings.awal import flatten, list_contoh
from lakip_lib.temuan import Temuan

BERKAS = "instansi.toml"


def check_contoh(settings: Instansi) -> list[Temuan]:
    """A wajib finding for each key that still holds its example value; a final report has none."""
    contoh = list_contoh(settings.periode.tahun)
    sama = [(kunci, nilai) for kunci, nilai in flatten(settings.model_dump()) if (kunci, nilai) in contoh]
    return [_make(kunci, nilai) for kunci, nilai in dict.fromkeys(sama)]


def _make(kunci: str, nilai: str) -> Temuan:
    bagian, _, nama = kunci.rpartition(".")
    tempat = "[[unit]]" if bagian == "unit" else f"[{bagian}]"
    pesan = f"{BERKAS}: {tempat} {nama} masih berisi nilai contoh '{nilai}'. Mohon diganti."
    return Temuan(BERKAS, "nilai-contoh", Tingkat.WAJIB, pesan, kolom=kunci, nilai=nilai)
