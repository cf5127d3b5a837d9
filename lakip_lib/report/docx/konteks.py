"""What the writers of blocks share while one document is being set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from lakip_lib.blok import DaftarOtomatis, Dokumen, Judul, Run
from lakip_lib.report.docx.huruf import Huruf
from lakip_lib.report.docx.oxml import Elemen, clean_text, make, make_char_style, make_run
from lakip_lib.report.docx.tanda import Tanda, name_block
from lakip_lib.report.halaman import bind_rupiah


@dataclass
class Konteks:
    """The document, the python-docx package it goes into, and the counters that run through it."""

    dokumen: Dokumen
    paket: Document
    huruf: Huruf
    gambar: Mapping[str, bytes]
    halaman: Mapping[str, int]
    lebar: int  # text width of the current section, twips
    tinggi: int  # text height of the current section, twips
    tanda: Tanda = field(default_factory=Tanda)
    urutan: dict[str, int] = field(default_factory=dict)  # last printed number of each SEQ
    daftar_bernomor: int = 0
    daftar_otomatis: list[tuple[DaftarOtomatis, list[Elemen]]] = field(default_factory=list)  # as they were set
    bentuk: int = 0

    def count_shape(self) -> int:
        """The next id of a drawing, from 1."""
        self.bentuk += 1
        return self.bentuk

    def write_runs(self, runs: tuple[Run, ...], *, tebal: bool = False) -> list[Elemen]:
        """Runs of text as w:r, w:hyperlink and bookmarks; all of them bold if `tebal`."""
        return [elemen for run in runs for elemen in self._write_run(run, tebal)]

    def _write_run(self, run: Run, tebal: bool) -> list[Elemen]:
        alamat = self._find_link(run.tautan)
        gaya = [make_char_style("Hyperlink")] if alamat is not None else []
        isi = [make_run(bind_rupiah(run.teks), *gaya, *make_emphasis(tebal or run.tebal, run.miring))]
        if alamat is not None:
            isi = [make("w:hyperlink", {**alamat, "w:history": "1"}, *isi)]
        return self.tanda.wrap_ref(run.ref, isi) if run.ref else isi

    def _find_link(self, tautan: str | None) -> dict[str, str] | None:
        """Attributes of a w:hyperlink to a block of the document or to an http(s) address; None for anything else."""
        if tautan is None:
            return None
        if tautan.startswith("#"):
            return {"w:anchor": name_block(tautan[1:])}
        if not tautan.lower().startswith(("http://", "https://")):
            return None
        return {"r:id": self.paket.part.relate_to(clean_text(tautan), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}


def make_emphasis(tebal: bool, miring: bool = False) -> list[Elemen]:
    """The run properties for bold and italic."""
    tag = (*(("w:b", "w:bCs") if tebal else ()), *(("w:i", "w:iCs") if miring else ()))
    return [make(satu) for satu in tag]


def is_annex(judul: Judul) -> bool:
    """Whether a heading opens an annex."""
    return judul.nomor.casefold().startswith("lampiran")
