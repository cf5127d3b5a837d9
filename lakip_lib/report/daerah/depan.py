"""What cover, running head and file properties of the district's story need."""

from typing import Any

from lakip_lib.blok import Identitas
from lakip_lib.measures.daerah import HasilDaerah, promise_daerah
from lakip_lib.narrative.daerah import say_waktu
from lakip_lib.report.bab.depan import encode_logo

JUDUL = "Rekapitulasi Kinerja Instansi Pemerintah"


def make_identitas_daerah(hasil: HasilDaerah) -> Identitas:
    """The identity; KONSEP while any agency is not finished."""
    daerah = hasil.daerah
    return Identitas(
        judul=JUDUL,
        subjudul=say_waktu(hasil),
        instansi=daerah.pemda,
        singkatan="",
        pemda=daerah.pemda if daerah.pemda.casefold().startswith("pemerintah") else f"Pemerintah {daerah.pemda}",
        alamat=(),
        tahun=hasil.tahun,
        periode=hasil.periode,
        tempat_tahun=", ".join(k for k in (daerah.ibu_kota, daerah.tanggal[:4]) if k),
        tanggal=daerah.tanggal,
        logo=encode_logo(None),
        kertas=daerah.kertas,
        konsep=hasil.rekap.selesai < hasil.rekap.jumlah or not hasil.rekap.jumlah,
        contoh=daerah.contoh,
    )


def list_bagian_daerah(hasil: HasilDaerah) -> dict[str, Any]:
    """The parts of the document that are not blocks, as plain JSON values: identitas, hasil (rekap.json)."""
    return {
        "identitas": make_identitas_daerah(hasil).model_dump(mode="json"),
        "penjelasan": {},
        "hasil": promise_daerah(hasil),
    }
