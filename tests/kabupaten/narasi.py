"""instansi.toml, the texts and the evidence files of an invented agency."""

from collections.abc import Mapping
from random import Random

from .bahan import Baris
from .isian import BUKTI, name_bukti
from .orang import draw_nama, draw_nip, draw_pejabat
from .rencana import Rencana

PEMDA, IBU_KOTA = "Kabupaten Contoh Raya", "Contoh Raya"
_KEPALA = {
    "kecamatan": "Camat", "inspektorat": "Inspektur", "rsud": "Direktur", "setda": "Sekretaris Daerah", "setwan": "Sekretaris DPRD",
}  # fmt: skip


def write_toml(rencana: Rencana, kode_skpd: str, tahun: int, acak: Random) -> str:
    """instansi.toml of one year; the people are the same whenever `acak` is."""
    p = rencana.perangkat
    kepala = _KEPALA.get(p.tema, "Kepala")
    jabatan = kepala if kepala.startswith("Sekretaris") else f"{kepala} {p.nama.removeprefix('Kecamatan ')}"
    bagian: dict[str, Mapping[str, object]] = {
        "instansi": {
            "kode": p.slug, "kode_skpd": kode_skpd, "nama": p.nama, "singkatan": p.singkatan, "pemda": PEMDA,
            "ibu_kota": IBU_KOTA, "alamat": f"Jalan Karangan Nomor {p.nomor}, {IBU_KOTA}", "surel": f"{p.slug}@contoh.example",
            "contoh": True,
        },
        "periode": {
            "tahun": tahun, "renstra_awal": rencana.awal, "renstra_akhir": rencana.akhir, "tenggat": _Tanggal(f"{tahun + 1}-01-20"),
            "tanggal_dokumen": _Tanggal(f"{tahun + 1}-02-{acak.randint(9, 20):02d}"),
        },
        "pejabat.kepala": draw_pejabat(acak, jabatan),
        "pejabat.sekretaris": draw_pejabat(acak, "Sekretaris"),
        "pejabat.kasubag_program": draw_pejabat(acak, "Kepala Subbagian Perencanaan dan Program"),
        "pejabat.atasan": {"nama": "Bupati Contoh Raya (contoh)", "jabatan": "Bupati Contoh Raya"},
    }  # fmt: skip
    teks = ["# Seluruh instansi, orang, dan angka pada folder ini dikarang."]
    teks += [_print_bagian(f"[{nama}]", isi) for nama, isi in bagian.items()]
    for kode, nama in rencana.unit.items():
        isi = {
            "kode": kode,
            "nama": nama,
            "kepala": draw_nama(acak),
            "nip_kepala": draw_nip(acak),
            "pic": draw_nama(acak),
        }
        teks.append(_print_bagian("[[unit]]", isi))
    teks.append(_print_bagian("[lra]", {"kumulatif": True}))
    teks.append(
        _print_bagian("[surat]", {"kode_unit": p.singkatan.upper().replace(" ", "-"), "tujuan": "Bupati Contoh Raya"})
    )
    return "\n\n".join(teks) + "\n"


class _Tanggal(str):
    """A date, which stands in TOML without quotes."""


def _print_bagian(judul: str, isi: Mapping[str, object]) -> str:
    return "\n".join([judul, *(f"{kunci} = {_print_nilai(nilai)}" for kunci, nilai in isi.items())])


def _print_nilai(nilai: object) -> str:
    if isinstance(nilai, bool):
        return str(nilai).lower()
    return f'"{nilai}"' if isinstance(nilai, str) and not isinstance(nilai, _Tanggal) else str(nilai)


def write_narasi(rencana: Rencana, tahun: int, acak: Random) -> dict[str, str]:
    """The texts by name; one or two are not handed in, as happens."""
    nama, sasaran = rencana.perangkat.nama, "; ".join(s.uraian[0].lower() + s.uraian[1:] for s in rencana.sasaran)
    semua = {
        "kata-pengantar": f"Laporan kinerja {nama} tahun {tahun} disusun sebagai pertanggungjawaban atas perjanjian kinerja.",
        "latar-belakang": f"{nama} melayani masyarakat {PEMDA}. Renstra berlaku {rencana.awal}–{rencana.akhir}.",
        "dasar-hukum": "1. Peraturan Presiden Nomor 29 Tahun 2014.\n2. Peraturan Menteri PANRB Nomor 53 Tahun 2014.",
        "tugas-fungsi": f"{nama} membantu Bupati melaksanakan urusan kewenangannya, dengan {len(rencana.unit)} unit kerja.",
        "isu-strategis": f"Perhatian utama tahun {tahun}: {sasaran}.",
        "realisasi-anggaran": "Belanja dilaksanakan menurut anggaran kas; sisa anggaran terutama dari sisa pengadaan.",
        "penutup": f"Capaian tahun {tahun} menjadi bahan penyusunan rencana tahun {tahun + 1}.",
    }
    hilang = acak.sample(sorted(semua), acak.randint(0, 2))
    return {kunci: f"{teks}\n" for kunci, teks in semua.items() if kunci not in hilang}


def write_bukti(rencana: Rencana, f1: list[Baris], tahun: int) -> dict[str, str]:
    """The evidence files by path below the agency's folder: small tables of the quarters."""
    isian = {row["kode"]: row for row in f1}
    return {
        name_bukti(i): "\n".join(
            [
                f"triwulan;{i.row['nama']} {tahun} (contoh)",
                *(f"TW{n};{isian[i.kode].get(f'tw{n}', '').lstrip(chr(39))}" for n in range(1, 5)),
            ]
        )
        + "\n"
        for i in rencana.indikator[:BUKTI]
    }
