"""The 23 items of the reviu: what the program answers, why, and how a person's answer stands beside it (R18, R41)."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from susun_dokumen import read_sampel, write_dokumen, write_sampel

from lakip_lib.blok import AnyBlok, Baris, Daftar, Judul, Paragraf, Run, Tabel, join_text
from lakip_lib.errors import UsageError
from lakip_lib.koreksi.bukti import Keadaan, index_bukti, list_tanpa_bukti
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.reviu import BUTIR, Jawab, Jawaban, Manual, Sumber, review
from lakip_lib.koreksi.ruas import find_bagian
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks

HARAPAN = Path(__file__).resolve().parent / "contoh" / "reviu_harapan.json"
SARO = read_sampel("diskominfo-sarolangun")
BERKAS = {r["tautan"]: "a" * 64 for r in SARO.kinerja.records("bukti") if r["tautan"].startswith("bukti/")}
UNIT = [u.kode for u in SARO.settings.unit]


def make_fakta(**lain: Any) -> Fakta:
    """The sample with a ledger in which all has been done."""
    dasar = Fakta(
        SARO.settings,
        SARO.kinerja,
        SARO.hasil,
        write_sampel("diskominfo-sarolangun"),
        index_bukti(SARO.kinerja, BERKAS),
        penyusun="Subbagian Perencanaan dan Program",
        sebar=True,
        konfirmasi=dict.fromkeys(UNIT, "Kepala bidang, 20 Januari 2026"),
    )
    return replace(dasar, **lain)


def answer(fakta: Fakta, no: str, *manual: Manual) -> Jawaban:
    return {j.no: j for j in review(fakta, manual)}[no]


def edit_rows(tabel: str, ubah: Callable[[dict[str, Any]], dict[str, Any] | None]) -> Kinerja:
    """The sample's tables with one table's rows changed, or left out where None."""
    rows = {nama: SARO.kinerja.records(nama) for nama in vars(SARO.kinerja)}
    return Kinerja.from_rows(**(rows | {tabel: [r for row in rows[tabel] if (r := ubah(dict(row)))]}))


def edit_blok(ubah: Callable[[AnyBlok], AnyBlok | None]) -> Fakta:
    """The sample with blocks of its document changed, or left out where None."""
    fakta = make_fakta()
    blok = tuple(b for lama in fakta.dokumen.blok if (b := ubah(lama)))
    return replace(fakta, dokumen=fakta.dokumen.model_copy(update={"blok": blok}))


def drop_sistematika(fakta: Fakta) -> Fakta:
    """The document without the list in Bab I that cites the annexes."""
    blok = [b for b in fakta.dokumen.blok if not (isinstance(b, Daftar) and "(Lampiran 1)" in str(b))]
    return replace(fakta, dokumen=fakta.dokumen.model_copy(update={"blok": tuple(blok)}))


def add_teks(fakta: Fakta, teks: str) -> Fakta:
    blok = (*fakta.dokumen.blok[:60], Paragraf(isi=(Run(teks=teks),)), *fakta.dokumen.blok[60:])
    return replace(fakta, dokumen=fakta.dokumen.model_copy(update={"blok": blok}))


def drop_tabel(id_tabel: str) -> Fakta:
    return edit_blok(lambda b: None if isinstance(b, Tabel) and b.id == id_tabel else b)


def swap_sel(id_tabel: str, lama: str, baru: str) -> Fakta:
    def ubah_baris(baris: Baris) -> Baris:
        sel = [s.model_copy(update={"isi": (Run(teks=baru),)}) if join_text(s.isi) == lama else s for s in baris.sel]
        return baris.model_copy(update={"sel": tuple(sel)})

    def ubah(b: AnyBlok) -> AnyBlok:
        if not isinstance(b, Tabel) or b.id != id_tabel:
            return b
        baru_tabel = b.model_copy(update={"baris": tuple(map(ubah_baris, b.baris))})
        assert baru_tabel != b
        return baru_tabel

    return edit_blok(ubah)


def empty_bagian(id_judul: str) -> Fakta:
    isi = find_bagian(make_fakta().dokumen.blok, id_judul)
    assert isi
    return edit_blok(lambda b: None if any(b is x for x in isi) else b)


def set_kolom(tabel: str, kunci: str, kolom: str, nilai: Any, *, nama_kunci: str = "kode") -> Fakta:
    return make_fakta(kinerja=edit_rows(tabel, lambda r: r | {kolom: nilai} if r[nama_kunci] == kunci else r))


def test_checklist_has_23_items_in_three_parts() -> None:
    nomor = [b.no for b in BUTIR]
    assert [sum(n.startswith(f"{k}.") for n in nomor) for k in ("I", "II", "III")] == [6, 7, 10]
    assert len(set(nomor)) == 23


def test_sample_is_answered_as_in_the_golden_file() -> None:
    found = {j.no: {"jawaban": j.jawaban, "sumber": j.sumber, "alasan": j.alasan} for j in review(make_fakta())}
    assert found == json.loads(HARAPAN.read_text("utf-8"))


def test_each_answer_says_why_in_a_sentence() -> None:
    for j in review(make_fakta()):
        assert j.alasan.endswith("."), j.no
        assert j.jawaban is Jawab.BELUM or j.bukti or j.no in {"III.3", "III.6", "III.9"}, j.no


def spoil_rencana(teks: str) -> Fakta:
    return set_kolom("analisis", "IK-2.3", "tindak_lanjut", teks, nama_kunci="indikator")


def spoil_lra(kode: str) -> Fakta:
    return set_kolom("anggaran", kode, "realisasi_anggaran", 1)


def spoil_sasaran(lama: str, baru: str) -> Fakta:
    return swap_sel("T2.3a", lama, baru)


KASUS: list[tuple[str, Callable[[], Fakta], str]] = [
    ("I.1", lambda: empty_bagian("isu-strategis"), "4 dari 5 data penting termuat; yang belum: isu strategis."),
    (
        "I.2",
        lambda: swap_sel("T2.3a", "92,00", "–"),
        "17 dari 18 indikator PK disajikan dengan target dan satuan; yang",
    ),
    ("I.2", lambda: swap_sel("T2.3a", "92,00", "–"), "yang belum: IK-1.2."),
    ("I.3", lambda: drop_tabel("T3.3-S2"), "yang belum: IK-2.1, IK-2.2, IK-2.3."),
    ("I.4", lambda: drop_sistematika(make_fakta()), "Lampiran yang tidak dirujuk: 1, 2, 3, 4, 5, 6, 7."),
    ("I.5", lambda: spoil_rencana("akan ditingkatkan"), "yang belum: IK-2.3."),
    ("I.5", lambda: empty_bagian("langkah-perbaikan"), "Bab IV belum memuat: Langkah Perbaikan."),
    ("I.6", lambda: spoil_lra("2.16.02.2.01.0014"), "jumlah yang berbeda pada Tabel 3.48: realisasi anggaran."),
    ("I.6", lambda: drop_tabel("T3.8"), "Tabel realisasi anggaran (T3.8) belum ada."),
    (
        "II.2",
        lambda: make_fakta(bukti=index_bukti(SARO.kinerja, {})),
        "yang belum: IK-1.2, IK-2.2, IK-2.3, IK-3.2, IK-3.3.",
    ),
    (
        "II.2",
        lambda: make_fakta(bukti=index_bukti(SARO.kinerja, BERKAS, {"bukti/rekap-konten-2025.csv": "b"})),
        "Berkas yang tidak ada atau berubah: bukti/rekap-konten-2025.csv.",
    ),
    ("II.3", lambda: make_fakta(sebar=False), "Daftar kirim formulir tidak ada."),
    ("II.3", lambda: make_fakta(status_unit={"IKP": "belum masuk"}), "yang belum: IKP."),
    ("II.4", lambda: make_fakta(settings=_without_pic("EGOV")), "4 dari 5 unit mempunyai PIC; yang belum: EGOV."),
    ("II.5", lambda: make_fakta(hasil=_with_wajib()), "1 temuan wajib masih terbuka."),
    ("II.5", lambda: set_kolom("pernyataan", "SANDI", "diperiksa_oleh", None, nama_kunci="unit"), "yang belum: SANDI."),
    ("II.6", lambda: make_fakta(konfirmasi={"IKP": "x"}), "1 dari 5 unit telah mengonfirmasi analisisnya"),
    ("II.7", lambda: make_fakta(status_unit={"EGOV": "perlu perbaikan"}), "yang belum: EGOV. Keadaannya: EGOV perlu"),
    (
        "III.1",
        lambda: spoil_sasaran("Meningkatnya keamanan informasi pemerintah daerah", "Meningkatnya keamanan data"),
        "4 dari 5 sasaran sama dalam PK, Bab II, dan Bab III; yang belum: S2.",
    ),
    ("III.2", lambda: set_kolom("sasaran", "S4", "tujuan", None), "yang belum: S4."),
    ("III.4", lambda: make_fakta(kinerja=edit_rows("target", _drop_pk)), "17 dari 18 indikator sama dalam PK, Bab II,"),
    ("III.5", lambda: swap_sel("T2.2", "Indeks SPBE", "Indeks lain"), "8 dari 9 IKU"),
    ("III.7", lambda: drop_tabel("T3.4-S2"), "yang belum: IK-2.1, IK-2.2, IK-2.3."),
    ("III.10", make_fakta, "IK-4.2: nama berupa kegiatan atau keadaan."),
]


def _without_pic(unit: str) -> Any:
    lain = tuple(u.model_copy(update={"pic": ""}) if u.kode == unit else u for u in SARO.settings.unit)
    return SARO.settings.model_copy(update={"unit": lain})


def _with_wajib() -> Any:
    satu = {**SARO.hasil.temuan[0], "tingkat": "wajib"}
    return SARO.hasil.model_copy(update={"temuan": (satu, *SARO.hasil.temuan[1:])})


def _drop_pk(row: dict[str, Any]) -> dict[str, Any] | None:
    return None if row["indikator"] == "IK-1.1" and row["versi"] != "renstra" else row


@pytest.mark.parametrize(("no", "buat", "harap"), KASUS)
def test_fault_is_answered_tidak_and_named(no: str, buat: Callable[[], Fakta], harap: str) -> None:
    found = answer(buat(), no)
    assert found.jawaban is Jawab.TIDAK
    assert harap in found.alasan


def test_annexes_that_the_text_cites_are_answered_ya() -> None:
    assert (
        answer(add_teks(drop_sistematika(make_fakta()), "Lihat Lampiran 1 sampai dengan Lampiran 7."), "I.4").jawaban
        is Jawab.YA
    )


def test_citation_that_leads_nowhere_is_named() -> None:
    found = answer(add_teks(drop_sistematika(make_fakta()), "Lihat Lampiran 1 s.d. 7 dan Tabel 9.1."), "I.4")
    assert (found.jawaban, "Rujukan tanpa tujuan: Tabel 9.1." in found.alasan) == (Jawab.TIDAK, True)


def test_difference_must_be_explained_and_the_place_is_given() -> None:
    beda = set_kolom("sasaran", "S4", "tujuan", None)
    assert answer(beda, "III.3").jawaban is Jawab.TIDAK
    jelas = answer(add_teks(beda, "Sasaran S4 ditambahkan karena perubahan Renstra."), "III.3")
    assert (jelas.jawaban, jelas.sumber) == (Jawab.YA, Sumber.HINT)
    assert jelas.bukti


def test_explanation_of_what_agrees_is_not_asked_for() -> None:
    found = answer(make_fakta(), "III.3")
    assert (found.jawaban, found.sumber, found.is_open) == (Jawab.YA, Sumber.OTOMATIS, False)


def test_item_for_a_person_stays_open_and_what_hangs_on_it_waits() -> None:
    fakta = make_fakta()
    assert [answer(fakta, no).jawaban for no in ("II.1", "III.8", "III.9")] == [Jawab.BELUM] * 3


def test_person_who_says_tidak_must_explain_in_the_report() -> None:
    kurang = Manual("III.8", Jawab.TIDAK, "Sasaran S3 belum terukur.", "Cahaya", "sekretaris")
    assert answer(make_fakta(), "III.9", kurang).jawaban is Jawab.TIDAK
    cukup = replace(kurang, jawaban=Jawab.YA)
    assert answer(make_fakta(), "III.9", cukup).jawaban is Jawab.YA


def test_override_keeps_both_answers() -> None:
    manual = Manual("I.4", Jawab.YA, "Lampiran dirujuk pada sistematika.", "Cahaya", "sekretaris")
    found = answer(drop_sistematika(make_fakta()), "I.4", manual)
    assert (found.jawaban, found.otomatis, found.sumber) == (Jawab.YA, Jawab.TIDAK, Sumber.MANUSIA)
    assert found.is_overridden
    assert found.manual == manual
    assert "tidak dirujuk" in found.alasan


def test_person_who_agrees_overrides_nothing_and_closes_a_hint() -> None:
    manual = Manual("II.2", Jawab.YA, "Sudah dilihat.", "Cahaya", "sekretaris")
    assert answer(make_fakta(), "II.2").is_open
    found = answer(make_fakta(), "II.2", manual)
    assert (found.is_overridden, found.is_open) == (False, False)


def test_last_answer_of_a_person_counts() -> None:
    satu = Manual("II.1", Jawab.TIDAK, "Belum.", "Cahaya", "sekretaris")
    assert answer(make_fakta(), "II.1", satu, replace(satu, jawaban=Jawab.YA)).jawaban is Jawab.YA


@pytest.mark.parametrize(
    "lain",
    [{"no": "IV.1"}, {"nama": " "}, {"peran": ""}, {"catatan": ""}, {"jawaban": Jawab.BELUM}],
)
def test_manual_answer_must_name_item_person_role_and_reason(lain: dict[str, Any]) -> None:
    manual = replace(Manual("I.1", Jawab.YA, "Ada.", "Cahaya", "sekretaris"), **lain)
    with pytest.raises(UsageError):
        review(make_fakta(), [manual])


def test_index_of_evidence_tells_files_links_and_what_is_missing() -> None:
    keadaan = {b.kode: b.keadaan for b in make_fakta().bukti}
    assert (keadaan["IK-1.2"], keadaan["IK-1.1"]) == (Keadaan.ADA, Keadaan.TAUTAN)
    bukti = index_bukti(SARO.kinerja, {})
    assert list_tanpa_bukti(["IK-1.1", "IK-1.2", "IK-9"], bukti) == ["IK-1.2", "IK-9"]


def test_quarter_asks_for_no_figure_where_it_has_no_target() -> None:
    hasil = compute_hasil(SARO.kinerja, SARO.settings, "TW2")
    dokumen = write_dokumen(Konteks(hasil, SARO.kinerja, SARO.settings))
    fakta = make_fakta(hasil=hasil, dokumen=dokumen)
    assert [answer(fakta, no).jawaban for no in ("I.2", "I.3")] == [Jawab.YA, Jawab.YA]
    assert "yang belum: IK-4.2." in answer(fakta, "III.10").alasan


def test_sections_end_at_the_next_heading_of_their_level() -> None:
    blok = [Judul(tingkat=2, teks="A", id="a"), Paragraf(isi=(Run(teks="x"),)), Judul(tingkat=2, teks="B", id="b")]
    assert find_bagian(blok, "a") == (blok[1],)
    assert find_bagian(blok, "z") is None
