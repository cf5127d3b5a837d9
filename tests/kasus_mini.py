"""The worked mini-case of an invented agency (DOMAIN §5.9) as tidy tables and settings."""

from datetime import date
from decimal import Decimal
from typing import Any

from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi


def make_settings(**pengaturan: Any) -> Instansi:
    """Settings of the mini-case; keyword arguments go into [pengaturan]."""
    return Instansi.model_validate(
        {
            "instansi": {
                "kode": "contoh-mini",
                "nama": "Dinas Contoh Mini",
                "pemda": "Kabupaten Contoh",
                "contoh": True,
            },
            "periode": {
                "tahun": 2025,
                "renstra_awal": 2021,
                "renstra_akhir": 2026,
                "tenggat": date(2026, 2, 28),
                "tanggal_dokumen": date(2026, 2, 20),
            },
            "pengaturan": pengaturan,
        }
    )


def make_kinerja() -> Kinerja:
    """The six indikator and the budget of the mini-case."""
    dasar = [
        ("I1", "S1", "Indeks SPBE", "indeks", "max", "akhir", "2.75", "3.10", "2.10", "2.54"),
        ("I2", "S1", "Waktu pemulihan gangguan jaringan", "jam", "min", "akhir", "14", "10", "20", "18"),
        ("I3", "S2", "Konten informasi publik", "konten", "max", "jumlah", "100", "120", None, "90"),
        ("I4", "S2", "Insiden kebocoran data", "insiden", "min", None, "0", "0", None, "1"),
        ("I5", "S2", "Indeks Pembangunan Statistik", "indeks", "max", None, "2.60", "3.00", None, "2.40"),
        ("I6", "S2", "Nilai AKIP", "predikat", "max", None, "BB (70.01)", "A (80.01)", None, "B (63.10)"),
    ]
    realisasi = {
        "I1": {"realisasi": "2.81"},
        "I2": {"realisasi": "16"},
        "I3": {"tw1": "12", "tw2": "18", "tw3": "45", "tw4": "30"},
        "I4": {"realisasi": "0"},
        "I5": {"status_data": "belum rilis", "alasan": "rilis BPS belum terbit"},
        "I6": {"realisasi": "B (65.30)"},
    }
    tw = {"I3": {"tw1": "10", "tw2": "20", "tw3": "40", "tw4": "30"}}
    juta = Decimal(1_000_000)
    uang = [("S1", 1200, 1080), ("S2", 800, 760), ("penunjang", 3000, 2700)]
    return Kinerja.from_rows(
        sasaran=[
            {"kode": "S1", "uraian": "Meningkatnya layanan SPBE"},
            {"kode": "S2", "uraian": "Terbukanya informasi"},
        ],
        indikator=[
            {
                "kode": k,
                "sasaran": s,
                "nama": n,
                "satuan": u,
                "arah": a,
                "agregasi": g,
                "kondisi_awal": awal,
                "unit": "U1",
            }
            for k, s, n, u, a, g, _, _, awal, _ in dasar
        ],
        target=[{"indikator": d[0], "tahun": 2025, "versi": "pk", "target": d[6], **tw.get(d[0], {})} for d in dasar]
        + [{"indikator": d[0], "tahun": 2026, "versi": "renstra", "target": d[7]} for d in dasar],
        riwayat=[{"indikator": d[0], "tahun": 2024, "realisasi": d[9]} for d in dasar],
        realisasi=[{"indikator": kode, "unit": "U1", **row} for kode, row in realisasi.items()],
        program=[{"kode": f"2.16.0{n}", "sasaran": s} for n, (s, _, _) in enumerate(uang, 1)],
        anggaran=[
            {"kode": f"2.16.0{n}", "level": "program", "uraian": s, "pagu": p * juta, "realisasi_anggaran": a * juta}
            for n, (s, p, a) in enumerate(uang, 1)
        ],
    )


def make_traced() -> Kinerja:
    """The mini-case with a history, standards and an output, and the cells that figures of I1 were typed in."""
    cells = [
        ("target", "I1|2025|pk", "target", "Target", "D2", "2,75"),
        ("realisasi", "I1", "realisasi", "F1 Capaian", "O6", "2,81"),
        ("indikator", "I1", "kondisi_awal", "Indikator", "M2", "2,1"),
        ("target", "I1|2026|renstra", "target", "Target", "D9", "3,1"),
        ("riwayat", "I1|2023", "target", "Riwayat", "C2", "2,4"),
        ("riwayat", "I1|2023", "realisasi", "Riwayat", "D2", "2,41"),
        ("riwayat", "I1|2023", "capaian_tercetak", "Riwayat", "E2", "100,42"),
        ("riwayat", "I1|2024", "realisasi", "Riwayat", "D3", "2,54"),
        ("riwayat", "I1|2024", "capaian_tercetak", "Riwayat", "E3", "101,6"),
        ("standar", "I1|2024|nasional", "nilai", "Standar", "C2", "2,6"),
        ("standar", "I1|2026|nasional", "nilai", "Standar", "C3", "2,7"),
        ("keluaran", "2.16.01", "target", "F3 Program", "E6", "4"),
        ("keluaran", "2.16.01", "realisasi", "F3 Program", "F6", "3"),
    ]
    rows = [
        {"tabel": t, "kunci": k, "kolom": c, "berkas": "isian/u1.xlsx" if "F" in lembar else "perencanaan.xlsx",
         "sha256": "0" * 64, "lembar": lembar, "sel": sel, "teks": teks}
        for t, k, c, lembar, sel, teks in cells
    ]  # fmt: skip
    kinerja = make_kinerja()
    lama = {nama: kinerja.records(nama) for nama in vars(kinerja)}
    riwayat = [r for r in lama["riwayat"] if r["indikator"] != "I1"]
    riwayat += [
        {"indikator": "I1", "tahun": 2023, "target": "2.4", "realisasi": "2.41", "capaian_tercetak": Decimal("100.42")},
        {"indikator": "I1", "tahun": 2024, "realisasi": "2.54", "capaian_tercetak": Decimal("101.6")},
    ]
    baru = {
        "riwayat": riwayat,
        "standar": [
            {"indikator": "I1", "tahun": t, "nilai": n, "lingkup": "nasional"}
            for t, n in ((2024, "2.6"), (2026, "2.7"))
        ],
        "keluaran": [{"kode": "2.16.01", "indikator_keluaran": "Dokumen", "target": "4", "realisasi": "3"}],
        "asal": rows,
    }
    return Kinerja.from_rows(**(lama | baru))
