"""Whether the ledger still has its tail: the documents of the steps print the hash of the entry they followed on."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pypdfium2

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.entri import AWAL, format_sidik
from lakip_lib.delivery.sop.tempat import KENDALI
from lakip_lib.errors import AlurError
from lakip_lib.report.bacaulang.kunci import PDFIUM

JEJAK = re.compile(r"entri\s+(\d+),\s+sidik\s+((?:[0-9a-f]{4}\s*){4})")
KAKI = re.compile(r"word/(?:document|footer\d*)\.xml")


def read_jejak(data: bytes) -> set[tuple[int, str]]:
    """The entries that a PDF or DOCX names as (number, hash in print); none where it is neither, or is the first of all.

    >>> read_jejak(b"no document")
    set()
    """
    return {(int(n), " ".join(sidik.split())) for n, sidik in JEJAK.findall(" ".join(_list_teks(data)))}


def _list_teks(data: bytes) -> Iterator[str]:
    if data.startswith(b"%PDF"):
        with PDFIUM:
            yield from _list_teks_pdf(data)
        return
    try:
        with ZipFile(BytesIO(data)) as berkas:
            for nama in filter(KAKI.fullmatch, berkas.namelist()):
                yield re.sub(r"<[^>]+>", "", berkas.read(nama).decode("utf-8"))
    except (BadZipFile, zlib.error, UnicodeDecodeError):
        return


def _list_teks_pdf(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        hasil = []
        for halaman in pdf:
            teks = halaman.get_textpage()
            hasil.append(teks.get_text_bounded())
            teks.close()
            halaman.close()
        return hasil
    finally:
        pdf.close()


def list_hilang(jejak: set[tuple[int, str]], buku: BukuAlur) -> list[int]:
    """The entries named by documents that the ledger does not have, or has otherwise."""
    ada = {0: format_sidik(AWAL), **{e.nomor: format_sidik(e.sidik) for e in buku.entri}}  # 0: printed by older sheets
    return sorted(n for n, sidik in jejak if ada.get(n) != sidik)


def check_ekor(folder: Path, buku: BukuAlur) -> None:
    """AlurError where the control sheet names an entry that the ledger lacks: its tail was cut off, or it was replaced.

    So too where the sheet cannot be read, or is gone while other sheets tell of more than the ledger does.
    """
    path = folder / KENDALI
    if not path.is_file():
        check_tanpa_kendali(folder, buku)
        return
    try:
        hilang = list_hilang(read_jejak(path.read_bytes()), buku)
    except pypdfium2.PdfiumError as error:
        raise AlurError(
            f"{KENDALI} rusak, sehingga ekor buku alur tidak dapat dibuktikan. Periksa dengan lakip verifikasi; bila hanya "
            "lembar itu yang rusak, hapuslah: langkah berikutnya mencetaknya lagi."
        ) from error
    if hilang:
        raise AlurError(
            f"Buku alur kehilangan ekornya: {KENDALI} menyebut entri {hilang[0]} yang tidak ada lagi atau berbeda, "
            f"sedangkan buku berakhir pada entri {len(buku.entri)}. Pulihkan dari cadangan atau arsip."
        )


def check_tanpa_kendali(folder: Path, buku: BukuAlur) -> None:
    """AlurError where there is no control sheet and a sheet of a step lies there that the ledger does not account for."""
    lepas = list_lepas(folder, buku)
    if lepas:
        raise AlurError(
            f"{KENDALI} tidak ada, sedangkan {', '.join(lepas)} tidak dicatat atau tidak cocok dengan buku alur, yang berakhir "
            f"pada entri {len(buku.entri)}: ekornya mungkin terpotong, atau isinya diganti. Pulihkan dari cadangan atau arsip; "
            "bila lembar itu sisa langkah yang terputus, pindahkan lebih dahulu."
        )


def list_lepas(folder: Path, buku: BukuAlur) -> list[str]:
    """The sheets in that folder which print an entry and which the ledger does not account for, by name.

    Of an empty ledger only those that print an entry it lacks: the first step may have been cut off before its entry.
    """
    tercatat = {nama for entri in buku.entri for nama in entri.keluaran}
    lepas = []
    for path in sorted(folder.glob("*")):
        if path.suffix not in {".pdf", ".docx"}:
            continue
        try:
            jejak = read_jejak(path.read_bytes())
        except pypdfium2.PdfiumError:
            continue  # not a sheet that could tell anything
        lepas_catatan = f"{folder.name}/{path.name}" not in tercatat
        if list_hilang(jejak, buku) or (jejak and buku.entri and lepas_catatan):
            lepas.append(path.name)
    return lepas
