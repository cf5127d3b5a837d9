"""A DOCX as office programs hand it back, or as somebody corrected it: edits of its XML, part by part."""

import copy
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

Elemen = etree._Element
Ubah = Callable[[Elemen], object]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PENULIS = {qn("w:id"): "901", qn("w:author"): "Ibu Sekretaris", qn("w:date"): "2026-02-01T09:00:00Z"}


def ubah(docx: bytes, *langkah: Ubah, bagian: str = "word/document.xml") -> bytes:
    """The file with these changes made to one part, in order."""
    isi, keluar = ZipFile(BytesIO(docx)), BytesIO()
    with ZipFile(keluar, "w") as baru:
        for nama in isi.namelist():
            data = isi.read(nama)
            if nama == bagian:
                akar = etree.fromstring(data)
                for satu in langkah:
                    satu(akar)
                data = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
            baru.writestr(nama, data)
    return keluar.getvalue()


def sisipkan(docx: bytes, nama: str, xml: str) -> bytes:
    """The file with one more part."""
    keluar = BytesIO(docx)
    with ZipFile(keluar, "a") as baru:
        baru.writestr(nama, xml)
    return keluar.getvalue()


def buat(tag: str, *anak: Elemen, **atribut: str) -> Elemen:
    """A new element in Word's namespace."""
    elemen = etree.Element(qn(f"w:{tag}"), {qn(f"w:{k}"): v for k, v in atribut.items()})
    elemen.extend(anak)
    return elemen


def teks_dari(elemen: Elemen) -> str:
    """The text of an element."""
    return "".join(t.text or "" for t in elemen.iter(qn("w:t")))


def cari(akar: Elemen, isi: str, tag: str = "w:p") -> Elemen:
    """The last element of that kind whose text holds `isi`: lists of contents come first and are not meant."""
    return [e for e in akar.iter(qn(tag)) if isi in teks_dari(e)][-1]


def tulis(paragraf: Elemen, teks: str) -> None:
    """Put one plain run of text in place of all a paragraph has."""
    for anak in list(paragraf):
        if anak.tag != qn("w:pPr"):
            paragraf.remove(anak)
    paragraf.append(_run(teks))


def _run(teks: str, tag: str = "t") -> Elemen:
    isi = buat(tag)
    isi.text = teks
    isi.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return buat("r", isi)


def ganti(lama: str, baru: str) -> Ubah:
    """Type `baru` in place of a run's `lama`, in the last paragraph that holds it."""

    def lakukan(akar: Elemen) -> None:
        paragraf = cari(akar, lama)
        for t in paragraf.iter(qn("w:t")):
            if lama in (t.text or ""):
                t.text = t.text.replace(lama, baru)
                return
        tulis(paragraf, teks_dari(paragraf).replace(lama, baru))

    return lakukan


def ganti_terekam(lama: str, baru: str) -> Ubah:
    """The same with changes tracked: the words before are struck out, the new ones inserted."""

    def lakukan(akar: Elemen) -> None:
        paragraf = cari(akar, lama)
        teks = teks_dari(paragraf)
        for anak in list(paragraf):
            if anak.tag != qn("w:pPr"):
                paragraf.remove(anak)
        depan, _, belakang = teks.partition(lama)
        hapus, sisip = buat("del", _run(lama, "delText")), buat("ins", _run(baru))
        for elemen in (hapus, sisip):
            elemen.attrib.update(PENULIS)
        paragraf.extend([_run(depan), hapus, sisip, _run(belakang)])

    return lakukan


def tambah(sesudah: str, teks: str, gaya: str = "BodyText") -> Ubah:
    """A new paragraph after the one that holds `sesudah`."""

    def lakukan(akar: Elemen) -> None:
        baru = buat("p", buat("pPr", buat("pStyle", val=gaya)))
        tulis(baru, teks)
        cari(akar, sesudah).addnext(baru)

    return lakukan


def hapus(isi: str, tag: str = "w:p") -> Ubah:
    """Take away the last paragraph (or row, or table) that holds `isi`."""

    def lakukan(akar: Elemen) -> None:
        elemen = cari(akar, isi, tag)
        elemen.getparent().remove(elemen)  # type: ignore[union-attr]

    return lakukan


def hapus_gambar(urut: int) -> Ubah:
    """Take away the paragraph of the picture at that place, the emblem of the cover being the first."""

    def lakukan(akar: Elemen) -> None:
        gambar = list(akar.iter(qn("w:drawing")))[urut]
        paragraf = next(a for a in gambar.iterancestors() if a.tag == qn("w:p"))
        paragraf.getparent().remove(paragraf)  # type: ignore[union-attr]

    return lakukan


