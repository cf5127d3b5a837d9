"""The styles part of the DOCX: LOOK's type and colours under the style names that Word's own commands know."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lakip_lib.report.docx.huruf import (
    AKSEN,
    GARIS,
    MERAH,
    PUTIH,
    REDUP,
    TINTA,
    UTAMA,
    Huruf,
    build_ppr,
    build_rpr,
    build_tab,
)
from lakip_lib.report.docx.oxml import Elemen

TANPA_DAFTAR = "TanpaDaftar"  # ending of the twin of a heading style that lists of contents leave out


def build_styles(huruf: Huruf, lebar: int) -> Elemen:
    """The whole w:styles, in Indonesian (id-ID); `lebar` is the text width in twips."""
    isi = (
        _defaults(huruf),
        *_headings(huruf.kepala),
        *_texts(huruf.kepala),
        *_lists(huruf.kepala, lebar),
        *_captions(huruf.kepala),
        *_cells(huruf.kepala),
        *_cover(huruf.kepala),
        *_characters(huruf.kepala),
    )
    return parse_xml(f"<w:styles {nsdecls('w')}>{''.join(isi)}</w:styles>")


def _style(id: str, nama: str, ppr: str = "", rpr: str = "", *, dasar: str = "Normal", lanjut: str = "") -> str:
    berikut = f'<w:next w:val="{lanjut}"/>' if lanjut else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{nama}"/><w:basedOn w:val="{dasar}"/>{berikut}'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'
    )


def _character(id: str, nama: str, rpr: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{nama}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="9"/><w:rPr>{rpr}</w:rPr></w:style>'
    )


def _defaults(huruf: Huruf) -> str:
    rpr = build_rpr(huruf=huruf.badan, warna=TINTA, ukuran=11)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{rpr}<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{build_ppr()}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="64" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="64" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/>'
        "</w:style>"
    )


def _headings(kepala: str) -> tuple[str, ...]:
    """Heading 1–5, and for each a twin outside Word's own list of contents."""
    tab = (build_tab("left", 454),)
    bentuk = {
        1: (build_ppr(ikut=True, buka=True, jarak=(0, 400, 228), aras=0), TINTA, 20.0),
        2: (build_ppr(ikut=True, tab=tab, jarak=(320, 120, 240), letak=(454, 454, 0), aras=1), TINTA, 14.0),
        3: (build_ppr(ikut=True, tab=tab, jarak=(260, 80, 240), letak=(454, 454, 0), aras=2), TINTA, 12.0),
        4: (build_ppr(ikut=True, jarak=(200, 60, 240), aras=3), TINTA, 11.0),
        5: (build_ppr(ikut=True, jarak=(160, 60, 240), aras=4), TINTA, 11.0),
    }
    hasil = []
    for tingkat, (ppr, warna, ukuran) in bentuk.items():
        id = f"Heading{tingkat}"
        rpr = build_rpr(huruf=kepala, tebal=True, warna=warna, miring=tingkat == 5, ukuran=ukuran)
        hasil.append(_style(id, f"heading {tingkat}", ppr, rpr, lanjut="BodyText"))
        luar = '<w:outlineLvl w:val="9"/>'
        hasil.append(_style(id + TANPA_DAFTAR, f"Judul {tingkat} tanpa daftar", luar, dasar=id, lanjut="BodyText"))
    return tuple(hasil)


def _texts(kepala: str) -> tuple[str, ...]:
    redup = build_rpr(miring=True, warna=REDUP)
    kutipan = build_ppr(tepi=(GARIS, 12), jarak=(60, 160, 285), letak=(567, 0, 567))
    draf = build_ppr(tepi=(AKSEN, 11), jarak=(0, 160, 295), rata="both")
    label = build_rpr(huruf=kepala, tebal=True, warna=REDUP, ukuran=8.5)
    return (
        _style("BodyText", "Body Text", build_ppr(jarak=(0, 130, 295), rata="both")),
        _style("Tengah", "Teks Tengah", build_ppr(jarak=(60, 130, 285), rata="center")),
        _style("Quote", "Quote", kutipan, build_rpr(miring=True)),
        _style("LabelBelum", "Label Belum Diisi", build_ppr(ikut=True, tepi=(MERAH, 11), jarak=(60, 0, 240)), label),
        _style("LabelDraf", "Label Draf", build_ppr(ikut=True, tepi=(AKSEN, 11), jarak=(60, 0, 240)), label),
        _style("BelumDiisi", "Belum Diisi", build_ppr(tepi=(MERAH, 11), jarak=(0, 160, 285)), redup),
        _style("Draf", "Draf Kalimat", draf, lanjut="BodyText"),
        _style("ListBullet", "List Bullet", build_ppr(nomor=1, jarak=(0, 60, 285), rata="both")),
        _style("ListNumber", "List Number", build_ppr(nomor=2, jarak=(0, 60, 285), rata="both")),
    )


