"""rekap.xlsx: the agencies as rows, every mean, sum, rank and quartile a live formula with its value beside it."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from lakip_lib.formats import format_uang
from lakip_lib.forms.gaya import OPSI_BUKU, Pengatur
from lakip_lib.istilah import KEADAAN_LABEL, SEBAB_LABEL
from lakip_lib.measures.daerah import HasilDaerah, InstansiDaerah
from lakip_lib.measures.daerah.hasil import AnggaranDaerah, Sebaran
from lakip_lib.narrative.daerah import say_waktu
from lakip_lib.report.kertas_kerja.lembar import Buku, IsiSel, Jenis, KolomLembar, Lembar, Rumus, Sampul
from lakip_lib.report.kertas_kerja.rumus import excel_penyerapan, round2
from lakip_lib.tables.daerah import name_aturan

PETUNJUK = (
    ("Instansi", "Satu baris satu instansi. Sel kuning diambil dari hasil pengolahan instansi; yang lain rumus."),
    ("Sebaran", "Banyaknya, nilai terendah, kuartil, median, nilai tertinggi, dan rata-rata dari lembar Instansi."),
    ("Urusan, Program", "Jumlah menurut kode dari lembar Anggaran; kode yang sama pada beberapa instansi satu baris."),
    ("Anggaran", "Bagian setiap instansi dalam tiap urusan dan program."),
    ("Temuan", "Temuan menurut aturannya: pada berapa instansi dan berapa kali."),
    (
        "Sel kosong",
        "Instansi yang gagal atau belum diolah tidak mempunyai angka; angka pengolahan terdahulu tidak dipakai.",
    ),
    (
        "Perbandingan",
        "Instansi berbeda tugas, jumlah indikator, dan anggarannya; peringkat tidak menyatakan instansi mana yang lebih baik.",
    ),
)
KOLOM_PETUNJUK = (KolomLembar("lembar", "Bagian", 18), KolomLembar("isi", "Penjelasan", 100))
UANG = (  # the width is found from the amounts
    KolomLembar("pagu", "Pagu (Rp)", 0, "uang"),
    KolomLembar("realisasi", "Realisasi (Rp)", 0, "uang"),
    KolomLembar("sisa", "Sisa (Rp)", 0, "uang"),
)
KOLOM_INSTANSI = (  # all of it fits the width of one page in readable letters
    KolomLembar("kode", "Kode", 17),
    KolomLembar("nama", "Instansi", 26),
    KolomLembar("jenis", "Jenis", 11.5),
    KolomLembar("keadaan", "Keadaan", 12),
    KolomLembar("sebab", "Sebab", 19),
    KolomLembar("wajib", "Temuan wajib", 8, "bulat"),
    KolomLembar("peringkat", "Peringkat", 9.5, "bulat"),
    KolomLembar("capaian", "Capaian (%)", 8.5, "persen"),
    KolomLembar("mentah", "Capaian mentah (%)", 8.5, "persen"),
    KolomLembar("kategori", "Kategori", 10),
    KolomLembar("jumlah", "Indikator", 9, "bulat"),
    KolomLembar("dinilai", "Dinilai", 7.5, "bulat"),
    KolomLembar("tercapai", "Tercapai", 8.5, "bulat"),
    KolomLembar("porsi", "Tercapai dari dinilai (%)", 10, "persen"),
    KolomLembar("layak", "Cukup dinilai (1 = ya)", 9.5, "bulat"),
    *UANG,
    KolomLembar("penyerapan", "Penyerapan (%)", 11, "persen"),
    KolomLembar("lalu", "Capaian tahun lalu (%)", 8.5, "persen"),
    KolomLembar("perubahan", "Perubahan (poin)", 10, "persen"),
)
KOLOM_SEBARAN = (
    KolomLembar("label", "Ukuran", 44),
    KolomLembar("jumlah", "Instansi", 10, "bulat"),
    *(
        KolomLembar(kunci, judul, 13, "persen")
        for kunci, judul in (
            ("terendah", "Terendah"),
            ("kuartil_bawah", "Kuartil I"),
            ("median", "Median"),
            ("kuartil_atas", "Kuartil III"),
            ("tertinggi", "Tertinggi"),
            ("rata", "Rata-rata"),
        )
    ),
)
FUNGSI = {
    "terendah": "MIN({x})",
    "kuartil_bawah": "QUARTILE({x},1)",
    "median": "MEDIAN({x})",
    "kuartil_atas": "QUARTILE({x},3)",
    "tertinggi": "MAX({x})",
    "rata": "AVERAGE({x})",
}
LETAK = {"capaian_mentah": "mentah"}  # a figure's key in HasilDaerah and in the sheet, where they differ
KOLOM_UANG = (
    KolomLembar("kode", "Kode", 14),
    KolomLembar("uraian", "Uraian", 80),
    KolomLembar("instansi", "Instansi", 10, "bulat"),
    *UANG,
    KolomLembar("persen", "%", 10, "persen"),
)
KOLOM_ANGGARAN = (
    KolomLembar("instansi", "Instansi", 34),
    KolomLembar("level", "Tingkat", 12),
    KolomLembar("kode", "Kode", 14),
    *UANG[:2],
)
KOLOM_TEMUAN = (
    KolomLembar("aturan", "Temuan", 34),
    KolomLembar("tingkat", "Tingkat", 12),
    KolomLembar("instansi", "Instansi", 10, "bulat"),
    KolomLembar("jumlah", "Kali", 10, "bulat"),
    KolomLembar("contoh", "Contoh pesan", 100),
)


def fit_uang(kolom: Sequence[KolomLembar], hasil: HasilDaerah) -> tuple[KolomLembar, ...]:
    """The columns with those of money as wide as the largest amount, and without sen where all are whole rupiah."""
    total = hasil.anggaran_total
    bulat = all(n == int(n) for b in hasil.rincian_anggaran for n in (b.pagu, b.realisasi_anggaran))
    bulat = bulat and all(n == int(n) for i in hasil.instansi for n in (i.pagu, i.realisasi_anggaran) if n is not None)
    panjang = max(len(format_uang(n, 0 if bulat else 2)) for n in (total.pagu, total.realisasi_anggaran, total.sisa))
    lebar = max(0.9 * panjang + 2, 14)
    jenis: Jenis = "rupiah" if bulat else "uang"
    return tuple(k._replace(lebar=lebar, jenis=jenis) if k.jenis == "uang" else k for k in kolom)


def render_buku_daerah(hasil: HasilDaerah) -> bytes:
    """The district's workbook as the bytes of an .xlsx, the same for the same figures."""
    wadah = BytesIO()
    book = Workbook(wadah, deepcopy(OPSI_BUKU))  # the library writes into the dict it is given
    judul = f"Rekapitulasi kinerja {hasil.daerah.pemda}"
    book.set_properties({"title": judul, "created": datetime.fromisoformat(hasil.daerah.tanggal)})
    book.set_calc_mode("auto")
    buku = Buku(book, Pengatur(book), Sampul(hasil.daerah.pemda, say_waktu(hasil), hasil.daerah.kertas, judul))
    _write_petunjuk(buku, hasil)
    instansi = _write_instansi(buku, hasil)
    sebaran = buku.add_lembar("Sebaran", "Sebaran angka instansi", KOLOM_SEBARAN)
    for satu in hasil.sebaran:
        _write_sebaran(sebaran, satu, instansi[LETAK.get(satu.kode, satu.kode)] if hasil.instansi else "")
    kolom_uang = fit_uang(KOLOM_UANG, hasil)
    urusan = buku.add_lembar("Urusan", "Anggaran menurut urusan", kolom_uang)
    program = buku.add_lembar("Program", "Anggaran menurut program", kolom_uang)
    rinci = _write_anggaran(buku, hasil)
    for lembar, level, isi in ((urusan, "urusan", hasil.urusan), (program, "program", hasil.program)):
        _write_kelompok(lembar, level, isi, rinci)
        _write_total(lembar, hasil, instansi)
    _write_temuan(buku, hasil)
    book.close()
    return wadah.getvalue()


