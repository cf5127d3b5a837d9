"""A report that goes out for correction: the rich invented year with a text, a unit's analysis and their sources."""

import base64
from functools import cache

from contoh_hasil import make_hasil
from contoh_lengkap import make_konteks, write_dokumen

from lakip_lib.blok import Dokumen, Gambar
from lakip_lib.koreksi.kembali import Beda, compare_kembali, read_kembali
from lakip_lib.model import Kinerja
from lakip_lib.report.docx import render_docx

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC")
PENUTUP = """Pelajaran *pertama* ialah **koordinasi** antarbidang.

- pembagian tugas lebih awal
- pemeriksaan data setiap triwulan

#### Rencana perbaikan

Perbaikan dimulai pada triwulan pertama.

| Langkah | Penanggung jawab |
| --- | --- |
| Rapat data | Sekretariat |
| Uji petik | Bidang statistik |

Demikian penutup ini kami sampaikan.
"""
NARASI = {"nama": "penutup", "teks": PENUTUP, "berkas": "narasi/penutup.md", "sha256": "c" * 64}
KINERJA = Kinerja.from_rows(
    narasi=[NARASI],
    asal=[
        {
            "tabel": "analisis",
            "kunci": "IKU-1.2",
            "kolom": "solusi",
            "berkas": "isian/BIDANG-1.xlsx",
            "lembar": "F2 Analisis",
            "sel": "E7",
            "teks": "Jaringan serat optik diperluas ke kecamatan.",
        }
    ],
)
ANALISIS = {
    "indikator": "IKU-1.2",
    "unit": "BIDANG-1",
    "faktor_penghambat": "Medan berat.",
    "solusi": "Jaringan serat optik diperluas ke kecamatan.",
}


@cache
def dokumen() -> Dokumen:
    """The draft."""
    return write_dokumen(make_konteks(narasi=[NARASI], analisis=[ANALISIS]))


@cache
def docx() -> bytes:
    """The DOCX that was sent."""
    return render_docx(dokumen(), gambar={b.id: PNG for b in dokumen().blok if isinstance(b, Gambar)})


def banding(data: bytes) -> tuple[Beda, ...]:
    """What a DOCX that came back says otherwise."""
    return compare_kembali(dokumen(), read_kembali(data), hasil=make_hasil(), kinerja=KINERJA)
