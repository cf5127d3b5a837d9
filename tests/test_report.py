"""Numbers, references, Markdown and the document that an executed notebook holds."""

import pytest
from nbconvert.exporters import Exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lakip_lib.blok import (
    MIME,
    Baris,
    Daftar,
    DeretKartu,
    Gambar,
    Identitas,
    Isi,
    Judul,
    Kartu,
    Kolom,
    Paragraf,
    Run,
    Tabel,
    join_text,
)
from lakip_lib.delivery.terbit import EKSPORTIR
from lakip_lib.errors import RenderError
from lakip_lib.report.markdown import parse_markdown
from lakip_lib.report.nomor import number_blok
from lakip_lib.report.notebook import Sajian, read_dokumen


def judul(tingkat: int, teks: str, **lain: bool) -> Judul:
    return Judul(tingkat=tingkat, teks=teks, id=teks.lower(), **lain)


def tabel(nama: str, teks: str = "Isi") -> Tabel:
    return Tabel(id=nama, kode="T", judul=teks, kolom=(), baris=())


def test_headings_tables_and_figures_are_numbered_within_their_bab() -> None:
    gambar = Gambar(id="g1", kode="G", judul="Grafik", figur={}, alt="", tabel=tabel("d1"))
    blok = [judul(1, "Depan", depan=True), tabel("t0"), judul(1, "Satu"), tabel("t1"), judul(1, "Dua"), judul(2, "A"),
            judul(3, "a1"), judul(3, "a2"), judul(2, "B"), judul(3, "b1"), tabel("t2"), tabel("t3"), gambar,
            Judul(tingkat=1, teks="Perjanjian", id="lampiran-pk"), tabel("t4")]  # fmt: skip
    found = [getattr(b, "nomor", "") for b in number_blok(blok)]
    assert found == [
        "",
        "",
        "BAB I",
        "1.1",
        "BAB II",
        "A.",
        "1.",
        "2.",
        "B.",
        "1.",
        "2.1",
        "2.2",
        "2.1",
        "Lampiran 1",
        "L1.1",
    ]


def test_reference_says_the_number_of_what_it_leads_to() -> None:
    teks = Paragraf(isi=(Run(teks="lihat "), Run(teks="", tautan="#t1")))
    numbered = number_blok([judul(1, "Satu"), teks, tabel("t1")])
    assert join_text(numbered[1].isi) == "lihat Tabel 1.1"


def test_reference_that_leads_nowhere_fails() -> None:
    with pytest.raises(RenderError, match="t9"):
        number_blok([judul(1, "Satu"), Paragraf(isi=(Run(teks="", tautan="#t9"),))])


def test_repeated_id_fails() -> None:
    with pytest.raises(RenderError, match="unique"):
        number_blok([tabel("t1"), tabel("t1")])


@pytest.mark.parametrize(
    "teks",
    [
        "<b>tebal</b> & <script>alert(1)</script>",
        "#set page() $x$ @kutip",
        r"\textbf{a} \# \%",
        "{{ 7*7 }} {% if %}",
        "&lt; &amp;",
    ],
)
def test_markup_comes_out_as_typed(teks: str) -> None:
    (found,) = parse_markdown(teks)
    assert join_text(found.isi) == teks


def test_plain_markdown_becomes_blocks() -> None:
    found = parse_markdown(
        "# Judul\n\nSatu **dua** _tiga_.\n\n1. a\n2. b\n\n| x | y |\n|---|---|\n| 1 | 2 |", awalan="n-"
    )
    kinds = [type(b) for b in found]
    assert kinds == [Judul, Paragraf, Daftar, Tabel]
    assert (found[0].tingkat, found[0].id) == (4, "n-judul")
    assert [(r.teks, r.tebal, r.miring) for r in found[1].isi][1:4:2] == [("dua", True, False), ("tiga", False, True)]
    assert found[2].bernomor


def test_link_keeps_web_addresses_only() -> None:
    (found,) = parse_markdown("[a](https://contoh.example) [b](ftp://contoh.example) [c](javascript:x)")
    assert [(run.teks, run.tautan) for run in found.isi] == [
        ("a", "https://contoh.example"),
        (" ", None),
        ("b", None),
        (" [c](javascript:x)", None),
    ]


