"""Which agencies are due: looked up before any worker is begun, so that a run with nothing to do costs next to nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lakip_lib.batch.tugas import DISETUJUI, Tugas, check_sampai
from lakip_lib.delivery.dasar import explain_all, sum_dasar
from lakip_lib.delivery.keadaan import TAHAP, Keadaan, load_keadaan
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.sidik import hash_program
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.galat import RUSAK
from lakip_lib.settings import Lokasi, LokasiDaerah

CariUtuh = Callable[[Lokasi, str], Keadaan | None]  # the state of an agency that needs no run up to a stage


@dataclass(frozen=True)
class Rencana:
    """What is to be done, the largest first, and the state of those that are as they should be; folders of no agency."""

    tugas: tuple[Tugas, ...]
    dilewati: dict[str, Keadaan]
    salah_nama: tuple[str, ...] = ()


def plan_batch(daerah: LokasiDaerah, pilihan: Sequence[str], *, sampai: str, paksa: bool) -> Rencana:
    """The plan for all agencies of the year, or those chosen; UsageError where there is none, or none of that name."""
    rencana = list_tugas(daerah, pilihan, _find_utuh, sampai=sampai, paksa=paksa)
    berat = sorted(rencana.tugas, key=lambda t: (-weigh(t.lokasi), t.lokasi.instansi))
    return replace(rencana, tugas=tuple(berat))  # a large one begun last would be waited for alone


def list_tugas(
    daerah: LokasiDaerah, pilihan: Sequence[str], cari: CariUtuh, *, sampai: str, paksa: bool, gudang: str = ""
) -> Rencana:
    """A task for each agency of which `cari` finds no state that may stay, in the order of their names; UsageError."""
    check_sampai(sampai)
    tugas: list[Tugas] = []
    dilewati: dict[str, Keadaan] = {}
    for lokasi in choose_instansi(daerah, pilihan):
        keadaan = DISETUJUI if is_beku(lokasi) else None if paksa else cari(lokasi, sampai)
        if keadaan is None:
            tugas.append(Tugas(lokasi, sampai, paksa, hash_program()["sumber"], gudang=gudang))
        else:
            dilewati[lokasi.instansi] = keadaan
    return Rencana(tuple(tugas), dilewati, () if pilihan else tuple(daerah.list_salah_nama()))


def choose_instansi(daerah: LokasiDaerah, pilihan: Sequence[str]) -> list[Lokasi]:
    """The agencies of these names, all where none is named."""
    semua = {lokasi.instansi: lokasi for lokasi in daerah.list_instansi()}
    raw = daerah.raw.relative_to(daerah.akar).as_posix()  # of a store the folder here is but a stand-in
    if not semua:
        raise UsageError(
            f"Belum ada instansi untuk tahun {daerah.tahun}: folder {raw} kosong atau tidak ada. Periksa tahunnya, dan letak "
            "datanya: folder tempat perintah ini diketik, atau yang disebut dengan --akar."
        )
    asing = [nama for nama in pilihan if nama not in semua]
    if asing:
        raise UsageError(f"Instansi tidak ditemukan di {raw}: {', '.join(asing)}. Periksa nama foldernya.")
    return [semua[nama] for nama in sorted(set(pilihan))] if pilihan else list(semua.values())


def is_beku(lokasi: Lokasi) -> bool:
    """Whether the report was approved, so that its documents stay as they are; a ledger that is not whole says nothing."""
    if lokasi.periode != "tahunan" or not lokasi.alur.is_dir():
        return False
    from lakip_lib.delivery.sop.siklus import is_disetujui  # loads much, and few agencies of a district have a ledger

    try:
        return is_disetujui(lokasi)
    except AlurError:
        return False  # the worker meets it too, and tells


def _find_utuh(lokasi: Lokasi, sampai: str) -> Keadaan | None:
    """The state of an agency that needs no run: it came that far or as far as it can, and nothing has changed since."""
    keadaan = load_keadaan(lokasi)
    if keadaan is None or keadaan.kode_keluar == RUSAK:
        return None
    perlu = TAHAP[: TAHAP.index(sampai) + 1]
    if keadaan.dasar:
        return keadaan if keadaan.dasar == sum_dasar(lokasi, perlu) else None
    if keadaan.tahap is None or TAHAP.index(keadaan.tahap) < len(perlu) - 1:
        return None
    alasan = explain_all(lokasi)
    return None if any(alasan[tahap] for tahap in perlu) else keadaan


def weigh(lokasi: Lokasi) -> int:
    """How large an agency's inputs are, in bytes."""
    return sum(path.stat().st_size for path in list_files(lokasi.raw))
