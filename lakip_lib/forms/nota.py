"""The answer to a unit: a nota dinas of one page (DOCX)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from lakip_lib.formats import format_tanggal
from lakip_lib.forms.docx_gaya import add_garis, add_tabel, set_dasar
from lakip_lib.forms.gaya import count_baris, replace_tak_tercetak
from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.forms.petunjuk import TINGKAT_LABEL
from lakip_lib.forms.zip_tetap import normalise_zip
from lakip_lib.istilah import Tingkat
from lakip_lib.simpan import write_bytes
from lakip_lib.temuan import Temuan, count_tingkat, sort_temuan

KEPALA_TABEL = ("No", "Lembar, sel", "Nilai", "Masalah", "Yang perlu dilakukan", "Tingkat")
_LEBAR_CM = (0.8, 2.5, 2.3, 4.8, 4.8, 1.8)
_TEMUAN_TERBANYAK = 12
_BARIS_TERBANYAK = 40  # lines of the table that leave room for the rest of the page
_HURUF_PER_CM = 6.4  # letters of 8 pt
BELUM_MASUK = "formulir-belum-masuk"
TITIK = "." * 40  # room to write by hand
_TEMPAT = re.compile(r"^(?:Lembar|Berkas)\b[^:]{0,80}: ")
_KALIMAT = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


@dataclass(frozen=True)
class KepalaNota:
    """Who writes the nota and where, until when an answer is asked, and who signs it (blank: room to write).

    The day is written by hand when the nota is sent: a document has no clock. `masuk` False says that the unit has no
    form that could be read, so that no marked copy goes with the nota. `pemda` heads the nota, the form's own where blank.
    """

    dari: str
    tenggat: date
    tempat: str = ""
    nama: str = ""
    nip: str = ""
    kepada: str = ""  # jabatan and name; default: the head of the unit
    masuk: bool = True
    pemda: str = ""


def write_nota(path: Path, isi: IsiFormulir, temuan: Iterable[Temuan], *, kepala: KepalaNota) -> None:
    """Write the nota dinas that answers a unit's form: what to mend and until when, or that all is well."""
    found = sort_temuan(temuan)
    dokumen = Document()
    set_dasar(dokumen, judul=f"Nota dinas: {_hal(isi)}", penulis=isi.nama_instansi, kertas=isi.kertas)
    _add_kop(dokumen, kepala.pemda or isi.pemda, isi.nama_instansi)
    _add_alamat(dokumen, isi, kepala)
    for teks in describe_pembuka(isi, found, masuk=kepala.masuk):
        _add_alinea(dokumen, teks)
    _add_temuan(dokumen, _list_isi(found))
    for teks in describe_penutup(isi, found, kepala):
        _add_alinea(dokumen, teks)
    _add_tanda_tangan(dokumen, kepala)
    waktu = datetime.combine(isi.tanggal, time())  # in the file's properties only
    dokumen.core_properties.created = dokumen.core_properties.modified = waktu
    buffer = BytesIO()
    dokumen.save(buffer)
    write_bytes(path, normalise_zip(buffer.getvalue(), waktu=f"{waktu.isoformat()}Z"))


def describe_pembuka(isi: IsiFormulir, temuan: Sequence[Temuan], *, masuk: bool = True) -> list[str]:
    """The paragraphs before the table."""
    formulir = f"formulir data kinerja {isi.periode_tercetak[0].lower()}{isi.periode_tercetak[1:]}"
    if not masuk:
        belum = f"Sampai nota ini disusun, belum ada {formulir} dari {isi.nama_unit} yang dapat dibaca."
        if not temuan:
            return [f"{belum} Unit ini tidak mempunyai indikator maupun sub kegiatan."]
        return [f"{belum} Hal berikut kami sampaikan." if _list_isi(temuan) else belum]
    if not temuan:
        return [
            f"Terima kasih atas {formulir} yang telah disampaikan. Isian {isi.nama_unit} diterima lengkap dan tidak "
            "ada catatan."
        ]
    counts = {tingkat: n for tingkat, n in count_tingkat(temuan).items() if n}
    parts = ", ".join(f"{n} {TINGKAT_LABEL[tingkat]}" for tingkat, n in counts.items())
    state = "" if Tingkat.WAJIB in counts else " Isian sudah dapat digunakan."
    return [
        f"Terima kasih atas {formulir} yang telah disampaikan.{state} Dari pembacaan isian, {len(temuan)} hal kami "
        f"sampaikan: {parts}."
    ]


def describe_penutup(isi: IsiFormulir, temuan: Sequence[Temuan], kepala: KepalaNota) -> list[str]:
    """The paragraphs after the table."""
    if not temuan:
        return ["Atas kerja sama Saudara diucapkan terima kasih."]
    tingkat = {t.tingkat for t in temuan}
    tenggat = f"paling lambat {format_tanggal(kepala.tenggat)}, atau secepatnya bila tanggal itu telah lewat"
    pertanyaan = f"Pertanyaan: {isi.kontak or kepala.dari}."
    penutup = "Atas kerja sama Saudara diucapkan terima kasih."
    if not kepala.masuk:
        return [f"Formulir yang telah dibagikan mohon disampaikan {tenggat}. {pertanyaan}", penutup]
    minta = f"mohon disampaikan pada salinan formulir terlampir {tenggat}"
    if Tingkat.WAJIB in tingkat:
        minta = f"Perbaikan {minta}"
    elif Tingkat.PERINGATAN in tingkat:
        minta = f"Bila ada perubahan, {minta}"
    else:
        minta = "Catatan ini tidak memerlukan jawaban; salinan formulir terlampir"
    return [
        f"{minta}. Sel yang dimaksud berbingkai merah dan berkomentar. {pertanyaan}",
        penutup,
    ]