def _write_petunjuk(buku: Buku, hasil: HasilDaerah) -> None:
    lembar = buku.add_lembar("Petunjuk", "Rekapitulasi kinerja instansi", KOLOM_PETUNJUK)
    for nama, isi in PETUNJUK:
        lembar.add({"lembar": nama, "isi": isi})
    if hasil.daerah.contoh:
        lembar.add(
            {"lembar": "Contoh", "isi": "Sebagian atau seluruh instansi dan angka dalam buku ini adalah contoh."}
        )


def _write_instansi(buku: Buku, hasil: HasilDaerah) -> dict[str, str]:
    """The agencies; the address of each column."""
    lembar = buku.add_lembar("Instansi", "Angka setiap instansi", fit_uang(KOLOM_INSTANSI, hasil), beku=2)
    awal = lembar.baris
    akhir = awal + max(len(hasil.instansi), 1) - 1
    kolom = {k.kunci: lembar.span(k.kunci, awal, akhir) for k in KOLOM_INSTANSI}
    for satu in hasil.instansi:
        lembar.add(_fill_instansi(satu, lembar, kolom))
    lembar.sheet.autofilter(awal - 2, 0, akhir - 1, len(KOLOM_INSTANSI) - 1)
    return kolom


def _fill_instansi(i: InstansiDaerah, lembar: Lembar, kolom: dict[str, str]) -> dict[str, IsiSel]:
    di = {k.kunci: lembar.cell(k.kunci, lembar.baris, luar=False) for k in KOLOM_INSTANSI}
    isi: dict[str, IsiSel] = {
        "kode": i.kode,
        "nama": i.nama,
        "jenis": i.jenis,
        "keadaan": KEADAAN_LABEL[i.keadaan],
        "sebab": SEBAB_LABEL[i.sebab] if i.sebab else None,
    }
    if i.jumlah is None:
        return isi
    layak = None if i.capaian is None else int(i.peringkat is not None)
    porsi = round2(f"{di['tercapai']}/{di['dinilai']}*100")
    return isi | {
        "wajib": i.wajib,
        "peringkat": Rumus(
            f'IF({di["layak"]}=1,COUNTIFS({kolom["capaian"]},">"&{di["capaian"]},{kolom["layak"]},1)+1,"")', i.peringkat
        ),
        "capaian": i.capaian,
        "mentah": i.capaian_mentah,
        "kategori": i.kategori,
        "jumlah": i.jumlah,
        "dinilai": i.dinilai,
        "tercapai": i.tercapai,
        "porsi": Rumus(f'IF({di["dinilai"]}=0,"",{porsi})', i.porsi),
        "layak": Rumus(f'IF({di["capaian"]}="","",IF(2*{di["dinilai"]}>={di["jumlah"]},1,0))', layak),
        "pagu": i.pagu,
        "realisasi": i.realisasi_anggaran,
        "sisa": None if i.pagu is None else Rumus(f"{di['pagu']}-{di['realisasi']}", i.sisa),
        "penyerapan": None if i.pagu is None else Rumus(excel_penyerapan(di["pagu"], di["realisasi"]), i.penyerapan),
        "lalu": i.lalu.capaian,
        "perubahan": None
        if i.lalu.perubahan is None
        else Rumus(round2(f"{di['capaian']}-{di['lalu']}"), i.lalu.perubahan),
    }


