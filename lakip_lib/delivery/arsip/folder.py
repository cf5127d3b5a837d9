"""`lakip verifikasi` of a live agency-year: the ledger, the register, the files that the steps left, the ledger's tail."""

from collections.abc import Iterator

from lakip_lib.alur.buku import BERKAS, BukuAlur, parse_buku_alur
from lakip_lib.alur.keadaan import find_keadaan
from lakip_lib.alur.register import list_cacat
from lakip_lib.delivery.arsip.isi import find_register, list_tahun_register, read_masukan
from lakip_lib.delivery.arsip.periksa import DISUNTING, LaporanArsip, describe_jejak
from lakip_lib.delivery.arsip.tercatat import (
    BEBAS,
    FORMULIR,
    find_terbitan,
    list_masukan_beda,
    list_sidik,
    list_tercatat,
)
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sop.naskah import is_salinan_kerja
from lakip_lib.delivery.sop.siklus import check_berkas
from lakip_lib.delivery.sop.tempat import ALUR, DRAF, FINAL, KENDALI
from lakip_lib.settings import Lokasi


def check_folder(lokasi: Lokasi) -> LaporanArsip:
    """Everything about an agency-year's cycle that is not as it was recorded; nothing is written.

    A step that is being done at the same time would be met half-way: the caller holds the lock where one may be.
    """
    path = lokasi.alur / BERKAS
    data = path.read_bytes() if path.is_file() else b""
    buku, salah = parse_buku_alur(data, instansi=lokasi.instansi, tahun=lokasi.tahun)
    temuan = [f"{BERKAS} {kalimat}." for kalimat in salah]
    temuan += _check_register(lokasi, buku)
    if not salah:
        temuan += [*_check_tercatat(lokasi, buku), *_check_lembar(lokasi, buku), *_check_kendali(lokasi, buku)]
        temuan += _check_masukan(lokasi, buku)
    return LaporanArsip(tuple(temuan), () if salah else tuple(_describe(lokasi, buku)))


def _describe(lokasi: Lokasi, buku: BukuAlur) -> Iterator[str]:
    yield f"Buku alur: {len(buku.entri)} entri." if buku.entri else "Siklus penyusunan belum dibuka (lakip mulai)."
    disunting = [path for path in check_berkas(lokasi, list_sidik(buku)) if is_salinan_kerja(path)]
    if disunting:
        yield f"{DISUNTING}: {', '.join(disunting)}."


def _check_register(lokasi: Lokasi, buku: BukuAlur) -> Iterator[str]:
    for tahun in list_tahun_register(lokasi, buku):
        path = find_register(lokasi, tahun)
        yield from list_cacat(f"{path.name} tahun {tahun}", path.read_bytes() if path.is_file() else b"", buku, tahun)


def _check_tercatat(lokasi: Lokasi, buku: BukuAlur) -> Iterator[str]:
    """The recorded files that are gone, or other than at their last record."""
    for path, catatan in list_tercatat(buku).items():
        berkas = lokasi.reports / path
        if not path.startswith((f"{ALUR}/", f"{FORMULIR}/")):
            continue
        if is_salinan_kerja(path):
            yield from describe_jejak(path, berkas.read_bytes(), buku) if berkas.is_file() else ()
        elif not berkas.is_file():
            yield f"{path}: hilang, padahal dicatat entri {catatan.entri}."
        elif hash_file(berkas) != catatan.sidik:
            yield from describe_jejak(path, berkas.read_bytes(), buku)
            yield f"{path}: berubah sejak dicatat entri {catatan.entri}, atau ekor buku alur terpotong."


def _check_lembar(lokasi: Lokasi, buku: BukuAlur) -> Iterator[str]:
    """The files below alur/ that no entry records: of a step that was cut off, or of a ledger that lost its tail."""
    tercatat = list_tercatat(buku)
    kelompok: dict[str, list[str]] = {}
    for path in (p.relative_to(lokasi.reports).as_posix() for p in list_files(lokasi.reports / ALUR)):
        if path not in tercatat and path not in BEBAS:
            kelompok.setdefault(_name_kelompok(path), []).append(path)
    for nama, paths in kelompok.items():
        jejak = [kalimat for p in paths for kalimat in describe_jejak(p, (lokasi.reports / p).read_bytes(), buku)]
        banyak = f" ({len(paths)} berkas)" if len(paths) > 1 else ""
        yield from jejak or [
            f"{nama}{banyak}: tidak dicatat entri mana pun. Langkah yang membuatnya terputus sebelum tercatat (jalankan "
            "lagi), atau ekor buku alur terpotong."
        ]


def _check_masukan(lokasi: Lokasi, buku: BukuAlur) -> list[str]:
    """The inputs that are no longer those of the approved documents; before the approval they may change at any time."""
    if not find_keadaan(buku).is_disetujui:
        return []
    _, terbitan = find_terbitan(buku)
    beda, _ = list_masukan_beda(terbitan, read_masukan(lokasi))
    return [f"{nama}: tidak lagi seperti saat terbitan akhir disusun (entri {terbitan.nomor})." for nama in beda]


def _name_kelompok(path: str) -> str:
    """A draft is one thing: its files are named together."""
    bagian = path.split("/")
    return "/".join(bagian[: {DRAF: 3, FINAL: 2}.get(bagian[1], len(bagian))])


def _check_kendali(lokasi: Lokasi, buku: BukuAlur) -> list[str]:
    """The control sheet, which carries the hash of the last entry."""
    path = lokasi.reports / ALUR / KENDALI
    if path.is_file():
        return describe_jejak(f"{ALUR}/{KENDALI}", path.read_bytes(), buku)
    if not buku.entri:
        return []
    return [
        f"{ALUR}/{KENDALI}: tidak ada, sehingga ekor buku alur tidak dapat dibuktikan. Langkah berikutnya mencetaknya."
    ]
