"""The chapters of the district's story: each function gives a stretch of the document as blocks, without numbers."""

from lakip_lib.blok import Baris, DaftarOtomatis, DeretKartu, Gambar, Isi, Kartu, Run, Tabel
from lakip_lib.charts.daerah import (
    plot_kuadran_daerah,
    plot_sebaran,
    plot_terendah,
    plot_tertinggi,
    plot_urusan,
)
from lakip_lib.measures.daerah import HasilDaerah, InstansiDaerah
from lakip_lib.narrative import daerah as kata
from lakip_lib.report.bab.bagian import Bagian, judul, paragraf, pasang, tunjuk
from lakip_lib.rujukan import make_run
from lakip_lib.tables import daerah as tabel
from lakip_lib.tables.sel import figure, kolom, row, text

__all__ = [
    "write_anggaran",
    "write_capaian",
    "write_daftar",
    "write_ikhtisar",
    "write_kuadran",
    "write_lalu",
    "write_lampiran",
    "write_pelaporan",
    "write_temuan",
]
DI_BAB = 15  # agencies without figures that are listed in the chapter itself
IKHTISAR = 3  # agencies named at either end of the first page


def write_ikhtisar(hasil: HasilDaerah) -> Bagian:
    """The district on one page: four large figures, four sentences, who is at either end."""
    return (
        judul(1, "IKHTISAR DAERAH", "ikhtisar", depan=True),
        make_kartu(hasil),
        *paragraf(
            kata.describe_pelaporan(hasil),
            kata.describe_sebaran(hasil),
            kata.describe_indikator(hasil),
            kata.describe_uang(hasil),
            kata.describe_lalu_daerah(hasil),
        ),
        *tabulate_ends(hasil),
        *pasang(_plot_ikhtisar(hasil)),
    )


def _plot_ikhtisar(hasil: HasilDaerah) -> Gambar | None:
    """The spread of capaian on the first page, without its source line: that stands with the same picture in Bab II."""
    gambar = plot_sebaran(hasil, "capaian")
    if gambar is None:
        return None
    data = gambar.tabel.model_copy(update={"id": "ikhtisar-data"})
    return gambar.model_copy(update={"id": "ikhtisar-sebaran", "sumber": "", "tabel": data})


def write_daftar() -> Bagian:
    """Daftar isi, tabel and gambar on one page; the annexes stand in Daftar isi."""
    blok: Bagian = ()
    for isi in ("isi", "tabel", "gambar"):
        kepala = judul(1, f"DAFTAR {isi.upper()}", f"daftar-{isi}", depan=True, daftar=False)
        blok += (kepala, DaftarOtomatis.model_validate({"isi": isi}))
    return blok


def make_kartu(hasil: HasilDaerah) -> DeretKartu:
    """Who reported, median capaian, indikator reached, spending; each with what it is out of."""
    return DeretKartu(
        kartu=(
            Kartu(
                label="Instansi berangka",
                angka=make_run(hasil, "rekap/melapor", "bulat"),
                keterangan=(Run(teks="dari "), make_run(hasil, "rekap/jumlah"), Run(teks=" instansi")),
            ),
            Kartu(
                label="Median capaian",
                angka=make_run(hasil, "sebaran/capaian/median", "persen"),
                keterangan=(make_run(hasil, "rekap/bercapaian", "bulat"), Run(teks=" instansi dinilai")),
            ),
            Kartu(
                label="Indikator tercapai",
                angka=make_run(hasil, "indikator/tercapai"),
                keterangan=(Run(teks="dari "), make_run(hasil, "indikator/dinilai"), Run(teks=" yang dinilai")),
            ),
            Kartu(
                label="Penyerapan anggaran",
                angka=make_run(hasil, "anggaran_total/persen", "persen"),
                keterangan=(Run(teks="pagu "), make_run(hasil, "anggaran_total/pagu", "ringkas")),
            ),
        )
    )


def tabulate_ends(hasil: HasilDaerah) -> Bagian:
    """Up to three agencies at either end; nothing where fewer than two have a rank."""
    atas, bawah = kata.list_ends(hasil, IKHTISAR)
    if not bawah:
        return ()
    kepala = ("Capaian tertinggi", atas, "daerah-atas"), ("Capaian terendah", bawah, "daerah-bawah")
    return tuple(_make_ends(hasil, *satu) for satu in kepala)


def _make_ends(hasil: HasilDaerah, kepala: str, isi: list[InstansiDaerah], id_tabel: str) -> Tabel:
    cols = kolom(
        (kepala, "kiri", 4.2),
        ("Capaian (%)", "desimal", 1.1),
        ("Mentah (%)", "desimal", 1.1),
        ("Dinilai", "kanan", 1.2),
    )
    return Tabel(
        id=id_tabel,
        kode="D-ikhtisar",
        judul="",
        kolom=cols,
        baris=tuple(_row_end(hasil, i) for i in isi),
        urut=False,
    )


def _row_end(hasil: HasilDaerah, i: InstansiDaerah) -> Baris:
    jalur = f"instansi/{i.kode}"
    dinilai = Isi(isi=(make_run(hasil, f"{jalur}/dinilai"), Run(teks=" dari "), make_run(hasil, f"{jalur}/jumlah")))
    return row(text(i.nama), figure(hasil, f"{jalur}/capaian"), figure(hasil, f"{jalur}/capaian_mentah"), dinilai)


