"""A rich invented document that holds every kind of block; the tests of PDF, DOCX and HTML share it."""

from decimal import Decimal
from typing import Any

from lakip_lib.blok import (
    AnyBlok,
    Baris,
    Daftar,
    DaftarOtomatis,
    DeretKartu,
    Dokumen,
    Gambar,
    Halaman,
    Identitas,
    Isi,
    Judul,
    Kartu,
    Kolom,
    Paragraf,
    Penjelasan,
    Run,
    Tabel,
    Ttd,
)

NAKAL = (
    "Tanda #let x = 1, $x^2$, \\alpha, {{ jinja }}, <b>tebal</b>, *bintang*, _garis_, `kode`, @rujuk, // garis, "
    "[kurung], \"kutip\" 'tunggal', &amp; & 100 % ~ -- --- ... 1. - + / = judul"
)
KATA_PANJANG = "https://contoh.invalid/" + "bukti-capaian-kinerja-" * 9
WARNA = {
    "Sangat Tinggi": "#2166AC",
    "Tinggi": "#7FB6D6",
    "Sedang": "#E6C65C",
    "Rendah": "#EF8A62",
    "Sangat Rendah": "#B2182B",
}
INDIKATOR = (
    ("IKU-1", "Indeks sistem pemerintahan berbasis elektronik", "Indeks", "3,25", "3,41", "104,92", "Sangat Tinggi"),
    ("IKU-2", "Persentase layanan publik yang terhubung secara digital", "%", "80,00", "72,50", "90,63", "Tinggi"),
    ("IKU-3", "Waktu pemulihan gangguan jaringan intra pemerintah", "Jam", "4", "5", "75,00", "Sedang"),
    ("IKU-4", "Indeks keamanan informasi", "Poin", "1.200", "1.234,5", "102,88", "Sangat Tinggi"),
    ("IKU-5", "Persentase perangkat daerah yang menyajikan data statistik sektoral", "%", "100", "–", "–", ""),
    ("IKU-6", "Predikat keterbukaan informasi publik", "Predikat", "A", "BB", "83,33", "Tinggi"),
)


def runs(teks: str, ref: str | None = None, **gaya: Any) -> tuple[Run, ...]:
    """One run as a row of runs."""
    return (Run(teks=teks, ref=ref, **gaya),)


def cell(teks: str, ref: str | None = None, **letak: Any) -> Isi:
    """A table cell of one run."""
    return Isi(isi=runs(teks, ref), **letak)


def row(*teks: str, gaya: Any = "biasa") -> Baris:
    """A plain table row."""
    return Baris(sel=tuple(cell(t) for t in teks), gaya=gaya)


def par(teks: str, gaya: Any = "biasa") -> Paragraf:
    """A paragraph of one run."""
    return Paragraf(isi=runs(teks), gaya=gaya)


def thousands(nilai: int) -> str:
    """1234567 as "1.234.567"."""
    return f"{nilai:,}".replace(",", ".")


def achievement_table() -> Tabel:
    """T3.1: two sasaran that span their rows, desimal columns, kategori squares, a mean."""
    sel: list[Baris] = []
    for urut, (kode, nama, satuan, target, nyata, capaian, kategori) in enumerate(INDIKATOR):
        kepala = (
            (cell(f"Meningkatnya mutu layanan informasi dan komunikasi ({urut // 3 + 1})", tinggi=3),)
            if urut % 3 == 0
            else ()
        )
        akhir = Isi(isi=runs(kategori or "Belum dapat dinilai"), kotak=WARNA.get(kategori))
        isi = (cell(target), cell(nyata, f"indikator/{kode}/realisasi"), cell(capaian, f"indikator/{kode}/capaian"))
        sel.append(Baris(sel=(cell(str(urut + 1)), *kepala, cell(nama), cell(satuan), *isi, akhir)))
    rata = (
        cell("Rata-rata", lebar=6),
        cell("93,36", "instansi_capaian/capaian"),
        cell("Sangat Tinggi", kotak="#2166AC"),
    )
    return Tabel(
        id="t3-1",
        kode="T3.1",
        nomor="3.1",
        judul="Target dan realisasi kinerja Tahun 2025",
        kolom=(
            Kolom(judul="No", rata="tengah", lebar=0.5),
            Kolom(judul="Sasaran", lebar=2),
            Kolom(judul="Indikator", lebar=2.6),
            Kolom(judul="Satuan", lebar=0.9),
            Kolom(judul="Target", rata="desimal"),
            Kolom(judul="Realisasi", rata="desimal"),
            Kolom(judul="Capaian (%)", rata="desimal"),
            Kolom(judul="Kategori", lebar=1.5),
        ),
        baris=(*sel, Baris(sel=rata, gaya="total")),
        catatan=(runs("– : data belum dirilis oleh instansi pembina; indikator ini di luar rata-rata."),),
        sumber="Formulir F1 bidang, diolah.",
    )


