"""Money: efficiency, the budget tree, budget by sasaran, urusan and program (T3.6, T3.8, T3.9)."""

from decimal import Decimal

from lakip_lib.blok import Baris, Isi, Run, Tabel
from lakip_lib.formats import format_uang
from lakip_lib.istilah import is_setahun
from lakip_lib.measures.hasil import AnggaranHasil, AnggaranRincian, Hasil, KelompokAnggaran
from lakip_lib.rujukan import find_nilai
from lakip_lib.tables.rumus import BERNILAI, RUMUS_NE
from lakip_lib.tables.sel import Catatan, figure, kolom, make_id, number, row, say_empty, say_periode, text

SUMBER = "Laporan Realisasi Anggaran, diolah"
TINGKAT = {"urusan": 0, "bidang_urusan": 1, "program": 2, "kegiatan": 3, "sub_kegiatan": 4}
TANPA_ANGGARAN = "Laporan realisasi anggaran belum ada."
METODE = {
    "E1": ("Efisiensi (poin)", "E1: capaian dikurangi penyerapan, dalam poin."),
    "E2": ("Sisa (%)", "E2: 100 dikurangi penyerapan; bukan efisiensi bila target belum tercapai."),
    "E3": ("Rasio", "E3: capaian dibagi penyerapan; lebih dari 1 berarti efisien."),
    "E4": (
        "Tingkat efisiensi (%)",
        "E4 (PMK 249/2011): 1 dikurangi perbandingan biaya per satuan hasil, dikalikan 100.",
    ),
    "E5": (
        "Tingkat efisiensi (%)",
        "E5 (PMK 214/2017 dan 22/2021): selisih anggaran yang seharusnya dan yang dipakai, dibagi yang seharusnya, "
        "dikalikan 100.",
    ),
}
SYARAT = (
    "Efisiensi hanya dinyatakan bila rata-rata capaian sekurang-kurangnya 100%; sasaran tanpa anggaran tidak dihitung."
)


BELUM_SETAHUN = (
    "Efisiensi dinyatakan pada akhir tahun: capaian triwulan diukur dari target triwulan, sedangkan penyerapan diukur dari "
    "pagu setahun."
)


def tabulate_efisiensi(hasil: Hasil, sasaran: str = "") -> Tabel:
    """T3.6: capaian, money and efficiency of each sasaran (or of one) by the method in use, named in a note."""
    metode = str(hasil.pengaturan.get("efisiensi", "E1"))
    judul_nilai, keterangan = METODE[metode]
    cols = kolom(
        ("Sasaran", "kiri", 3.4),
        ("Capaian (%)", "desimal", 0.9),
        ("Pagu (Rp)", "desimal", 1.6),
        ("Realisasi (Rp)", "desimal", 1.6),
        ("Penyerapan (%)", "desimal", 1.05),
        (judul_nilai, "desimal", 1.0),
        *((("Nilai efisiensi (%)", "desimal", 1.0),) if metode in BERNILAI else ()),
        ("Status", "kiri", 1.3),
    )
    dipilih = [s.kode for s in hasil.sasaran if not sasaran or s.kode == sasaran]
    catatan = Catatan()
    catatan.add(f"Metode {keterangan}")
    if metode in BERNILAI:
        catatan.add(f"Nilai efisiensi: {RUMUS_NE}, dengan tingkat efisiensi dibatasi dari −20 sampai 20.")
    catatan.add(SYARAT if is_setahun(hasil.periode) else BELUM_SETAHUN)
    return Tabel(
        id=make_id("T3.6", sasaran),
        kode="T3.6",
        judul=f"Efisiensi Penggunaan Sumber Daya {f'Sasaran {sasaran}' if sasaran else 'per Sasaran'} "
        f"{say_periode(hasil)}",
        kolom=cols,
        baris=tuple(_make_efisiensi(hasil, kode, catatan) for kode in dipilih) or say_empty(cols, "Belum ada sasaran."),
        catatan=catatan.list(),
        sumber=SUMBER,
    )


