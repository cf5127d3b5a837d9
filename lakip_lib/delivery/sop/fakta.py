"""The plain facts that checklist and LKE look at: the kept draft, evidence on disk, and what the ledger says."""

from datetime import date

from lakip_lib.alur.langkah import TONGGAK
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sop.draf import DrafTersimpan
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.tempat import ALUR, DISETUJUI, PDF, TERTANDA
from lakip_lib.delivery.sop.tonggak import PUBLIKASI, REVIU, TERKIRIM
from lakip_lib.koreksi.bukti import index_bukti
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.lke import Peristiwa, Tonggak


def gather_fakta(siklus: Siklus, draf: DrafTersimpan) -> Fakta:
    """What the 23 items are answered from.

    That a unit knows the analysis about it is confirmed by the statement F5 of its accepted form, which its head checked.
    """
    raw, himpun = siklus.lokasi.raw, siklus.buku.find("himpun")
    berkas = {p.relative_to(raw).as_posix(): hash_file(p) for p in list_files(raw / "bukti")}
    tercatat = {nama: sidik for nama, sidik in (himpun.masukan if himpun else {}).items() if nama.startswith("bukti/")}
    susun = siklus.buku.find("susun")
    return Fakta(
        settings=siklus.settings,
        kinerja=draf.kinerja,
        hasil=draf.hasil,
        dokumen=draf.dokumen,
        bukti=index_bukti(draf.kinerja, berkas, tercatat),
        penyusun=siklus.settings.pejabat.kasubag_program.jabatan_tercetak if susun else "",
        sebar=siklus.buku.find("sebar") is not None,
        status_unit={kode: str(isi["status"]) for kode, isi in (himpun.isi["unit"] if himpun else {}).items()},
        konfirmasi=_list_konfirmasi(draf),
    )


def _list_konfirmasi(draf: DrafTersimpan) -> dict[str, str]:
    hasil = {}
    for row in draf.kinerja.records("pernyataan"):
        if row["diperiksa_oleh"]:
            hari = str(row["tanggal"] or "").strip()
            hasil[row["unit"]] = ", ".join(filter(None, (str(row["diperiksa_oleh"]), hari)))
    return hasil


def gather_tonggak(siklus: Siklus) -> Tonggak:
    """The milestones that the LKE scores: from the ledger, and the quarterly reports that lie beside the annual one."""
    setujui, surat = siklus.buku.find("setujui"), siklus.buku.find("surat")
    beku = dict(setujui.keluaran) if setujui else {}
    sidik = beku.get(f"{ALUR}/{DISETUJUI}/{TERTANDA}") or beku.get(f"{ALUR}/{DISETUJUI}/{PDF}", "")
    triwulan = [tw for tw in ("TW1", "TW2", "TW3", "TW4") if (siklus.lokasi.reports / tw / "manifest.json").is_file()]
    terkirim = _find_tonggak(siklus, TERKIRIM)
    return Tonggak(
        reviu=_find_tonggak(siklus, REVIU),
        publikasi=_find_tonggak(siklus, PUBLIKASI),
        penyampaian=terkirim.tanggal if terkirim else None,
        sidik_final=sidik,
        nomor_surat=str(surat.isi.get("nomor", "")) if surat and surat.hasil != "batal" else "",
        triwulan=tuple(triwulan),
    )


def _find_tonggak(siklus: Siklus, jenis: str) -> Peristiwa | None:
    entri = next((e for e in reversed(siklus.buku.list(TONGGAK)) if e.isi["jenis"] == jenis), None)
    if entri is None:
        return None
    bukti = next(iter(entri.keluaran), "") or str(entri.isi["keterangan"])
    return Peristiwa(date.fromisoformat(str(entri.isi["tanggal"])), str(entri.isi["keterangan"]), bukti)