def years_table() -> Tabel:
    """T3.2: a head of two rows."""
    tahun = tuple(Kolom(judul=str(t), rata="desimal", lebar=0.8) for t in range(2021, 2026))
    isi = [
        row(nama, satuan, "2,10", "2,45", "–", "3,05", nyata, "101,20", capaian, "membaik")
        for _, nama, satuan, _, nyata, capaian, _ in INDIKATOR
    ]
    return Tabel(
        id="t3-2",
        kode="T3.2",
        nomor="3.2",
        judul="Perkembangan realisasi dan capaian lima tahun",
        kepala_atas=(("", 2), ("Realisasi", 5), ("Capaian (%)", 2), ("", 1)),
        kolom=(
            Kolom(judul="Indikator", lebar=2.4),
            Kolom(judul="Satuan", lebar=0.9),
            *tahun,
            Kolom(judul="2024", rata="desimal", lebar=0.9),
            Kolom(judul="2025", rata="desimal", lebar=0.9),
            Kolom(judul="Arah", lebar=1),
        ),
        baris=tuple(isi),
        sumber="Laporan kinerja tahun-tahun sebelumnya.",
    )


def budget_rows(banyak: int) -> tuple[Baris, ...]:
    """A budget tree of `banyak` rows with a total that is the sum of its leaves."""
    hasil: list[Baris] = []
    pagu_semua = nyata_semua = 0
    for urut in range(banyak - 1):
        level = 0 if urut % 12 == 0 else 1 if urut % 4 == 0 else 2
        pagu, nyata = (urut + 3) * 17_345_250, (urut + 2) * 16_120_433
        persen = str((Decimal(nyata) / Decimal(pagu) * 100).quantize(Decimal("0.01"))).replace(".", ",")
        if level == 2:
            pagu_semua, nyata_semua = pagu_semua + pagu, nyata_semua + nyata
        nama = (
            f"Program contoh nomor {urut // 12 + 1}",
            f"Kegiatan contoh {urut // 4}",
            f"Subkegiatan contoh penyediaan layanan {urut}",
        )[level]
        sel = (
            cell(f"2.16.{urut // 12 + 1:02d}.{urut:04d}"),
            Isi(isi=runs(nama), indentasi=level),
            cell(thousands(pagu), f"anggaran/2.16.{urut}/pagu"),
            cell(thousands(nyata)),
            cell(thousands(pagu - nyata)),
            cell(persen),
        )
        hasil.append(Baris(sel=sel, gaya="sub" if level == 0 else "biasa"))
    jumlah = (
        cell("Jumlah", lebar=2),
        cell(thousands(pagu_semua), "anggaran_total/pagu"),
        cell(thousands(nyata_semua), "anggaran_total/realisasi_anggaran"),
        cell(thousands(pagu_semua - nyata_semua)),
        cell("92,94", "anggaran_total/persen"),
    )
    return (*hasil, Baris(sel=jumlah, gaya="total"))


def budget_table(banyak: int = 60) -> Tabel:
    """T3.8: a tree over several pages."""
    return Tabel(
        id="t3-8",
        kode="T3.8",
        nomor="3.4",
        judul="Realisasi anggaran menurut program, kegiatan, dan subkegiatan (rupiah)",
        kolom=(
            Kolom(judul="Kode", lebar=1.4),
            Kolom(judul="Uraian", lebar=3),
            Kolom(judul="Pagu", rata="kanan", lebar=1.5),
            Kolom(judul="Realisasi", rata="kanan", lebar=1.5),
            Kolom(judul="Sisa", rata="kanan", lebar=1.3),
            Kolom(judul="%", rata="desimal", lebar=0.8),
        ),
        baris=budget_rows(banyak),
        sumber="Laporan Realisasi Anggaran per 31 Desember 2025.",
    )


