"""What every chart of indikator shares: the columns of its data table, its notes, its colours by kategori."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lakip_lib.blok import Isi, Kolom, Run
from lakip_lib.charts.kerangka import make_cell
from lakip_lib.charts.teks import print_alasan, print_nilai, print_realisasi
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.istilah import STATUS_LABEL
from lakip_lib.measures.desimal import bentuk_nilai, desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, PitaHasil
from lakip_lib.rujukan import make_run

BATAS_SUMBU = Decimal(150)  # bars of more are cut with a marked break
CATATAN_SEMENTARA = "* angka sementara"
KOLOM_NAMA = Kolom(judul="Indikator", lebar=3.2)
KOLOM_CAPAIAN = (
    KOLOM_NAMA,
    Kolom(judul="Satuan"),
    Kolom(judul="Target", rata="kanan"),
    Kolom(judul="Realisasi", rata="kanan"),
    Kolom(judul="Capaian (%)", rata="desimal"),
    Kolom(judul="Kategori", lebar=1.3),
    Kolom(judul="Status", lebar=1.6),
)


def find_warna(skala: Iterable[PitaHasil], kategori: str | None) -> str:
    """The colour of a kategori on the scale in use, "" where there is none."""
    return {pita.label: pita.warna for pita in skala}.get(kategori or "", "")


def print_status(item: IndikatorHasil) -> str:
    """The status in words; without a figure the reason follows."""
    kata = STATUS_LABEL[item.status]
    return kata if item.capaian is not None else f"{kata} ({print_alasan(item.alasan)})"


def name_cell(item: IndikatorHasil) -> Isi:
    """The table cell with code and name."""
    return make_cell(f"{item.kode} {item.nama}")


def find_desimal(hasil: Hasil, item: IndikatorHasil) -> int:
    """The decimals of an indikator's targets and realisasi."""
    return desimal_of(hasil.get_rincian(item.kode))


def nilai_cell(hasil: Hasil, item: IndikatorHasil, bagian: str) -> Isi:
    """A target or realisasi of hasil.json ("target", "renstra/target") with the decimals of its indikator."""
    return Isi(isi=(make_run(hasil, f"indikator/{item.kode}/{bagian}", bentuk_nilai(hasil.get_rincian(item.kode))),))


def list_cells(hasil: Hasil, item: IndikatorHasil) -> list[Isi]:
    """The cells of KOLOM_CAPAIAN; figures carry their reference into hasil.json."""
    awal = f"indikator/{item.kode}"
    realisasi = nilai_cell(hasil, item, "realisasi")
    if item.sementara and item.realisasi:
        realisasi = realisasi.model_copy(update={"isi": (*realisasi.isi, Run(teks="*"))})
    return [
        name_cell(item),
        make_cell(item.satuan),
        nilai_cell(hasil, item, "target"),
        realisasi,
        make_cell(format_angka(item.capaian, 2), f"{awal}/capaian"),
        make_cell(item.kategori or KOSONG, kotak=find_warna(hasil.rincian.skala, item.kategori) or None),
        make_cell(print_status(item)),
    ]


def list_catatan(items: Iterable[IndikatorHasil]) -> str:
    """The notes below the data: provisional figures."""
    return CATATAN_SEMENTARA if any(item.sementara and item.realisasi for item in items) else ""


def describe_capaian(hasil: Hasil, item: IndikatorHasil) -> str:
    """One indikator as a clause of the alt text."""
    if item.capaian is None:
        return f"{item.nama} belum dapat dinilai ({print_alasan(item.alasan)})"
    desimal = find_desimal(hasil, item)
    return (
        f"{item.nama} {format_persen(item.capaian)} (target {print_nilai(item.target, item.satuan, desimal)}, "
        f"realisasi {print_realisasi(item, desimal)})"
    )


def pick_end(nilai: Sequence[Decimal | None], *, paling_sedikit: int = 125) -> Decimal:
    """The axis end for percentages: the least one, or 150 where a bar passes it."""
    terbesar = max((n for n in nilai if n is not None), default=Decimal(0))
    return Decimal(paling_sedikit) if terbesar <= paling_sedikit else BATAS_SUMBU


def list_ticks(ujung: Decimal) -> list[tuple[float, str]]:
    """Percent ticks that keep apart on a narrow page."""
    return [(float(n), f"{n}%") for n in (0, 50, 100, 150) if n <= ujung]
