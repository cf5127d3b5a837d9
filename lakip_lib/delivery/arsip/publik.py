"""The public copy of an archive: the report and open data, no evidence, no personal data (DOMAIN §8, R39)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lakip_lib.delivery.arsip.baca_dulu import BACA_DULU, render_baca_dulu_publik
from lakip_lib.delivery.arsip.isi import Arsip
from lakip_lib.delivery.arsip.pribadi import Dikenal, find_pribadi
from lakip_lib.delivery.arsip.teks import list_teks
from lakip_lib.delivery.arsip.tercatat import DOKUMEN, HASIL, LAPORAN
from lakip_lib.delivery.arsip.zip_baku import pack
from lakip_lib.delivery.sop.tempat import PDF, TERTANDA
from lakip_lib.istilah import Tingkat
from lakip_lib.model.kinerja import dump_table, load_table
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan

DATA = "data"
# The tables that are open data, with the columns that are nobody's business outside the agency; figures are all open.
TERBUKA: Mapping[str, tuple[str, ...]] = {
    "tujuan": (),
    "sasaran": (),
    "indikator": ("pic",),
    "target": (),
    "riwayat": (),
    "standar": (),
    "program": (),
    "anggaran": (),
    "realisasi": ("ragu",),
    "keluaran": (),
}
TERBUKA_HASIL = "hasil_"  # how the tables of computed figures begin


@dataclass(frozen=True)
class SalinanPublik:
    """The public copy: the name of its file, its bytes (None while personal data must be mended), the findings."""

    nama: str
    data: bytes | None
    isi: Mapping[str, bytes]
    temuan: tuple[Temuan, ...] = ()


def build_publik(arsip: Arsip, settings: Instansi) -> SalinanPublik:
    """The public copy of an archive; with a finding (wajib) it has no bytes, so that it cannot be written."""
    isi = select_publik(arsip.isi)
    isi[BACA_DULU] = render_baca_dulu_publik(settings, arsip.kode)
    temuan = tuple(scan_publik(isi, settings))
    return SalinanPublik(f"{arsip.kode}-publik.zip", None if temuan else pack(isi), isi, temuan)


def select_publik(isi: Mapping[str, bytes]) -> dict[str, bytes]:
    """What of an archive's files may go out: the documents (signed where they are), and open data as CSV."""
    pdf = TERTANDA if f"{LAPORAN}/{TERTANDA}" in isi else PDF
    hasil = {nama: isi[f"{LAPORAN}/{nama}"] for nama in (pdf, *DOKUMEN)}
    for path in sorted(n for n in isi if n.startswith(f"{HASIL}/") and n.endswith(".csv")):
        nama = path.removeprefix(f"{HASIL}/").removesuffix(".csv")
        if nama.startswith(TERBUKA_HASIL):
            hasil[f"{DATA}/{nama}.csv"] = isi[path]
        elif nama in TERBUKA:
            tabel = load_table(nama, isi[path].decode("utf-8")).drop(columns=list(TERBUKA[nama]))
            hasil[f"{DATA}/{nama}.csv"] = dump_table(tabel).encode()
    return hasil


def scan_publik(isi: Mapping[str, bytes], settings: Instansi) -> Iterator[Temuan]:
    """A finding (wajib) for each piece of personal data in these files, with file and place.

    The Sekretaris may be told of them at step 7 already, while the text can still be mended.
    """
    dikenal = Dikenal.from_settings(settings)
    ada = set()
    for nama, data in isi.items():
        for tempat, teks in list_teks(nama, data):
            for satu in find_pribadi(teks, dikenal):
                pesan = (
                    f"{nama}, {tempat}: memuat {satu.jenis} ({satu.tersamar}). Mohon dihapus sebelum dibuka untuk umum."
                )
                if pesan not in ada:
                    ada.add(pesan)
                    yield Temuan(nama, "data-pribadi", Tingkat.WAJIB, pesan, nilai=satu.tersamar)
