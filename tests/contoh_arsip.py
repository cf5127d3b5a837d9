"""A cycle of the SOP made by hand: small files in the place of documents, and the ledger that its steps would have left."""

import tomllib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lakip_lib.alur.buku import BukuAlur, append_entri
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.keadaan import LENGKAP, LOLOS, SELESAI, TERTANDA
from lakip_lib.alur.langkah import LANGKAH
from lakip_lib.alur.register import give_nomor
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.masukan import hash_instansi, list_masukan
from lakip_lib.measures import dump_json
from lakip_lib.settings import Instansi, Lokasi
from lakip_lib.settings.awal import render_instansi
from lakip_lib.simpan import write_bytes, write_text

WAKTU = "2026-02-{:02}T08:00:00+07:00"
NOTEBOOK = b'{"cells": []}'


def make_docx(teks: str) -> bytes:
    """A file that is a DOCX as far as its text goes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as berkas:
        berkas.writestr("word/document.xml", f"<w:p><w:t>{teks}</w:t></w:p>")
    return buffer.getvalue()


def make_pdf(teks: str) -> bytes:
    """A PDF of one page with one line of text, no more than a reader needs."""
    isi = f"BT /F1 9 Tf 40 800 Td ({teks.replace('(', '[').replace(')', ']')}) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
        f"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length {len(isi)}>>stream\n{isi}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n"
    ).encode("latin-1")


DOKUMEN = {
    "hasil.json": b'{"skema": "1"}\n',
    "LKjIP.html": b"<p>Laporan</p>",
    "LKjIP.docx": make_docx("Laporan"),
    "LKjIP.pdf": make_pdf("Laporan"),
    "kertas-kerja.xlsx": b"xlsx",
}


class SiklusUji:
    """An agency-year below `akar` and its ledger; each step writes its files, then its entry."""

    def __init__(self, akar: Path, tahun: int = 2025, instansi: str = "dinas") -> None:
        self.lokasi = Lokasi(akar, tahun, instansi)
        self.buku = BukuAlur()
        self.lokasi.alur.mkdir(parents=True)

    def run(self, dokumen: Mapping[str, bytes], tabel: Mapping[str, bytes]) -> None:
        """Do the steps 1 to 10 with these documents and tidy tables."""
        self.do("mulai", {"alur/01-disposisi.pdf": make_pdf(self.buku.jejak)})
        self.do("formulir", {"formulir/SEKRETARIAT.xlsx": b"formulir"})
        self.do("himpun", {"alur/04-rekap-isian.pdf": make_pdf(self.buku.jejak)}, hasil=LENGKAP)
        self.do("analisis")
        draf = {f"alur/draf/1.1/{nama}": data for nama, data in dokumen.items()}
        self.do("susun", draf, versi="1.1", isi={"final": False})
        self.do("koreksi", {"alur/07-koreksi-1.1.docx": self.sheet()}, hasil=LOLOS, versi="1.1")
        self.do("ajukan", {"alur/08-pengajuan-1.1.docx": self.sheet()}, versi="1.1")
        final = {f"alur/final/{nama}": data for nama, data in dokumen.items()}
        final |= {f"alur/final/kinerja/{nama}": data for nama, data in tabel.items()}
        self.do(
            "susun",
            final,
            versi="1.1",
            isi={"final": True, "instansi": hash_instansi(self.lokasi.settings.read_bytes())},
        )
        beku = {f"alur/disetujui/{nama}": data for nama, data in dokumen.items()}
        self.do("setujui", {**beku, "alur/09-persetujuan-1.1.docx": self.sheet()}, hasil=TERTANDA, versi="1.1")
        nomor = give_nomor(
            self.lokasi.alur.parent.parent / "2026" / self.lokasi.instansi,
            make_settings(),
            kunci="pengantar-lkjip-2025",
            tanggal="2026-02-10",
            hal="Penyampaian LKjIP",
            tujuan="Bupati",
        )
        self.do("surat", {"alur/10-surat-pengantar.docx": self.sheet()}, versi="1.1", isi={"nomor": nomor.nomor})

    def do(
        self,
        langkah: str,
        keluaran: Mapping[str, bytes] | None = None,
        *,
        hasil: str = SELESAI,
        versi: str = "",
        isi: Mapping[str, object] | None = None,
    ) -> None:
        """Do a step: write what it produces, record it with the inputs of the moment."""
        for path, data in (keluaran or {}).items():
            write_bytes(self.lokasi.reports / path, data)
        nomor = len(self.buku.entri) + 1
        waktu = WAKTU.format(nomor)
        entri = Entri(
            nomor=0,
            instansi=self.lokasi.instansi,
            tahun=self.lokasi.tahun,
            langkah=langkah,
            hasil=hasil,
            peran=LANGKAH[langkah].pelaku[0],
            nama="Nama (contoh)",
            waktu=waktu,
            dicatat=waktu,
            versi=versi,
            isi=dict(isi or {}),
            masukan=list_masukan(self.lokasi) if langkah in {"himpun", "analisis", "susun"} else {},
            keluaran={path: hash_bytes(data) for path, data in (keluaran or {}).items()},
        )
        self.buku = append_entri(self.lokasi.alur, self.buku, entri)
        write_bytes(self.lokasi.reports / "alur/lembar-kendali.pdf", self.print_kendali())

    def print_kendali(self) -> bytes:
        """The control sheet of the ledger as it stands."""
        return make_pdf(self.buku.jejak)

    def sheet(self) -> bytes:
        """A sheet that prints where the ledger stands now."""
        return make_docx(self.buku.jejak)


def write_masukan(lokasi: Lokasi) -> None:
    """Small inputs of every kind."""
    write_text(lokasi.settings, render_instansi(lokasi.tahun, lokasi.instansi))
    for nama in ("perencanaan.xlsx", "lra.xlsx", "isian/SEKRETARIAT.xlsx", "bukti/I1.txt", "narasi/penutup.md"):
        write_text(lokasi.raw / nama, f"isi {nama}")
    write_text(lokasi.raw.parent / "hari-libur.csv", "tanggal,keterangan\n2026-01-01,Tahun Baru\n")
    write_text(lokasi.raw / "narasi/.riwayat/penutup.md", "naskah lama")


def make_siklus(akar: Path) -> SiklusUji:
    """A cycle up to step 10, with files of a few bytes in the place of inputs and documents."""
    siklus = SiklusUji(akar)
    write_masukan(siklus.lokasi)
    reports = siklus.lokasi.reports
    write_bytes(reports / "notebooks/02_capaian_kinerja.html", b"02")
    write_bytes(reports / "balasan/SEKRETARIAT.csv", b"s")
    keluaran = {"notebooks/02_capaian_kinerja.html": hash_bytes(b"02"), "balasan/SEKRETARIAT.csv": hash_bytes(b"s")}
    manifest = {"keluaran": keluaran, "versi": {"lakip": "0.1.0", "python": "3.11.7"}}
    dokumen = {**DOKUMEN, "manifest.json": dump_json(manifest).encode(), "05_lakip.ipynb": NOTEBOOK}
    siklus.run(dokumen, {"hasil_indikator.csv": b"kode,capaian\nI1,100.00\n"})
    return siklus


def make_settings(tahun: int = 2025) -> Instansi:
    """The settings that `mulai` would write."""
    return Instansi.model_validate(tomllib.loads(render_instansi(tahun, "dinas")))
