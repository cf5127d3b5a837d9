"""The sheets around F1–F5: Petunjuk (one page), Catatan (the reply's findings) and the hidden _meta."""

from collections.abc import Sequence

from xlsxwriter import Workbook

from lakip_lib.formats import format_tanggal
from lakip_lib.forms.gaya import (
    GARIS,
    ISIAN,
    TANDA,
    TERKUNCI,
    TINGGI_BARIS,
    UTAMA,
    Gaya,
    LembarLentur,
    Pengatur,
    count_baris,
    protect_lembar,
    set_halaman,
    style_kepala,
    write_judul,
    write_nilai,
)
from lakip_lib.forms.isian import IsiFormulir, KunciSel, NilaiIsi, Tanda, list_baris_isian, name_lembar
from lakip_lib.forms.kolom import (
    BARIS_JUDUL_KOLOM,
    F1,
    F3,
    KOLOM_KODE,
    KUNCI_META,
    LEMBAR_CATATAN,
    LEMBAR_ISIAN,
    LEMBAR_META,
    LEMBAR_PETUNJUK,
)
from lakip_lib.istilah import Tingkat

_LEBAR_TEKS = 84  # characters of the text column of Petunjuk
_KEPALA_CATATAN = (("No", 5), ("Lembar", 17), ("Sel", 9), ("Nilai", 26), ("Catatan", 80), ("Tingkat", 18))
TINGKAT_LABEL = {
    Tingkat.WAJIB: "wajib diperbaiki",
    Tingkat.PERINGATAN: "mohon diperiksa",
    Tingkat.CATATAN: "untuk diketahui",
}
_GUNA_LEMBAR = {
    "F1": "Realisasi tiap indikator, status datanya, dan sumbernya.",
    "F2": "Mengapa hasilnya demikian, apa yang sudah dilakukan, apa rencana berikutnya.",
    "F3": "Keluaran dan realisasi anggaran tiap sub kegiatan.",
    "F4": "Dokumen yang membuktikan angka. Baris kosong di bawah boleh dipakai.",
    "F5": "Siapa yang mengisi dan siapa yang memeriksa.",
}


def list_petunjuk(isi: IsiFormulir) -> list[tuple[str, str]]:
    """The instructions as (heading, text), in reading order; a heading "" goes on with the one before."""
    tanya = isi.kontak or "Subbagian Perencanaan dan Program"
    return [
        (
            "Siapa mengisi",
            f"{isi.nama_unit} mengisi formulir ini; pimpinan unit memeriksanya sebelum diserahkan (lembar F5).",
        ),
        (
            "Batas waktu",
            f"Diserahkan paling lambat {format_tanggal(isi.tenggat)}, sebagai berkas Excel ini, bukan hasil pindaian.",
        ),
        *_list_petunjuk_periode(isi),
        ("Sel kuning", "Diisi oleh unit."),
        (
            "Sel abu-abu",
            "Sudah terisi dari dokumen perencanaan dan dikunci. Bila ada yang keliru, mohon sampaikan kepada "
            f"{tanya}; target tidak ditimpa.",
        ),
        *((lembar.nama, _GUNA_LEMBAR[lembar.kode]) for lembar in LEMBAR_ISIAN),
        (
            "Menulis angka",
            "Angka saja, tanpa satuan dan tanpa Rp. Desimal dengan koma: 85,73. Ribuan tanpa tanda: 1234. "
            "Persen ditulis angkanya: 85,73, bukan 0,8573.",
        ),
        ("", "Rupiah ditulis penuh, bukan dalam ribuan atau jutaan: 125000000."),
        ("", "Nol (0) berarti hasilnya memang nol. Belum ada data berarti sel dikosongkan."),
        (
            "Status data",
            "final: angka sudah tetap. sementara: angka masih dapat berubah; dicetak dengan tanda bintang.",
        ),
        (
            "",
            "belum rilis: angka resmi belum diterbitkan oleh instansi penilai. Kosongkan Realisasi, pilih "
            "'belum rilis', dan tulis pada kolom Alasan kapan angka diperkirakan terbit.",
        ),
        (
            "Pembilang, penyebut",
            "Untuk persentase atau rasio, keduanya diisi agar angka dapat dihitung ulang.",
        ),
        (
            "Susunan lembar",
            "Mohon tidak menghapus, menggeser, atau mengganti nama lembar, baris, dan kolom. Penjelasan tiap kolom "
            "muncul bila penunjuk diletakkan pada judul kolom.",
        ),
        ("Pertanyaan", f"Mohon menghubungi {tanya}."),
    ]


def _list_petunjuk_periode(isi: IsiFormulir) -> list[tuple[str, str]]:
    if isi.periode == "tahunan":
        return []
    return [("Periode", f"{isi.periode_tercetak}. Kolom triwulan sesudahnya dan realisasi setahun masih dikunci.")]


def write_petunjuk(book: Workbook, pengatur: Pengatur, isi: IsiFormulir) -> None:
    """The first sheet: who fills what, until when, how figures are typed, whom to ask; one upright page."""
    sheet = book.add_worksheet(LEMBAR_PETUNJUK)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, _LEBAR_TEKS)
    write_judul(sheet, pengatur, list_judul(isi, f"Petunjuk pengisian formulir data kinerja {isi.tahun}"), 2)
    fills = {"Sel kuning": ISIAN, "Sel abu-abu": TERKUNCI}
    for baris, (judul, teks) in enumerate(list_petunjuk(isi), BARIS_JUDUL_KOLOM - 1):
        rule: Gaya = {"top": 1, "top_color": GARIS} if judul else {}
        head: Gaya = {**rule, "bold": True, "font_color": UTAMA, "text_wrap": True}
        if judul in fills:
            head = {"bold": True, "bg_color": fills[judul], "border": 1, "border_color": GARIS}
        sheet.set_row(baris, 9 + TINGGI_BARIS * count_baris(teks, _LEBAR_TEKS))
        write_nilai(sheet, baris, 0, judul, pengatur.get(head))
        write_nilai(sheet, baris, 1, teks, pengatur.get({**rule, "text_wrap": True}))
    set_halaman(sheet, isi.kertas, name_kaki(isi, LEMBAR_PETUNJUK), tegak=True)
    protect_lembar(sheet)


