"""What signing can break of PDF/A-2a and PDF/UA-1, looked at clause by clause with pikepdf. No whole validator: those
clauses that a changed object, annotation or form field touches (ISO 19005-2 and ISO 14289-1)."""

from io import BytesIO
from typing import Any

import pikepdf

TERLARANG = {
    "/JavaScript",
    "/Launch",
    "/Sound",
    "/Movie",
    "/ResetForm",
    "/ImportData",
    "/Hide",
    "/SetOCGState",
    "/Rendition",
}


def list_pelanggaran(data: bytes) -> list[str]:
    """One sentence for each clause that is broken; [] where none is."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*_check_dokumen(pdf), *_check_huruf(pdf), *_check_anotasi(pdf), *_check_formulir(pdf)]


def _check_dokumen(pdf: pikepdf.Pdf) -> list[str]:
    akar = pdf.Root
    meta = bytes(akar.Metadata.read_bytes()) if "/Metadata" in akar else b""
    periksa = {
        "A-2 6.1.3: not encrypted": not pdf.is_encrypted,
        "A-2 6.1.3: a file identifier": "/ID" in pdf.trailer,
        "A-2 6.6.2: XMP metadata says part 2, conformance A": b"pdfaid:part>2<" in meta
        and b"pdfaid:conformance>A<" in meta,
        "UA-1 5: XMP metadata says part 1": b"pdfuaid:part>1<" in meta,
        "A-2 6.2.3: an output intent": len(akar.get("/OutputIntents", [])) > 0,
        "UA-1 7.1: marked": bool(akar.get("/MarkInfo", {}).get("/Marked", False)),
        "UA-1 7.1: not suspect": not bool(akar.get("/MarkInfo", {}).get("/Suspects", False)),
        "UA-1 7.1: a structure tree": "/StructTreeRoot" in akar,
        "UA-1 7.1: the title is displayed": bool(akar.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "UA-1 7.2: a language": bool(str(akar.get("/Lang", ""))),
        "A-2 6.5.1: no action on opening": "/OpenAction" not in akar or isinstance(akar.OpenAction, pikepdf.Array),
        "A-2 6.5.2: no additional actions": "/AA" not in akar,
        "A-2 6.4.2: no XFA": "/XFA" not in akar.get("/AcroForm", {}),
    }
    return [kata for kata, benar in periksa.items() if not benar]


def _check_huruf(pdf: pikepdf.Pdf) -> list[str]:
    salah = []
    for objek in pdf.objects:
        if not isinstance(objek, pikepdf.Dictionary) or objek.get("/Type") != "/Font":
            continue
        turunan = objek.get("/DescendantFonts")
        pemerian = (turunan[0] if turunan else objek).get("/FontDescriptor")
        tertanam = objek.get("/Subtype") == "/Type3" or (
            pemerian is not None and any(k in pemerian for k in ("/FontFile", "/FontFile2", "/FontFile3"))
        )
        if not tertanam:
            salah.append(f"A-2 6.2.11.4: font {objek.get('/BaseFont')} embedded")
    return salah


def _check_anotasi(pdf: pikepdf.Pdf) -> list[str]:
    salah = []
    for nomor, halaman in enumerate(pdf.pages, 1):
        anotasi = list(halaman.get("/Annots", []))
        if anotasi and halaman.get("/Tabs") != "/S":
            salah.append(f"UA-1 7.18.3: page {nomor} tabs by structure")
        for satu in anotasi:
            salah += [f"page {nomor}: {kata}" for kata in _check_satu(satu, halaman)]
    return salah


def _check_satu(anotasi: Any, halaman: Any) -> list[str]:
    bendera = int(anotasi.get("/F", 0))
    kotak = [float(x) for x in anotasi.Rect]
    luas = (kotak[2] - kotak[0]) * (kotak[3] - kotak[1])
    jenis = anotasi.get("/Subtype")
    periksa = {
        "A-2 6.3.2: an annotation has flags": "/F" in anotasi,
        "A-2 6.3.2: it is printed": bool(bendera & 4),
        "A-2 6.3.2: it is not hidden": not bendera & (1 | 2 | 32 | 256),
        "A-2 6.3.3: it has an appearance, or no size": jenis in {"/Link", "/Popup"} or luas == 0 or "/AP" in anotasi,
        "A-2 6.5.1: its action is allowed": anotasi.get("/A", {}).get("/S") not in TERLARANG,
        "A-2 6.5.2: it has no additional actions": "/AA" not in anotasi,
        "UA-1 7.18.1: it is tagged, or outside the page": "/StructParent" in anotasi or _is_outside(kotak, halaman),
    }
    return [kata for kata, benar in periksa.items() if not benar]


def _is_outside(kotak: list[float], halaman: Any) -> bool:
    batas = [float(x) for x in halaman.get("/CropBox", halaman.MediaBox)]
    return kotak[2] < batas[0] or kotak[0] > batas[2] or kotak[3] < batas[1] or kotak[1] > batas[3]


def _check_formulir(pdf: pikepdf.Pdf) -> list[str]:
    formulir = pdf.Root.get("/AcroForm")
    if formulir is None:
        return []
    salah = []
    if bool(formulir.get("/NeedAppearances", False)):
        salah.append("A-2 6.4.1: appearances are not asked for")
    for kolom in formulir.get("/Fields", []):
        if "/TU" not in kolom:
            salah.append("UA-1 7.18.4: a field has a readable name")
        if "/A" in kolom or "/AA" in kolom:
            salah.append("A-2 6.4.1: a field has no action")
    return salah
