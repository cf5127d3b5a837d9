"""A letter or sheet written twice, as PDF to print and as DOCX, a working copy to edit, below reports/…/alur."""

from collections.abc import Mapping

from lakip_lib.delivery.arsip.tercatat import list_sidik
from lakip_lib.delivery.rekaman import hash_bytes, hash_file
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.tempat import ALUR
from lakip_lib.surat.docx import render_docx
from lakip_lib.surat.naskah import Naskah
from lakip_lib.surat.pdf import render_pdf


def render_pasangan(nama: str, naskah: Naskah) -> dict[str, bytes]:
    """The letter as DOCX and PDF by file name."""
    return {f"{nama}.docx": render_docx(naskah), f"{nama}.pdf": render_pdf(naskah)}


def write_naskah(siklus: Siklus, nama: str, naskah: Naskah) -> dict[str, str]:
    """Write alur/<nama>.docx and .pdf; their hashes by path."""
    return write_pasangan(siklus, render_pasangan(nama, naskah))


def write_pasangan(siklus: Siklus, pasangan: Mapping[str, bytes]) -> dict[str, str]:
    """Write these letters below alur/; their hashes by path.

    A step that is repeated leaves the DOCX which somebody edited since: the very same one was recorded already.
    """
    tercatat = list_sidik(siklus.buku)
    keluaran = {}
    for berkas, data in pasangan.items():
        path, sidik = f"{ALUR}/{berkas}", hash_bytes(data)
        ada = siklus.lokasi.reports / path
        if is_salinan_kerja(path) and tercatat.get(path) == sidik and ada.is_file() and hash_file(ada) != sidik:
            keluaran[path] = sidik
        else:
            keluaran |= dict([siklus.write(berkas, data)])
    return keluaran


def is_salinan_kerja(path: str) -> bool:
    """Whether a file of reports/… is the DOCX of a letter or sheet, or a list for Excel: to be edited and saved again.

    >>> is_salinan_kerja("alur/10-surat-pengantar.docx"), is_salinan_kerja("alur/disetujui/LKjIP.docx")
    (True, False)
    """
    folder, _, nama = path.rpartition("/")
    return folder == ALUR and nama.endswith((".docx", ".csv"))
