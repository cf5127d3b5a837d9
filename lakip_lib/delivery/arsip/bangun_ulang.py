"""Build the report again from what an archive holds, and compare it byte by byte: `lakip verifikasi ARSIP.zip --bangun`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lakip_lib.alur.buku import BERKAS, parse_buku_alur
from lakip_lib.delivery.arsip.manifes import MANIFES, Manifes, read_manifes
from lakip_lib.delivery.arsip.periksa import check_arsip
from lakip_lib.delivery.arsip.tercatat import BUKU, HASIL, LAPORAN, MASUKAN, TAHUN, find_terbitan
from lakip_lib.delivery.arsip.zip_baku import list_isi
from lakip_lib.delivery.langkah import run_bangun
from lakip_lib.delivery.sop.tempat import ISI_DRAF
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_bytes
from lakip_lib.versi import list_versi

# manifest.json also lists forms and replies, which need not have been made again.
DIBANDINGKAN = tuple(nama for nama in ISI_DRAF if nama != "manifest.json")


@dataclass(frozen=True)
class BangunUlang:
    """How a report built again compares: the files that are equal, those that are not, versions that differ."""

    lokasi: Lokasi
    sama: tuple[str, ...]
    beda: tuple[str, ...]
    versi_beda: tuple[str, ...]

    @property
    def kode_keluar(self) -> int:
        """0, or 3 where a file differs."""
        return 3 if self.beda else 0

    @property
    def pesan(self) -> tuple[str, ...]:
        """What to say of it, versions first: they explain why documents differ."""
        pesan = [f"Versi berbeda dari saat laporan disusun: {', '.join(self.versi_beda)}."] if self.versi_beda else []
        if self.sama:
            pesan.append(f"Sama bita demi bita: {', '.join(self.sama)}.")
        if self.beda:
            pesan.append(f"Berbeda: {', '.join(self.beda)}.")
        return tuple(pesan)


def rebuild(data: bytes, tujuan: Path) -> BangunUlang:
    """Unpack an archive's inputs below `tujuan`, build the report there as the ledger says it was, and compare.

    AlurError where the archive does not prove itself; UsageError where `tujuan` holds something already.
    """
    rusak = check_arsip(data).temuan
    if rusak:
        raise AlurError("\n".join(["Arsip tidak utuh, sehingga tidak dibangun ulang:", *(f"  - {k}" for k in rusak)]))
    isi = list_isi(data)
    manifes = read_manifes(isi[MANIFES])
    assert manifes is not None  # it was checked
    lokasi = Lokasi(tujuan.resolve(), manifes.tahun, manifes.instansi.kode)
    if tujuan.exists() and not (tujuan.is_dir() and not any(tujuan.iterdir())):
        raise UsageError(f"Folder {tujuan} harus kosong atau belum ada.")
    unpack_masukan(isi, lokasi)
    buku, _ = parse_buku_alur(isi[f"{BUKU}/{BERKAS}"], instansi=lokasi.instansi, tahun=lokasi.tahun)
    _, terbitan = find_terbitan(buku)
    run_bangun(lokasi, final=bool(terbitan.isi["final"]))
    return compare_bangunan(isi, lokasi, manifes)


def unpack_masukan(isi: Mapping[str, bytes], lokasi: Lokasi) -> None:
    """Write an archive's inputs into an agency-year's raw folder."""
    for awalan, folder in ((f"{MASUKAN}/", lokasi.raw), (f"{TAHUN}/", lokasi.raw.parent)):
        for nama in (n for n in isi if n.startswith(awalan)):
            write_bytes(folder / nama.removeprefix(awalan), isi[nama])


def compare_bangunan(isi: Mapping[str, bytes], lokasi: Lokasi, manifes: Manifes) -> BangunUlang:
    """The documents and tidy tables of an agency-year against those in an archive."""
    arsip = {f"{LAPORAN}/{nama}": lokasi.reports / nama for nama in DIBANDINGKAN}
    arsip |= {n: lokasi.processed / n.removeprefix(f"{HASIL}/") for n in sorted(isi) if n.startswith(f"{HASIL}/")}
    sama = tuple(nama for nama, path in arsip.items() if path.is_file() and path.read_bytes() == isi[nama])
    kini = list_versi()
    versi = tuple(
        f"{nama} {lama} (kini {kini.get(nama, 'tidak ada')})"
        for nama, lama in sorted(manifes.program.items())
        if kini.get(nama) != lama
    )
    return BangunUlang(lokasi, sama, tuple(nama for nama in arsip if nama not in sama), versi)
