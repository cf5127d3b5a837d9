"""Whether a signed PDF is the frozen one: its bytes the beginning, or its pages the same in text and in print."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import pypdfium2

from lakip_lib.delivery.tanda_tangan.cetakan import TEMPAT_TTD, compare_print
from lakip_lib.delivery.tanda_tangan.periksa import TandaTangan, check_signed, list_sisipan
from lakip_lib.errors import UnreadableFileError
from lakip_lib.report.bacaulang.kunci import PDFIUM

# What the stamp of a signing service says; a text without any of it was not put there by signing.
STEMPEL = re.compile(
    r"tanda ?tangan|\bbsre\b|\bbssn\b|sertifikat elektronik|sertifikasi elektronik|\buu ite\b|bukti (hukum )?yang sah"
    r"|(keaslian|keabsahan) dokumen|signed by|digitally signed",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pembuktian:
    """What was shown of a signed PDF against the frozen one.

    `cara` "awalan": the frozen bytes are its beginning; "isi": the file was rewritten, its pages are the same; "beda": it is
    another document, and `beda` says where. `tambahan` is what signing added by page: texts, pictures, visible signatures.
    """

    cara: Literal["awalan", "isi", "beda"]
    tanda: tuple[TandaTangan, ...]
    tambahan: tuple[str, ...] = ()
    beda: tuple[str, ...] = ()


def compare_signed(beku: bytes, tertanda: bytes) -> Pembuktian:
    """How far a signed PDF is the frozen one; UnreadableFileError where it is no PDF at all.

    The pages are compared in every case: behind the frozen bytes, an update could show something else.
    """
    tanda = check_signed(tertanda)
    beda = [] if tanda else ["tidak ada tanda tangan elektronik di dalamnya"]
    beda += [f"tanda tangan {t.nama} tidak sah: yang ditandatangani sudah berubah" for t in tanda if not t.utuh]
    beda += [f"setelah tanda tangan {t.nama} berkas masih diubah" for t in tanda if t.utuh and not t.meliputi]
    semula = list_sisipan(beku)
    beda += [
        f"di dalamnya ada {kata} yang tidak ada pada yang disetujui"
        for kata in list_sisipan(tertanda)
        if kata not in semula
    ]
    tambahan, isi = _compare_pages(beku, tertanda)
    beda += isi
    if beda:
        return Pembuktian("beda", tanda, tuple(tambahan), tuple(beda))
    return Pembuktian("awalan" if tertanda.startswith(beku) else "isi", tanda, tuple(tambahan))


def _compare_pages(beku: bytes, tertanda: bytes) -> tuple[list[str], list[str]]:
    tambahan: dict[str, list[int]] = {}
    beda: list[str] = []
    with PDFIUM, _Buka(beku) as lama, _Buka(tertanda) as baru:
        if len(lama) != len(baru):
            return [], [f"jumlah halamannya {len(baru)}, seharusnya {len(lama)}"]
        for nomor in range(len(lama)):
            ditambah, diubah = compare_page(lama[nomor], baru[nomor])
            for benda in ditambah:
                tambahan.setdefault(benda, []).append(nomor + 1)
            beda += [f"halaman {nomor + 1}: {kalimat}" for kalimat in diubah]
    return [f"halaman {say_halaman(nomor)}: {benda}" for benda, nomor in tambahan.items()], beda


def compare_page(lama: pypdfium2.PdfPage, baru: pypdfium2.PdfPage) -> tuple[list[str], list[str]]:
    """What signing added to a page, and sentences on what is not as it was: first its text, then its print."""
    if [round(x) for x in lama.get_size()] != [round(x) for x in baru.get_size()]:
        return [], ["ukuran kertasnya lain"]
    tambahan, beda = compare_text(read_text(lama), read_text(baru))
    if beda:
        return tambahan, beda
    benda, beda = compare_print(lama, baru)
    return [*tambahan, *benda], beda


def say_halaman(nomor: list[int]) -> str:
    """The pages with runs drawn together.

    >>> say_halaman([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7–8'
    """
    runtun: list[list[int]] = []
    for satu in nomor:
        if runtun and satu == runtun[-1][-1] + 1:
            runtun[-1].append(satu)
        else:
            runtun.append([satu])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in runtun)


class _Buka:
    """A PDF that is closed again."""

    def __init__(self, data: bytes) -> None:
        try:
            self.pdf = pypdfium2.PdfDocument(data)
            self.pdf.init_forms()
        except pypdfium2.PdfiumError as error:
            raise UnreadableFileError("Berkas ini bukan PDF yang utuh.") from error

    def __enter__(self) -> pypdfium2.PdfDocument:
        """The document."""
        return self.pdf

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.pdf.close()


def read_text(halaman: pypdfium2.PdfPage) -> list[str]:
    """The words of a page in order, in one Unicode form."""
    teks = halaman.get_textpage()
    kata = unicodedata.normalize("NFKC", teks.get_text_bounded()).split()
    teks.close()
    return kata


def compare_text(lama: list[str], baru: list[str]) -> tuple[list[str], list[str]]:
    """Texts that were added by signing, and sentences on what was changed or taken away.

    >>> compare_text("Capaian 102,18 persen".split(), "Capaian 103,18 persen".split())
    ([], ["tertulis '103,18', seharusnya '102,18'"])
    """
    tambahan, beda = [], []
    for langkah, a, b, c, d in SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        hilang, muncul = " ".join(lama[a:b]), " ".join(baru[c:d])
        stempel = bool(STEMPEL.search(muncul))
        if langkah == "equal":
            continue
        if hilang in {"", TEMPAT_TTD} and (not muncul or stempel):
            tambahan += [muncul] if muncul else []
        elif not hilang:
            beda.append(f"ada tambahan '{muncul}'")
        elif not muncul:
            beda.append(f"'{hilang}' tidak ada lagi")
        else:
            beda.append(f"tertulis '{muncul}', seharusnya '{hilang}'")
    return tambahan, beda
