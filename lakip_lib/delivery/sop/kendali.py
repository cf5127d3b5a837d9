"""The control sheet over all steps, printed anew after each: it carries the hash of the last entry, so that a ledger that
lost its tail shows."""

from pathlib import Path

from lakip_lib.delivery.sop.ekor import KENDALI
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.simpan import write_bytes
from lakip_lib.surat.naskah import Judul
from lakip_lib.surat.pdf import render_pdf
from lakip_lib.surat.rangka import make_naskah


def write_kendali(siklus: Siklus) -> Path:
    """Print the control sheet of the ledger as it is now; its path."""
    terakhir = siklus.buku.terakhir
    assert terakhir is not None
    naskah = make_naskah(
        siklus.settings,
        "Lembar Kendali",
        (Judul("Lembar Kendali"),),
        tanggal=terakhir.saat.date(),
        jejak=siklus.buku.jejak,
    )
    return write_bytes(siklus.folder / KENDALI, render_pdf(naskah))
