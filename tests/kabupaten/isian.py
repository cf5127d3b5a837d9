"""What the units of an invented agency type into F1 to F5, in the notation of tests/contoh."""

from random import Random

from .anggaran import SubKegiatan
from .bahan import Baris, read_bahan
from .deret import split_realisasi
from .orang import draw_nama
from .rencana import Indikator, Rencana

BUKTI = 2  # so many indikator of an agency have a file under bukti/, the others a link


def tabulate_isian(
    rencana: Rencana, sub: tuple[SubKegiatan, ...], anggaran: list[Baris], tahun: int, acak: Random, *, boleh_koma: bool
) -> dict[str, list[Baris]]:
    """The tables f1 to f5 of one year."""
    koma = acak.random() < 0.2 and boleh_koma  # an agency whose people type figures as text with a comma
    return {
        "f1": [_type_capaian(i, rencana, tahun, koma, acak) for i in rencana.indikator],
        "f2": [_write_analisis(i, rencana, tahun, acak) for i in rencana.indikator],
        "f3": [_type_keluaran(s, row, rencana, acak) for s, row in zip(sub, anggaran, strict=True)],
        "f4": [_name_bukti(n, i, rencana, tahun) for n, i in enumerate(rencana.indikator)],
        "f5": [_sign(kode, nama, rencana, tahun, acak) for kode, nama in rencana.unit.items()],
    }


def _type_capaian(indikator: Indikator, rencana: Rencana, tahun: int, koma: bool, acak: Random) -> Baris:
    deret = indikator.deret
    triwulan, setahun = split_realisasi(deret, tahun, acak)
    undi = acak.random()
    kosong = {"kode": indikator.kode, "sumber_data": f"Laporan {rencana.unit[indikator.unit]} {tahun} (contoh)"}
    if deret.is_setahun and deret.metode == "MAX" and undi < 0.12:
        return {**kosong, "status_data": "belum rilis", "alasan": f"Hasil penilaian {tahun} belum diterbitkan"}
    sementara = undi > 0.96
    ketik = [_write_angka(teks, koma and deret.desimal == 2) for teks in (*triwulan, setahun)]
    return {
        **kosong,
        **dict(zip(("tw1", "tw2", "tw3", "tw4", "realisasi"), ketik, strict=True)),
        "status_data": "sementara" if sementara else "final",
        "alasan": "Menunggu pemeriksaan angka triwulan IV" if sementara else "",
    }


def _write_angka(teks: str, koma: bool) -> str:
    """A figure as typed: letters and, where people like commas, numbers as text."""
    if " (" in teks:
        return f"'{teks}"
    return f"'{teks.replace('.', ',')}" if koma and teks else teks


def _write_analisis(indikator: Indikator, rencana: Rencana, tahun: int, acak: Random) -> Baris:
    objek = indikator.row["nama"][0].lower() + indikator.row["nama"][1:]
    pola: dict[str, list[str]] = {}
    for row in read_bahan("analisis"):
        pola.setdefault(row["kolom"], []).append(row["teks"])
    return {
        "kode": indikator.kode,
        **{kolom: acak.choice(teks).format(objek=objek) for kolom, teks in pola.items()},
        "penanggung_jawab": f"Kepala {rencana.unit[indikator.unit]}",
        "waktu": f"TW {acak.choice(('I', 'II', 'III', 'IV'))} {tahun + 1}",
    }


def _type_keluaran(sub: SubKegiatan, anggaran: Baris, rencana: Rencana, acak: Random) -> Baris:
    kurang = acak.random() < 0.15 - rencana.mutu
    hasil = max(1, sub.target - acak.randint(1, max(1, sub.target // 3))) if kurang else sub.target
    beda = 9_000 if acak.random() < 0.004 else 0  # now and then a digit is typed wrong, a peringatan
    rupiah = int(anggaran["realisasi"]) + beda
    return {"kode": sub.kode, "realisasi": str(hasil), "realisasi_anggaran": str(rupiah)}


def name_bukti(indikator: Indikator) -> str:
    """The evidence file of an indikator that has one."""
    return f"bukti/rekap-{indikator.kode.lower()}.csv"


def _name_bukti(urut: int, indikator: Indikator, rencana: Rencana, tahun: int) -> Baris:
    slug = rencana.perangkat.slug
    tautan = (
        name_bukti(indikator) if urut < BUKTI else f"https://contoh.example/{slug}/{tahun}/{indikator.kode.lower()}"
    )
    nama = indikator.row["nama"]
    return {"kode": indikator.kode, "nama_dokumen": f"Rekap {nama}", "tanggal": f"@{tahun}-12-31", "tautan": tautan}


def _sign(kode: str, nama: str, rencana: Rencana, tahun: int, acak: Random) -> Baris:
    return {
        "unit": kode,
        "diisi_oleh": draw_nama(acak),
        "jabatan": acak.choice(("Penyusun Program", "Pengelola Data", "Perencana Ahli Pertama")),
        "tanggal": f"@{tahun + 1}-01-{acak.randint(5, 14):02d}",
        "diperiksa_oleh": f"{draw_nama(acak)}, Kepala {nama}",
    }