def split_pesan(pesan: str) -> tuple[str, str]:
    """A finding's words as (masalah, yang perlu dilakukan), without the place it begins with."""
    first, *rest = _KALIMAT.split(_TEMPAT.sub("", pesan).strip())
    berkas = "/" in first.partition(" ")[0]  # a file's name stays as it is
    return first if berkas else first[:1].upper() + first[1:], " ".join(rest) or "Mohon diperiksa."


def list_baris_nota(temuan: Sequence[Temuan]) -> list[tuple[str, ...]]:
    """The table's rows, as many as a page holds: at most 12, fewer when they are long."""
    rows: list[tuple[str, ...]] = []
    lines = 0
    for nomor, t in enumerate(temuan[:_TEMUAN_TERBANYAK], 1):
        masalah, tindakan = (_cut(teks, 170) for teks in split_pesan(t.pesan))
        tempat = ", ".join(x for x in (t.lembar, t.sel) if x) or "Berkas"
        row = (str(nomor), tempat, _cut(t.nilai or "–", 40), masalah, tindakan, str(t.tingkat))
        lines += max(count_baris(teks, int(cm * _HURUF_PER_CM)) for teks, cm in zip(row, _LEBAR_CM, strict=True))
        if rows and lines > _BARIS_TERBANYAK:
            break
        rows.append(row)
    return rows


def _cut(teks: str, batas: int) -> str:
    flat = " ".join(replace_tak_tercetak(teks).split())
    return flat if len(flat) <= batas else flat[: batas - 1] + "…"


def _hal(isi: IsiFormulir) -> str:
    return f"Hasil pemeriksaan formulir data kinerja {isi.periode_tercetak[0].lower()}{isi.periode_tercetak[1:]}"


def _list_isi(temuan: Sequence[Temuan]) -> list[Temuan]:
    """What the table lists: that the form is missing is said in the opening already, and has no sheet and no value."""
    return [t for t in temuan if t.aturan != BELUM_MASUK]


def _add_kop(dokumen: Dokumen, pemda: str, nama_instansi: str) -> None:
    for teks, ukuran, tebal in ((pemda.upper(), 11, False), (nama_instansi.upper(), 13, True)):
        alinea = dokumen.add_paragraph()
        alinea.alignment = WD_ALIGN_PARAGRAPH.CENTER
        alinea.paragraph_format.space_after = Pt(0)
        run = alinea.add_run(teks)
        run.bold, run.font.size = tebal, Pt(ukuran)
    add_garis(alinea)
    judul = dokumen.add_paragraph(style="Title")
    judul.add_run("NOTA DINAS")


def _add_alamat(dokumen: Dokumen, isi: IsiFormulir, kepala: KepalaNota) -> None:
    lines = {
        "Kepada": f"Yth. {kepala.kepada or f'Pimpinan {isi.nama_unit}'}",
        "Dari": kepala.dari,
        "Hal": _hal(isi),
    }
    for label, teks in lines.items():
        alinea = dokumen.add_paragraph(f"{label}\t: {teks}")
        alinea.paragraph_format.tab_stops.add_tab_stop(Cm(2.2))
        alinea.paragraph_format.space_after = Pt(1)
    add_garis(alinea)


def _add_alinea(dokumen: Dokumen, teks: str) -> None:
    alinea = dokumen.add_paragraph(teks)
    alinea.paragraph_format.space_before = Pt(6)


def _add_temuan(dokumen: Dokumen, temuan: Sequence[Temuan]) -> None:
    if not temuan:
        return
    rows = list_baris_nota(temuan)
    add_tabel(dokumen, KEPALA_TABEL, rows, _LEBAR_CM)
    if len(rows) < len(temuan):
        _add_alinea(dokumen, f"… dan {len(temuan) - len(rows)} lainnya, lihat berkas CSV.")


def _add_tanda_tangan(dokumen: Dokumen, kepala: KepalaNota) -> None:
    nip = f"NIP {kepala.nip}" if kepala.nip else "NIP"
    hari = ", ".join(filter(None, (kepala.tempat, TITIK)))
    lines = ((hari, False, 2), (f"{kepala.dari},", False, 40), (kepala.nama or TITIK, True, 0), (nip, False, 0))
    for teks, tebal, jarak in lines:
        alinea = dokumen.add_paragraph()
        alinea.paragraph_format.left_indent = Cm(9.5)
        alinea.paragraph_format.space_before = Pt(14 if teks is hari else 0)
        alinea.paragraph_format.space_after = Pt(jarak)
        alinea.paragraph_format.keep_together = True
        alinea.add_run(teks).bold = tebal