def _lists(kepala: str, lebar: int) -> tuple[str, ...]:
    """Entries of Daftar Isi (three levels) and of the lists of tables, figures and annexes."""
    kanan = build_tab("right", lebar, "dot")
    hasil = []
    for aras, teks, gantung, sebelum in ((1, 0, 0, 100), (2, 794, 397, 0), (3, 1191, 397, 0)):
        tab = (*((build_tab("left", teks),) if teks else ()), kanan)
        ppr = build_ppr(tab=tab, jarak=(sebelum, 30, 252), letak=(teks, gantung, 0))
        hasil.append(_style(f"TOC{aras}", f"toc {aras}", ppr, build_rpr(huruf=kepala, tebal=aras == 1, ukuran=10.5)))
    ppr = build_ppr(tab=(build_tab("left", 1420), kanan), jarak=(0, 60, 252), letak=(1420, 1420, 0))
    hasil.append(_style("TableofFigures", "table of figures", ppr, build_rpr(huruf=kepala, ukuran=10.5)))
    return tuple(hasil)


def _captions(kepala: str) -> tuple[str, ...]:
    tulisan = build_rpr(huruf=kepala, tebal=True, ukuran=9)
    ppr = build_ppr(utuh=True, tab=(build_tab("left", 1021),), jarak=(180, 80, 240), letak=(1021, 1021, 0))
    kecil = build_rpr(huruf=kepala, warna=REDUP, ukuran=8.5)
    ppr_gambar = build_ppr(ikut=True, jarak=(160, 40, 240), rata="center")
    return (
        _style("Caption", "caption", ppr, tulisan, lanjut="BodyText"),
        _style("Gambar", "Gambar", ppr_gambar, lanjut="Caption"),
        _style("CatatanTabel", "Catatan Tabel", build_ppr(utuh=True, jarak=(50, 0, 240)), kecil),
        _style("SumberTabel", "Sumber", build_ppr(utuh=True, jarak=(50, 0, 240)), kecil),
        _style("Pengganti", "Pengganti Gambar", build_ppr(ikut=True, jarak=(160, 80, 240)), kecil),
        _style("Jeda", "Jeda", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'),
    )


def _cells(kepala: str) -> tuple[str, ...]:
    isi = build_rpr(huruf=kepala, ukuran=9)
    redup = build_rpr(huruf=kepala, warna=REDUP, ukuran=8.5)
    label = build_rpr(huruf=kepala, warna=REDUP, ukuran=9)
    angka = build_rpr(huruf=kepala, tebal=True, warna=UTAMA, ukuran=22)
    return (
        _style("SelTabel", "Sel Tabel", build_ppr(jarak=(30, 30, 240)), isi),
        _style(
            "KepalaTabel",
            "Kepala Tabel",
            build_ppr(ikut=True, jarak=(40, 40, 240)),
            build_rpr(huruf=kepala, tebal=True, ukuran=9),
        ),
        _style("KartuLabel", "Kartu Label", build_ppr(ikut=True, jarak=(60, 0, 240)), label),
        _style("KartuAngka", "Kartu Angka", build_ppr(ikut=True, jarak=(0, 0, 240)), angka),
        _style("KartuKeterangan", "Kartu Keterangan", build_ppr(jarak=(0, 60, 240)), redup),
        _style("TandaTangan", "Tanda Tangan", build_ppr(ikut=True, jarak=(0, 0, 264))),
    )


def _cover(kepala: str) -> tuple[str, ...]:
    def teks(ukuran: float, warna: str = TINTA, tebal: bool = False, renggang: int = 0) -> str:
        return build_rpr(huruf=kepala, tebal=tebal, warna=warna, renggang=renggang, ukuran=ukuran)

    return (
        _style("KopPemda", "Kop Pemda", build_ppr(), teks(11, REDUP, renggang=12)),
        _style("KopInstansi", "Kop Instansi", build_ppr(jarak=(0, 30, 240)), teks(16, TINTA, tebal=True)),
        _style("KopAlamat", "Kop Alamat", build_ppr(), teks(9, REDUP)),
        _style("Title", "Title", build_ppr(jarak=(0, 0, 228)), teks(30, PUTIH, tebal=True)),
        _style("Subtitle", "Subtitle", build_ppr(jarak=(120, 0, 240)), teks(15, PUTIH)),
        _style("TahunSampul", "Tahun Sampul", build_ppr(), teks(88, PUTIH)),
        _style("InstansiSampul", "Instansi Sampul", build_ppr(), teks(11, TINTA, tebal=True)),
        _style("KakiSampul", "Kaki Sampul", build_ppr(jarak=(40, 0, 240)), teks(11, REDUP)),
        _style("TandaSampul", "Tanda Sampul", build_ppr(), teks(10, TINTA, tebal=True, renggang=12)),
        _style("Header", "header", build_ppr(), teks(8.5, REDUP)),
        _style("Footer", "footer", build_ppr(), teks(9, TINTA, tebal=True)),
    )


def _characters(kepala: str) -> tuple[str, ...]:
    return (
        _character("Hyperlink", "Hyperlink", build_rpr(warna=UTAMA, garis=True)),
        _character("NomorJudul", "Nomor Judul", build_rpr(warna=UTAMA)),
        _character("NomorBab", "Nomor Bab", build_rpr(tebal=False, warna=REDUP, ukuran=34)),
        _character("NomorKeterangan", "Nomor Keterangan", build_rpr(warna=UTAMA)),
        _character("KotakKategori", "Kotak Kategori", build_rpr(huruf="Arial")),
        _character("TandaDokumen", "Tanda Dokumen", build_rpr(tebal=True, warna=TINTA)),
    )