def _write_sebaran(lembar: Lembar, satu: Sebaran, kolom: str) -> None:
    isi: dict[str, IsiSel] = {"label": satu.label, "jumlah": Rumus(f"COUNT({kolom})" if kolom else "0", satu.jumlah)}
    if kolom:
        for kunci, fungsi in FUNGSI.items():
            rumus = f'IF(COUNT({kolom})=0,"",{round2(fungsi.format(x=kolom))})'
            isi[kunci] = Rumus(rumus, getattr(satu, kunci))
    lembar.add(isi)


def _write_anggaran(buku: Buku, hasil: HasilDaerah) -> dict[str, str]:
    """Each agency's part in each code; the address of each column."""
    lembar = buku.add_lembar(
        "Anggaran", "Bagian setiap instansi dalam urusan dan program", fit_uang(KOLOM_ANGGARAN, hasil)
    )
    awal = lembar.baris
    for satu in hasil.rincian_anggaran:
        lembar.add(
            {
                "instansi": satu.instansi,
                "level": satu.level,
                "kode": satu.kode,
                "pagu": satu.pagu,
                "realisasi": satu.realisasi_anggaran,
            }
        )
    return {k.kunci: lembar.span(k.kunci, awal, max(lembar.baris - 1, awal)) for k in KOLOM_ANGGARAN}


def _write_kelompok(lembar: Lembar, level: str, isi: Sequence[AnggaranDaerah], rinci: dict[str, str]) -> None:
    for satu in isi:
        di = {k.kunci: lembar.cell(k.kunci, lembar.baris, luar=False) for k in KOLOM_UANG}
        syarat = f'{rinci["level"]},"{level}",{rinci["kode"]},{di["kode"]}'
        lembar.add(
            {
                "kode": satu.kode,
                "uraian": satu.uraian,
                "instansi": Rumus(f"COUNTIFS({syarat})", satu.instansi),
                "pagu": Rumus(f"SUMIFS({rinci['pagu']},{syarat})", satu.pagu),
                "realisasi": Rumus(f"SUMIFS({rinci['realisasi']},{syarat})", satu.realisasi_anggaran),
                "sisa": Rumus(f"{di['pagu']}-{di['realisasi']}", satu.sisa),
                "persen": Rumus(excel_penyerapan(di["pagu"], di["realisasi"]), satu.persen),
            }
        )


def _write_total(lembar: Lembar, hasil: HasilDaerah, instansi: dict[str, str]) -> None:
    """The budget of all agencies, from their own sheet: what has no code of that level is in it too."""
    total = hasil.anggaran_total
    di = {k.kunci: lembar.cell(k.kunci, lembar.baris, luar=False) for k in KOLOM_UANG}
    lembar.add(
        {
            "uraian": "Seluruh instansi",
            "instansi": Rumus(f"COUNT({instansi['penyerapan']})", hasil.rekap.beranggaran),
            "pagu": Rumus(f"SUM({instansi['pagu']})", total.pagu),
            "realisasi": Rumus(f"SUM({instansi['realisasi']})", total.realisasi_anggaran),
            "sisa": Rumus(f"{di['pagu']}-{di['realisasi']}", total.sisa),
            "persen": Rumus(excel_penyerapan(di["pagu"], di["realisasi"]), total.persen),
        },
        tebal=True,
    )


def _write_temuan(buku: Buku, hasil: HasilDaerah) -> None:
    lembar = buku.add_lembar("Temuan", "Temuan menurut banyaknya instansi", KOLOM_TEMUAN)
    for t in hasil.temuan:
        lembar.add(
            {
                "aturan": name_aturan(t.kode, t.tingkat),
                "tingkat": t.tingkat,
                "instansi": t.instansi,
                "jumlah": t.jumlah,
                "contoh": t.contoh,
            }
        )
