"""The tables of the district's story: from HasilDaerah to a Tabel, nothing computed anew."""

from collections.abc import Sequence
from typing import Literal

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.istilah import KEADAAN_LABEL, SEBAB_LABEL
from lakip_lib.measures.daerah.hasil import AnggaranDaerah, HasilDaerah, InstansiDaerah, Sebaran
from lakip_lib.tables.sel import Catatan, figure, kolom, row, say_empty, say_periode, text

SUMBER = "hasil.json tiap instansi, diolah"
KOTAK = {"selesai": "#0B4F7A", "perbaikan": "#F1D9B0", "gagal": "#B2182B", "belum": "#FFFFFF"}
ANGKA_LAMA = "Angka dari pengolahan terdahulu masih ada, tetapi tidak dipakai."
SEMUA_BERANGKA = "Semua instansi mempunyai angka."
TANPA_INSTANSI = "Belum ada instansi yang mempunyai angka."
TANPA_ANGGARAN = "Belum ada instansi yang mempunyai laporan realisasi anggaran."
SEDIKIT_DINILAI = "Tanpa peringkat: kurang dari separuh indikatornya dapat dinilai."
NAMA_SALAH = "Nama folder tidak dapat dipakai"
TINDAK = {
    "kosong": "Serahkan perencanaan, LRA, dan formulir isian ke folder instansi, lalu jalankan lagi.",
    "belum_dijalankan": "Jalankan pengolahan untuk instansi ini.",
    "setelan": "Perbaiki instansi.toml, lalu jalankan lagi.",
    "program": "Jalankan lagi; bila galatnya sama, sampaikan pesan ini kepada pengelola program.",
    "hasil_rusak": "Jalankan lagi pengolahan instansi ini.",
    "terhenti": "Perbaiki masukan menurut daftar temuan, lalu jalankan lagi.",
    "wajib": "Perbaiki temuan wajib, lalu jalankan lagi.",
}
PALING_BANYAK = 5  # agencies that moved most, either way


def keadaan_cell(instansi: InstansiDaerah) -> Isi:
    """The state: its square and its word."""
    isi = text(KEADAAN_LABEL[instansi.keadaan])
    return isi.model_copy(update={"kotak": KOTAK[instansi.keadaan]})


def rank_order(hasil: HasilDaerah) -> list[InstansiDaerah]:
    """The agencies by rank, then those without one in the order of their kode."""
    return sorted(hasil.instansi, key=lambda i: (i.peringkat is None, i.peringkat or 0))


def tabulate_instansi(hasil: HasilDaerah) -> Tabel:
    """All agencies with their figures, by rank."""
    cols = kolom(
        ("Peringkat", "kanan", 0.95),
        ("Instansi", "kiri", 3.0),
        ("Keadaan", "kiri", 1.5),
        ("Capaian (%)", "desimal", 1.0),
        ("Mentah (%)", "desimal", 1.0),
        ("Indikator", "kanan", 0.95),
        ("Dinilai", "kanan", 0.8),
        ("Tercapai", "kanan", 0.9),
        ("Pagu (Rp)", "desimal", 1.9),
        ("Penyerapan (%)", "desimal", 1.15),
        (f"Capaian {hasil.lalu.tahun} (%)", "desimal", 1.0),
        ("Perubahan (poin)", "desimal", 1.15),
    )
    catatan = Catatan()
    baris = [_row_instansi(hasil, i, catatan) for i in rank_order(hasil)]
    catatan.add("Mentah: rata-rata capaian tanpa batas atas. Dinilai dan tercapai: banyaknya indikator.")
    return Tabel(
        id="daerah-instansi",
        kode="D-instansi",
        judul=f"Capaian dan penyerapan seluruh instansi, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_INSTANSI),
        catatan=catatan.list(),
        sumber=SUMBER,
        lanskap=True,
    )


def _row_instansi(hasil: HasilDaerah, i: InstansiDaerah, catatan: Catatan) -> Baris:
    tanda = (catatan.mark(SEDIKIT_DINILAI),) if i.capaian is not None and i.peringkat is None else ()
    jalur = f"instansi/{i.kode}"
    return row(
        figure(hasil, f"{jalur}/peringkat"),
        text(i.nama, *tanda),
        keadaan_cell(i),
        *(figure(hasil, f"{jalur}/{k}") for k in ("capaian", "capaian_mentah", "jumlah", "dinilai", "tercapai")),
        *(figure(hasil, f"{jalur}/{k}") for k in ("pagu", "penyerapan", "lalu/capaian", "lalu/perubahan")),
    )


