"""kertas-kerja.xlsx: every figure of hasil.json as a live formula down to the typed value, the same bytes each time.

Every formula is stored with its value, which comes from the exact figures of measures; so a reader that does not
compute sees the same as one that does. Values on the way stay unrounded; printed figures are ROUND(ROUND(x,9),2), which
takes off the error of binary floats before a tie is rounded half away from zero.
"""

from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from lakip_lib.forms.gaya import OPSI_BUKU, Pengatur
from lakip_lib.measures.hasil import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.report.kertas_kerja.anggaran import PencatatAnggaran, PencatatPemetaan
from lakip_lib.report.kertas_kerja.bahan import gather_buku
from lakip_lib.report.kertas_kerja.capaian import PencatatCapaian
from lakip_lib.report.kertas_kerja.cocok import Angka, write_cocok
from lakip_lib.report.kertas_kerja.instansi import PencatatInstansi
from lakip_lib.report.kertas_kerja.isian import PencatatIsian
from lakip_lib.report.kertas_kerja.lembar import Buku, Sampul
from lakip_lib.report.kertas_kerja.pengaturan import write_pengaturan, write_petunjuk
from lakip_lib.report.kertas_kerja.sasaran import PencatatSasaran
from lakip_lib.settings import Instansi
from lakip_lib.simpan import write_bytes

__all__ = ["render_kertas_kerja", "write_kertas_kerja"]


def render_kertas_kerja(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> bytes:
    """The working paper of one agency-year and period as the bytes of an .xlsx.

    Sheets: Petunjuk, Pengaturan, Isian, Capaian, Anggaran, Pemetaan, Sasaran, Instansi, Cocok. `hasil` must have been
    computed from these tables and settings.
    """
    wadah = BytesIO()
    book = Workbook(wadah, deepcopy(OPSI_BUKU))  # the library writes into the dict it is given
    tanggal = datetime.combine(settings.periode.tanggal_dokumen, time())
    book.set_properties({"title": f"Kertas kerja LKjIP {settings.instansi.nama}", "created": tanggal})
    book.set_calc_mode("auto")
    _write_sheets(Buku(book, Pengatur(book), Sampul.from_settings(settings)), hasil, kinerja, settings)
    book.close()
    return wadah.getvalue()


def _write_sheets(buku: Buku, hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> None:
    bahan = gather_buku(hasil, kinerja, settings)
    write_petunjuk(buku, bahan)
    write_pengaturan(buku, bahan)
    isian = PencatatIsian(buku, bahan)
    capaian = PencatatCapaian(buku, bahan, isian)
    anggaran = PencatatAnggaran(buku, bahan)
    peta = PencatatPemetaan(buku, bahan, anggaran)
    sasaran = PencatatSasaran(buku, bahan, capaian, peta)
    instansi = PencatatInstansi(buku, bahan, capaian, sasaran)
    angka: list[Angka] = [*capaian.angka, *sasaran.angka, *instansi.angka, *anggaran.angka]
    write_cocok(buku, hasil, angka)


def write_kertas_kerja(path: Path, hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> Path:
    """Write the working paper to `path`, whole or not at all; returns path."""
    return write_bytes(path, render_kertas_kerja(hasil, kinerja, settings))