def list_judul(isi: IsiFormulir, judul: str) -> list[str]:
    """The three lines above every sheet: what it is, whose it is, for which unit, period and day."""
    return [
        judul,
        f"{isi.nama_instansi} · {isi.pemda}",
        f"Unit: {isi.nama_unit} · Periode: {isi.periode_tercetak} · Tenggat: {format_tanggal(isi.tenggat)}",
    ]


def name_kaki(isi: IsiFormulir, lembar: str) -> tuple[str, str]:
    """The footer's left and middle: agency with year, unit with sheet."""
    return f"{isi.nama_instansi} · {isi.tahun}", f"{isi.nama_unit} · {lembar}"


def write_catatan(
    book: Workbook, pengatur: Pengatur, isi: IsiFormulir, tanda: Sequence[Tanda], sel: dict[KunciSel, str]
) -> None:
    """The reply's list of findings, each with a link to its cell in this copy (`sel`)."""
    sheet: LembarLentur = book.add_worksheet(LEMBAR_CATATAN, worksheet_class=LembarLentur)
    sheet.hide_gridlines(2)
    write_judul(sheet, pengatur, [*list_judul(isi, "Catatan atas isian formulir"), describe_jumlah(tanda)], 6)
    for kolom, (judul, lebar) in enumerate(_KEPALA_CATATAN):
        sheet.set_column(kolom, kolom, lebar)
        sheet.write_string(BARIS_JUDUL_KOLOM - 1, kolom, judul, pengatur.get(style_kepala()))
    sheet.set_row(BARIS_JUDUL_KOLOM - 1, 22)
    for nomor, t in enumerate(tanda, 1):
        alamat = sel.get((t.lembar or "", t.baris or "", t.kolom or ""))
        _write_baris_catatan(sheet, pengatur, nomor, t, alamat)
    sheet.freeze_panes(BARIS_JUDUL_KOLOM, 0)
    sheet.repeat_rows(BARIS_JUDUL_KOLOM - 1)
    set_halaman(sheet, isi.kertas, name_kaki(isi, LEMBAR_CATATAN))
    sheet.activate()
    protect_lembar(sheet)


def _write_baris_catatan(sheet: LembarLentur, pengatur: Pengatur, nomor: int, tanda: Tanda, alamat: str | None) -> None:
    body: Gaya = {"border": 1, "border_color": GARIS, "text_wrap": True}
    centre: Gaya = {**body, "align": "center"}
    grave: Gaya = {**body, "bold": True, "font_color": TANDA} if tanda.tingkat is Tingkat.WAJIB else body
    lembar, baris = name_lembar(tanda.lembar), BARIS_JUDUL_KOLOM + nomor - 1
    cells: list[tuple[NilaiIsi, Gaya]] = [
        (nomor, centre),
        (lembar, body),
        (tanda.sel or "–", centre),
        (tanda.nilai, body),
        (tanda.pesan, body),
        (TINGKAT_LABEL[tanda.tingkat], grave),
    ]
    for kolom, (nilai, gaya) in enumerate(cells):
        write_nilai(sheet, baris, kolom, nilai, pengatur.get(gaya))
    lines = (count_baris(teks or "", _KEPALA_CATATAN[i][1]) for i, teks in ((3, tanda.nilai), (4, tanda.pesan)))
    sheet.set_tinggi(baris, min(4 + TINGGI_BARIS * max(lines), 400))
    if alamat:
        link = pengatur.get({**centre, "font_color": UTAMA, "underline": 1})
        sheet.write_url(baris, 2, f"internal:'{lembar}'!{alamat}", link, alamat)


def describe_jumlah(tanda: Sequence[Tanda]) -> str:
    """One line on how many findings of each tingkat there are."""
    if not tanda:
        return "Isian diterima lengkap. Tidak ada catatan; terima kasih."
    counts = {tingkat: sum(t.tingkat is tingkat for t in tanda) for tingkat in Tingkat}
    parts = [f"{n} {TINGKAT_LABEL[tingkat]}" for tingkat, n in counts.items() if n]
    return f"{', '.join(parts)}. Sel yang dimaksud berbingkai merah dan berkomentar."


def write_meta(book: Workbook, isi: IsiFormulir, sha256: str) -> None:
    """The hidden sheet by which a returned file is known: one key and its text a row, as in KUNCI_META.

    Beside them stand the unit's codes of F1 and F3, which F4 offers in one list.
    """
    sheet = book.add_worksheet(LEMBAR_META)
    values = (isi.kode_instansi, str(isi.tahun), isi.periode, isi.kode_unit, isi.versi, sha256)
    for baris, (kunci, nilai) in enumerate(zip(KUNCI_META, values, strict=True)):
        sheet.write_string(baris, 0, kunci)
        sheet.write_string(baris, 1, nilai)
    for baris, row in enumerate([row for lembar in (F1, F3) for row in list_baris_isian(isi, lembar)], 1):
        sheet.write_string(f"{KOLOM_KODE}{baris}", str(row.get("kode") or ""))
    sheet.hide()
    sheet.protect()
