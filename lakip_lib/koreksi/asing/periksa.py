"""All rules of the red pen on one foreign document."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lakip_lib.koreksi.asing.capaian import check_persen, check_sisa
from lakip_lib.koreksi.asing.jumlah import check_jumlah
from lakip_lib.koreksi.asing.kolom import Bacaan, read_tabel
from lakip_lib.koreksi.asing.model import DokumenAsing
from lakip_lib.koreksi.asing.rata import check_rata
from lakip_lib.temuan import Temuan, sort_temuan

ATURAN_TABEL: tuple[Callable[[Bacaan], Iterator[Temuan]], ...] = (
    check_persen,
    check_sisa,
    check_rata,
    check_jumlah,
)


def check_asing(dokumen: DokumenAsing) -> tuple[Temuan, ...]:
    """Everything that contradicts itself in the document, gravest first; where it cannot tell, nothing is said."""
    bacaan = [b for t in dokumen.tabel if (b := read_tabel(t))]
    found = [t for aturan in ATURAN_TABEL for b in bacaan for t in aturan(b)]
    return tuple(sort_temuan(replace(t, berkas=dokumen.nama) for t in found))