IDENTITAS = Identitas(
    judul="LKjIP", subjudul="", instansi="Dinas", singkatan="D", pemda="Kabupaten", alamat=(), tahun=2025,
    periode="tahunan", tempat_tahun="Kota, 2026", tanggal="2026-01-01",
)  # fmt: skip


def make_nb(*cells: object) -> object:
    return new_notebook(cells=list(cells))


def shown(sajian: Sajian) -> object:
    bundle = sajian._repr_mimebundle_()
    return new_code_cell("x", outputs=[new_output("display_data", data={MIME: bundle[MIME]})])


def test_document_is_markdown_and_what_cells_display_in_order() -> None:
    nb = make_nb(
        new_markdown_cell("# Pendahuluan"),
        new_markdown_cell("untuk pembaca notebook", metadata={"tags": ["luar-dokumen"]}),
        shown(Sajian((tabel("t1"),), identitas=IDENTITAS.model_dump(mode="json"), hasil={"tahun": 2025})),
    )
    found = read_dokumen(nb)  # type: ignore[arg-type]
    assert [(b.jenis, b.nomor) for b in found.blok] == [("judul", "BAB I"), ("tabel", "1.1")]
    assert found.hasil == {"tahun": 2025}


def test_notebook_that_was_not_executed_is_refused() -> None:
    with pytest.raises(RenderError, match="executed"):
        read_dokumen(make_nb(new_markdown_cell("# Bab")))  # type: ignore[arg-type]


REF = "instansi_capaian/capaian#persen"


def make_quoting_nb(*blok: object) -> object:
    """An executed notebook of these blocks, with the hasil.json that their figures are taken from."""
    hasil = {"instansi_capaian": {"capaian": "101.72"}}
    return make_nb(shown(Sajian(blok, identitas=IDENTITAS.model_dump(mode="json"), hasil=hasil)))  # type: ignore[arg-type]


def quote_figure(jenis: str, teks: str) -> object:
    """A block that prints the figure in a sentence, a cell, a note, a card or a chart's table."""
    run = Run(teks=teks, ref=REF)
    baris = (Baris(sel=(Isi(isi=(run,)),)),)
    data = Tabel(id="d", kode="T", judul="", kolom=(Kolom(judul="A"),), baris=baris)
    return {
        "kalimat": Paragraf(isi=(Run(teks="Capaian "), run)),
        "butir": Daftar(butir=((run,),)),
        "sel": data,
        "catatan": tabel("t").model_copy(update={"catatan": ((run,),)}),
        "kartu": DeretKartu(kartu=(Kartu(label="Capaian", angka=run),)),
        "keterangan": DeretKartu(kartu=(Kartu(label="Capaian", angka=Run(teks="1"), keterangan=(run,)),)),
        "gambar": Gambar(id="g", kode="G", judul="", figur={"data": [{"ref": "x"}]}, alt="", tabel=data),
    }[jenis]


JENIS = ("kalimat", "butir", "sel", "catatan", "kartu", "keterangan", "gambar")


@pytest.mark.parametrize("jenis", JENIS)
def test_notebook_with_a_changed_figure_is_refused(jenis: str) -> None:
    nb = make_quoting_nb(quote_figure(jenis, "110,72%"))
    with pytest.raises(RenderError, match=f"{REF}: found '110,72%', expected '101,72%'"):
        read_dokumen(nb)  # type: ignore[arg-type]


@pytest.mark.parametrize("jenis", JENIS)
def test_notebook_with_the_figures_of_its_hasil_is_read(jenis: str) -> None:
    nb = make_quoting_nb(quote_figure(jenis, "101,72%"))
    assert len(read_dokumen(nb).blok) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("eksportir", EKSPORTIR.values(), ids=EKSPORTIR)
def test_no_exporter_writes_a_changed_figure(eksportir: type[Exporter]) -> None:
    with pytest.raises(RenderError, match="expected '101,72%'"):
        eksportir().from_notebook_node(make_quoting_nb(quote_figure("sel", "110,72%")))
