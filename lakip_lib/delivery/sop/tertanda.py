"""The signed PDF: by a certificate of one's own, or from outside and compared with the frozen one."""

from typing import Any

from lakip_lib.delivery.tanda_tangan import Pembuktian, compare_signed, sign_p12
from lakip_lib.errors import AlurError

ALASAN = "Persetujuan laporan kinerja"
DISEBUT = 20  # differences that are named; another report altogether has hundreds
TERBUKTI = {
    "awalan": "bita yang dibekukan adalah awal berkas itu",
    "isi": "berkasnya ditulis ulang, teks dan cetakannya sama dengan yang dibekukan halaman demi halaman",
}


def make_tertanda(
    beku: bytes, *, tertanda: bytes | None, p12: bytes | None, sandi: str, lokasi: str
) -> tuple[bytes, dict[str, Any]]:
    """The signed PDF and what the ledger keeps of it; AlurError naming each difference where it is not the frozen one."""
    data = tertanda if tertanda is not None else sign_p12(beku, p12 or b"", sandi, alasan=ALASAN, lokasi=lokasi)
    bukti = compare_signed(beku, data)
    if bukti.cara == "beda":
        daftar = "\n".join(f"  - {kalimat}" for kalimat in bukti.beda[:DISEBUT])
        if (lain := len(bukti.beda) - DISEBUT) > 0:
            daftar += f"\n  - dan {lain} perbedaan lain"
        raise AlurError(f"PDF yang ditandatangani bukan dokumen yang disetujui:\n{daftar}")
    return data, _keep(bukti)


def _keep(bukti: Pembuktian) -> dict[str, Any]:
    return {
        "pembuktian": bukti.cara,
        "penanda_tangan": [{"nama": t.nama, "waktu": t.waktu, "sidik": t.sidik} for t in bukti.tanda],
        "teks_tambahan": list(bukti.tambahan),
    }


def describe_tertanda(rinci: dict[str, Any]) -> str:
    """A sentence on who signed and what was shown; whether the certificate is to be trusted is not judged here."""
    nama = ", ".join(t["nama"] for t in rinci["penanda_tangan"])
    tambahan = (
        f" Yang ditambahkan saat ditandatangani: {'; '.join(rinci['teks_tambahan'])}." if rinci["teks_tambahan"] else ""
    )
    return (
        f"Disetujui dan ditandatangani secara digital oleh {nama}: {TERBUKTI[rinci['pembuktian']]}. Kepercayaan "
        f"sertifikatnya diperiksa pada pembaca PDF atau layanan penerbitnya.{tambahan}"
    )
