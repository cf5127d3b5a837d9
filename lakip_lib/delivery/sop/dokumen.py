"""Steps 5 and 6, analisis and susun: the figures and the document, tied to the ledger by the hashes of what they were made from.

Each draft is kept whole under alur/draf/<versi>/: the figures, the documents, the notebook, the tidy tables.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from lakip_lib.alur.entri import Entri
from lakip_lib.alur.keadaan import SELESAI, Tahap
from lakip_lib.delivery.langkah import Laporan, run_analisis, run_himpun, run_susun
from lakip_lib.delivery.rekaman import hash_bytes, hash_file
from lakip_lib.delivery.sop.masukan import hash_instansi, list_beda, list_masukan
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.tempat import DRAF, FINAL, ISI_DRAF, LENGKAP, NOTEBOOK, TABEL
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.report.notebook import read_dokumen


def analyse(siklus: Siklus) -> Laporan:
    """Do step 5: compute the figures of what was collected; UsageError where files came in that himpun has not seen."""
    masukan = list_masukan(siklus.lokasi)
    rancangan = siklus.begin("analisis", masukan=masukan)
    check_terhimpun(siklus, masukan)
    laporan = run_analisis(siklus.lokasi)
    siklus.commit(rancangan, hasil=SELESAI, isi=_describe_hasil(siklus))
    return laporan


def check_terhimpun(siklus: Siklus, masukan: dict[str, str]) -> None:
    """UsageError where forms or the budget report changed since the last himpun: what was not checked is not analysed."""
    himpun = siklus.buku.find("himpun")
    assert himpun is not None  # the states see to it
    beda = [nama for nama in list_beda(dict(himpun.masukan), masukan) if not nama.startswith(("narasi/", "bukti/"))]
    if beda:
        raise UsageError(
            f"Isian berubah sejak dihimpun (entri {himpun.nomor}): {', '.join(beda)}. Himpun lebih dahulu, langkah 4, oleh "
            f"Staf Perencanaan (lakip himpun)."
        )


def _describe_hasil(siklus: Siklus) -> dict[str, Any]:
    path = siklus.lokasi.reports / "hasil.json"
    hasil = json.loads(path.read_text("utf-8"))
    return {
        **hash_angka(siklus),
        "capaian": hasil["instansi_capaian"]["capaian"],
        "persen_anggaran": hasil["anggaran_total"]["persen"],
    }


def hash_angka(siklus: Siklus) -> dict[str, str]:
    """The hashes of the figures as they lie there: of hasil.json, and of all tidy tables together."""
    tabel = "".join(f"{p.name} {hash_file(p)}\n" for p in list_tabel(siklus))
    return {"hasil": hash_file(siklus.lokasi.reports / "hasil.json"), "tabel": hash_bytes(tabel.encode())}


def list_tabel(siklus: Siklus) -> list[Path]:
    """The tidy tables, and what says that they are all there."""
    folder = siklus.lokasi.processed
    return [*sorted(folder.glob("*.csv")), folder / LENGKAP]


def check_angka(siklus: Siklus, masukan: Mapping[str, str]) -> None:
    """AlurError where the figures are not those that were last computed from the very same inputs: they were edited."""
    lalu = next((e for e in reversed(siklus.buku.list("analisis", "susun")) if dict(e.masukan) == dict(masukan)), None)
    if lalu is not None and hash_angka(siklus) != {k: lalu.isi[k] for k in ("hasil", "tabel")}:
        raise AlurError(
            f"hasil.json atau tabel di data/processed tidak lagi seperti saat dihitung (entri {lalu.nomor}). Hitung lagi "
            "(lakip analisis, atau lakip bangun), lalu susun lagi."
        )


def compose(siklus: Siklus, *, final: bool = False) -> tuple[Laporan, str]:
    """Do step 6: write the documents and keep them as the next draft; the report and the version.

    Of what was handed in to the Kadis only the final build may be made, and only from the very same data.
    """
    masukan = list_masukan(siklus.lokasi)
    isi = {"final": final}
    lalu = siklus.find_lalu("susun")
    diajukan = siklus.keadaan.tahap is Tahap.DIAJUKAN
    ulang = lalu is not None and dict(lalu.masukan) == masukan and lalu.isi["final"] == final
    versi = siklus.keadaan.versi if ulang or diajukan else siklus.keadaan.versi_berikut
    rancangan = siklus.begin("susun", versi=versi, isi=isi, masukan=masukan)
    if diajukan and rancangan.ulang is None:
        check_ajuan(siklus, masukan, final=final)
    check_terhimpun(siklus, masukan)
    run_himpun(siklus.lokasi, paksa=False)
    laporan = run_susun(siklus.lokasi, final=final)
    check_angka(siklus, masukan)
    tempat = FINAL if diajukan else f"{DRAF}/{versi}"
    keluaran = keep_draf(siklus, tempat, masukan, final=final)
    isi = _describe_hasil(siklus) | {"instansi": hash_instansi(siklus.lokasi.settings.read_bytes())}
    siklus.commit(rancangan, hasil=SELESAI, isi=isi, keluaran=keluaran)
    return laporan, versi


def check_ajuan(siklus: Siklus, masukan: dict[str, str], *, final: bool) -> None:
    """UsageError where what was handed in would become something else than the final build of it."""
    ajuan = find_susun(siklus, siklus.keadaan.versi)
    beda = list_beda(dict(ajuan.masukan), masukan)
    if not final:
        raise UsageError(
            f"Versi {siklus.keadaan.versi} sudah diajukan: yang boleh disusun hanya terbitan akhirnya (lakip susun --final). "
            f"{siklus.keadaan.describe_terutang()}"
        )
    if beda:
        raise UsageError(
            f"Data berubah sejak versi {siklus.keadaan.versi} diajukan: {', '.join(beda)}. Kembalikan, atau Kepala instansi "
            "menolak lebih dahulu (lakip tolak) supaya naskahnya diperbaiki."
        )


def check_mutakhir(siklus: Siklus, versi: str) -> None:
    """UsageError where what people gave changed since a version was built: what is corrected and handed in must be of today.

    Evidence and days off do not change the document.
    """
    beda = list_beda(dict(find_susun(siklus, versi).masukan), list_masukan(siklus.lokasi))
    beda = [nama for nama in beda if not nama.startswith(("bukti/", "hari-libur.csv"))]
    if beda:
        raise UsageError(
            f"Data berubah sejak versi {versi} disusun: {', '.join(beda)}. Susun lagi lebih dahulu, langkah 6, oleh Kasubag "
            "Program (lakip susun); isian yang baru dihimpun dahulu (lakip himpun)."
        )


def find_susun(siklus: Siklus, versi: str, *, final: bool | None = None) -> Entri:
    """The last entry of step 6 for a version; with `final`, of its final or its draft build. UsageError without one."""
    for entri in reversed(siklus.buku.list("susun")):
        if entri.versi == versi and final in {None, entri.isi["final"]}:
            return entri
    kata = "terbitan akhir (lakip susun --final)" if final else "dokumen (lakip susun)"
    raise UsageError(f"Versi {versi} belum mempunyai {kata}.")


def keep_draf(siklus: Siklus, tempat: str, masukan: Mapping[str, str], *, final: bool) -> dict[str, str]:
    """Copy documents, figures, notebook and tidy tables below alur/<tempat>; their hashes by path."""
    lokasi = siklus.lokasi
    sumber = {nama: lokasi.reports / nama for nama in ISI_DRAF}
    sumber[NOTEBOOK] = lokasi.reports / "notebooks" / NOTEBOOK
    sumber |= {f"{TABEL}/{p.name}": p for p in list_tabel(siklus)}
    isi = {nama: path.read_bytes() for nama, path in sumber.items()}
    check_sebangun(isi, masukan, final=final)
    shutil.rmtree(siklus.folder / tempat, ignore_errors=True)
    return dict(siklus.write(f"{tempat}/{nama}", data) for nama, data in isi.items())


def check_sebangun(isi: Mapping[str, bytes], masukan: Mapping[str, str], *, final: bool) -> None:
    """AlurError where the documents are not those that were just built: another command built, or data came, meanwhile."""
    manifest = json.loads(isi["manifest.json"])
    keluaran = manifest["keluaran"]
    beda = [nama for nama in ISI_DRAF if nama in keluaran and hash_bytes(isi[nama]) != keluaran[nama]]
    beda += list_beda(manifest["masukan"], masukan)
    if read_dokumen(nbformat.reads(isi[NOTEBOOK], as_version=4)).identitas.konsep == final:
        beda.append(NOTEBOOK)
    if beda:
        raise AlurError(
            f"Dokumen berubah ketika disimpan sebagai draf ({', '.join(beda)}): perintah lain sedang menyusunnya, atau datanya "
            "berubah. Jalankan lagi."
        )