def tabulate_hilang(hasil: HasilDaerah) -> Tabel:
    """The agencies without figures of this run, why, and what to do; folders that no agency can have last."""
    cols = kolom(
        ("Instansi", "kiri", 2.2), ("Keadaan", "kiri", 1.2), ("Sebab", "kiri", 3.2), ("Tindak lanjut", "kiri", 2.6)
    )
    hilang = [i for i in hasil.instansi if i.jumlah is None or i.keadaan in {"gagal", "belum"}]
    baris = [row(text(i.nama), keadaan_cell(i), text(say_sebab(i)), text(TINDAK[i.sebab or "program"])) for i in hilang]
    ganti = "Ganti nama folder dengan huruf kecil, angka, dan tanda hubung."
    baris += [row(text(nama), text("–"), text(NAMA_SALAH), text(ganti)) for nama in hasil.salah_nama]
    return Tabel(
        id="daerah-hilang",
        kode="D-hilang",
        judul=f"Instansi yang belum mempunyai angka dan sebabnya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, SEMUA_BERANGKA),
    )


def say_sebab(i: InstansiDaerah) -> str:
    """Why an agency has no figures: the reason in words, what the run said, and that old figures are left out."""
    bagian = [f"{SEBAB_LABEL[i.sebab]}." if i.sebab else "", *i.pesan, ANGKA_LAMA if i.angka_lama else ""]
    return " ".join(b for b in bagian if b)


def tabulate_sebaran(hasil: HasilDaerah) -> Tabel:
    """The spread of every figure that agencies are compared by."""
    return _make_sebaran(hasil, "sebaran", "Ukuran", f"Sebaran angka instansi, {say_periode(hasil)}", hasil.sebaran)


def tabulate_jenis(hasil: HasilDaerah) -> Tabel:
    """The spread of capaian within each kind of agency."""
    judul = f"Sebaran capaian menurut jenis instansi (%), {say_periode(hasil)}"
    return _make_sebaran(hasil, "jenis", "Jenis instansi", judul, hasil.jenis)


def _make_sebaran(hasil: HasilDaerah, daftar: str, kepala: str, judul: str, isi: Sequence[Sebaran]) -> Tabel:
    cols = kolom(
        (kepala, "kiri", 2.6),
        ("Instansi", "kanan", 0.9),
        *((j, "desimal", 1.0) for j in ("Terendah", "Kuartil I", "Median", "Kuartil III", "Tertinggi", "Rata-rata")),
    )
    kunci = ("jumlah", "terendah", "kuartil_bawah", "median", "kuartil_atas", "tertinggi", "rata")
    baris = [row(text(s.label), *(figure(hasil, f"{daftar}/{s.kode}/{k}") for k in kunci)) for s in isi]
    return Tabel(
        id=f"daerah-{daftar}",
        kode=f"D-{daftar}",
        judul=judul,
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_INSTANSI),
        sumber=SUMBER,
    )


def tabulate_kategori(hasil: HasilDaerah) -> Tabel:
    """How many agencies each word of the scales holds."""
    cols = kolom(("Kategori", "kiri", 3), ("Instansi", "kanan", 1))
    baris = [row(text(c.label), figure(hasil, f"kategori/{c.kode}/instansi")) for c in hasil.kategori]
    return Tabel(
        id="daerah-kategori",
        kode="D-kategori",
        judul=f"Instansi menurut kategori capaiannya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_INSTANSI),
        sumber=SUMBER,
    )


def tabulate_alasan(hasil: HasilDaerah) -> Tabel | None:
    """Why indikator could not be assessed; None where all were."""
    if not hasil.alasan:
        return None
    cols = kolom(("Sebab belum dapat dinilai", "kiri", 3), ("Indikator", "kanan", 1), ("Instansi", "kanan", 1))
    baris = [
        row(
            text(c.label[:1].upper() + c.label[1:]),
            figure(hasil, f"alasan/{c.kode}/jumlah"),
            figure(hasil, f"alasan/{c.kode}/instansi"),
        )
        for c in hasil.alasan
    ]
    return Tabel(
        id="daerah-alasan",
        kode="D-alasan",
        judul=f"Indikator yang belum dapat dinilai menurut sebabnya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        sumber=SUMBER,
    )


