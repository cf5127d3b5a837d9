"""The chapters: everything DOMAIN §2 asks for is there, references resolve, what is open is listed."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import nbformat
import pytest
from contoh_hasil import make_hasil
from contoh_lengkap import make_konteks
from kasus_mini import make_kinerja, make_settings, make_traced
from susun_dokumen import NOTEBOOK, write_dokumen

from lakip_lib.blok import (
    Daftar,
    Dokumen,
    Gambar,
    Judul,
    Paragraf,
    Tabel,
    Ttd,
    join_text,
)
from lakip_lib.errors import NotFinalError
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report import bab
from lakip_lib.report.bab.depan import make_identitas
from lakip_lib.report.bab.ikhtisar import make_kartu
from lakip_lib.report.bab.lampiran import list_masukan
from lakip_lib.report.bab.sasaran import ANALISIS, RUJUKAN
from lakip_lib.report.notebook import TAG_LUAR
from lakip_lib.rujukan import format_ref, split_ref

KODE_TABEL = ("T2.1", "T2.2", "T2.3a", "T2.3b", "T2.4", "T3.0", "T3.1", "T3.1q", "T3.2", "T3.3", "T3.4", "T3.5",
              "T3.6", "T3.7", "T3.8", "T3.9", "T3.10", "T3.11")  # fmt: skip
PENGANTAR = {
    "nama": "kata-pengantar",
    "teks": "Pengantar kami.",
    "berkas": "narasi/kata-pengantar.md",
    "sha256": "a" * 64,
}
PEJABAT = {
    "kepala": {
        "nama": "Contoh Kepala",
        "nip": "197001011995011001",
        "pangkat": "Pembina (IV/a)",
        "jabatan": "Kepala Dinas",
    },
    "atasan": {"nama": "Contoh Bupati", "jabatan": "Bupati Contoh"},
}


@cache
def rich() -> Dokumen:
    """The document of the rich invented year."""
    return write_dokumen(make_konteks())


def list_judul(dokumen: Dokumen, tingkat: int) -> list[Judul]:
    """The headings of one level, in order."""
    return [b for b in dokumen.blok if isinstance(b, Judul) and b.tingkat == tingkat]


def test_the_chapters_stand_in_order() -> None:
    assert [f"{j.nomor} {j.teks}".strip() for j in list_judul(rich(), 1)][:10] == [
        "KATA PENGANTAR",
        "IKHTISAR EKSEKUTIF",
        "DAFTAR ISI",
        "DAFTAR TABEL",
        "DAFTAR GAMBAR",
        "DAFTAR LAMPIRAN",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
    ]


def test_each_sasaran_has_its_seven_analyses() -> None:
    ids = {j.id for j in list_judul(rich(), 4)}
    assert {f"s-{s.kode}-{n}" for s in make_hasil().sasaran for n in range(1, 8)} <= ids


def test_each_analysis_has_its_table() -> None:
    hasil = make_hasil()
    for sasaran in hasil.sasaran:
        kode = [b.kode for b in bab.write_sasaran(make_konteks(), sasaran.kode) if isinstance(b, Tabel)]
        assert kode == ["T3.1", "T3.1q", "T3.2", "T3.3", "T3.4", "T3.5", "T3.6", "T3.7"]


def test_every_table_of_the_outline_is_there() -> None:
    assert set(KODE_TABEL) <= {b.kode for b in rich().blok if isinstance(b, Tabel)}


def test_every_figure_and_captioned_table_is_mentioned_in_the_text() -> None:
    tautan = {r.tautan for b in rich().blok if isinstance(b, Paragraf) for r in b.isi if r.tautan}
    utama = [b for b in rich().blok if isinstance(b, Tabel | Gambar) and b.nomor and not b.nomor.startswith("L")]
    assert [b.id for b in utama if f"#{b.id}" not in tautan] == []


def test_every_reference_prints_what_hasil_json_says() -> None:
    refs = {(r.ref, r.teks) for b in rich().blok if isinstance(b, Paragraf) for r in b.isi if r.ref}
    assert len(refs) > 100
    assert [(ref, teks) for ref, teks in refs if format_ref(rich().hasil, str(ref)) != teks] == []


def test_annexes_begin_with_the_perjanjian_kinerja() -> None:
    lampiran = [j for j in list_judul(rich(), 1) if j.id.startswith("lampiran")]
    assert lampiran[0].teks == "PERJANJIAN KINERJA TAHUN 2025"
    assert [j.nomor.casefold() for j in lampiran] == [f"lampiran {n}" for n in range(1, 8)]


def test_the_ikhtisar_has_four_figures_and_last_year_beside_them() -> None:
    blok = bab.write_ikhtisar(make_konteks())
    kartu = next(b for b in blok if b.model_dump()["jenis"] == "kartu").model_dump()["kartu"]
    assert [k["label"] for k in kartu] == [
        "Capaian kinerja",
        "Penyerapan anggaran",
        "Indikator tercapai",
        "Sisa anggaran",
    ]
    assert all("2024" in "".join(r["teks"] for r in k["keterangan"]) for k in kartu)
    assert all(k["angka"]["ref"] for k in kartu)


def test_the_text_does_not_promise_a_comparison_that_is_not_there() -> None:
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Membaiknya contoh"}],
        indikator=[{"kode": "I1", "sasaran": "S1", "nama": "Nilai contoh", "satuan": "nilai", "arah": "max"}],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": "70"}],
        realisasi=[{"indikator": "I1", "unit": "U1", "realisasi": "71"}],
    )
    hasil = compute_hasil(kinerja, make_settings())
    blok = bab.write_sasaran(Konteks(hasil, kinerja, make_settings()), "S1")
    kalimat = [join_text(b.isi) for b in blok if isinstance(b, Paragraf)]
    assert not any(re.search("Perbandingannya|Kemajuan setiap|antartahun|menurut triwulan pada", k) for k in kalimat)
    assert sum(k.startswith("Keterangan untuk setiap indikator dimuat pada") for k in kalimat) == 2
    assert {t.kode for t in blok if isinstance(t, Tabel)} >= {"T3.1q", "T3.2", "T3.3", "T3.4"}


def test_the_ikhtisar_counts_its_best_and_its_worst() -> None:
    kinerja = make_kinerja()
    konteks = Konteks(compute_hasil(kinerja, make_settings()), kinerja, make_settings())
    kepala = [b.kolom[0].judul for b in bab.write_ikhtisar(konteks) if isinstance(b, Tabel)]
    assert kepala == ["Tiga capaian terbaik", "Tiga yang perlu perhatian"]
    satu = replace(kinerja, indikator=kinerja.indikator.iloc[:1])
    konteks = Konteks(compute_hasil(satu, make_settings()), satu, make_settings())
    kepala = [b.kolom[0].judul for b in bab.write_ikhtisar(konteks) if isinstance(b, Tabel)]
    assert kepala == ["Capaian terbaik"]


def test_a_quarter_does_not_stand_beside_a_whole_year() -> None:
    blok = bab.write_ikhtisar(make_konteks(make_hasil("TW2")))
    kartu = next(b for b in blok if b.model_dump()["jenis"] == "kartu").model_dump()["kartu"]
    teks = ["".join(r["teks"] for r in k["keterangan"]) for k in kartu]
    assert teks[0] == "s.d. Triwulan II"
    assert not any("2024" in t for t in teks)


def test_without_a_budget_report_no_money_is_left() -> None:
    hasil = compute_hasil(make_kinerja(), make_settings())
    total = hasil.anggaran_total.model_copy(update=dict.fromkeys(("pagu", "realisasi_anggaran", "sisa"), Decimal(0)))
    kosong = hasil.model_copy(update={"anggaran": (), "anggaran_total": total.model_copy(update={"persen": None})})
    kartu = make_kartu(make_konteks(kosong)).kartu
    assert [k.angka.teks for k in kartu[1::2]] == ["–", "–"]


def test_a_supplied_text_stands_at_its_place_and_is_not_reported() -> None:
    konteks = make_konteks(narasi=[PENGANTAR])
    assert "Pengantar kami." in [join_text(b.isi) for b in bab.write_kata_pengantar(konteks) if isinstance(b, Paragraf)]


def test_a_text_that_was_not_supplied_says_so() -> None:
    (blok,) = bab.write_narasi(make_konteks(), "isu-strategis")
    assert isinstance(blok, Paragraf)
    assert (blok.gaya, join_text(blok.isi)) == ("belum", "Bagian ini belum diisi (narasi/isu-strategis.md).")


def test_texts_on_sasaran_and_indikator_stand_where_they_belong() -> None:
    narasi = [
        {"nama": nama, "teks": f"Uraian {nama}.", "berkas": f"narasi/{nama}.md", "sha256": "b" * 64}
        for nama in ("sasaran-S1", "indikator-IKU-1.2")
    ]
    blok = bab.write_sasaran(make_konteks(narasi=narasi), "S1")
    teks = [join_text(b.isi) if isinstance(b, Paragraf) else b.model_dump().get("id") for b in blok]
    assert teks.index("Uraian sasaran-S1.") < teks.index("s-S1-1")
    assert teks.index("s-S1-1") < teks.index("Uraian indikator-IKU-1.2.") < teks.index("s-S1-2")


def test_markup_in_a_unit_text_stays_text() -> None:
    isi = {"indikator": "IKU-1.2", "unit": "U1", "faktor_penghambat": "<b>#x {{y}}</b>", "solusi": "$z$"}
    teks = [join_text(b.isi) for b in bab.write_sasaran(make_konteks(analisis=[isi]), "S1") if isinstance(b, Paragraf)]
    assert any("“<b>#x {{y}}</b>”" in t for t in teks)


def test_what_no_unit_explained_is_a_draft() -> None:
    gaya = [b.gaya for b in bab.write_sasaran(make_konteks(), "S1") if isinstance(b, Paragraf)]
    assert gaya.count("draf") == len(make_hasil().list_indikator("S1"))


def test_a_confirmed_text_takes_the_place_of_the_draft_and_is_no_longer_open() -> None:
    naskah = {"nama": "sebab-IKU-1.2", "teks": "Jaringan kami perluas.", "berkas": "narasi/sebab-IKU-1.2.md"}
    blok = bab.write_sasaran(make_konteks(narasi=[naskah | {"sha256": "b" * 64}]), "S1")
    sebab = blok[[b.model_dump().get("id") for b in blok].index("s-S1-5") :]
    assert [(b.gaya, b.naskah) for b in sebab if isinstance(b, Paragraf)][:3] == [
        ("draf", "sebab-IKU-1.1"),
        ("biasa", "sebab-IKU-1.2"),
        ("draf", "sebab-IKU-1.3"),
    ]
    assert sum(t.startswith("Kalimat draf") for t in bab.list_terbuka(blok, make_hasil())) == 3


def test_every_block_that_a_text_of_narasi_gives_or_replaces_bears_its_name() -> None:
    naskah = {"nama": "penutup", "teks": "Satu.\n\n- a\n\n#### Dua\n\n| x |\n| --- |\n| y |\n"}
    konteks = make_konteks(narasi=[naskah | {"berkas": "narasi/penutup.md", "sha256": "b" * 64}])
    blok = [*bab.write_narasi(konteks, "penutup"), *bab.write_narasi(konteks, "isu-strategis")]
    assert [b.naskah for b in blok] == ["penutup"] * 4 + ["isu-strategis"]  # type: ignore[union-attr]
    pengantar = [b.naskah for b in bab.write_kata_pengantar(konteks) if isinstance(b, Paragraf)]
    assert set(pengantar) == {"kata-pengantar"}


def test_open_things_are_listed_once_each() -> None:
    hasil = make_hasil().model_copy(update={"temuan": ({"tingkat": "wajib", "pesan": "Isi sel O6."},) * 2})
    blok = [*bab.write_narasi(make_konteks(), "penutup"), *bab.write_sasaran(make_konteks(), "S1")]
    terbuka = bab.list_terbuka(blok, hasil)
    assert terbuka[0] == "Isi sel O6."
    assert "Bagian ini belum diisi (narasi/penutup.md)." in terbuka
    assert sum(t.startswith("Kalimat draf") for t in terbuka) == 4
    assert len(terbuka) == len(set(terbuka))


def test_a_missing_name_of_a_signatory_is_open() -> None:
    assert any("pejabat" in t for t in bab.list_terbuka(bab.write_kata_pengantar(make_konteks()), make_hasil()))


def test_blank_figures_are_open_and_quarters_without_target_are_not() -> None:
    kurang = [t for t in bab.list_terbuka((), make_hasil("TW2")) if "belum lengkap" in t]
    assert all(k not in t for t in kurang for k in ("IKU-2.1", "IKU-1.2"))
    mini = make_kinerja()
    hasil = compute_hasil(mini, make_settings(), "TW2")
    assert [t for t in bab.list_terbuka((), hasil) if t.startswith("I1 ")] == []


def test_final_is_refused_with_everything_that_is_open() -> None:
    with pytest.raises(NotFinalError, match="Isi sel O6"):
        bab.check_final(["Isi sel O6."])
    bab.check_final([])


def test_nothing_open_leaves_nothing_to_list() -> None:
    assert bab.list_terbuka(bab.write_sistematika(), make_hasil().model_copy(update={"indikator": ()})) == []


def test_each_figure_of_the_achievement_table_is_explained() -> None:
    hasil = make_hasil()
    penjelasan = bab.explain_figures(hasil)
    tabel = [b for b in rich().blok if isinstance(b, Tabel) and b.kode == "T3.1"]
    refs = {r.ref for t in tabel for b in t.baris for s in b.sel for r in s.isi if r.ref}
    angka = {r for r in refs if split_ref(r)[0].rpartition("/")[2] in {"target", "realisasi", "capaian"}}
    assert len(angka) > 50
    assert {split_ref(ref)[0] for ref in angka} <= set(penjelasan)


def test_an_explanation_gives_formula_inputs_and_cells() -> None:
    isi = bab.explain_figures(make_hasil())["indikator/IKU-1.1/capaian"]
    assert isi.rumus.startswith("MAX: ")
    assert isi.masukan == (("Target", "2,75"), ("Realisasi", "2,81"))
    assert isi.sumber[0] == ("Target", "perencanaan.xlsx › F1 Capaian › D5")


PEMBANDING = {
    "lalu/realisasi": ["Riwayat › D3"],
    "lalu/capaian": ["Riwayat › D3", "Riwayat › E3"],
    "lalu/perubahan": ["F1 Capaian › O6", "Riwayat › D3"],
    "lalu/perkembangan": ["F1 Capaian › O6", "Riwayat › D3"],
    "renstra/target": ["Target › D9"],
    "renstra/kemajuan": ["F1 Capaian › O6", "Target › D9"],
    "renstra/status": ["F1 Capaian › O6"],
    "standar/nilai": ["Standar › C2"],
    "standar/selisih": ["F1 Capaian › O6", "Standar › C2"],
    "standar/posisi": ["F1 Capaian › O6", "Standar › C2"],
}


@pytest.mark.parametrize("bagian", PEMBANDING)
def test_what_an_indikator_is_compared_with_leads_to_its_cells(bagian: str) -> None:
    isi = bab.explain_figures(compute_hasil(make_traced(), make_settings()))[f"indikator/I1/{bagian}"]
    assert [letak.partition(" › ")[2] for _, letak in isi.sumber] == PEMBANDING[bagian]


def test_progress_from_the_baseline_leads_to_the_baseline_too() -> None:
    hasil = compute_hasil(make_traced(), make_settings(kemajuan_renstra="dari_awal"))
    isi = bab.explain_figures(hasil)["indikator/I1/renstra/kemajuan"]
    assert [peran for peran, _ in isi.sumber] == ["Realisasi", "Kondisi awal", "Target Renstra 2026"]


def test_the_cells_of_a_capaian_are_its_own() -> None:
    isi = bab.explain_figures(compute_hasil(make_traced(), make_settings()))["indikator/I1/capaian"]
    assert [peran for peran, _ in isi.sumber] == ["Target", "Realisasi"]


def test_what_could_not_be_assessed_is_explained_too() -> None:
    assert (
        "Belum dapat dinilai: data belum dirilis"
        in bab.explain_figures(make_hasil())["indikator/IKU-3.1/capaian"].rumus
    )


def test_a_document_is_konsep_unless_final() -> None:
    konteks = make_konteks()
    assert make_identitas(konteks).konsep
    assert not make_identitas(konteks, final=True).konsep


def test_the_cover_shows_a_shield_where_there_is_no_coat_of_arms() -> None:
    konteks = make_konteks()
    assert str(make_identitas(konteks).logo).startswith("data:image/svg+xml;base64,")
    assert str(make_identitas(konteks, logo=b"\x89PNG....").logo).startswith("data:image/png;base64,")


def test_both_parties_sign_the_perjanjian_kinerja() -> None:
    atur = make_settings().model_copy(update={"pejabat": type(make_settings().pejabat).model_validate(PEJABAT)})
    konteks = Konteks(make_hasil(), Kinerja.from_rows(), atur)
    ttd = next(b for b in bab.write_lampiran(konteks) if isinstance(b, Ttd))
    assert [p[0] for p in ttd.pihak] == ["PIHAK KEDUA", "PIHAK PERTAMA"]
    assert ttd.pihak[1][-3:] == ("Contoh Kepala", "Pembina (IV/a)", "NIP 19700101 199501 1 001")


def test_a_quarterly_run_says_until_when() -> None:
    dokumen = write_dokumen(make_konteks(make_hasil("TW2")))
    teks = " ".join(join_text(b.isi) for b in dokumen.blok if isinstance(b, Paragraf))
    assert "sampai dengan Triwulan II Tahun 2025" in teks
    assert dokumen.identitas.subjudul == "Tahun Anggaran 2025, s.d. Triwulan II"
    assert any("s.d. Triwulan II" in j.teks for j in list_judul(dokumen, 4))


def test_an_agency_without_anything_still_gives_all_chapters() -> None:
    atur = make_settings()
    kosong = Kinerja.from_rows()
    dokumen = write_dokumen(Konteks(compute_hasil(kosong, atur), kosong, atur))
    assert [j.nomor for j in list_judul(dokumen, 1) if j.nomor.startswith("BAB")] == [
        "BAB I",
        "BAB II",
        "BAB III",
        "BAB IV",
    ]


def test_the_colophon_names_each_input_once_with_its_hash() -> None:
    konteks = make_konteks(narasi=[PENGANTAR, PENGANTAR])
    assert list_masukan(konteks) == [("narasi/kata-pengantar.md", "a" * 64)]


def test_sentences_of_the_document_do_not_repeat() -> None:
    """Apart from fixed wording, no sentence stands twice in the analyses."""
    teks = [join_text(b.isi) for b in rich().blok if isinstance(b, Paragraf) and b.gaya == "biasa"]
    angka = [t for t in teks if re.search(r"\d,\d\d persen", t)]
    assert len(angka) - len(set(angka)) <= 2


def test_each_reference_sentence_has_several_wordings() -> None:
    assert all(len(set(pola)) >= 3 and all("{rujukan}" in p for p in pola) for pola in RUJUKAN.values())
    assert len(ANALISIS) == 7


def test_the_same_material_gives_the_same_document() -> None:
    assert write_dokumen(make_konteks()).model_dump_json() == rich().model_dump_json()


def test_the_notebook_is_thin_and_stripped() -> None:
    nb = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    kode = [c for c in nb.cells if c.cell_type == "code"]
    assert all(not c.outputs and c.execution_count is None for c in kode)
    assert max(len(c.source.splitlines()) for c in kode) <= 15
    assert not any(re.search(r"^\s*(def|class|try|except|from pathlib)\b", c.source, re.MULTILINE) for c in kode)
    assert nb.cells[0].metadata.tags == [TAG_LUAR]
    assert Path(NOTEBOOK).name == "05_lakip.ipynb"


def test_text_of_the_notebook_is_part_of_the_document() -> None:
    teks = [join_text(b.isi) for b in rich().blok if isinstance(b, Paragraf)]
    assert any(t.startswith("Bab ini mempertanggungjawabkan") for t in teks)
    assert not any("Jalankan" in t or "jalankan" in t for t in teks)


def test_no_run_is_left_without_its_number() -> None:
    assert [r for b in rich().blok if isinstance(b, Paragraf) for r in b.isi if not r.teks] == []


def test_staff_are_tabled_where_the_planning_counts_them() -> None:
    pegawai = [{"kelompok": "Golongan", "kategori": "III", "jumlah": 26}]
    kode = [b.kode for b in bab.write_sumber_daya(make_konteks(pegawai=pegawai)) if isinstance(b, Tabel)]
    assert kode == ["pegawai"]
    assert not any(isinstance(b, Tabel) for b in bab.write_sumber_daya(make_konteks()))


def test_the_plan_of_the_report_cites_every_annex_by_its_number() -> None:
    lampiran = [
        b.teks.casefold() for b in bab.write_lampiran(make_konteks()) if isinstance(b, Judul) and b.tingkat == 1
    ]
    tersebut = " ".join(join_text(butir) for b in bab.write_sistematika() if isinstance(b, Daftar) for butir in b.butir)
    nomor = re.findall(r"([a-z ]+) \(Lampiran (\d)\)", tersebut.removeprefix("Lampiran"))
    assert [int(n) for _, n in nomor] == list(range(1, len(lampiran) + 1))
    kata = (
        "perjanjian kinerja",
        "rencana aksi",
        "data dukung",
        "metodologi",
        "jejak data",
        "catatan mutu data",
        "kolofon",
    )
    assert all(k in judul for k, judul in zip(kata, lampiran, strict=True))
