"""An invented district for tests and trials: agencies of different kinds, some with faults, some without figures.

`list_bahan(n)` is what measures take; `write_daerah(akar, n)` the same on disk. A seed decides everything.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

from contoh_hasil import make_hasil

from lakip_lib.delivery.keadaan import Keadaan, save_keadaan
from lakip_lib.formats import round_half_up
from lakip_lib.measures import Hasil, dump_hasil
from lakip_lib.measures.daerah import BahanInstansi, IdentitasDaerah
from lakip_lib.measures.hasil import AnggaranHasil, AnggaranTotal
from lakip_lib.settings import Lokasi

TAHUN = 2025
IDENTITAS = IdentitasDaerah(pemda="Kabupaten Contoh", ibu_kota="Contohkota", tanggal="2026-02-16", contoh=True)
NAMA = (
    "Dinas Pendidikan", "Dinas Kesehatan", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Perhubungan",
    "Dinas Komunikasi dan Informatika", "Badan Keuangan dan Aset Daerah", "Badan Perencanaan Pembangunan Daerah",
    "Inspektorat Daerah", "Sekretariat Daerah", "Kecamatan Ujung Padang", "Kecamatan Muara Tenang",
    "UPTD Puskesmas Sukamaju", "UPTD Puskesmas Tanjung Rambai", "RSUD Dr. Contoh Negara", "Kelurahan Pasar Atas",
    "Satuan Polisi Pamong Praja",
)  # fmt: skip
URUSAN = (
    ("1.01", "URUSAN PEMERINTAHAN BIDANG PENDIDIKAN"), ("1.02", "URUSAN PEMERINTAHAN BIDANG KESEHATAN"),
    ("1.03", "URUSAN PEMERINTAHAN BIDANG PEKERJAAN UMUM DAN PENATAAN RUANG"),
    ("2.15", "URUSAN PEMERINTAHAN BIDANG PERHUBUNGAN"), ("2.16", "URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA"),
    ("5.02", "KEUANGAN"), ("5.01", "PERENCANAAN"), ("6.01", "INSPEKTORAT DAERAH"), ("4.01", "SEKRETARIAT DAERAH"),
    ("7.01", "KECAMATAN"),
)  # fmt: skip
PENUNJANG = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
TEMUAN = (
    ("angka-ambigu", "wajib", "Lembar F1 Capaian, sel O6: Realisasi tertulis '1.234', dapat dibaca dengan dua cara."),
    ("formulir-belum-masuk", "wajib", "Bidang Literasi (LITERASI): formulir belum diterima."),
    ("lonjakan", "peringatan", "Lembar F1 Capaian, sel O7: realisasi IK-1.2 berubah +53,20 poin dari tahun 2024."),
    (
        "naskah-belum-ada",
        "catatan",
        "narasi/dasar-hukum.md belum diisi; tempatnya dalam laporan bertanda 'belum diisi'.",
    ),
)


def vary_hasil(dasar: Hasil, kode: str, nama: str, acak: Random, *, wajib: int = 0) -> Hasil:
    """A Hasil with other figures: its mean, what was assessed, its budget, its findings."""
    mentah = round_half_up(Fraction(round(acak.gauss(9600, 1100)), 100))
    jumlah = acak.randint(4, 24)
    dinilai = jumlah - min(jumlah, acak.choice((0, 0, 0, 1, 2, jumlah // 2 + 1)))
    total = dasar.instansi_capaian.model_copy(
        update={
            "capaian": min(mentah, Decimal(120)) if dinilai else None,
            "capaian_mentah": mentah if dinilai else None,
            "kategori": ("Sangat Tinggi" if mentah > 90 else "Tinggi" if mentah > 75 else "Sedang")
            if dinilai
            else None,
            "jumlah": jumlah,
            "dinilai": dinilai,
            "tercapai": round(dinilai * acak.uniform(0.3, 1)),
        }
    )
    baris = list(make_baris(acak))
    temuan = [t for n, t in enumerate(TEMUAN) if (n < wajib) or (n > 1 and acak.random() < 0.5)]
    return dasar.model_copy(
        update={
            "instansi": {"kode": kode, "nama": nama},
            "instansi_capaian": total,
            "anggaran": tuple(baris),
            "anggaran_total": sum_baris([b for b in baris if b.level == "program"]),
            "temuan": tuple(
                {"aturan": a, "tingkat": t, "pesan": p, **dict.fromkeys(("berkas", "lembar", "sel", "kolom", "nilai"))}
                for a, t, p in temuan
            ),
        }
    )


def make_baris(acak: Random) -> Iterator[AnggaranHasil]:
    """One urusan with two to five programs."""
    kode, uraian = acak.choice(URUSAN)
    program = []
    for n in range(1, acak.randint(3, 6)):
        pagu = Decimal(acak.randint(150, 9000) * 1_000_000)
        nama = PENUNJANG if n == 1 else f"PROGRAM KE-{n} PADA {uraian}"
        program.append(
            make_uang(f"{kode}.0{n}", "program", nama, pagu, round_half_up(pagu * acak.randint(70, 100) / 100))
        )
    semua = sum_baris(program)
    yield make_uang(kode, "bidang_urusan", uraian, semua.pagu, semua.realisasi_anggaran)
    yield from program


def make_uang(kode: str, level: str, uraian: str, pagu: Decimal, realisasi: Decimal) -> AnggaranHasil:
    """One line of the budget tree."""
    angka = _angka(pagu, realisasi)
    return AnggaranHasil.model_validate({"kode": kode, "level": level, "uraian": uraian, "sasaran": None, **angka})


def sum_baris(baris: list[AnggaranHasil]) -> AnggaranTotal:
    """The total of lines."""
    pagu = sum((b.pagu for b in baris), Decimal(0))
    return AnggaranTotal.model_validate(_angka(pagu, sum((b.realisasi_anggaran for b in baris), Decimal(0))))


def _angka(pagu: Decimal, realisasi: Decimal) -> dict[str, Decimal | None]:
    persen = round_half_up(Fraction(realisasi) / Fraction(pagu) * 100) if pagu else None
    return {"pagu": pagu, "realisasi_anggaran": realisasi, "sisa": pagu - realisasi, "persen": persen}


def list_bahan(banyak: int, benih: int = 7) -> list[BahanInstansi]:
    """That many agencies: of each ten one has findings wajib, of each fifteen one has no figures of its own."""
    acak, dasar = Random(benih), make_hasil()
    return [_make_bahan(n, acak, dasar) for n in range(banyak)]


def _make_bahan(n: int, acak: Random, dasar: Hasil) -> BahanInstansi:
    nama = NAMA[n % len(NAMA)] + (f" {n // len(NAMA) + 1}" if n >= len(NAMA) else "")
    kode = "-".join(nama.lower().replace(".", "").split())
    wajib = acak.choice((0, 0, 0, 0, 0, 0, 0, 1, 2))
    bahan = BahanInstansi(
        kode=kode,
        nama=nama,
        singkatan="".join(k[0] for k in nama.split() if k[0].isupper()),
        kode_keluar=3 if wajib else 0,
        tahap="dokumen",
        wajib=wajib,
        hasil=vary_hasil(dasar, kode, nama, acak, wajib=wajib),
        lalu=None if n % 9 == 4 else vary_hasil(dasar.model_copy(update={"tahun": TAHUN - 1}), kode, nama, acak),
    )
    if n % 15 == 6:
        return replace(bahan, kode_keluar=None, tahap=None, ada_isi=False, hasil=None)
    if n % 15 == 8:
        pesan = "Berkas instansi.toml: bagian [periode] belum diisi. Mohon dilengkapi."
        return replace(bahan, kode_keluar=2, tahap=None, pesan=(pesan,))
    if n % 15 == 11:
        return replace(bahan, kode_keluar=1, tahap=None, pesan=("Notebook 02_capaian_kinerja berhenti pada sel [4].",))
    return bahan


DOKUMEN = ("LKjIP.html", "LKjIP.pdf", "LKjIP.docx", "kertas-kerja.xlsx")
TOML = """[instansi]
kode = "{kode}"
nama = "{nama}"
singkatan = "{singkatan}"
pemda = "Kabupaten Contoh"
ibu_kota = "Contohkota"
contoh = true

