"""What the ledger says of files: which bytes each must have, and where each stands in an archive."""

from collections.abc import Mapping
from dataclasses import dataclass

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.entri import Entri
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.masukan import hash_instansi, list_beda
from lakip_lib.delivery.sop.tempat import ALUR, DISETUJUI, DRAF, FINAL, KENDALI, PENGANTAR, PENILAIAN_AKHIR, TABEL
from lakip_lib.errors import UsageError

LAPORAN, SURAT, MASUKAN, TAHUN = "laporan", "surat", "masukan", "masukan-tahun"
NOTEBOOK, HASIL, BUKU = "notebook", "hasil", "buku"
FORMULIR, BALASAN = "formulir", "balasan"
BEBAS = frozenset({f"{ALUR}/{KENDALI}", f"{ALUR}/status.html"})  # made anew at any time, so that no entry records them
# Made for the archive itself, before the entry that records it: the control sheet and the last self-score.
SERTA = frozenset({f"{ALUR}/{KENDALI}", *(f"{ALUR}/{PENILAIAN_AKHIR}.{jenis}" for jenis in ("docx", "pdf"))})
# What may come in after the approved documents were made without touching them: the letter's address, further evidence.
INSTANSI = "instansi.toml"
SUSULAN = (INSTANSI, "hari-libur.csv", "bukti/")
# The documents of the report beside its PDF, as they go to the public.
DOKUMEN = ("LKjIP.docx", "LKjIP.html", "kertas-kerja.xlsx", "hasil.json")


@dataclass(frozen=True)
class Catatan:
    """The last record of a file: its sha256, the number of the entry."""

    sidik: str
    entri: int


def list_tercatat(buku: BukuAlur) -> dict[str, Catatan]:
    """The last record of each file that a step produced, by its path from reports/…

    Of blank forms only those of the last step 2 count: one of a unit that is no longer there was taken away.
    """
    formulir = buku.find("formulir")
    entri = (e for e in buku.entri if e.langkah != "formulir" or e is formulir)
    return {path: Catatan(sidik, e.nomor) for e in entri for path, sidik in e.keluaran.items()}


def list_sidik(buku: BukuAlur) -> dict[str, str]:
    """The sha256 of each file that a step produced, as of its last record, by its path from reports/…"""
    return {path: catatan.sidik for path, catatan in list_tercatat(buku).items()}


def find_tempat(path: str) -> str | None:
    """Where a file of reports/… stands in an archive; None where it is not kept (drafts but for their figures).

    >>> find_tempat("alur/disetujui/LKjIP.pdf"), find_tempat("alur/draf/1.1/LKjIP.pdf")
    ('laporan/LKjIP.pdf', None)
    """
    folder, _, nama = path.rpartition("/")
    if folder == f"{ALUR}/{DISETUJUI}":
        return f"{NOTEBOOK if nama.endswith('.ipynb') else LAPORAN}/{nama}"
    if folder == f"{ALUR}/{FINAL}/{TABEL}":
        return f"{HASIL}/{nama}"
    if folder == ALUR and nama.startswith(PENGANTAR):
        return f"{SURAT}/{nama}"
    if path.startswith(f"{ALUR}/{FINAL}/"):
        return None
    if path.startswith(f"{ALUR}/{DRAF}/"):
        return path if nama == "hasil.json" else None
    return path if path.startswith((f"{ALUR}/", f"{FORMULIR}/", f"{BALASAN}/")) else None


def list_kekal(buku: BukuAlur) -> dict[str, tuple[str, Catatan]]:
    """What an archive keeps of the steps' files: by their place in it, the path from reports/… and the record.

    What step 11 itself left is not in it: an archive cannot hold itself.
    """
    kekal = {}
    for path, catatan in list_tercatat(BukuAlur(tuple(e for e in buku.entri if e.langkah != "arsip"))).items():
        tempat = find_tempat(path)
        if tempat is not None:
            kekal[tempat] = (path, catatan)
    return kekal


def find_terbitan(buku: BukuAlur) -> tuple[Entri, Entri]:
    """The approval and the final build that it froze; UsageError where nothing was approved yet."""
    setuju = buku.find("setujui")
    terbitan = [e for e in buku.list("susun") if setuju and e.versi == setuju.versi and e.nomor < setuju.nomor]
    if setuju is None or not terbitan:
        raise UsageError("Belum ada dokumen yang disetujui (lakip setujui), sehingga belum ada yang diarsipkan.")
    return setuju, terbitan[-1]


def list_masukan_beda(terbitan: Entri, masukan: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """The inputs that are not those of the final build: (those that change it, those that came in later and do not)."""
    beda = list_beda(dict(terbitan.masukan), {nama: hash_bytes(data) for nama, data in masukan.items()})
    tetap = hash_instansi(masukan.get(INSTANSI, b"")) == terbitan.isi["instansi"]
    susulan = [nama for nama in beda if nama.startswith(SUSULAN) and (nama != INSTANSI or tetap)]
    return [nama for nama in beda if nama not in susulan], susulan
