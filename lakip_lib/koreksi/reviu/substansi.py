"""Items III.1 to III.10: what the report says."""

import re
from collections.abc import Iterable, Mapping

from lakip_lib.blok import Judul
from lakip_lib.istilah import VersiTarget
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.reviu.baris import list_tersebut, name_tabel
from lakip_lib.koreksi.reviu.jawaban import Jawab, Jawaban, Putusan, weigh
from lakip_lib.koreksi.ruas import find_kolom, fold, list_ruas, list_tabel, make_grid, read_sel
from lakip_lib.telaah.naskah.kalimat import split_kalimat

BANDING = ("T3.2", "T3.3", "T3.4")
# Names of activities; a measure says what is counted or rated.
KEGIATAN = re.compile(
    r"^(?:me(?:laksana|nyelenggara|nyusun|ningkat|ngelola|mbina|nyedia)\w*|pelaksanaan|penyelenggaraan|penyusunan"
    r"|pembinaan|pengelolaan|ter\w+nya|meningkatnya|menurunnya)\b",
    re.IGNORECASE,
)
HASIL = re.compile(
    r"^(?:indeks|nilai|persentase|tingkat|rasio|rata|predikat|skor|opini|angka|cakupan|waktu)\b", re.IGNORECASE
)
SEBAB = re.compile(
    r"\b(?:karena|sebab|disebabkan|akibat|mengingat|sehubungan|disesuaikan|penyesuaian|alasan\w*)\b", re.I
)

# What an explanation must speak of beside the thing it explains.
RENCANA = re.compile(r"\b(?:renstra|rencana strategis|rpjmd|perjanjian kinerja|PK)\b", re.I)
UKURAN = re.compile(r"\b(?:mengukur|terukur|diukur|pengukuran|ukuran)\b", re.I)


def check_sasaran_pk(fakta: Fakta) -> Putusan:
    """III.1: the sasaran of the PK are those of Bab II (T2.3a) and of Bab III, by kode and by name."""
    pk = set(fakta.list_pk())
    janji = {i.sasaran for i in fakta.hasil.indikator if i.kode in pk}
    uraian = {s.kode: fold(s.uraian) for s in fakta.hasil.sasaran}
    bab_2 = {
        fold(read_sel(baris[x]))
        for tabel in list_tabel(fakta.dokumen, "T2.3a")
        if (x := find_kolom(tabel, "Sasaran")) is not None
        for baris in make_grid(tabel)
        if baris[x]
    }
    bab_3 = {fold(b.teks) for b in fakta.dokumen.blok if isinstance(b, Judul) and b.tingkat == 3}
    gagal = [
        k
        for k, nama in uraian.items()
        if k not in janji or nama not in bab_2 or fold(f"Sasaran {k}: {nama}") not in bab_3
    ]
    gagal += sorted(janji - set(uraian))
    asing = [nama for nama in sorted(bab_2) if nama and nama not in uraian.values()]
    tulis = weigh([*uraian, *sorted(janji - set(uraian))], gagal, "sasaran sama dalam PK, Bab II, dan Bab III")
    ekor = f" Sasaran Bab II yang tidak dikenal: {', '.join(asing)}." if asing else ""
    jawaban = Jawab.TIDAK if asing else tulis.jawaban
    return Putusan(jawaban, f"{tulis.alasan}{ekor}", (*name_tabel(fakta.dokumen, "T2.3a"), "Bab III"))


def list_tak_selaras(fakta: Fakta) -> list[str]:
    """The sasaran without a tujuan of the Renstra, or without any indikator that the Renstra has a target for."""
    tujuan = {row["kode"] for row in fakta.kinerja.records("tujuan")}
    induk = {row["kode"]: row["tujuan"] for row in fakta.kinerja.records("sasaran")}
    renstra = {r["indikator"] for r in fakta.kinerja.records("target") if r["versi"] == VersiTarget.RENSTRA}
    return [
        s.kode
        for s in fakta.hasil.sasaran
        if induk.get(s.kode) not in tujuan or not any(i.kode in renstra for i in fakta.hasil.list_indikator(s.kode))
    ]


