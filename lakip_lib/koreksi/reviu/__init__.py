"""The reviu of PermenPAN-RB 53/2014 Lampiran III: 23 items, answered from the data where they can be (R18)."""

import re
from collections.abc import Callable, Iterable, Mapping

from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.reviu import bentuk, mekanisme, substansi
from lakip_lib.koreksi.reviu.butir import BUTIR, KELOMPOK, Butir
from lakip_lib.koreksi.reviu.jawaban import Jawab, Jawaban, Manual, Putusan, Sumber, index_manual, make_jawaban

PERIKSA: Mapping[str, Callable[[Fakta], Putusan]] = {
    "I.1": bentuk.check_data_penting,
    "I.2": bentuk.check_target,
    "I.3": bentuk.check_capaian,
    "I.4": bentuk.check_lampiran,
    "I.5": bentuk.check_perbaikan,
    "I.6": bentuk.check_keuangan,
    "II.1": mekanisme.check_penyusun,
    "II.2": mekanisme.check_bukti,
    "II.3": mekanisme.check_aliran,
    "II.4": mekanisme.check_penanggung_jawab,
    "II.5": mekanisme.check_keandalan,
    "II.6": mekanisme.check_konfirmasi,
    "II.7": mekanisme.check_gabungan,
    "III.1": substansi.check_sasaran_pk,
    "III.2": substansi.check_renstra,
    "III.4": substansi.check_indikator_pk,
    "III.5": substansi.check_iku,
    "III.7": substansi.check_banding,
    "III.8": substansi.check_cukup,
    "III.10": substansi.check_smart,
}
# "If not, explained": the items it depends on, what an explanation would have to name, and what it would speak of.
SYARAT: Mapping[str, tuple[tuple[str, ...], Callable[[Fakta], list[str]], re.Pattern[str]]] = {
    "III.3": (("III.1", "III.2"), substansi.list_beda_sasaran, substansi.RENCANA),
    "III.6": (("III.4", "III.5"), substansi.list_beda_indikator, substansi.RENCANA),
    "III.9": (("III.8",), substansi.list_sasaran, substansi.UKURAN),
}


def review(fakta: Fakta, manual: Iterable[Manual] = ()) -> tuple[Jawaban, ...]:
    """The 23 items answered in order; a person's answer counts, the program's stays beside it.

    The items "if not, explained" look at the answers that count, so that a person's tidak asks for an explanation too.
    UsageError where a manual answer names no item, no name, no role, or has no note.
    """
    orang = index_manual(tuple(manual))
    hasil: dict[str, Jawaban] = {}
    for butir in BUTIR:
        if butir.no in SYARAT:
            nomor, nama, perihal = SYARAT[butir.no]
            putusan = substansi.explain(fakta, {no: hasil[no] for no in nomor}, nama(fakta), perihal)
        else:
            putusan = PERIKSA[butir.no](fakta)
        hasil[butir.no] = make_jawaban(butir, putusan, orang.get(butir.no))
    return tuple(hasil.values())


__all__ = ["BUTIR", "KELOMPOK", "Butir", "Jawab", "Jawaban", "Manual", "Sumber", "review"]
