"""Blocks set by a table that nobody sees: the large figures of the dashboard and the signature block."""

from docx.oxml.ns import qn

from lakip_lib.blok import DeretKartu, Kartu, Ttd
from lakip_lib.report.docx.huruf import UTAMA
from lakip_lib.report.docx.konteks import Konteks, make_emphasis
from lakip_lib.report.docx.lebar import measure_width, split_width
from lakip_lib.report.docx.oxml import Elemen, make, make_paragraph, make_run

RUANG_TTD = 1250  # twips left free for the signature
AKHIR_TTD = 3  # the last lines of a party: name, rank, NIP
CELAH = 0.1  # of a card's width
SEBARIS = 4  # cards in a row
UKURAN_ANGKA = (22, 19, 17, 15, 13, 11, 9)  # points; the largest at which the figure fits its card


def write_cards(deret: DeretKartu, konteks: Konteks) -> list[Elemen]:
    """The large figures side by side on a quiet ground, a rule of primary at the left of each."""
    hasil = []
    for awal in range(0, len(deret.kartu), SEBARIS):
        hasil += [_write_row(deret.kartu[awal : awal + SEBARIS], konteks), make_paragraph("Jeda")]
    return hasil


def _write_row(kartu: tuple[Kartu, ...], konteks: Konteks) -> Elemen:
    bagian = [x for _ in kartu for x in (1.0, CELAH)][:-1]
    lebar = split_width(bagian, konteks.lebar)
    sel = []
    for urut, satu in enumerate(kartu):
        if urut:
            sel.append(_cell(lebar[2 * urut - 1], [make_paragraph("KartuLabel")]))
        sel.append(_cell(lebar[2 * urut], _write_card(satu, lebar[2 * urut], konteks), garis=True))
    return _frame(lebar, [_row(sel)])


def _write_card(kartu: Kartu, lebar: int, konteks: Konteks) -> list[Elemen]:
    muat = [u for u in UKURAN_ANGKA if measure_width(kartu.angka.teks, konteks.huruf, u) <= lebar]
    ukuran = (muat or UKURAN_ANGKA[-1:])[0] * 2
    angka = konteks.write_runs((kartu.angka,))
    for run in (r for satu in angka for r in satu.iter(qn("w:r"))):
        sifat = run.find(qn("w:rPr"))
        if sifat is None:
            run.insert(0, sifat := make("w:rPr"))
        sifat.extend(make(tag, {"w:val": ukuran}) for tag in ("w:sz", "w:szCs"))
    return [
        make_paragraph("KartuLabel", [make_run(kartu.label)]),
        make_paragraph("KartuAngka", angka),
        make_paragraph("KartuKeterangan", konteks.write_runs(kartu.keterangan)),
    ]


def write_signature(ttd: Ttd, konteks: Konteks) -> list[Elemen]:
    """The parties side by side, a single one at the right, with free space above each name."""
    pihak = ttd.pihak if len(ttd.pihak) > 1 else ((), *ttd.pihak)
    lebar = split_width([1.0] * len(pihak), konteks.lebar)
    tempat = [""] * (len(pihak) - 1) + [ttd.tempat_tanggal]
    baris = [
        [[satu] for satu in tempat],
        [list(satu[:-AKHIR_TTD]) for satu in pihak],
        [list(satu[-AKHIR_TTD:]) for satu in pihak],
    ]
    isi = [
        _row([_cell(x, _write_lines(teks, nama=urut == 2)) for x, teks in zip(lebar, satu, strict=True)])
        for urut, satu in enumerate(baris)
    ]
    ruang = [*[""] * (len(pihak) - 1), ttd.ruang]
    kosong = [
        _cell(x, [make_paragraph("TandaTangan", [make_run(t)] if t else [])]) for x, t in zip(lebar, ruang, strict=True)
    ]
    isi.insert(2, _row(kosong, tinggi=RUANG_TTD))
    return [make_paragraph("Jeda", [], make("w:keepNext")), _frame(lebar, isi), make_paragraph("Jeda")]


def _write_lines(baris: list[str], *, nama: bool) -> list[Elemen]:
    """One paragraph a line; the name bold and underlined; an empty cell still needs its paragraph."""
    hasil = []
    for urut, teks in enumerate(satu for satu in baris if satu):
        garis = [*make_emphasis(True), make("w:u", {"w:val": "single"})] if nama and urut == 0 else []
        hasil.append(make_paragraph("TandaTangan", [make_run(teks, *garis)]))
    return hasil or [make_paragraph("TandaTangan")]


def _cell(lebar: int, isi: list[Elemen], *, garis: bool = False) -> Elemen:
    sifat = make("w:tcPr", None, make("w:tcW", {"w:w": lebar, "w:type": "dxa"}))
    if garis:
        atas = make("w:top", {"w:val": "single", "w:sz": 10, "w:space": 0, "w:color": UTAMA})
        sifat.append(make("w:tcBorders", None, atas))
    return make("w:tc", None, sifat, *isi)


def _row(sel: list[Elemen], *, tinggi: int = 0) -> Elemen:
    sifat = [make("w:cantSplit")]
    if tinggi:
        sifat.append(make("w:trHeight", {"w:val": tinggi, "w:hRule": "exact"}))
    return make("w:tr", None, make("w:trPr", None, *sifat), *sel)


def _frame(lebar: list[int], baris: list[Elemen]) -> Elemen:
    sifat = make(
        "w:tblPr",
        None,
        make("w:tblW", {"w:w": sum(lebar), "w:type": "dxa"}),
        make("w:tblLayout", {"w:type": "fixed"}),
        make("w:tblCellMar", None, *(make(f"w:{s}", {"w:w": 0, "w:type": "dxa"}) for s in ("left", "right"))),
        make("w:tblLook", {"w:val": "0000"}),
    )
    return make("w:tbl", None, sifat, make("w:tblGrid", None, *(make("w:gridCol", {"w:w": x}) for x in lebar)), *baris)