def write_pelaporan(hasil: HasilDaerah) -> Bagian:
    """Who is missing and why."""
    hilang, sebab = tabel.tabulate_hilang(hasil), tabel.tabulate_sebab(hasil)
    return (
        *paragraf(kata.describe_pelaporan(hasil)),
        *tunjuk("Sebab instansi belum selesai dan tindak lanjutnya disajikan pada {rujukan}.", sebab),
        *pasang(sebab),
        *tunjuk("Instansi yang belum mempunyai angka atau pengolahannya gagal disebutkan pada {rujukan}.", hilang),
        *pasang(None if is_panjang(hasil) else hilang),
    )


def is_panjang(hasil: HasilDaerah) -> bool:
    """Whether so many agencies have no figures that their list is an annex."""
    return len(hasil.list_tanpa_angka()) > DI_BAB


def write_capaian(hasil: HasilDaerah) -> Bagian:
    """How the agencies spread, who is at either end, what could not be assessed."""
    if not hasil.rekap.melapor:
        return paragraf(kata.say_nihil(hasil))
    g_sebaran, atas, bawah = plot_sebaran(hasil, "capaian"), plot_tertinggi(hasil), plot_terendah(hasil)
    t_sebaran = tabel.tabulate_sebaran(hasil) if hasil.rekap.melapor > 1 else None
    jenis = tabel.tabulate_jenis(hasil) if hasil.rekap.melapor > 1 else None
    kategori = tabel.tabulate_kategori(hasil)
    alasan = tabel.tabulate_alasan(hasil)
    return (
        *paragraf(kata.describe_sebaran(hasil), kata.describe_setara(hasil)),
        *tunjuk("Sebaran itu disajikan pada {rujukan}.", g_sebaran, t_sebaran),
        *pasang(g_sebaran, t_sebaran),
        *tunjuk("Instansi pada kedua ujungnya disajikan pada {rujukan}.", atas, bawah),
        *pasang(atas, bawah),
        *tunjuk("Sebaran menurut jenis instansi dan kategori disajikan pada {rujukan}.", jenis, kategori),
        *pasang(jenis, kategori),
        *paragraf(kata.describe_indikator(hasil)),
        *tunjuk("Sebab indikator belum dapat dinilai disajikan pada {rujukan}.", alasan),
        *pasang(alasan),
    )


def write_anggaran(hasil: HasilDaerah) -> Bagian:
    """The budget by urusan, and how spending spreads over the agencies."""
    if not hasil.rekap.beranggaran:
        return paragraf(kata.describe_uang(hasil) or kata.say_nihil(hasil))
    g_urusan, g_sebaran = plot_urusan(hasil), plot_sebaran(hasil, "penyerapan")
    urusan = tabel.tabulate_anggaran_daerah(hasil, "urusan")
    return (
        *paragraf(kata.describe_uang(hasil), kata.describe_kode(hasil)),
        *tunjuk("Anggaran menurut urusan disajikan pada {rujukan}.", urusan, g_urusan),
        *pasang(g_urusan, urusan),
        *tunjuk("Sebaran penyerapan disajikan pada {rujukan}.", g_sebaran),
        *pasang(g_sebaran),
    )


def write_kuadran(hasil: HasilDaerah) -> Bagian:
    """The agencies in the plane capaian × penyerapan."""
    gambar = plot_kuadran_daerah(hasil)
    isi = (gambar, tabel.tabulate_kuadran_daerah(hasil)) if gambar else ()
    return (
        *paragraf(kata.describe_kuadran_daerah(hasil) or kata.say_nihil(hasil)),
        *tunjuk("Letak dan bacaannya disajikan pada {rujukan}.", *isi),
        *isi,
    )


def write_lalu(hasil: HasilDaerah) -> Bagian:
    """What changed since last year."""
    gambar, gerak = plot_sebaran(hasil, "perubahan"), tabel.tabulate_gerak(hasil)
    return (
        *paragraf(kata.describe_lalu_daerah(hasil) or kata.say_nihil(hasil)),
        *tunjuk("Perubahannya disajikan pada {rujukan}.", gambar, gerak),
        *pasang(gambar, gerak),
    )


def write_temuan(hasil: HasilDaerah) -> Bagian:
    """The findings that agencies share."""
    isi = tabel.tabulate_temuan_daerah(hasil)
    return (
        *paragraf(kata.describe_temuan(hasil) or kata.say_nihil(hasil)),
        *tunjuk("Temuan wajib dan peringatan menurut banyaknya instansi disajikan pada {rujukan}.", isi),
        *pasang(isi),
    )


def write_lampiran(hasil: HasilDaerah) -> Bagian:
    """The long tables: all agencies, those that are missing where they are many, all programs."""
    if not hasil.rekap.jumlah:
        return ()
    hilang = tabel.tabulate_hilang(hasil)
    return (
        judul(1, "SELURUH INSTANSI", "lampiran-instansi"),
        tabel.tabulate_instansi(hasil),
        *(
            (judul(1, "INSTANSI YANG BELUM BERANGKA", "lampiran-hilang"), hilang)
            if hilang and is_panjang(hasil)
            else ()
        ),
        *(
            (
                judul(1, "ANGGARAN MENURUT PROGRAM", "lampiran-program"),
                tabel.tabulate_anggaran_daerah(hasil, "program"),
            )
            if hasil.program
            else ()
        ),
    )
