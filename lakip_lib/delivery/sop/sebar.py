"""Step 3, sebar: a package for each unit (form, nota dinas, tanda terima), a manifest with hashes, reminders to paste."""

import csv
from collections.abc import Sequence
from io import StringIO

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sop.lembar import (
    make_daftar_terima,
    make_nota_formulir,
    make_tanda_terima,
    write_pengingat_unit,
)
from lakip_lib.delivery.sop.naskah import render_pasangan, write_naskah
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus, check_berkas
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks
from lakip_lib.forms.zip_tetap import pack_zip
from lakip_lib.settings import Unit

KOLOM = ("unit", "nama", "pic", "kontak", "berkas", "sha256", "dikirim", "tenggat", "saluran")


def send_out(siklus: Siklus, *, lewat: str, unit: Sequence[str] = ()) -> Laporan:
    """Do step 3 for the units named, or for all: make their packages and record when and how they went out.

    UsageError where a form is no longer the one that step 2 made, or a unit is unknown.
    """
    dipilih = choose_unit(siklus, unit)
    formulir = siklus.buku.find("formulir")
    dikirim = {f"formulir/{u.kode}.xlsx" for u in dipilih}
    masukan = {nama: sidik for nama, sidik in (formulir.keluaran if formulir else {}).items() if nama in dikirim}
    belum = [u.kode for u in dipilih if formulir and f"formulir/{u.kode}.xlsx" not in masukan]
    if belum:
        raise UsageError(
            f"Formulir {', '.join(belum)} belum dibuat. Buat lebih dahulu, langkah 2, oleh Kasubag Program (lakip formulir)."
        )
    if not clean_teks(lewat):
        raise UsageError("--lewat harus diisi, misalnya WhatsApp, surel, atau cetak.")
    rancangan = siklus.begin("sebar", isi={"lewat": lewat.strip(), "unit": [u.kode for u in dipilih]}, masukan=masukan)
    rusak = check_berkas(siklus.lokasi, masukan)
    if rusak:
        raise UsageError(
            f"Formulir tidak lagi seperti saat dibuat: {', '.join(rusak)}. Buat lagi lebih dahulu, langkah 2, oleh Kasubag "
            "Program (lakip formulir)."
        )
    keluaran: dict[str, str] = {}
    for satu in dipilih:
        keluaran |= write_paket(siklus, rancangan, satu)
    keluaran |= write_naskah(siklus, "03-tanda-terima", make_daftar_terima(siklus, rancangan, dipilih))
    keluaran |= dict([siklus.write("sebar/daftar_kirim.csv", build_daftar(siklus, rancangan, dipilih).encode())])
    for satu in dipilih:
        teks = write_pengingat_unit(siklus, rancangan.tanggal, satu)
        keluaran |= dict([siklus.write(f"pengingat/{satu.kode}.txt", teks.encode())])
    siklus.commit(rancangan, hasil=SELESAI, keluaran=keluaran)
    return Laporan()


def choose_unit(siklus: Siklus, kode: Sequence[str]) -> list[Unit]:
    """The units of those codes in the order of instansi.toml; all where none is named. UsageError for unknown ones."""
    semua = siklus.settings.unit
    if not kode:
        return list(semua)
    asing = [k for k in kode if siklus.settings.get_unit(k) is None]
    if asing:
        raise UsageError(
            f"Unit {', '.join(asing)} tidak ada pada instansi.toml; pilihannya: {', '.join(u.kode for u in semua)}."
        )
    dipilih = {k.casefold() for k in kode}
    return [u for u in semua if u.kode.casefold() in dipilih]


def write_paket(siklus: Siklus, rancangan: Rancangan, unit: Unit) -> dict[str, str]:
    """What goes to one unit: the files in a folder, and the same as one ZIP to attach to a message."""
    isi = {f"{unit.kode}.xlsx": (siklus.lokasi.reports / "formulir" / f"{unit.kode}.xlsx").read_bytes()}
    isi |= render_pasangan("nota-dinas", make_nota_formulir(siklus, rancangan, unit))
    isi |= render_pasangan("tanda-terima", make_tanda_terima(siklus, rancangan, unit))
    berkas = [siklus.write(f"sebar/{unit.kode}/{nama}", data) for nama, data in isi.items()]
    return dict([*berkas, siklus.write(f"sebar/{unit.kode}.zip", pack_zip(isi))])


def build_daftar(siklus: Siklus, rancangan: Rancangan, unit: Sequence[Unit]) -> str:
    """The manifest as CSV: one row a unit with its form's SHA-256, when it went out, until when it is due, by which way.

    Units that went out before keep their row.
    """
    kirim = [*rancangan.sebelum.list("sebar")]
    rows: dict[str, tuple[str, ...]] = {}
    for entri in kirim:
        for kode in entri.isi["unit"]:
            rows[kode] = _build_row(
                siklus, kode, entri.masukan[f"formulir/{kode}.xlsx"], entri.waktu, entri.isi["lewat"]
            )
    for satu in unit:
        sidik = hash_file(siklus.lokasi.reports / "formulir" / f"{satu.kode}.xlsx")
        rows[satu.kode] = _build_row(siklus, satu.kode, sidik, rancangan.waktu.isoformat(), str(rancangan.isi["lewat"]))
    buffer = StringIO()
    tulis = csv.writer(buffer, lineterminator="\n")
    tulis.writerow(KOLOM)
    tulis.writerows(rows[u.kode] for u in siklus.settings.unit if u.kode in rows)
    return buffer.getvalue()


def _build_row(siklus: Siklus, kode: str, sidik: str, waktu: str, lewat: str) -> tuple[str, ...]:
    unit = siklus.settings.get_unit(kode)
    nama, pic, kontak = (unit.nama, unit.pic, unit.kontak) if unit else ("", "", "")
    tenggat = siklus.settings.periode.tenggat.isoformat()
    return (kode, nama, pic, kontak, f"{kode}.xlsx", sidik, waktu, tenggat, lewat)
