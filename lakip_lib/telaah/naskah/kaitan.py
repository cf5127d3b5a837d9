"""Which number of a sentence speaks of what: only where nothing but plain words stands between name and number."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lakip_lib.telaah.naskah.kalimat import BILANGAN, Bilangan, Kalimat, find_bilangan, find_tahun, find_tahun_akhir
from lakip_lib.telaah.naskah.pokok import Jenis, Pokok


def _words(teks: str) -> frozenset[str]:
    return frozenset(teks.split())


# Words that may stand between a name and its number without the sentence turning to something else.
_UMUM = _words(
    "tahun ini pada per sebesar sejumlah sebanyak senilai mencapai adalah ialah yaitu yakni menjadi naik meningkat turun "
    "menurun dengan telah sudah berhasil hanya baru tetap dari tercatat atau dan secara keseluruhan persentase tingkat "
    "sebelumnya lalu akhir anggaran dinas badan instansi kantor puskesmas"
)
_KINERJA = _words(
    "capaian capaiannya realisasi realisasinya terealisasi tercapai target targetnya kinerja nilai nilainya skor indeks "
    "angka memperoleh meraih bernilai dibandingkan dibanding"
)
_UANG = _words("pagu belanja penyerapan realisasi sisa terserap keuangan")
SAMBUNG = {
    Jenis.ANGGARAN: _UMUM | _UANG | _words("total"),
    Jenis.PROGRAM: _UMUM | _UANG,
    Jenis.RATA: _UMUM | _words("kinerja indikator sasaran seluruh semua utama strategis iku bernilai"),
    Jenis.SASARAN: _UMUM | _words("capaian capaiannya kinerja tercapai"),
    Jenis.INDIKATOR: _UMUM | _KINERJA,
}
# Words before a name that make it speak of a part, or of something that the report does not hold.
_BAGIAN = (
    r"program|kegiatan|sub|bidang|seksi|sekretariat|unit|uptd|urusan|triwulan|semester|bulan|tw|dak|dau|dana|dbhcht|"
    r"bok|apbn|tersebut|paket|pekerjaan"
)
_TAMBAH = "penambahan|tambahan|pengurangan|efisiensi|pergeseran|kekurangan|usulan|kebutuhan|kenaikan|penurunan|selisih"
SEMPIT = {
    Jenis.ANGGARAN: re.compile(
        rf"\b(?:{_BAGIAN}|{_TAMBAH}|sasaran|indikator|belanja|target|rencana|prognosis)\b", re.I
    ),
    Jenis.RATA: re.compile(rf"\b(?:{_BAGIAN}|target|nasional|provinsi|keluaran|layanan|responden|survei|opd)\b", re.I),
    Jenis.PROGRAM: re.compile(rf"\b(?:{_TAMBAH}|triwulan|semester|bulan|tw|target|rencana|prognosis)\b", re.I),
    Jenis.SASARAN: re.compile(r"\b(?:triwulan|semester|bulan|tw|nasional|provinsi)\b", re.I),
    Jenis.INDIKATOR: re.compile(r"\b(?:nasional|provinsi|desa|kecamatan|kelurahan|bulan|semester)\b", re.I),
}
_SOAL_UANG = re.compile(r"\b(?:anggaran|pagu|penyerapan|serapan|terserap|keuangan|rp)\b", re.IGNORECASE)
_UBAH = re.compile(r"\b(?:naik|meningkat|turun|menurun)(?:\s+(?:sebesar|sebanyak|sejumlah))?\s*$", re.IGNORECASE)
_SESUDAH = re.compile(
    r"\s*(?:$|[.,;:)!?(]|(?:atau|dan|dengan|sehingga|tetapi|namun|sedangkan|karena|dibanding|dibandingkan|melampaui|"
    r"menjadi|serta|meskipun|walaupun)\b"
    r"|dari\s+(?:pagu|total|target|anggaran|jumlah|tahun|keseluruhan|rp|\d)|pada\s+(?:tahun|akhir|\d)"
    r"|terhadap\s+(?:pagu|target)|tahun\s+(?:ini|\d))",
    re.IGNORECASE,
)
_EKOR = re.compile(r"[^,.;(]*")
_KATA = re.compile(r"[^\W\d_]+|[^\s\w]")
_TANDA = frozenset(",():=-")


class Letak(NamedTuple):
    """A subject where a sentence names it."""

    pokok: Pokok
    awal: int
    akhir: int


class Kaitan(NamedTuple):
    """A number and the subjects it speaks of, the nearest first."""

    bilangan: Bilangan
    pokok: tuple[Pokok, ...]


def find_letak(teks: str, pokok: Iterable[Pokok]) -> list[Letak]:
    """Where a sentence names which subject, in order; a name within a longer name does not count."""
    semua = [Letak(p, m.start(), m.end()) for p in pokok for m in p.pola.finditer(teks)]
    return sorted((a for a in semua if not any(_contains(b, a) for b in semua)), key=lambda s: (s.awal, s.akhir))


def _contains(luar: Letak, dalam: Letak) -> bool:
    return luar.awal <= dalam.awal and dalam.akhir <= luar.akhir and luar.akhir - luar.awal > dalam.akhir - dalam.awal


def link_bilangan(kalimat: Kalimat, letak: list[Letak], tahun: int) -> Iterator[Kaitan]:
    """Each number of a sentence that plainly speaks of a subject named in it."""
    for bilangan in find_bilangan(kalimat.teks):
        if _UBAH.search(kalimat.teks[: bilangan.awal]):
            continue  # by how much a figure changed, not what it is
        pokok = [s.pokok for s in _list_near(kalimat, letak, bilangan) if _fits(kalimat, s, bilangan, tahun)]
        if pokok:
            yield Kaitan(bilangan, tuple(pokok))


def _list_near(kalimat: Kalimat, letak: list[Letak], bilangan: Bilangan) -> list[Letak]:
    """The subjects that lead to the number: the nearest before it, and those that lead straight to that one."""
    rantai: list[Letak] = []
    batas = bilangan.awal
    for s in reversed([s for s in letak if s.akhir <= bilangan.awal]):
        jarak = kalimat.teks[s.akhir : max(batas, s.akhir)]
        if not _is_plain(jarak, s.pokok) or (rantai and BILANGAN.search(jarak)):
            break
        rantai.append(s)
        batas = s.awal
    return rantai


def _is_plain(jarak: str, pokok: Pokok) -> bool:
    satuan = set(pokok.indikator.satuan.casefold().split()) if pokok.indikator else set()
    kata = SAMBUNG[pokok.jenis] | satuan | _TANDA
    return all(k.lower() in kata for k in _KATA.findall(BILANGAN.sub(" ", jarak)))


def _fits(kalimat: Kalimat, s: Letak, bilangan: Bilangan, tahun: int) -> bool:
    """Whether nothing around makes the number one of a part, of another year, or of something counted."""
    pokok, teks = s.pokok, kalimat.teks
    sebelum = f"{kalimat.kepala} {kalimat.depan if pokok.jenis is Jenis.ANGGARAN else ''} {teks[: s.awal]}"
    if SEMPIT[pokok.jenis].search(sebelum):
        return False
    if pokok.jenis is Jenis.PROGRAM and bilangan.jenis == "persen" and not _SOAL_UANG.search(teks[: bilangan.awal]):
        return False
    if not {"rupiah": pokok.uang, "polos": pokok.indikator, "persen": pokok.persen}[bilangan.jenis]:
        return False
    sesudah = teks[bilangan.akhir :]
    if pokok.indikator and bilangan.jenis == "polos":
        sesudah = re.sub(rf"^\s*{re.escape(pokok.indikator.satuan)}\b", "", sesudah, flags=re.IGNORECASE)
    return bool(_SESUDAH.match(sesudah)) and _is_known_year(kalimat, pokok, bilangan, tahun)


def _is_known_year(kalimat: Kalimat, pokok: Pokok, bilangan: Bilangan, tahun: int) -> bool:
    dikenal = pokok.tahun or {tahun}
    ekor = _EKOR.match(kalimat.teks[bilangan.akhir :])
    sampai = f"{kalimat.kepala} {kalimat.depan} {kalimat.teks[: bilangan.awal]}"
    return find_tahun_akhir(sampai, tahun) in dikenal and find_tahun(ekor[0] if ekor else "", tahun) <= set(dikenal)
