"""Step 9, setujui and tolak: the Kadis' decision. Approval freezes the bytes; a rejection needs a reason and goes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lakip_lib.alur.keadaan import MENUNGGU_TTD, SELESAI, TERTANDA, Tahap
from lakip_lib.delivery.arsip.isi import read_masukan
from lakip_lib.delivery.arsip.tercatat import list_masukan_beda
from lakip_lib.delivery.berkas import read_berkas
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop import tempat
from lakip_lib.delivery.sop.dokumen import find_susun
from lakip_lib.delivery.sop.lembar import make_penolakan, make_persetujuan
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.pulih import restore_kembar
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus, check_berkas
from lakip_lib.delivery.sop.tempat import DISETUJUI, PDF, TABEL
from lakip_lib.delivery.sop.tertanda import describe_tertanda, make_tertanda
from lakip_lib.delivery.sop.waktu import list_tanggal_mundur
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks

BASAH, TTE, P12, TERTANDA_LUAR = "basah", "tte", "p12", "tertanda"


@dataclass(frozen=True)
class Tanda:
    """How the report is signed now: by a certificate of one's own (p12), or elsewhere already (tertanda); else as the
    settings say."""

    p12: Path | None = None
    sandi: str = ""
    tertanda: Path | None = None


def approve(siklus: Siklus, tanda: Tanda) -> Laporan:
    """Do step 9: freeze the final build of what was handed in, and sign it, or wait for its signature.

    UsageError where there is no final build, or its files are no longer what was built; a signed PDF that is not the
    frozen one raises AlurError, and nothing is recorded.
    """
    isi = {
        "cara": choose_cara(siklus, tanda),
        "tertanda": hash_bytes(read_berkas(tanda.tertanda)) if tanda.tertanda else "",
    }
    versi = siklus.keadaan.versi
    menunggu = siklus.keadaan.tahap is Tahap.DISETUJUI and isi["cara"] in {P12, TERTANDA_LUAR}
    beku = list_beku(siklus) if menunggu else {}
    masukan = beku or (dict(find_susun(siklus, versi, final=True).keluaran) if _is_diajukan(siklus) else {})
    rancangan = siklus.begin("setujui", versi=versi, isi=isi, masukan=_repeat_masukan(siklus, isi, masukan))
    if rancangan.ulang is None and not menunggu:
        check_masukan(siklus, versi)
    pulih = restore_kembar(siklus)
    _check_utuh(siklus, rancangan.masukan)
    if rancangan.ulang is not None:
        return Laporan(pesan=("Keputusan ini sudah tercatat.", *pulih))
    pesan, rinci, tertanda = _sign(siklus, rancangan, tanda)
    keluaran = beku if menunggu else freeze(siklus, rancangan.masukan)
    if tertanda is not None:
        keluaran |= dict([siklus.write(f"{DISETUJUI}/{tempat.TERTANDA}", tertanda)])
    keluaran |= write_naskah(siklus, f"09-persetujuan-{versi}", make_persetujuan(siklus, rancangan, keluaran, pesan))
    hasil = MENUNGGU_TTD if isi["cara"] in {TTE, P12} and tempat.TERTANDA not in _names(keluaran) else TERTANDA
    siklus.commit(rancangan, hasil=hasil, isi=rinci, keluaran=keluaran)
    mundur = list_tanggal_mundur(siklus.settings.periode.tanggal_dokumen, rancangan.tanggal)
    return Laporan(pesan=(pesan, *mundur, *pulih))


def check_masukan(siklus: Siklus, versi: str) -> None:
    """UsageError where what people gave is no longer what the final build was made from: it could never be archived."""
    beda, _ = list_masukan_beda(find_susun(siklus, versi, final=True), read_masukan(siklus.lokasi))
    if beda:
        raise UsageError(
            f"Data berubah sejak terbitan akhir versi {versi} disusun: {', '.join(beda)}. Kembalikan, atau Kepala instansi "
            "menolak lebih dahulu (lakip tolak)."
        )


def choose_cara(siklus: Siklus, tanda: Tanda) -> str:
    """How it is signed: a signed file, a certificate, else as instansi.toml says."""
    if tanda.tertanda is not None:
        return TERTANDA_LUAR
    return P12 if tanda.p12 is not None else siklus.settings.alur.cara_ttd


def _is_diajukan(siklus: Siklus) -> bool:
    return siklus.keadaan.tahap is Tahap.DIAJUKAN


def _repeat_masukan(siklus: Siklus, isi: Mapping[str, Any], masukan: dict[str, str]) -> dict[str, str]:
    """What the decision is made on; of one that is recorded already, what it was made on."""
    lalu = siklus.find_lalu("setujui")
    sama = lalu is not None and all(lalu.isi.get(k) == v for k, v in isi.items())
    return dict(lalu.masukan) if sama and lalu is not None else masukan


def _check_utuh(siklus: Siklus, berkas: Mapping[str, str]) -> None:
    rusak = check_berkas(siklus.lokasi, berkas)
    if rusak:
        saran = (
            "Susun lagi terbitan akhirnya (lakip susun --final)."
            if _is_diajukan(siklus)
            else "Pulihkan dari cadangan: yang sudah disetujui tidak disusun lagi."
        )
        raise UsageError(f"Berkas tidak lagi seperti saat disusun: {', '.join(rusak)}. {saran}")


def freeze(siklus: Siklus, berkas: Mapping[str, str]) -> dict[str, str]:
    """Copy the documents of the final build to alur/disetujui/, byte by byte; their hashes by path."""
    folder = siklus.lokasi.reports
    dibekukan = {Path(nama).name: folder / nama for nama in berkas if f"/{TABEL}/" not in nama}
    return dict(siklus.write(f"{DISETUJUI}/{nama}", path.read_bytes()) for nama, path in dibekukan.items())


def list_beku(siklus: Siklus) -> dict[str, str]:
    """The hashes of the approved documents by path, as they were frozen; {} before the approval."""
    setujui = siklus.buku.find("setujui")
    return {path: sidik for path, sidik in setujui.keluaran.items() if f"/{DISETUJUI}/" in path} if setujui else {}


def _sign(siklus: Siklus, rancangan: Rancangan, tanda: Tanda) -> tuple[str, dict[str, Any], bytes | None]:
    """Sign, or take in what was signed: a sentence on it, what the ledger keeps of it, the signed PDF.

    Nothing is written before a PDF from outside has proved to be the approved one.
    """
    cara = rancangan.isi["cara"]
    if cara == BASAH:
        return "Disetujui; ditandatangani dengan tinta basah di atas kertas.", {}, None
    if tanda.tertanda is None and tanda.p12 is None:
        return "Disetujui; menunggu tanda tangan elektronik dari luar lakip.", {}, None
    beku = next(nama for nama in rancangan.masukan if Path(nama).name == PDF)
    data, rinci = make_tertanda(
        (siklus.lokasi.reports / beku).read_bytes(),
        tertanda=read_berkas(tanda.tertanda) if tanda.tertanda else None,
        p12=read_berkas(tanda.p12) if tanda.p12 else None,
        sandi=tanda.sandi,
        lokasi=siklus.settings.instansi.ibu_kota,
    )
    return describe_tertanda(rinci), rinci, data


def _names(berkas: Mapping[str, str]) -> set[str]:
    return {Path(nama).name for nama in berkas}


def list_terkirim(siklus: Siklus) -> dict[str, str]:
    """The documents that go out with the letter: the signed PDF where there is one, else the frozen one."""
    beku = siklus.buku.find("setujui")
    keluaran = dict(beku.keluaran) if beku else {}
    nama = tempat.TERTANDA if tempat.TERTANDA in _names(keluaran) else PDF
    return {path: sidik for path, sidik in keluaran.items() if Path(path).name == nama}


def reject(siklus: Siklus, alasan: str) -> Laporan:
    """The other branch of step 9: back to the Sekretaris with a reason, and the next version begins."""
    if not clean_teks(alasan):
        raise UsageError("--alasan harus diisi: yang harus diperbaiki Sekretaris.")
    lalu = siklus.find_lalu("tolak")
    versi = lalu.versi if lalu is not None else siklus.keadaan.versi
    rancangan = siklus.begin("tolak", versi=versi, isi={"alasan": alasan.strip()})
    keluaran = write_naskah(siklus, f"09-pengembalian-{versi}", make_penolakan(siklus, rancangan, alasan.strip()))
    siklus.commit(rancangan, hasil=SELESAI, keluaran=keluaran)
    return Laporan(pesan=(f"Versi {versi} dikembalikan kepada Sekretaris: {alasan.strip()}",))
