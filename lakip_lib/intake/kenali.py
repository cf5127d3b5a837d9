"""What kind of table a sheet holds, by its headings, the words above it and its neighbours."""

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Buku
from lakip_lib.intake.kepala import normalise_judul
from lakip_lib.intake.tabel import Tabel

FORMULIR, PERENCANAAN, TRANSAKSI, EVALUASI = "formulir", "perencanaan", "transaksi", "evaluasi"
RENSTRA, ANGGARAN, RAK, IKU, PK = "renstra", "anggaran", "rak", "iku", "pk"
INDIKATOR, KODE, LAIN = "indikator", "kode", "lain"

JENIS_LABEL = {
    FORMULIR: "formulir pengumpulan data kinerja",
    PERENCANAAN: "buku perencanaan (perencanaan.xlsx)",
    TRANSAKSI: "daftar transaksi belanja",
    EVALUASI: "evaluasi hasil renja",
    RENSTRA: "rencana strategis (renstra)",
    ANGGARAN: "anggaran dan realisasi (LRA)",
    RAK: "rencana anggaran kas (RAK)",
    IKU: "indikator kinerja utama (IKU)",
    PK: "perjanjian kinerja (PK)",
    INDIKATOR: "daftar indikator kinerja",
    KODE: "kode nomenklatur",
    LAIN: "tidak dikenal",
}
KATA_PK = frozenset(
    {"no", "nomor", "program", "anggaran", "ket", "keterangan", "target", "sasaran", "sasaran strategis"}
    | {"indikator kinerja", "indikator kinerja utama", "sasaran program"}
)
UANG_BESAR = 100_000  # rupiah; a figure beside codes as large as this makes them a budget
_TRANSAKSI = ("sp2d", "spm", "spp", "nilai realisasi", "jenis dokumen", "nomor dokumen")
_PAGU = ("anggaran", "pagu", "apbd", "kebutuhan dana")


def recognise_tabel(buku: Buku, tabel: Tabel) -> str:
    """A key of JENIS_LABEL."""
    lembar = {normalise_judul(s.nama) for s in buku.lembar}
    if "meta" in lembar:
        return FORMULIR
    if {"sasaran", "indikator", "target"} <= lembar:
        return PERENCANAAN
    return _recognise_headings(tabel, _headings(tabel), _title(tabel))


def _headings(tabel: Tabel) -> list[str]:
    return list(dict.fromkeys(normalise_judul(k.judul) for k in tabel.kolom)) if tabel.kepala else []


def _title(tabel: Tabel) -> str:
    """The words above the table and the sheet's name."""
    batas = tabel.kepala.baris[0] if tabel.kepala else 0
    atas = [clean_teks(s.teks) for (b, _), s in sorted(tabel.lembar.sel.items()) if b < batas]
    return normalise_judul(" ".join([*atas, tabel.lembar.nama]))


def _recognise_headings(tabel: Tabel, judul: list[str], atas: str) -> str:
    def has(*kata: str) -> bool:
        return any(k in j for j in judul for k in kata)

    if sum(any(k in j for j in judul) for k in _TRANSAKSI) >= 2:
        return TRANSAKSI
    uang = has(*_PAGU, " rp", "kerangka pendanaan")
    if "evaluasi" in atas or (has("renstra") and has("realisasi renja", "realisasi capaian kinerja renstra")):
        return EVALUASI
    if uang and has("kondisi kinerja pada akhir", "akhir periode renstra"):
        return RENSTRA
    if (has("rak", "rencana kas") and has("januari")) or "anggaran kas" in atas:
        return RAK
    isi_pk = (has("indikator") and has("target")) or (has("program") and has("anggaran"))
    if set(judul) <= KATA_PK and isi_pk:
        return PK
    if has("indikator kinerja utama", "i k u") and not has("target", "realisasi"):
        return IKU
    if has("indikator", "iku") and not (uang and _has_amounts(tabel)):
        return INDIKATOR if has("target", "realisasi", "satuan", "kinerja", "capaian") else LAIN
    if uang and (_has_amounts(tabel) or has("realisasi")):
        return ANGGARAN
    return _recognise_content(tabel, has("sebelum", "setelah", "lra", "realisasi"))


def _has_amounts(tabel: Tabel) -> bool:
    """Whether a column headed by money has a number in it."""
    uang = [k for k in tabel.list_kolom("angka") if any(w in normalise_judul(k.judul) for w in (*_PAGU, "rp"))]
    return bool(uang)


def _recognise_content(tabel: Tabel, perubahan: bool) -> str:
    """By what the cells hold: codes with amounts, or codes with names only."""
    berkode = sum(k.kode is not None for k in tabel.kode.values())
    if berkode < 0.7 * max(len(tabel.baris), 1):
        return ANGGARAN if perubahan and tabel.list_kolom("angka") else LAIN
    besar = (a.nilai for k in tabel.list_kolom("angka") for a in tabel.read_kolom(k).values() if a.nilai)
    return ANGGARAN if perubahan or any(abs(n) >= UANG_BESAR for n in besar) else KODE