def tabulate_anggaran_daerah(hasil: HasilDaerah, level: Literal["urusan", "program"]) -> Tabel:
    """Budget by urusan or program over all agencies, with the total of all."""
    isi: Sequence[AnggaranDaerah] = hasil.urusan if level == "urusan" else hasil.program
    cols = kolom(
        ("Kode", "kiri", 1.0),
        (level.capitalize(), "kiri", 3.4),
        ("Instansi", "kanan", 0.9),
        ("Pagu (Rp)", "desimal", 2.0),
        ("Realisasi (Rp)", "desimal", 2.0),
        ("%", "desimal", 0.9),
    )
    kunci = ("instansi", "pagu", "realisasi_anggaran", "persen")
    baris = [row(text(a.kode), text(a.uraian), *(figure(hasil, f"{level}/{a.kode}/{k}") for k in kunci)) for a in isi]
    total = (figure(hasil, f"anggaran_total/{k}") for k in kunci[1:])
    if baris:
        baris.append(
            row(text("Seluruh instansi", lebar=2), figure(hasil, "rekap/beranggaran", "bulat"), *total, gaya="total")
        )
    return Tabel(
        id=f"daerah-{level}",
        kode=f"D-{level}",
        judul=f"Pagu dan realisasi anggaran menurut {level}, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_ANGGARAN),
        sumber="Laporan Realisasi Anggaran tiap instansi, diolah",
    )


def tabulate_kuadran_daerah(hasil: HasilDaerah) -> Tabel:
    """How many agencies stand in each field, and how the field is read."""
    cols = kolom(("Kuadran", "tengah", 0.8), ("Bacaan", "kiri", 5), ("Instansi", "kanan", 0.9))
    baris = [
        row(text(k.kode), text(k.bacaan[:1].upper() + k.bacaan[1:] + "."), figure(hasil, f"kuadran/{k.kode}/instansi"))
        for k in hasil.kuadran
    ]
    return Tabel(
        id="daerah-kuadran",
        kode="D-kuadran",
        judul=f"Instansi menurut capaian dan penyerapannya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        sumber=SUMBER,
    )


def tabulate_gerak(hasil: HasilDaerah) -> Tabel | None:
    """The agencies that rose and fell most since last year; None where none could be compared."""
    ada = [i for i in hasil.instansi if i.lalu.perubahan is not None]
    urut = sorted(ada, key=lambda i: -(i.lalu.perubahan or 0))
    naik = [i for i in urut if (i.lalu.perubahan or 0) > 0][:PALING_BANYAK]
    turun = [i for i in reversed(urut) if (i.lalu.perubahan or 0) < 0][:PALING_BANYAK]
    if not naik and not turun:
        return None
    cols = kolom(
        ("Instansi", "kiri", 3.4),
        (f"Capaian {hasil.lalu.tahun} (%)", "desimal", 1.2),
        (f"Capaian {hasil.tahun} (%)", "desimal", 1.2),
        ("Perubahan (poin)", "desimal", 1.2),
    )
    kunci = ("lalu/capaian", "capaian", "lalu/perubahan")
    baris: list[Baris] = []
    for kepala, isi in (("Naik terbanyak", naik), ("Turun terbanyak", turun)):
        if isi:
            baris.append(row(text(kepala, lebar=len(cols)), gaya="sub"))
            baris += [row(text(i.nama), *(figure(hasil, f"instansi/{i.kode}/{k}") for k in kunci)) for i in isi]
    return Tabel(
        id="daerah-gerak",
        kode="D-gerak",
        judul=f"Instansi yang capaiannya paling banyak berubah sejak {hasil.lalu.tahun}",
        kolom=cols,
        baris=tuple(baris),
        sumber=SUMBER,
        urut=False,
    )


def tabulate_temuan_daerah(hasil: HasilDaerah, tingkat: Sequence[str] = ("wajib", "peringatan")) -> Tabel | None:
    """The findings that agencies share, by rule; None where there is none of that weight."""
    isi = [t for t in hasil.temuan if t.tingkat in tingkat]
    if not isi:
        return None
    cols = kolom(
        ("Temuan", "kiri", 2.0), ("Tingkat", "kiri", 1.1), ("Instansi", "kanan", 0.9), ("Kali", "kanan", 0.7),
        ("Contoh pesan", "kiri", 4.2),
    )  # fmt: skip
    baris = [
        row(
            text(name_aturan(t.kode, t.tingkat)),
            text(t.tingkat.capitalize()),
            figure(hasil, f"temuan/{t.kode}/instansi"),
            figure(hasil, f"temuan/{t.kode}/jumlah"),
            text(t.contoh),
        )
        for t in isi
    ]
    return Tabel(
        id="daerah-temuan",
        kode="D-temuan",
        judul=f"Temuan menurut banyaknya instansi, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        sumber="Pemeriksaan isian tiap instansi",
    )


def name_aturan(kode: str, tingkat: str) -> str:
    """A rule in words: "Formulir belum masuk"."""
    kata = kode.removesuffix(f"-{tingkat}").replace("-", " ")
    return kata[:1].upper() + kata[1:]
