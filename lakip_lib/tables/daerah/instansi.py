"""All agencies in one table, those that are missing and why, and those that moved most."""

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.istilah import KEADAAN_LABEL, SEBAB_LABEL, SUMBER_DAERAH
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah
from lakip_lib.measures.daerah.susun import list_sebutan
from lakip_lib.tables.daerah.sebaran import PALING_BANYAK, TANPA_INSTANSI
from lakip_lib.tables.sel import Catatan, figure, kolom, row, say_empty, say_periode, text

KOTAK = {"selesai": "#0B4F7A", "perbaikan": "#F1D9B0", "gagal": "#B2182B", "belum": "#FFFFFF"}
ANGKA_LAMA = "Angka dari pengolahan terdahulu masih ada, tetapi tidak dipakai."
SEDIKIT_DINILAI = "Tanpa peringkat: kurang dari separuh indikatornya dapat dinilai."
SEBUT = 8  # names in a cell; all of them stand in the table of all agencies
NAMA_SALAH = "Nama folder tidak dapat dipakai"
TINDAK = {
    "kosong": "Siapkan pengaturan, perencanaan, LRA, dan formulir isian dalam folder instansi, lalu jalankan lagi.",
    "belum_dijalankan": "Jalankan pengolahan untuk instansi ini.",
    "setelan": "Perbaiki yang disebut pada sebabnya, lalu jalankan lagi.",
    "program": "Jalankan lagi; bila galatnya sama, sampaikan pesan ini kepada pengelola program.",
    "hasil_rusak": "Jalankan lagi pengolahan instansi ini.",
    "terhenti": "Perbaiki masukan menurut daftar temuan, lalu jalankan lagi.",
    "wajib": "Perbaiki temuan wajib, lalu jalankan lagi.",
}


def keadaan_cell(instansi: InstansiDaerah) -> Isi:
    """The state: its square and its word."""
    isi = text(KEADAAN_LABEL[instansi.keadaan])
    return isi.model_copy(update={"kotak": KOTAK[instansi.keadaan]})


def rank_order(hasil: HasilDaerah) -> list[InstansiDaerah]:
    """The agencies by rank, then those without one in the order of their kode."""
    return [*hasil.list_peringkat(), *(i for i in hasil.instansi if i.peringkat is None)]


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
        sumber=SUMBER_DAERAH,
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


def tabulate_hilang(hasil: HasilDaerah) -> Tabel | None:
    """The agencies without figures of this run, why, and what to do; folders that no agency can have last.

    None where none is missing.
    """
    if not hasil.list_tanpa_angka() and not hasil.salah_nama:
        return None
    cols = kolom(
        ("Instansi", "kiri", 2.2), ("Keadaan", "kiri", 1.2), ("Sebab", "kiri", 3.2), ("Tindak lanjut", "kiri", 2.6)
    )
    baris = [
        row(text(i.nama), keadaan_cell(i), text(say_sebab(i)), text(TINDAK[i.sebab or "program"]))
        for i in hasil.list_tanpa_angka()
    ]
    ganti = "Ganti nama folder dengan huruf kecil, angka, dan tanda hubung."
    baris += [row(text(nama), text("–"), text(NAMA_SALAH), text(ganti)) for nama in hasil.salah_nama]
    return Tabel(
        id="daerah-hilang",
        kode="D-hilang",
        judul=f"Instansi yang belum mempunyai angka dan sebabnya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
    )


def tabulate_sebab(hasil: HasilDaerah) -> Tabel | None:
    """How many agencies are not finished for which reason, which ones, and what to do; None where all are."""
    if not hasil.sebab:
        return None
    cols = kolom(
        ("Sebab", "kiri", 2.2), ("Jumlah", "kanan", 0.8), ("Instansi", "kiri", 2.6), ("Tindak lanjut", "kiri", 3)
    )
    baris = [
        row(
            text(c.label),
            figure(hasil, f"sebab/{c.kode}/instansi"),
            text(list_names(hasil, c.kode)),
            text(TINDAK[c.kode]),
        )
        for c in hasil.sebab
    ]
    return Tabel(
        id="daerah-sebab",
        kode="D-sebab",
        judul=f"Instansi yang belum selesai menurut sebabnya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
    )


def list_names(hasil: HasilDaerah, sebab: str) -> str:
    """The names of the agencies that are not finished for this reason, the first of them where they are many."""
    sebutan = list_sebutan(hasil.instansi)
    nama = [sebutan[i.kode] for i in hasil.instansi if i.sebab == sebab]
    return ", ".join(nama[:SEBUT]) + (", dan lainnya" if len(nama) > SEBUT else "")


def say_sebab(i: InstansiDaerah) -> str:
    """Why an agency has no figures: the reason in words, what the run said, and that old figures are left out."""
    bagian = [SEBAB_LABEL[i.sebab] if i.sebab else "", *i.pesan, ANGKA_LAMA if i.angka_lama else ""]
    kalimat = [b.rstrip() for b in bagian if b.strip()]
    return " ".join(k if k.endswith((".", "!", "?", "…")) else f"{k}." for k in kalimat)


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
        sumber=SUMBER_DAERAH,
        urut=False,
    )