def pindah(isi: str, sesudah: str) -> Ubah:
    """Move a paragraph behind another."""

    def lakukan(akar: Elemen) -> None:
        tujuan, elemen = cari(akar, sesudah), cari(akar, isi)
        tujuan.addnext(elemen)

    return lakukan


def hapus_paragraf_terekam(isi: str) -> Ubah:
    """Strike a whole paragraph out, its mark too, with changes tracked."""

    def lakukan(akar: Elemen) -> None:
        paragraf = cari(akar, isi)
        teks = teks_dari(paragraf)
        tulis(paragraf, "")
        paragraf.remove(paragraf[-1])
        coret = buat("del", _run(teks, "delText"))
        coret.attrib.update(PENULIS)
        paragraf.append(coret)
        tanda = buat("del")
        tanda.attrib.update(PENULIS)
        paragraf[0].append(buat("rPr", tanda))

    return lakukan


def hapus_baris_terekam(isi: str) -> Ubah:
    """Strike a table row out with changes tracked: the row stays in the file."""

    def lakukan(akar: Elemen) -> None:
        baris = cari(akar, isi, "w:tr")
        tanda = buat("del")
        tanda.attrib.update(PENULIS)
        sifat = baris.find(qn("w:trPr"))
        assert sifat is not None
        sifat.append(tanda)

    return lakukan


def komentari(isi: str, nomor: str = "7") -> Ubah:
    """Put the range of a comment around a paragraph's text."""

    def lakukan(akar: Elemen) -> None:
        paragraf = cari(akar, isi)
        paragraf.insert(1, buat("commentRangeStart", id=nomor))
        paragraf.append(buat("commentRangeEnd", id=nomor))
        paragraf.append(buat("r", buat("commentReference", id=nomor)))

    return lakukan


def belah_run(akar: Elemen) -> None:
    """Cut every run in two, with revision ids and spelling marks between, as Word does while somebody works."""
    for run in list(akar.iter(qn("w:r"))):
        teks = run.findall(qn("w:t"))
        if len(teks) != 1 or len(teks[0].text or "") < 2 or len(run) - (run.find(qn("w:rPr")) is not None) != 1:
            continue
        kedua = copy.deepcopy(run)
        isi = teks[0].text or ""
        teks[0].text, kedua.findall(qn("w:t"))[0].text = isi[: len(isi) // 2], isi[len(isi) // 2 :]
        for satu in (teks[0], kedua.findall(qn("w:t"))[0]):
            satu.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        kedua.set(qn("w:rsidR"), "00AB12CD")
        run.addnext(kedua)
        run.addnext(buat("proofErr", type="spellStart"))


def koreksi_otomatis(akar: Elemen) -> None:
    """Quotation marks turned, dashes made long, blanks doubled or made no-break, as autocorrection does."""
    for t in akar.iter(qn("w:t")):
        t.text = (t.text or "").replace('"', "”").replace("'", "’").replace(" - ", " – ").replace("...", "…")
        t.text = t.text.replace(" dan ", "  dan\u00a0").replace("“", '"')


def buang_bookmark(akar: Elemen) -> None:
    """All bookmarks gone."""
    for elemen in [*akar.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        elemen.getparent().remove(elemen)  # type: ignore[union-attr]


def perbarui_daftar_isi(akar: Elemen) -> None:
    """The entries of all generated lists written anew, page numbers and all."""
    for paragraf in akar.iter(qn("w:p")):
        gaya = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if gaya is not None and gaya.get(qn("w:val"), "").startswith(("TOC", "TableofFigures")):
            for t in list(paragraf.iter(qn("w:t")))[-1:]:
                t.text = f"{t.text} 99"


def nomori_ulang(akar: Elemen) -> None:
    """Captions counted anew, as updated fields do after a table was added."""
    for paragraf in akar.iter(qn("w:p")):
        gaya = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if gaya is not None and gaya.get(qn("w:val")) == "Caption":
            for t in paragraf.iter(qn("w:t")):
                if (t.text or "").isdigit():
                    t.text = str(int(t.text or "0") + 1)


def ganti_id_gaya(akar: Elemen) -> None:
    """Style ids renamed as another program does; call it on document.xml and styles.xml alike."""
    tag = ("w:pStyle", "w:rStyle", "w:basedOn", "w:next", "w:link")
    for elemen in akar.iter(*(qn(satu) for satu in tag)):
        elemen.set(qn("w:val"), f"x{elemen.get(qn('w:val'))}")
    for elemen in akar.iter(qn("w:style")):
        elemen.set(qn("w:styleId"), f"x{elemen.get(qn('w:styleId'))}")
