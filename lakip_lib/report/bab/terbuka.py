"""What still stands in the way of a final document (R20, R37)."""

from collections.abc import Iterable

from lakip_lib.blok import Blok, Paragraf, Ttd, join_text
from lakip_lib.errors import NotFinalError
from lakip_lib.istilah import Alasan, Tingkat
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.report.bab.depan import BELUM_DITULIS

KOSONG = frozenset(
    {Alasan.REALISASI_KOSONG, Alasan.TARGET_KOSONG, Alasan.TIDAK_LENGKAP, Alasan.AMBIGU, Alasan.BUKAN_ANGKA}
)
PANJANG = 90


def list_terbuka(blok: Iterable[Blok], hasil: Hasil) -> list[str]:
    """One Indonesian sentence for each open thing: wajib findings, blank figures, texts not supplied, drafts, names."""
    isi = list(blok)
    terbuka = [str(t["pesan"]) for t in hasil.temuan if t["tingkat"] == Tingkat.WAJIB]
    terbuka += [
        f"{i.kode} {i.nama}: target atau realisasi belum lengkap."
        for i in hasil.indikator
        if i.alasan in KOSONG and _is_due(hasil, i)
    ]
    for item in isi:
        if isinstance(item, Paragraf) and item.gaya == "belum":
            terbuka.append(join_text(item.isi))
        elif isinstance(item, Paragraf) and item.gaya == "draf":
            terbuka.append(f"Kalimat draf perlu disunting dan dikonfirmasi: {_shorten(join_text(item.isi))}")
    if any(BELUM_DITULIS in pihak for item in isi if isinstance(item, Ttd) for pihak in item.pihak):
        terbuka.append("Nama pejabat penanda tangan belum diisi (instansi.toml, bagian pejabat).")
    return list(dict.fromkeys(terbuka))


def _is_due(hasil: Hasil, item: IndikatorHasil) -> bool:
    """Whether a figure is asked for in this period: a quarter without target is not."""
    return hasil.periode == "tahunan" or item.target is not None


def _shorten(kata: str) -> str:
    return kata if len(kata) <= PANJANG else kata[: PANJANG - 1].rstrip() + "…"


def check_final(terbuka: list[str]) -> None:
    """NotFinalError with everything that is open; nothing where the document may be final."""
    if terbuka:
        raise NotFinalError("Dokumen belum dapat dijadikan final:\n" + "\n".join(f"  - {t}" for t in terbuka))