def cause_table(id: str, nomor: str, banyak: int = 6) -> Tabel:
    """T3.5: wide text on landscape pages."""
    sebab = "Pembagian peran antarbidang telah berjalan dan dukungan pimpinan diberikan melalui rapat bulanan."
    judul = (
        "Indikator",
        "Status",
        "Faktor pendukung",
        "Faktor penghambat",
        "Solusi yang telah dilakukan",
        "Rencana tindak lanjut",
        "Penanggung jawab",
        "Waktu",
    )
    lebar = (2.0, 1.1, 2.0, 2.0, 2.0, 2.0, 1.3, 0.9)
    isi = [
        row(
            INDIKATOR[u % 6][1],
            "Belum mencapai target",
            sebab,
            NAKAL if u == 1 else sebab,
            sebab,
            sebab,
            "Bidang Contoh",
            "TW I",
        )
        for u in range(banyak)
    ]
    return Tabel(
        id=id,
        kode="T3.5",
        nomor=nomor,
        judul="Faktor pendukung, faktor penghambat, dan tindak lanjut",
        kolom=tuple(Kolom(judul=j, lebar=x) for j, x in zip(judul, lebar, strict=True)),
        baris=tuple(isi),
        lanskap=True,
        sumber="Formulir F2 bidang.",
    )


def empty_table() -> Tabel:
    """A table without rows."""
    return Tabel(
        id="t3-11",
        kode="T3.11",
        nomor="3.7",
        judul="Tindak lanjut hasil evaluasi tahun sebelumnya",
        kolom=(Kolom(judul="Rekomendasi", lebar=2), Kolom(judul="Tindak lanjut", lebar=2), Kolom(judul="Status")),
        baris=(),
        catatan=(runs("Belum terdapat rekomendasi yang perlu ditindaklanjuti."),),
    )


def small_table(id: str, judul: str = "Ringkasan capaian") -> Tabel:
    """A table without number: no caption, not listed."""
    return Tabel(
        id=id,
        kode="T3.10",
        judul=judul,
        kolom=(
            Kolom(judul="Kategori"),
            Kolom(judul="Jumlah", rata="kanan"),
            Kolom(judul="% dari semua", rata="desimal"),
        ),
        baris=(
            Baris(sel=(cell("Sangat Tinggi", kotak="#2166AC"), cell("2"), cell("33,33"))),
            Baris(sel=(cell("Tinggi", kotak="#7FB6D6"), cell("2"), cell("33,33"))),
            Baris(sel=(cell("Sedang", kotak="#E6C65C"), cell("1"), cell("16,67"))),
            row("Jumlah", "5", "83,33", gaya="total"),
        ),
    )


HURUF_GRAFIK = {"family": "Source Sans Pro", "size": 12, "color": "#1B2A3A"}


def bar_figure() -> dict[str, Any]:
    """Horizontal bars of capaian as plotly JSON."""
    nama = [n for _, n, *_ in INDIKATOR]
    nilai = [104.92, 90.63, 75.0, 102.88, None, 83.33]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": nilai,
                "y": nama,
                "marker": {"color": "#0B4F7A"},
                "text": ["104,92", "90,63", "75,00", "102,88", "", "83,33"],
                "textposition": "outside",
            }
        ],
        "layout": {
            "font": HURUF_GRAFIK,
            "template": {},
            "separators": ",.",
            "title": {"text": "2 dari 6 indikator melampaui target", "x": 0, "font": {"size": 15}},
            "margin": {"l": 10, "r": 20, "t": 40, "b": 40},
            "xaxis": {"title": {"text": "Capaian (%)"}, "range": [0, 125], "gridcolor": "#C9D4DC"},
            "yaxis": {"automargin": True, "autorange": "reversed"},
            "plot_bgcolor": "white",
        },
    }


def line_figure() -> dict[str, Any]:
    """A five-year line as plotly JSON."""
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": ["2021", "2022", "2023", "2024", "2025"],
                "y": [2.1, 2.45, None, 3.05, 3.41],
                "line": {"color": "#0B4F7A"},
            }
        ],
        "layout": {
            "font": HURUF_GRAFIK,
            "template": {},
            "separators": ",.",
            "title": {"text": "Indeks naik setiap tahun", "x": 0, "font": {"size": 15}},
            "margin": {"l": 40, "r": 20, "t": 40, "b": 30},
            "yaxis": {"range": [0, 4], "gridcolor": "#C9D4DC"},
            "xaxis": {"type": "category"},
            "plot_bgcolor": "white",
        },
    }


def figure(id: str, nomor: str, judul: str, figur: dict[str, Any], tinggi: float = 75) -> Gambar:
    """A Gambar with its data table."""
    tabel = Tabel(
        id=f"{id}-data",
        kode="data",
        judul=judul,
        kolom=(Kolom(judul="Indikator", lebar=3), Kolom(judul="Capaian (%)", rata="desimal")),
        baris=tuple(row(nama, capaian) for _, nama, _, _, _, capaian, _ in INDIKATOR),
    )
    return Gambar(
        id=id,
        kode=id.upper(),
        nomor=nomor,
        judul=judul,
        figur=figur,
        alt=f"Grafik: {judul}. Nilai tertinggi 104,92 dan terendah 75,00.",
        tabel=tabel,
        sumber="Formulir F1 bidang, diolah." if nomor else "",
        tinggi=tinggi,
    )


