"""An invented agency with one indikator for each way of computing: the hard cases of the working paper."""

from decimal import Decimal
from typing import Any

from lakip_lib.model import Kinerja

# kode, sasaran, satuan, arah, metode, agregasi, target, realisasi (a year's text, or four quarters), last year's
INDIKATOR: tuple[tuple[Any, ...], ...] = (
    ("A1", "S1", "indeks", "max", None, None, "80", "64.004", "60"),  # a tie: 80,005
    ("A2", "S1", "hari", "min", "MIN-B", None, "5", "0", "4"),  # T/R with a realisasi of nothing
    ("A3", "S1", "hari", "min", "MIN-B", None, "14", "12", "0"),
    ("A4", "S1", "hari", "min", None, None, "7", "15", "9"),  # negative capaian
    ("A5", "S1", "insiden", "min", None, None, "0", "3", "1"),
    ("A6", "S1", "dokumen", "max", None, None, "0", "2", "1"),  # target nol
    ("B1", "S2", "%", "stabil", None, "rata", "60", ("68", "67", "65", "64"), "61"),  # with a band
    ("B2", "S2", "%", "max", None, None, "80-90", "95", "80"),
    ("B3", "S2", "bulan", "min", None, "tertinggi", "7-8", ("6", "6.5", "7.5", "9"), "8.5"),
    ("B4", "S2", "%", "stabil", None, None, "80-90", "95", "85"),
    ("B5", "S2", "%", "max", None, "terendah", "80", ("90", "81", "85", "79"), "75"),
    ("B6", "S2", "konten", "max", None, "jumlah", "100", ("12", "18", "45", "30"), "90"),
    ("B7", "S2", "konten", "max", None, "jumlah", "100", ("12", None, "45", None), "90"),  # not complete
    ("B8", "S2", "%", "max", None, None, "60", "2/3", "55"),  # pembilang by penyebut
    ("B9", "S2", "%", "stabil", None, None, "70", "88", "68"),  # above its band, as last year was within it
    ("C1", "S3", "ada/tidak", "max", None, None, "ada", "belum", "belum"),
    ("C2", "S3", "predikat", "max", None, None, "BB", "A", "B"),
    ("C3", "S3", "predikat", "max", None, None, "BB", "B (65.30)", "CC (58.2)"),
    ("C4", "S3", "opini", "max", None, None, "WTP", "WDP", "WTP"),
    ("C5", "S3", "predikat", "max", None, "akhir", "A", ("CC", "B", "BB", "BB"), "B"),
    ("C6", "S3", "indeks", "max", None, None, "2.60", None, "2.40"),
)
# kode, level, pagu murni, pagu perubahan, realisasi; the second program does not add up
ANGGARAN = (
    ("2.16.01", "program", 900, 1000, "900.40"),
    ("2.16.01.2.01", "kegiatan", 900, 1000, "900.40"),
    ("2.16.01.2.01.0001", "sub_kegiatan", 500, 600, "500.15"),
    ("2.16.01.2.01.0001.5.1", "akun", 500, 600, "500.15"),
    ("2.16.01.2.01.0002", "sub_kegiatan", 400, 400, "400.25"),
    ("2.16.02", "program", 700, 777, "700"),
    ("2.16.02.2.01.0001", "sub_kegiatan", 300, 300, "299.99"),
    ("2.16.02.2.01.0002", "sub_kegiatan", 400, 450, "400"),
    ("2.16.03", "program", 50, 0, "0"),
    ("2.16.04", "program", 60, 60, "30"),
)
PROGRAM = (
    ("2.16.01.2.01.0001", "S1", "33.33"),
    ("2.16.01.2.01.0001", "S2", "66.67"),
    ("2.16.01.2.01.0002", "penunjang", None),
    ("2.16.02", "S3", None),
)
TW = ("tw1", "tw2", "tw3", "tw4")