def check_renstra(fakta: Fakta) -> Putusan:
    """III.2: each sasaran belongs to a tujuan and has an indikator with a target in the Renstra."""
    semua = [s.kode for s in fakta.hasil.sasaran]
    bukti = (*name_tabel(fakta.dokumen, "T2.1"), "perencanaan.xlsx › Sasaran, Target")
    return weigh(semua, list_tak_selaras(fakta), "sasaran terhubung dengan tujuan dan target Renstra", bukti=bukti)


def check_indikator_pk(fakta: Fakta) -> Putusan:
    """III.4: the indikator of the PK are those of T2.3a and T3.1, none more and none less."""
    pk, items = fakta.list_pk(), fakta.hasil.indikator
    isi = [list_tersebut(fakta.dokumen, kode, items) for kode in ("T2.3a", "T3.1")]
    semua = list(dict.fromkeys([*pk, *(i.kode for i in items)]))
    gagal = [k for k in semua if k not in pk or any(k not in satu for satu in isi)]
    bukti = name_tabel(fakta.dokumen, "T2.3a", "T3.1", pertama=True)
    return weigh(semua, gagal, "indikator sama dalam PK, Bab II, dan Bab III", bukti=bukti)


def check_iku(fakta: Fakta) -> Putusan:
    """III.5: the indikator that the planning marks as IKU are those of T2.2, and all stand in T3.1."""
    items = fakta.hasil.indikator
    iku = [r.kode for r in fakta.hasil.rincian.indikator if (r.jenis or "").upper() == "IKU"]
    tabel, capaian = (list_tersebut(fakta.dokumen, kode, items) for kode in ("T2.2", "T3.1"))
    if not iku:
        return Putusan(
            Jawab.TIDAK, "Belum ada indikator berjenis IKU pada perencanaan.", ("perencanaan.xlsx › Indikator",)
        )
    semua = [i.kode for i in items if i.kode in {*iku, *tabel}]
    gagal = [k for k in semua if k not in iku or k not in tabel or k not in capaian]
    bukti = name_tabel(fakta.dokumen, "T2.2", "T3.1", pertama=True)
    return weigh(semua, gagal, "IKU sama dalam perencanaan, tabel IKU, dan tabel capaian", bukti=bukti)


def check_banding(fakta: Fakta) -> Putusan:
    """III.7: each indikator stands in T3.2, T3.3 and T3.4 (where "belum terdapat standar nasional" is an answer, too)."""
    items = fakta.hasil.indikator
    isi = {kode: list_tersebut(fakta.dokumen, kode, items) for kode in BANDING}
    gagal = [i.kode for i in items if any(i.kode not in satu for satu in isi.values())]
    kurang = [kode for kode in BANDING if not list_tabel(fakta.dokumen, kode)]
    tulis = weigh([i.kode for i in items], gagal, "indikator dibandingkan dengan tahun lalu, Renstra, dan standar")
    ekor = f" Tabel yang tidak ada: {', '.join(kurang)}." if kurang else ""
    return Putusan(tulis.jawaban, f"{tulis.alasan}{ekor}", name_tabel(fakta.dokumen, *BANDING))


def check_cukup(fakta: Fakta) -> Putusan:
    """III.8: a person's answer; the hint looks for an indikator of a result (indeks, nilai, persentase …) each sasaran."""
    semua = [s.kode for s in fakta.hasil.sasaran]
    tanpa = [k for k in semua if not any(HASIL.search(i.nama) for i in fakta.hasil.list_indikator(k))]
    tulis = weigh(semua, tanpa, "sasaran mempunyai indikator hasil menurut namanya")
    return Putusan(
        Jawab.BELUM, f"{tulis.alasan} Mohon dinilai.", name_tabel(fakta.dokumen, "T2.2", "T3.1", pertama=True)
    )


