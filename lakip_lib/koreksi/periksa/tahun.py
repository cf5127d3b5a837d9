"""Years that a text names: the reported one, or one that is known for something (DOMAIN §3)."""

import re
from collections.abc import Iterator

from lakip_lib.blok import Dokumen
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.periksa.letak import make_temuan, quote
from lakip_lib.koreksi.ruas import list_ruas
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.telaah.naskah.kalimat import find_tahun, split_kalimat
from lakip_lib.temuan import Temuan

DIPERIKSA = {"judul", "paragraf", "draf", "butir", "keterangan", "catatan"}
_NAMA = r"(?:Laporan\s+Kinerja|LKjIP|LKIP|LAKIP|Perjanjian\s+Kinerja|Rencana\s+Aksi|Rencana\s+Kerja|Renja)"
_MILIK = re.compile(
    rf"\b{_NAMA}\b(?:\s+(?:Instansi|Pemerintah|Perubahan|\(\w+\)))*(?P<siapa>(?:\s+[A-Z][\w&/()-]*|\s+dan)*)\s+"
    r"[Tt]ahun\s+(?:[Aa]nggaran\s+)?(?P<tahun>20\d\d)\b"
)
_LAMPAU = re.compile(r"\b(?:sebelum|lalu|lampau|rekomendasi|hasil evaluasi|dibanding|sejak|berikut|mendatang)", re.I)
# A sentence with such a word says something of the year's performance; one on archives of 2018 does not.
_UKURAN = re.compile(r"\b(?:capaian|realisasi|terealisasi|target|anggaran|pagu|kinerja|indeks|nilai|skor)", re.I)
_PERATURAN = re.compile(
    r"\b(?:nomor|no\.?)\s*\d+[A-Z]?(?:/[\w.-]+)*\s+tahun\s+\d{4}|\b\w[\w.-]*\s?\d+/(?:19|20)\d\d\b|\d+/\d+/(?:19|20)\d\d"
    r"|\b(?:UU|PP|Perpres|PermenPAN-?RB|Permendagri|Perbup|Perda|KMK|PMK)\b[^.;,]{0,20}?(?:19|20)\d\d",
    re.IGNORECASE,
)


def list_tahun_dikenal(kinerja: Kinerja, settings: Instansi) -> set[int]:
    """Years that a report may name: its own, the one before and after, those of Renstra, history, targets, standards."""
    waktu = settings.periode
    dikenal = {waktu.tahun - 1, waktu.tahun, waktu.tahun + 1, waktu.tanggal_dokumen.year}
    dikenal |= set(range(min(waktu.renstra_awal, waktu.tahun - 4), waktu.renstra_akhir + 1))
    for tabel in ("target", "riwayat", "standar", "peta_kode"):
        dikenal |= {row["tahun"] for row in kinerja.records(tabel) if row["tahun"]}
    return dikenal | {row["tahun_awal"] for row in kinerja.records("indikator") if row["tahun_awal"]}


def review_tahun(dokumen: Dokumen, kinerja: Kinerja, settings: Instansi) -> Iterator[Temuan]:
    """A report, PK or plan said to be of another year (peringatan), a figure of a year that nothing here holds (catatan)."""
    dikenal, tahun = list_tahun_dikenal(kinerja, settings), settings.periode.tahun
    for ruas in list_ruas(dokumen):
        if ruas.jenis not in DIPERIKSA:
            continue
        salah = {int(m["tahun"]) for m in _MILIK.finditer(ruas.teks)} - {tahun}
        if salah and not _LAMPAU.search(ruas.teks):
            teks = f"menyebut tahun {min(salah)} pada {quote(ruas.teks)}, sedangkan tahun laporan {tahun}. Mohon diperiksa."
            yield make_temuan(ruas.letak, "tahun-laporan-berbeda", Tingkat.PERINGATAN, teks, nilai=str(min(salah)))
        asing = {
            t
            for kalimat in split_kalimat(_PERATURAN.sub(" ", ruas.teks))
            if _UKURAN.search(kalimat.teks)
            for t in find_tahun(kalimat.teks, tahun)
        } - dikenal
        if asing:
            teks = f"menyebut tahun {', '.join(map(str, sorted(asing)))} pada {quote(ruas.teks)}. Mohon pastikan tahunnya benar."
            yield make_temuan(ruas.letak, "tahun-tak-dikenal", Tingkat.CATATAN, teks, nilai=str(min(asing)))
