"""Words for the columns and codes that notebooks show."""

from collections.abc import Callable, Mapping

from lakip_lib.istilah import AGREGASI_LABEL, ALASAN_LABEL, ARAH_LABEL, STATUS_LABEL, TW_LABEL, say_aturan

# Columns of canonical texts ("2.75", "80-90", "BB (70.01)"), which are printed as figures.
NILAI = frozenset(
    (
        "target",
        "realisasi",
        "kondisi_awal",
        "capaian_hitung",
        "target_tahun",
        "target_akhir",
        "realisasi_renstra",
        "sd_target",
        "sd_realisasi",
        *TW_LABEL,
    )
)
JUDUL = {
    **TW_LABEL,
    "alasan": "Alasan",
    "asal": "Asal",
    "capaian": "Capaian (%)",
    "capaian_hitung": "Capaian hitung (%)",
    "capaian_mentah": "Capaian mentah (%)",
    "capaian_rerata": "Capaian dalam rata-rata (%)",
    "capaian_tercetak": "Capaian yang pernah dicetak (%)",
    "dari_awal": "Kemajuan dari kondisi awal (%)",
    "dinilai": "Dapat dinilai",
    "jenis_standar": "Jenis standar",
    "jumlah": "Jumlah",
    "kolom": "Bagian",
    "pagu": "Pagu (Rp)",
    "pagu_murni": "Pagu murni (Rp)",
    "pagu_perubahan": "Pagu perubahan (Rp)",
    "penyerapan": "Penyerapan (%)",
    "persen": "Penyerapan (%)",
    "pesan": "Temuan dan tindak lanjut",
    "ragu": "Belum dapat dipakai",
    "rasio": "Kemajuan rasio (%)",
    "realisasi_anggaran": "Realisasi anggaran (Rp)",
    "realisasi_renstra": "Realisasi s.d. tahun ini",
    "sd_capaian": "Capaian s.d. (%)",
    "sd_realisasi": "Realisasi s.d.",
    "sd_target": "Target s.d.",
    "sisa": "Sisa (Rp)",
    "target_akhir": "Target akhir Renstra",
    "target_tahun": "Target Renstra tahun ini",
    "teks": "Tertulis",
}


def name_column(kolom: str) -> str:
    """The heading of a column: "Realisasi anggaran (Rp)", "TW I", "Status data"; "E1" and "NE E4" stay."""
    if kolom in JUDUL:
        return JUDUL[kolom]
    kata = kolom.replace("_", " ")
    return kata[:1].upper() + kata[1:]


def _look_up(label: Mapping[str, str]) -> Callable[[str], str]:
    return lambda kode: label.get(kode, kode)


def say_ragu(kode: str) -> str:
    """ "tw3:ambigu" in words: "TW III: angka dapat dibaca dengan dua cara"."""
    pasangan = [bagian.partition(":") for bagian in kode.split()]
    return "; ".join(f"{name_column(k)}: {say_alasan(a)}" if a else name_column(k) for k, _, a in pasangan)


say_alasan = _look_up({str(k): v for k, v in ALASAN_LABEL.items()})
say_status = _look_up({str(k): v for k, v in STATUS_LABEL.items()})
say_arah = _look_up({str(k): v for k, v in ARAH_LABEL.items()})
say_agregasi = _look_up({str(k): v for k, v in AGREGASI_LABEL.items()})
say_periode = _look_up({k.upper(): v for k, v in TW_LABEL.items()} | {"tahunan": "Tahunan"})

say_versi = _look_up({"renstra": "Renstra", "pk": "PK", "pk_perubahan": "PK perubahan"})

# What the codes of a column mean; a value that is no code stands as it is.
KATA: dict[str, Callable[[str], str]] = {
    "agregasi": say_agregasi,
    "alasan": say_alasan,
    "arah": say_arah,
    "aturan": say_aturan,
    "kode": lambda kode: kode or "Instansi",  # sums over the whole agency have no kode
    "kolom": lambda kode: name_column(kode).removesuffix(" (Rp)").removesuffix(" (%)"),
    "level": lambda kode: kode.replace("_", " "),
    "periode": say_periode,
    "ragu": say_ragu,
    "status": say_status,
    "tabel": lambda kode: kode.replace("_", " "),
    "tingkat": str.capitalize,
    "versi": say_versi,
}