def check_smart(fakta: Fakta) -> Putusan:
    """III.10: unit, formula or definition, source, time and target are there, and the name is that of a measure."""
    satuan = {i.kode: i for i in fakta.hasil.indikator}
    kurang: dict[str, list[str]] = {}
    for r in fakta.hasil.rincian.indikator:
        item = satuan[r.kode]
        isi = {
            "satuan": item.satuan,
            "formula": r.formula or r.definisi,
            "sumber data": r.sumber_data,
            "waktu rilis": r.waktu_rilis,
            "target": item.target or next(iter(r.target_versi.values()), None),
        }
        salah = [nama for nama, teks in isi.items() if not (teks or "").strip()]
        salah += ["nama berupa kegiatan atau keadaan"] if KEGIATAN.search(item.nama) else []
        if salah:
            kurang[r.kode] = salah
    tulis = weigh(list(satuan), list(kurang), "indikator memenuhi petunjuk SMART")
    rinci = "; ".join(f"{k}: {', '.join(v)}" for k, v in kurang.items())
    bukti = (*name_tabel(fakta.dokumen, "T2.2"), "perencanaan.xlsx › Indikator")
    return Putusan(tulis.jawaban, f"{tulis.alasan}{f' Rinciannya: {rinci}.' if rinci else ''}", bukti)


def explain(fakta: Fakta, syarat: Mapping[str, Jawaban], nama: Iterable[str], perihal: re.Pattern[str]) -> Putusan:
    """III.3, III.6, III.9: nothing to explain where all of `syarat` are ya; else a place that gives a reason.

    A sentence that names one of `nama` (kode or full name) and `perihal` with a word of cause counts as a hint.
    """
    daftar = " dan ".join(syarat)
    if any(j.jawaban is Jawab.BELUM for j in syarat.values()):
        return Putusan(Jawab.BELUM, f"Menunggu jawaban {daftar}.")
    tidak = [no for no, j in syarat.items() if j.jawaban is Jawab.TIDAK]
    if not tidak:
        return Putusan(Jawab.YA, f"Penjelasan tidak diperlukan karena {daftar} dijawab ya.", pasti=True)
    dicari = [re.compile(rf"(?<!\w){re.escape(fold(n))}(?!\w)") for n in nama if n]
    letak = [
        ruas.letak
        for ruas in list_ruas(fakta.dokumen)
        if ruas.jenis in {"paragraf", "butir", "catatan"}
        for kalimat in split_kalimat(ruas.teks)
        if SEBAB.search(kalimat.teks) and perihal.search(kalimat.teks)
        if any(pola.search(fold(kalimat.teks)) for pola in dicari)
    ]
    awal = f"{' dan '.join(tidak)} dijawab tidak"
    if letak:
        return Putusan(Jawab.YA, f"{awal}; sebabnya tampak dijelaskan. Mohon dipastikan.", tuple(dict.fromkeys(letak)))
    return Putusan(Jawab.TIDAK, f"{awal} dan penjelasannya belum ditemukan dalam laporan.")


def list_sasaran(fakta: Fakta) -> list[str]:
    """Kode and names of all sasaran."""
    return [n for s in fakta.hasil.sasaran for n in (s.kode, s.uraian)]


def list_beda_sasaran(fakta: Fakta) -> list[str]:
    """Kode and names of the sasaran that III.1 or III.2 found wanting."""
    pk = set(fakta.list_pk())
    tak = set(list_tak_selaras(fakta))
    beda = [
        s
        for s in fakta.hasil.sasaran
        if s.kode in tak or not any(i.kode in pk for i in fakta.hasil.list_indikator(s.kode))
    ]
    return [n for s in beda for n in (s.kode, s.uraian)]


def list_beda_indikator(fakta: Fakta) -> list[str]:
    """Kode and names of the indikator that are not those of the PK or stand outside the tables."""
    pk, items = set(fakta.list_pk()), fakta.hasil.indikator
    isi = list_tersebut(fakta.dokumen, "T2.3a", items) & list_tersebut(fakta.dokumen, "T3.1", items)
    beda = [i for i in items if i.kode not in pk or i.kode not in isi]
    return [n for i in beda for n in (i.kode, i.nama)]