def make_ragam() -> Kinerja:
    """The tidy tables of the agency, with weights in one sasaran, history, standards and a cumulative Renstra target."""
    return Kinerja.from_rows(
        sasaran=[{"kode": f"S{n}", "uraian": f"=Sasaran ke-{n}", "bobot": Decimal(n)} for n in (1, 2, 3, 4)],
        indikator=[_indikator(row) for row in INDIKATOR],
        target=[_target(row, 2025, "pk") for row in INDIKATOR]
        + [
            {"indikator": r[0], "tahun": t, "versi": "renstra", "target": r[6]} for r in INDIKATOR for t in (2025, 2026)
        ],
        riwayat=[
            {"indikator": r[0], "tahun": t, "target": None if r[0] == "A3" else r[6], "realisasi": r[8]}
            for r in INDIKATOR
            for t in (2023, 2024)
        ]
        + [{"indikator": "A1", "tahun": 2022, "capaian_tercetak": Decimal("99.5")}],
        standar=[
            {"indikator": "A1", "tahun": 2025, "nilai": "70", "lingkup": "nasional", "jenis": "ambang", "sumber": "x"},
            {"indikator": "A4", "tahun": 2024, "nilai": "10", "lingkup": "provinsi", "jenis": "rata-rata"},
            {"indikator": "B4", "tahun": 2024, "nilai": "95", "lingkup": "sejenis", "jenis": "rata-rata"},
            {"indikator": "C2", "tahun": 2024, "nilai": "BB", "lingkup": "nasional"},
        ],
        realisasi=[_realisasi(row) for row in INDIKATOR],
        program=[{"kode": k, "sasaran": s, "porsi": p and Decimal(p)} for k, s, p in PROGRAM],
        anggaran=[_anggaran(row) for row in ANGGARAN],
        asal=[
            {
                "tabel": "realisasi",
                "kunci": "A1",
                "kolom": "realisasi",
                "berkas": "isian/a.xlsx",
                "sha256": "0" * 64,
                "lembar": "F1 Capaian",
                "sel": "H5",
                "teks": '=HYPERLINK("http://contoh.invalid")',
            }
        ],
    )


def _indikator(row: tuple[Any, ...]) -> dict[str, Any]:
    kode, sasaran, satuan, arah, metode, agregasi = row[:6]
    pita = {"pita_bawah": Decimal(5), "pita_atas": Decimal(10)} if kode in {"B1", "B9"} else {}
    return {
        "kode": kode,
        "sasaran": sasaran,
        "nama": f"+Indikator {kode}",
        "satuan": satuan,
        "arah": arah,
        "metode": metode,
        "agregasi": agregasi,
        "kumulatif_renstra": "ya" if kode == "B6" else None,
        "kondisi_awal": "50" if satuan in {"%", "indeks"} else None,
        "bobot": {"B1": Decimal("12.5")}.get(kode, Decimal(10)) if sasaran == "S2" else None,
        **pita,
    }


def _target(row: tuple[Any, ...], tahun: int, versi: str) -> dict[str, Any]:
    tw = dict.fromkeys(TW, row[6]) if isinstance(row[7], tuple) else {}
    return {"indikator": row[0], "tahun": tahun, "versi": versi, "target": row[6], **tw}


def _realisasi(row: tuple[Any, ...]) -> dict[str, Any]:
    isi: dict[str, Any] = {"indikator": row[0], "unit": "U1"}
    if row[7] is None:
        return isi | {"status_data": "belum rilis"}
    if isinstance(row[7], tuple):
        return isi | dict(zip(TW, row[7], strict=True))
    atas, ada, bawah = row[7].partition("/")
    return isi | ({"pembilang": Decimal(atas), "penyebut": Decimal(bawah)} if ada else {"realisasi": row[7]})


def _anggaran(row: tuple[Any, ...]) -> dict[str, Any]:
    kode, level, murni, perubahan, realisasi = row
    return {
        "kode": kode,
        "level": level,
        "uraian": f"@Uraian {kode}",
        "pagu_murni": Decimal(murni),
        "pagu_perubahan": Decimal(perubahan),
        "pagu": Decimal(perubahan),
        "realisasi_anggaran": Decimal(realisasi),
    }