def front_blocks() -> tuple[AnyBlok, ...]:
    """Kata pengantar, ikhtisar with cards, and the four generated lists."""
    kalimat = (
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya laporan kinerja ini. Laporan ini "
        "menyajikan capaian sasaran strategis, perbandingan antartahun, dan realisasi anggaran secara berimbang agar "
        "dapat digunakan sebagai bahan perbaikan perencanaan pada tahun berikutnya. "
    )
    kartu = (
        Kartu(
            label="Capaian kinerja",
            angka=Run(teks="93,36 %", ref="instansi_capaian/capaian"),
            keterangan=runs("2024: 91,20 %"),
        ),
        Kartu(
            label="Penyerapan anggaran",
            angka=Run(teks="92,94 %", ref="anggaran_total/persen"),
            keterangan=runs("2024: 95,10 %"),
        ),
        Kartu(
            label="Indikator tercapai",
            angka=Run(teks="2 dari 6", ref="instansi_capaian/tercapai"),
            keterangan=runs("2024: 3 dari 6"),
        ),
        Kartu(
            label="Sisa anggaran",
            angka=Run(teks="Rp1,24 miliar", ref="anggaran_total/sisa"),
            keterangan=runs("2024: Rp0,98 miliar"),
        ),
    )
    daftar: list[AnyBlok] = []
    for isi in ("isi", "tabel", "gambar", "lampiran"):
        daftar += [
            Judul(tingkat=1, teks=f"DAFTAR {isi.upper()}", id=f"daftar-{isi}", depan=True, daftar=isi != "isi"),
            DaftarOtomatis(isi=isi),
        ]
    pejabat = ("KEPALA DINAS,", "NAMA CONTOH, S.T., M.Si.", "Pembina Utama Muda", "NIP 19700101 199001 1 001")
    return (
        Judul(tingkat=1, teks="KATA PENGANTAR", id="kata-pengantar", depan=True),
        par(kalimat * 2),
        par(kalimat),
        Ttd(tempat_tanggal="Kota Contoh, 27 Februari 2026", pihak=(pejabat,)),
        Judul(tingkat=1, teks="IKHTISAR EKSEKUTIF", id="ikhtisar", depan=True),
        DeretKartu(kartu=kartu),
        Paragraf(
            isi=(
                Run(teks="Rata-rata capaian kinerja Tahun 2025 sebesar "),
                Run(teks="93,36", ref="instansi_capaian/capaian", tebal=True),
                Run(teks=" persen atau "),
                Run(teks="berkategori Sangat Tinggi", miring=True),
                Run(teks="; uraian selengkapnya terdapat pada "),
                Run(teks="Tabel 3.1", tautan="#t3-1"),
                Run(teks=" dan laman "),
                Run(teks="contoh.invalid", tautan="https://contoh.invalid/laporan"),
                Run(teks="."),
            )
        ),
        small_table("ringkas"),
        figure("g0-1", "", "Capaian menurut indikator", bar_figure(), 60),
        *daftar,
    )


