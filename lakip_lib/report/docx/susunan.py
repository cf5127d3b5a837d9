"""Blocks set by a table that nobody sees: the large figures of the dashboard and the signature block."""

from docx.oxml.ns import qn

from lakip_lib.blok import DeretKartu, Kartu, Ttd
from lakip_lib.report.docx.huruf import GARIS, UTAMA
from lakip_lib.report.docx.konteks import Konteks, make_emphasis
from lakip_lib.report.docx.lebar import measure_width, split_width
from lakip_lib.report.docx.oxml import Elemen, make, make_paragraph, make_run

RUANG_TTD = 1250  # twips left free for the signature
JARAK_BINGKAI = 140  # twips between a frame and what stands in and above it
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
    """The parties side by side, a single one at the right, with free space above each name.

    A frame holds the right one's name and, below it, where a digital signature is checked; a note follows at the left.
    """
    pihak = ttd.pihak if len(ttd.pihak) > 1 else ((), *ttd.pihak)
    kiri = [""] * (len(pihak) - 1)
    lebar = split_width([1.0] * len(pihak), konteks.lebar)
    nama = [_write_lines(list(satu[-AKHIR_TTD:]), nama=True) for satu in pihak]
    ruang = [_write_lines([t], gaya="CatatanTabel" if t else "TandaTangan") for t in (*kiri, ttd.ruang)]
    baris = [
        _row([_cell(x, _write_lines([t])) for x, t in zip(lebar, (*kiri, ttd.tempat_tanggal), strict=True)]),
        _row([_cell(x, _write_lines(list(t[:-AKHIR_TTD]))) for x, t in zip(lebar, pihak, strict=True)]),
    ]
    if ttd.bingkai:
        jeda = _row([_cell(x, [make_paragraph("TandaTangan")]) for x in lebar], tinggi=JARAK_BINGKAI)
        baris += [jeda, _frame_last(lebar, nama, "top"), _frame_last(lebar, ruang, "bottom")]
    else:
        baris += [
            _row([_cell(x, isi, tengah=True) for x, isi in zip(lebar, ruang, strict=True)], tinggi=RUANG_TTD),
            _row([_cell(x, isi) for x, isi in zip(lebar, nama, strict=True)]),
        ]
    ikut = make_paragraph("Jeda", [], make("w:keepNext"))
    catatan = [ikut, make_paragraph("CatatanTabel", [make_run(ttd.catatan)])] if ttd.catatan else []
    return [
        make_paragraph("Jeda", [], make("w:keepNext")),
        _frame(lebar, baris),
        *(catatan or [make_paragraph("Jeda")]),
    ]


def _frame_last(lebar: list[int], isi: list[list[Elemen]], tepi: str) -> Elemen:
    """A row whose last cell is a part of a frame: with its sides and the edge of that name."""
    biasa = [_cell(x, satu) for x, satu in zip(lebar[:-1], isi[:-1], strict=True)]
    return _row([*biasa, _cell(lebar[-1], isi[-1], bingkai=("left", "right", tepi))])


def _write_lines(baris: list[str], *, nama: bool = False, gaya: str = "TandaTangan") -> list[Elemen]:
    """One paragraph a line; the name bold and underlined; an empty cell still needs its paragraph."""
    hasil = []
    for urut, teks in enumerate(satu for satu in baris if satu):
        garis = [*make_emphasis(True), make("w:u", {"w:val": "single"})] if nama and urut == 0 else []
        hasil.append(make_paragraph(gaya, [make_run(teks, *garis)], make("w:keepNext")))
    return hasil or [make_paragraph(gaya)]


def _cell(
    lebar: int, isi: list[Elemen], *, garis: bool = False, bingkai: tuple[str, ...] = (), tengah: bool = False
) -> Elemen:
    """A cell, with a rule of primary above it or the sides of a quiet frame, which keeps its text off the line; or with
    its text half-way down."""
    sifat = make("w:tcPr", None, make("w:tcW", {"w:w": lebar, "w:type": "dxa"}))
    if garis:
        atas = make("w:top", {"w:val": "single", "w:sz": 10, "w:space": 0, "w:color": UTAMA})
        sifat.append(make("w:tcBorders", None, atas))
    if bingkai:
        sisi = [s for s in ("top", "left", "bottom", "right") if s in bingkai]
        sifat.append(
            make(
                "w:tcBorders",
                None,
                *(make(f"w:{s}", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": GARIS}) for s in sisi),
            )
        )
        sifat.append(make("w:tcMar", None, *(make(f"w:{s}", {"w:w": JARAK_BINGKAI, "w:type": "dxa"}) for s in sisi)))
    if tengah:
        sifat.append(make("w:vAlign", {"w:val": "center"}))
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
