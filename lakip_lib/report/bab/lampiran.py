"""The annexes: Perjanjian Kinerja, quarters, evidence, methodology, trail of data, quality of data, colophon."""

from importlib.metadata import version

from lakip_lib import __version__
from lakip_lib.blok import Baris, Blok, Halaman, Isi, Kolom, Run, Tabel, Ttd
from lakip_lib.measures.susun import list_pengaturan
from lakip_lib.narrative.kalimat import Isian, fill
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.rencana import has_perubahan
from lakip_lib.report.bab.bagian import Bagian, judul, paragraf, teks, tunjuk
from lakip_lib.report.bab.depan import BELUM_DITULIS, list_baris
from lakip_lib.settings.instansi import Pejabat
from lakip_lib.tables import (
    tabulate_bukti,
    tabulate_jejak,
    tabulate_jejak_anggaran,
    tabulate_jejak_keluaran,
    tabulate_metodologi,
    tabulate_mutu,
    tabulate_pk_indikator,
    tabulate_pk_program,
    tabulate_rencana_aksi,
)
from lakip_lib.versi import PUSTAKA

TITIK = "…" * 8  # the day and month of the Perjanjian Kinerja stand on its original
PENGATURAN_LABEL = {
    "judul": "Judul laporan",
    "skala": "Skala peringkat",
    "batas_capaian": "Batas capaian dalam rata-rata (%)",
    "rata_instansi": "Rata-rata instansi menurut",
    "metode_min": "Metode indikator makin rendah makin baik",
    "efisiensi": "Metode efisiensi",
    "penunjang": "Anggaran penunjang",
    "kertas": "Kertas",
    "huruf": "Huruf",
    "kemajuan_renstra": "Kemajuan terhadap Renstra",
}
PERNYATAAN = (
    "Untuk mewujudkan pemerintahan yang efektif, terbuka, dan bertanggung jawab atas hasil, kedua pihak di bawah ini "
    "menyatakan kesepakatan sebagai berikut.",
    "{pertama}, {jabatan_pertama}, selanjutnya disebut Pihak Pertama, berjanji mewujudkan target kinerja Tahun {tahun} "
    "sebagaimana tercantum dalam lampiran perjanjian ini. Keberhasilan dan kegagalan pencapaian target tersebut "
    "menjadi tanggung jawab Pihak Pertama.",
    "{kedua}, {jabatan_kedua}, selaku atasan Pihak Pertama dan selanjutnya disebut Pihak Kedua, memberikan supervisi "
    "yang diperlukan, menilai pencapaian kinerja yang diperjanjikan, dan mengambil tindakan dalam rangka penghargaan "
    "atau pembinaan.",
)


def write_lampiran_pk(konteks: Konteks) -> Bagian:
    """Annex 1: the statement of both parties with their signatures, then targets and budget."""
    tahun = konteks.hasil.tahun
    nama = f"PERJANJIAN KINERJA {'PERUBAHAN ' if has_perubahan(konteks) else ''}TAHUN {tahun}"
    pertama, kedua = konteks.settings.pejabat.kepala, konteks.settings.pejabat.atasan
    isi: dict[str, Isian] = {
        "tahun": tahun,
        "pertama": pertama.nama or BELUM_DITULIS,
        "kedua": kedua.nama or BELUM_DITULIS,
        "jabatan_pertama": pertama.jabatan_tercetak or "Kepala perangkat daerah",
        "jabatan_kedua": kedua.jabatan_tercetak or "Kepala daerah",
    }
    tempat = ", ".join(k for k in (konteks.settings.instansi.ibu_kota, f"{TITIK} {tahun}") if k)
    pihak = (_sign(kedua, "PIHAK KEDUA"), _sign(pertama, "PIHAK PERTAMA"))
    indikator = _copy(tabulate_pk_indikator(konteks.hasil))
    program = _copy(tabulate_pk_program(konteks.hasil, konteks.kinerja))
    return (
        judul(1, nama, "lampiran-perjanjian-kinerja"),
        *paragraf(*(fill(pola, **isi) for pola in PERNYATAAN)),
        Ttd(tempat_tanggal=tempat, pihak=pihak),
        Halaman(),
        *tunjuk("Target dan anggaran yang diperjanjikan tercantum pada {rujukan}.", indikator, program),
        indikator,
        program,
    )


def _sign(pejabat: Pejabat, pihak: str) -> tuple[str, ...]:
    return list_baris(pejabat, pihak)


def _copy(tabel: Tabel) -> Tabel:
    """The same table once more, under an id of its own."""
    return tabel.model_copy(update={"id": f"lampiran-{tabel.id}"})