def body_blocks() -> tuple[AnyBlok, ...]:
    """Two Bab with all kinds of blocks."""
    panjang = (
        "Dinas Contoh menyelenggarakan urusan pemerintahan bidang komunikasi dan informatika. Pada Tahun 2025 dinas "
        "ini melaksanakan empat sasaran strategis dengan enam indikator kinerja utama yang tertuang dalam Perjanjian "
        "Kinerja. Seluruh angka dalam laporan ini dihitung dari isian bidang dan laporan realisasi anggaran, kemudian "
        "diperiksa kembali sebelum dicetak sehingga setiap angka dapat ditelusuri sampai ke sel asalnya. "
    )
    return (
        Judul(tingkat=1, teks="PENDAHULUAN", id="bab-1", nomor="BAB I"),
        Judul(tingkat=2, teks="Latar belakang", id="a-latar", nomor="A."),
        par(panjang * 2),
        par(NAKAL),
        par("Alamat bukti: " + KATA_PANJANG),
        Judul(tingkat=2, teks="Dasar hukum", id="b-hukum", nomor="B."),
        Daftar(
            bernomor=True,
            butir=(
                runs("Peraturan Presiden Nomor 29 Tahun 2014;"),
                runs("Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang petunjuk teknis perjanjian kinerja;"),
                runs("Peraturan daerah contoh dengan # dan $ di dalamnya."),
            ),
        ),
        Judul(tingkat=3, teks="Tugas dan fungsi", id="b-1-tugas", nomor="1."),
        par("Tugas dan fungsi belum diisi.", "belum"),
        par("Capaian naik 1,24 poin dibandingkan tahun sebelumnya.", "draf"),
        Daftar(butir=(runs("butir pertama;"), runs("butir kedua yang " + "panjang " * 30 + "sekali."))),
        Judul(tingkat=4, teks="Catatan penyusunan", id="catatan-susun"),
        par("“Kinerja yang terukur adalah kinerja yang dapat diperbaiki.”", "kutipan"),
        par("Teks di tengah halaman", "tengah"),
        Judul(tingkat=1, teks="AKUNTABILITAS KINERJA", id="bab-3", nomor="BAB III"),
        Judul(tingkat=2, teks="Capaian kinerja organisasi", id="bab-3-a", nomor="A."),
        par(panjang),
        achievement_table(),
        par(panjang),
        figure("g3-1", "3.1", "Capaian menurut indikator", bar_figure()),
        Judul(tingkat=3, teks="Perbandingan antartahun", id="bab-3-a-1", nomor="1."),
        par(panjang),
        years_table(),
        figure("g3-2", "3.2", "Perkembangan indeks lima tahun", line_figure(), 65),
        Judul(tingkat=3, teks="Penyebab keberhasilan dan kegagalan", id="bab-3-a-2", nomor="2."),
        par(panjang),
        cause_table("t3-5", "3.3"),
        cause_table("t3-5b", "3.5", 2),
        Judul(tingkat=2, teks="Realisasi anggaran", id="bab-3-b", nomor="B."),
        par(panjang),
        budget_table(),
        par(panjang),
        empty_table(),
        small_table("t3-10").model_copy(update={"nomor": "3.8", "judul": "Rekapitulasi capaian menurut kategori"}),
        Judul(tingkat=1, teks="PERJANJIAN KINERJA TAHUN 2025", id="lampiran-1", nomor="LAMPIRAN 1"),
        par("Perjanjian kinerja antara kedua pihak berikut."),
        Ttd(
            tempat_tanggal="Kota Contoh, 6 Januari 2025",
            pihak=(
                ("PIHAK KEDUA", "BUPATI CONTOH,", "NAMA BUPATI CONTOH", "", ""),
                (
                    "PIHAK PERTAMA",
                    "KEPALA DINAS,",
                    "NAMA CONTOH, S.T., M.Si.",
                    "Pembina Utama Muda",
                    "NIP 19700101 199001 1 001",
                ),
            ),
        ),
        Halaman(),
        par("Halaman ini dibuka oleh pemisah halaman."),
    )


def sample_identity(**ubah: Any) -> Identitas:
    """Identity of an invented agency; `ubah` replaces fields."""
    isi: dict[str, Any] = {
        "judul": "Laporan Kinerja Instansi Pemerintah (LKjIP)",
        "subjudul": "Tahun Anggaran 2025",
        "instansi": "Dinas Komunikasi dan Informatika",
        "singkatan": "Diskominfo",
        "pemda": "Pemerintah Kabupaten Contoh",
        "alamat": ("Jalan Contoh Nomor 1, Kota Contoh 12345", "Telepon (0700) 000000 · surel dinas@contoh.invalid"),
        "tahun": 2025,
        "periode": "tahunan",
        "tempat_tahun": "Kota Contoh, 2026",
        "tanggal": "2026-02-27",
        "konsep": True,
        "contoh": True,
    }
    return Identitas(**(isi | ubah))


def sample_document(**ubah: Any) -> Dokumen:
    """The whole document, about sixteen pages; `ubah` replaces fields of its identity."""
    penjelasan = {
        f"indikator/{kode}/capaian": Penjelasan(
            judul=nama,
            rumus="capaian = realisasi ÷ target × 100",
            masukan=(("Target", target), ("Realisasi", nyata)),
            sumber=(
                ("target", "perencanaan.xlsx › Target › D2"),
                ("realisasi", "isian/bidang.xlsx › F1 Capaian › H14"),
            ),
        )
        for kode, nama, _, target, nyata, *_ in INDIKATOR
    }
    hasil = {
        "indikator": [{"kode": k, "capaian": c.replace(",", ".")} for k, _, _, _, _, c, _ in INDIKATOR if c != "–"],
        "instansi_capaian": {"capaian": "93.36", "tercapai": "2"},
    }
    return Dokumen(
        identitas=sample_identity(**ubah), blok=(*front_blocks(), *body_blocks()), penjelasan=penjelasan, hasil=hasil
    )