def _make_efisiensi(hasil: Hasil, kode: str, catatan: Catatan) -> Baris:
    item = hasil.get_sasaran(kode)
    tanda: tuple[Run, ...] = ()
    if item.pagu is None:
        ada = "Belum ada anggaran yang dipetakan ke sasaran ini."
        tanda = (catatan.mark(ada if hasil.anggaran else TANPA_ANGGARAN),)
    elif item.capaian is None:
        tanda = (catatan.mark("Capaian sasaran belum dapat dinilai."),)
    metode = hasil.pengaturan.get("efisiensi")
    ne = {e.kode: e.ne for e in hasil.rincian.efisiensi if e.metode == metode}
    bentuk = "angka2" if metode in {"E2", "E3"} else ""
    jalur = f"sasaran/{kode}"
    return row(
        text(f"{kode} {item.uraian}", *tanda),
        *(figure(hasil, f"{jalur}/{nama}") for nama in ("capaian", "pagu", "realisasi_anggaran", "penyerapan")),
        figure(hasil, f"{jalur}/efisiensi", bentuk),
        *((number(ne.get(kode)),) if metode in BERNILAI else ()),
        figure(hasil, f"{jalur}/status_efisiensi"),
    )


def tabulate_anggaran(hasil: Hasil) -> Tabel:
    """T3.8, turned page: the budget tree down to sub kegiatan, both ceilings where the source has them, and the total.

    Lines of account are left out unless the source has nothing else.
    """
    rincian = {item.kode: item for item in hasil.rincian.anggaran}
    utama = [a for a in hasil.anggaran if a.level in TINGKAT] or list(hasil.anggaran)
    perubahan = any(rincian[a.kode].pagu_perubahan is not None for a in utama if a.kode in rincian)
    murni = any(rincian[a.kode].pagu_murni is not None for a in utama if a.kode in rincian)
    dua = murni and perubahan
    judul = (
        ("Pagu murni (Rp)", "Pagu perubahan (Rp)") if dua else ("Pagu perubahan (Rp)" if perubahan else "Pagu (Rp)",)
    )
    cols = kolom(
        ("Kode", "kiri", 1.7),
        ("Uraian", "kiri", 4.2),
        *((j, "desimal", 1.6) for j in judul),
        ("Realisasi (Rp)", "desimal", 1.6),
        ("Sisa (Rp)", "desimal", 1.5),
        ("%", "desimal", 0.75),
    )
    baris = [_make_line(hasil, item, rincian.get(item.kode), dua=dua) for item in utama]
    awal = hasil.rincian.anggaran_murni
    jumlah = _money(awal) if dua and awal is not None else None
    total = row(
        text("Jumlah", lebar=2), *_make_pagu(hasil, "anggaran_total", jumlah, dua=dua), *_make_rest(hasil, "anggaran_total"),
        gaya="total",
    )  # fmt: skip
    return Tabel(
        id="T3.8",
        kode="T3.8",
        judul=f"Pagu dan Realisasi Anggaran {say_periode(hasil)}",
        kolom=cols,
        baris=(*baris, total) if baris else say_empty(cols, TANPA_ANGGARAN),
        sumber=SUMBER,
        lanskap=True,
        urut=False,
    )


def _make_line(hasil: Hasil, item: AnggaranHasil, rincian: AnggaranRincian | None, *, dua: bool) -> Baris:
    level = TINGKAT.get(item.level, item.kode.count("."))
    murni = _money(rincian.pagu_murni) if rincian and rincian.pagu_murni is not None else None
    jalur = f"anggaran/{item.kode}"
    return row(
        text(item.kode),
        text(item.uraian, indentasi=min(level, 4)),
        *_make_pagu(hasil, jalur, murni, dua=dua),
        *_make_rest(hasil, jalur),
        gaya="sub" if item.level in {"urusan", "bidang_urusan", "program"} else "biasa",
    )


