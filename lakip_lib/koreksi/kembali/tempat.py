"""Where a text of narasi/ may stand in the document: the places of those that are there, and of those that may come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lakip_lib.koreksi.kembali.draf import Bagian, Peran, is_bold_lead

# chapters whose own sentences a text of narasi/ can follow, by the id of their heading
BAB_NASKAH = {"ikhtisar": "ikhtisar", "realisasi-anggaran": "realisasi-anggaran", "penutup": "penutup"}


@dataclass(frozen=True)
class Ruang:
    """The place of one text: before element `awal` up to before element `akhir` of the draft."""

    nama: str
    awal: int
    akhir: int


def list_ruang(bagian: Sequence[Bagian], hasil: Mapping[str, Any]) -> tuple[Ruang, ...]:
    """Every place in order: where a text stands or its substitute does, and where one not yet written would be printed."""
    ada = list(_list_written(bagian))
    nama = {ruang.nama for ruang in ada}
    bebas = [ruang for ruang in _list_free(bagian, hasil) if ruang.nama not in nama]
    return tuple(sorted([*ada, *bebas], key=lambda r: (r.awal, r.akhir)))


def _list_written(bagian: Sequence[Bagian]) -> Iterator[Ruang]:
    awal = 0
    for i, satu in enumerate(bagian):
        if i and satu.naskah != bagian[i - 1].naskah:
            awal = i
        if satu.naskah and (i + 1 == len(bagian) or bagian[i + 1].naskah != satu.naskah):
            yield Ruang(satu.naskah, awal, i + 1)


def _list_free(bagian: Sequence[Bagian], hasil: Mapping[str, Any]) -> Iterator[Ruang]:
    sasaran = {f"s-{s['kode']}": f"sasaran-{s['kode']}" for s in hasil.get("sasaran", ())}
    nama = {(f"s-{i['sasaran']}-1", i["nama"]): f"indikator-{i['kode']}" for i in hasil.get("indikator", ())}
    for i, satu in enumerate(bagian):
        id_judul = satu.judul[-1] if satu.judul else ""
        if satu.peran is Peran.JUDUL and id_judul in sasaran:
            yield Ruang(sasaran[id_judul], i + 1, i + 1)
        elif satu.peran is Peran.TEKS and not satu.naskah:
            for (judul, nama_indikator), ruang in nama.items():
                if judul == id_judul and is_bold_lead(satu.unsur, nama_indikator):
                    yield Ruang(ruang, i + 1, i + 1)
        if id_judul == "ikhtisar" and (i + 1 == len(bagian) or "ikhtisar" not in bagian[i + 1].judul):
            yield Ruang("ikhtisar", i + 1, i + 1)


def find_ruang(ruang: Sequence[Ruang], awal: int, akhir: int) -> Ruang | None:
    """The place that an addition between elements `awal` and `akhir` of the draft belongs to, None where there is none.

    Where several would do, the one whose own elements went away there.
    """
    mungkin = [r for r in ruang if r.awal <= akhir and r.akhir >= awal]
    return max(mungkin, key=lambda r: min(r.akhir, akhir) - max(r.awal, awal), default=None)


def suggest_naskah(bagian: Bagian) -> str:
    """The text of narasi/ in which more can be said near this element, "" where none is printed there."""
    for id_judul in reversed(bagian.judul):
        if id_judul.startswith("s-"):
            return f"sasaran-{id_judul[2:].rsplit('-', 1)[0] if _is_analysis(id_judul) else id_judul[2:]}"
        if id_judul in BAB_NASKAH:
            return BAB_NASKAH[id_judul]
    return ""


def _is_analysis(id_judul: str) -> bool:
    """Whether a heading's id is that of one of the seven analyses, "s-<kode>-1" to "s-<kode>-7"."""
    awal, _, nomor = id_judul.rpartition("-")
    return awal not in {"", "s"} and nomor in {"1", "2", "3", "4", "5", "6", "7"}