[periode]
tahun = {tahun}
renstra_awal = 2021
renstra_akhir = 2026
tenggat = 2026-01-15
tanggal_dokumen = 2026-02-16

[[unit]]
kode = "UMUM"
nama = "Sekretariat"

[[unit]]
kode = "TEKNIS"
nama = "Bidang Teknis {nama}"
"""


def write_daerah(akar: Path, banyak: int, benih: int = 7) -> None:
    """The district on disk below `akar`: settings, states, results of this and last year, stand-ins for documents."""
    for bahan in list_bahan(banyak, benih):
        lokasi = Lokasi(akar, TAHUN, bahan.kode)
        lokasi.raw.mkdir(parents=True)
        if bahan.ada_isi:
            isi = TOML.format(kode=bahan.kode, nama=bahan.nama, singkatan=bahan.singkatan, tahun=TAHUN)
            lokasi.settings.write_text(isi + ("[periode\n" if bahan.kode_keluar == 2 else ""), "utf-8")
        if bahan.kode_keluar is not None:
            keadaan = {
                "kode_keluar": bahan.kode_keluar,
                "tahap": bahan.tahap,
                "wajib": bahan.wajib,
                "pesan": bahan.pesan,
            }
            save_keadaan(Keadaan.model_validate(keadaan), lokasi)
        for tempat, hasil in ((lokasi, bahan.hasil), (Lokasi(akar, TAHUN - 1, bahan.kode), bahan.lalu)):
            if hasil is not None:
                tempat.reports.mkdir(parents=True)
                (tempat.reports / "hasil.json").write_text(dump_hasil(hasil), "utf-8")
        if bahan.tahap == "dokumen":
            for nama in DOKUMEN:
                (lokasi.reports / nama).write_bytes(b"")