def write_lampiran_aksi(konteks: Konteks) -> Bagian:
    """Annex: the targets of the quarters."""
    return (
        judul(1, f"RENCANA AKSI TAHUN {konteks.hasil.tahun}", "lampiran-rencana-aksi"),
        _copy(tabulate_rencana_aksi(konteks.hasil)),
    )


def write_lampiran_bukti(konteks: Konteks) -> Bagian:
    """Annex: the evidence of each indikator."""
    return (judul(1, "DATA DUKUNG", "lampiran-data-dukung"), tabulate_bukti(konteks.hasil, konteks.kinerja))


def write_lampiran_metodologi(konteks: Konteks) -> Bagian:
    """Annex: each formula used."""
    return (
        judul(1, "METODOLOGI PERHITUNGAN", "lampiran-metodologi"),
        *teks("Setiap angka dalam laporan ini dihitung dengan rumus berikut."),
        tabulate_metodologi(konteks.hasil),
    )


def write_lampiran_jejak(konteks: Konteks) -> Bagian:
    """Annex: the source cell of each figure."""
    return (
        judul(1, "JEJAK DATA", "lampiran-jejak-data"),
        *teks(
            "Setiap target, realisasi, pembanding, dan angka anggaran dapat ditelusuri ke berkas, lembar, dan sel asalnya."
        ),
        tabulate_jejak(konteks.hasil, konteks.kinerja),
        tabulate_jejak_anggaran(konteks.hasil),
        tabulate_jejak_keluaran(konteks.kinerja),
    )


def write_lampiran_mutu(konteks: Konteks) -> Bagian:
    """Annex: the findings that stand."""
    return (
        judul(1, "CATATAN MUTU DATA", "lampiran-mutu-data"),
        *teks("Hal berikut ditemukan ketika data dibaca dan diperiksa, beserta yang perlu dilakukan."),
        tabulate_mutu(konteks.hasil),
    )


def write_kolofon(konteks: Konteks) -> Bagian:
    """Annex: what this document was made from: inputs with sha256, program, settings."""
    masukan = [(berkas, sha256) for berkas, sha256 in list_masukan(konteks)]
    pustaka = ", ".join(f"{nama} {version(nama)}" for nama in PUSTAKA)
    atur = [("Program", f"lakip {__version__}"), ("Pustaka", pustaka), *_list_settings(konteks)]
    return (
        judul(1, "KOLOFON", "lampiran-kolofon"),
        *teks(
            "Dokumen ini disusun dari berkas dan pengaturan berikut. Masukan yang sama menghasilkan dokumen yang sama. "
            "Sidik semua masukan dan keluaran, termasuk data dukung, tercatat dalam manifest.json."
        ),
        _make_pairs("kolofon-masukan", "Berkas Masukan", ("Berkas", "SHA-256"), masukan),
        _make_pairs("kolofon-pengaturan", "Program dan Pengaturan", ("Hal", "Isi"), atur),
    )


def list_masukan(konteks: Konteks) -> list[tuple[str, str]]:
    """The files that figures and texts came from, each once with its sha256, by name."""
    asal = {r["berkas"]: r["sha256"] for nama in ("asal", "narasi", "isian") for r in konteks.kinerja.records(nama)}
    return sorted((berkas, sha256 or "") for berkas, sha256 in asal.items() if berkas)


def _list_settings(konteks: Konteks) -> list[tuple[str, str]]:
    atur = list_pengaturan(konteks.settings)
    return [
        (PENGATURAN_LABEL.get(kunci, kunci), nilai if isinstance(nilai, str) else "tabel sendiri")
        for kunci, nilai in sorted(atur.items())
    ]


def _make_pairs(id_tabel: str, nama: str, kepala: tuple[str, str], isi: list[tuple[str, str]]) -> Tabel:
    baris = tuple(Baris(sel=tuple(Isi(isi=(Run(teks=kata or "–"),)) for kata in pasangan)) for pasangan in isi)
    kosong = (Baris(sel=(Isi(isi=(Run(teks="Belum ada."),), lebar=2),)),)
    return Tabel(
        id=id_tabel,
        kode=id_tabel,
        judul=nama,
        kolom=(Kolom(judul=kepala[0], lebar=1.0), Kolom(judul=kepala[1], lebar=1.9)),
        baris=baris or kosong,
        urut=False,
    )


def write_lampiran(konteks: Konteks) -> Bagian:
    """All annexes in order."""
    blok: list[Blok] = []
    for tulis in (
        write_lampiran_pk,
        write_lampiran_aksi,
        write_lampiran_bukti,
        write_lampiran_metodologi,
        write_lampiran_jejak,
        write_lampiran_mutu,
        write_kolofon,
    ):
        blok += tulis(konteks)
    return tuple(blok)