def _make_pagu(hasil: Hasil, jalur: str, murni: str | None, *, dua: bool) -> tuple[Isi, ...]:
    return (*((text(murni),) if dua else ()), figure(hasil, f"{jalur}/pagu"))


def _make_rest(hasil: Hasil, jalur: str) -> tuple[Isi, ...]:
    return tuple(figure(hasil, f"{jalur}/{nama}") for nama in ("realisasi_anggaran", "sisa", "persen"))


def tabulate_anggaran_sasaran(hasil: Hasil) -> Tabel:
    """T3.9: money by sasaran with the rows penunjang and belum dipetakan, and the total."""
    return _make_groups(hasil, "sasaran", "T3.9", "Sasaran")


def tabulate_anggaran_urusan(hasil: Hasil) -> Tabel:
    """T3.9u: money by urusan."""
    return _make_groups(hasil, "urusan", "T3.9u", "Urusan Pemerintahan")


def tabulate_anggaran_program(hasil: Hasil) -> Tabel:
    """T3.9p: money by program."""
    return _make_groups(hasil, "program", "T3.9p", "Program")


def _make_groups(hasil: Hasil, jenis: str, kode: str, judul: str) -> Tabel:
    cols = kolom(
        (judul.capitalize() if jenis != "urusan" else "Urusan pemerintahan", "kiri", 3.4),
        ("Pagu (Rp)", "desimal", 1.6),
        ("Realisasi (Rp)", "desimal", 1.6),
        ("Sisa (Rp)", "desimal", 1.5),
        ("Penyerapan (%)", "desimal", 1.05),
    )
    milik = [item for item in hasil.rincian.kelompok if item.jenis == jenis]
    baris = [_make_group(hasil, item) for item in milik]
    isi = ("pagu", "realisasi_anggaran", "sisa", "persen")
    total = row(text("Jumlah"), *(figure(hasil, f"anggaran_total/{n}") for n in isi), gaya="total")
    catatan = Catatan()
    if any(item.kode == "belum dipetakan" for item in milik):
        catatan.add("Baris belum dipetakan memuat anggaran yang belum dihubungkan dengan sasaran atau penunjang.")
    return Tabel(
        id=kode,
        kode=kode,
        judul=f"Pagu dan Realisasi Anggaran per {judul} {say_periode(hasil)}",
        kolom=cols,
        baris=(*baris, total) if baris else say_empty(cols, f"Anggaran tidak terperinci menurut {jenis}."),
        catatan=catatan.list(),
        sumber=SUMBER,
    )


def _make_group(hasil: Hasil, item: KelompokAnggaran) -> Baris:
    """A group's money, with references where hasil.json holds the same figures."""
    sasaran = {s.kode for s in hasil.sasaran}
    nama = f"{item.kode} {item.uraian}" if item.kode in sasaran or item.jenis != "sasaran" else item.uraian
    jalur = {"pagu": "pagu", "realisasi_anggaran": "realisasi_anggaran", "persen": "penyerapan"}
    if item.jenis == "sasaran" and item.kode in sasaran:
        rujukan = {k: f"sasaran/{item.kode}/{v}" for k, v in jalur.items()}
    elif item.jenis != "sasaran" and item.kode in {a.kode for a in hasil.anggaran}:
        rujukan = {k: f"anggaran/{item.kode}/{k}" for k in (*jalur, "sisa")}
    else:
        rujukan = {}
    sel = []
    for kunci in ("pagu", "realisasi_anggaran", "sisa", "persen"):
        nilai = getattr(item, kunci)
        sama = kunci in rujukan and find_nilai(hasil, rujukan[kunci]) == nilai
        biasa = number(nilai) if kunci == "persen" else text(_money(nilai))
        sel.append(figure(hasil, rujukan[kunci]) if sama else biasa)
    return row(text(nama), *sel)


def _money(x: Decimal) -> str:
    return format_uang(x, 0 if x == int(x) else 2)
