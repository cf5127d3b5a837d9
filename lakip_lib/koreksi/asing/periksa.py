"""All rules of the red pen on one foreign document."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from lakip_lib.formats import clean_teks
from lakip_lib.koreksi.asing.capaian import check_persen, check_sisa
from lakip_lib.koreksi.asing.efisiensi import check_efisiensi
from lakip_lib.koreksi.asing.ganda import check_ganda
from lakip_lib.koreksi.asing.jumlah import check_jumlah
from lakip_lib.koreksi.asing.kalimat_arah import check_arah
from lakip_lib.koreksi.asing.kalimat_hitung import check_hitung
from lakip_lib.koreksi.asing.kalimat_uang import check_dua_uang, check_uang
from lakip_lib.koreksi.asing.kategori import check_kalimat_kategori, check_kategori
from lakip_lib.koreksi.asing.kolom import Bacaan, read_tabel
from lakip_lib.koreksi.asing.model import Alinea, DokumenAsing
from lakip_lib.koreksi.asing.rata import check_rata
from lakip_lib.koreksi.asing.sisa import check_nomor, check_sisa_isi
from lakip_lib.koreksi.asing.skala import SkalaCetak, check_skala, read_skala
from lakip_lib.koreksi.asing.skala_daftar import list_skala
from lakip_lib.temuan import URUTAN_TINGKAT, Temuan

ATURAN_TABEL: tuple[Callable[[Bacaan], Iterator[Temuan]], ...] = (
    check_persen,
    check_sisa,
    check_rata,
    check_jumlah,
    check_efisiensi,
)
TOLERANSI = re.compile(r"dekat (?:dengan )?target|pita toleransi|toleransi target|stabili[sz]e", re.IGNORECASE)
KALIMAT = 40  # a cell with more characters is read like a paragraph


def check_asing(dokumen: DokumenAsing) -> tuple[Temuan, ...]:
    """Everything that contradicts itself in the document, gravest first; where it cannot tell, nothing is said."""
    toleransi = any(TOLERANSI.search(teks) for _, _, teks in dokumen.list_teks())
    bacaan = [b for t in dokumen.tabel if (b := read_tabel(t, toleransi=toleransi))]
    skala = [s for t in (*dokumen.tabel, *list_skala(dokumen.alinea)) if (s := read_skala(t))]
    found = chain(
        (t for aturan in ATURAN_TABEL for b in bacaan for t in aturan(b)),
        check_ganda(bacaan),
        _check_skala(bacaan, skala),
        _check_kalimat(dokumen, skala),
        check_sisa_isi(dokumen),
        check_nomor(dokumen.alinea),
    )
    urut = _number_places(dokumen)

    def order(temuan: Temuan) -> tuple[int, int, str, str]:
        """Gravest first, then as one reads."""
        letak = urut.get(temuan.lembar or "", len(urut))
        return URUTAN_TINGKAT[temuan.tingkat], letak, temuan.aturan, temuan.pesan

    return tuple(sorted({replace(t, berkas=dokumen.nama) for t in found}, key=order))


def _number_places(dokumen: DokumenAsing) -> dict[str, int]:
    """All places in reading order."""
    tempat = dict.fromkeys(tempat for tempat, _, _ in dokumen.list_teks())
    return {nama: n for n, nama in enumerate(tempat)}


def _check_skala(bacaan: list[Bacaan], skala: list[SkalaCetak]) -> Iterator[Temuan]:
    for s in skala:
        yield from check_skala(s)
    for b in bacaan:
        yield from check_kategori(b, skala)


def _check_kalimat(dokumen: DokumenAsing, skala: list[SkalaCetak]) -> Iterator[Temuan]:
    yield from check_uang(dokumen.alinea)
    yield from check_dua_uang(dokumen.alinea)
    for a in (*dokumen.alinea, *_list_long_cells(dokumen)):
        yield from chain(check_hitung(a), check_arah(a), check_kalimat_kategori(a, skala))


def _list_long_cells(dokumen: DokumenAsing) -> Iterator[Alinea]:
    for tempat, bersel, teks in dokumen.list_teks():
        if bersel and len(teks) > KALIMAT:
            yield Alinea(tempat, clean_teks(teks))
