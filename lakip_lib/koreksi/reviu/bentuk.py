"""Items I.1 to I.6: the form of the report."""

from fractions import Fraction

from lakip_lib.blok import AnyBlok, Isi
from lakip_lib.formats import format_rupiah
from lakip_lib.istilah import Alasan
from lakip_lib.koreksi.cetak import read_cetak
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.periksa.susunan import list_salah_sebut, list_tak_disebut
from lakip_lib.koreksi.periksa.tabel import PAGU, review_tabel
from lakip_lib.koreksi.reviu.baris import list_terisi, list_tersebut, name_tabel
from lakip_lib.koreksi.reviu.jawaban import Jawab, Putusan, weigh
from lakip_lib.koreksi.ruas import find_bagian, find_kolom, has_isi, list_tabel, make_grid, name_objek, read_sel
from lakip_lib.measures.anggaran import list_daun
from lakip_lib.telaah import needs_analisis
from lakip_lib.telaah.analisis import is_analisis

BERALASAN = {Alasan.BELUM_RILIS, Alasan.TARGET_NOL, Alasan.TAK_HINGGA}
KATA_MIN = 4  # a follow-up of fewer words ("akan ditingkatkan") says nothing of what will be done
PENUTUP = {"langkah-perbaikan": "Langkah Perbaikan", "pelajaran-dan-rencana-ke-depan": "Pelajaran dan Rencana ke Depan"}


def check_data_penting(fakta: Fakta) -> Putusan:
    """I.1: name, tupoksi, structure, staff and strategic issues are not empty."""
    blok = fakta.dokumen.blok
    narasi = {row["nama"] for row in fakta.kinerja.records("narasi") if (row["teks"] or "").strip()}
    ada = {
        "nama instansi": bool(fakta.dokumen.identitas.instansi.strip()),
        "tugas dan fungsi": has_isi(find_bagian(blok, "tugas-dan-fungsi")),
        "struktur organisasi": has_isi(find_bagian(blok, "struktur-organisasi")),
        "pegawai": bool(fakta.kinerja.records("pegawai")) or "sumber-daya" in narasi,
        "isu strategis": has_isi(find_bagian(blok, "isu-strategis")),
    }
    return weigh(list(ada), [k for k, v in ada.items() if not v], "data penting termuat", bukti=("Sampul", "Bab I"))


def check_target(fakta: Fakta) -> Putusan:
    """I.2: every indikator of the PK has its target and unit in T2.3a, and in T3.1 where this period has a target."""
    pk, items = fakta.list_pk(), fakta.hasil.indikator
    bab_2, bab_3 = (
        {kode for tabel in list_tabel(fakta.dokumen, jenis) for kode in list_terisi(tabel, items, "Satuan", "Target")}
        for jenis in ("T2.3a", "T3.1")
    )
    bab_3 |= {i.kode for i in items if not fakta.is_due(i)}
    bukti = name_tabel(fakta.dokumen, "T2.3a", "T3.1", pertama=True)
    gagal = [k for k in pk if k not in bab_2 or k not in bab_3]
    return weigh(pk, gagal, "indikator PK disajikan dengan target dan satuan", bukti=bukti)


def check_capaian(fakta: Fakta) -> Putusan:
    """I.3: every indikator stands in T3.1 to T3.3 with its realisasi, or with the reason why there is none."""
    items = fakta.hasil.indikator
    tersebut = [list_tersebut(fakta.dokumen, kode, items) for kode in ("T3.1", "T3.2", "T3.3")]
    gagal = []
    for item in items:
        alasan_unit = fakta.hasil.get_rincian(item.kode).alasan_unit
        beralasan = item.alasan in BERALASAN and (item.alasan is not Alasan.BELUM_RILIS or bool(alasan_unit))
        jelas = item.capaian is not None or beralasan or not fakta.is_due(item)
        if not jelas or any(item.kode not in isi for isi in tersebut):
            gagal.append(item.kode)
    semua = [i.kode for i in items]
    return weigh(
        semua,
        gagal,
        "indikator disajikan lengkap atau disertai alasan",
        bukti=name_tabel(fakta.dokumen, "T3.1", "T3.2", "T3.3"),
    )


def check_lampiran(fakta: Fakta) -> Putusan:
    """I.4: the PK is annexed, each annex is cited, each citation resolves."""
    pk = has_isi(find_bagian(fakta.dokumen.blok, "lampiran-perjanjian-kinerja"))
    tak = [nomor for kata, nomor in list_tak_disebut(fakta.dokumen) if kata == "Lampiran"]
    salah = [f"{kata} {nomor}" for _, (kata, nomor) in list_salah_sebut(fakta.dokumen)]
    kalimat = [
        "Lampiran Perjanjian Kinerja ada." if pk else "Lampiran Perjanjian Kinerja tidak ada.",
        f"Lampiran yang tidak dirujuk: {', '.join(tak)}." if tak else "Setiap lampiran dirujuk.",
        f"Rujukan tanpa tujuan: {', '.join(dict.fromkeys(salah))}." if salah else "Setiap rujukan ada tujuannya.",
    ]
    baik = pk and not tak and not salah
    return Putusan(Jawab.YA if baik else Jawab.TIDAK, " ".join(kalimat), ("Lampiran 1",) if pk else ())


def check_perbaikan(fakta: Fakta) -> Putusan:
    """I.5: follow-ups where causes are compulsory, said in words of their own, and improvement in Bab IV."""
    perlu = [i.kode for i in fakta.hasil.indikator if needs_analisis(i)]
    rencana = {r["indikator"]: " ".join((r["tindak_lanjut"] or "").split()) for r in fakta.kinerja.records("analisis")}
    teks = list(rencana.values())
    gagal = [k for k in perlu if not _is_rencana(rencana.get(k, "")) or teks.count(rencana[k]) > 1]
    kosong = [nama for i, nama in PENUTUP.items() if not has_isi(find_bagian(fakta.dokumen.blok, i))]
    tulis = weigh(perlu, gagal, "indikator yang wajib dianalisis mempunyai tindak lanjut yang khusus")
    ekor = "Bab IV memuat langkah perbaikan." if not kosong else f"Bab IV belum memuat: {', '.join(kosong)}."
    baik = not gagal and not kosong
    bukti = (*name_tabel(fakta.dokumen, "T3.5"), "Bab IV")
    awal = tulis.alasan if perlu else "Tidak ada indikator yang wajib dianalisis."
    return Putusan(Jawab.YA if baik else Jawab.TIDAK, f"{awal} {ekor}", bukti)


def _is_rencana(teks: str) -> bool:
    return is_analisis(teks) and len(teks.split()) >= KATA_MIN


def check_keuangan(fakta: Fakta) -> Putusan:
    """I.6: T3.8 is there, adds up, and its totals are those of the LRA."""
    tabel = list_tabel(fakta.dokumen, "T3.8")
    daun = list_daun(fakta.kinerja.records("anggaran"))
    if not tabel or not daun:
        return Putusan(Jawab.TIDAK, f"{'LRA' if tabel else 'Tabel realisasi anggaran (T3.8)'} belum ada.")
    lra = {nama: sum((Fraction(r[nama]) for r in daun), Fraction(0)) for nama in ("pagu", "realisasi_anggaran")}
    petak = make_grid(tabel[0])[-1]
    pagu = PAGU[::-1] if fakta.settings.lra.kolom_pagu == "murni" else PAGU
    tertulis = {
        "pagu": _read(petak, find_kolom(tabel[0], *pagu)),
        "realisasi_anggaran": _read(petak, find_kolom(tabel[0], "Realisasi (Rp)")),
    }
    beda = [n.replace("_", " ") for n in lra if tertulis[n] is None or abs((tertulis[n] or 0) - lra[n]) > 1]
    salah = review_tabel(fakta.dokumen.model_copy(update={"blok": _hold(tabel[0])}), murni=pagu[0] != PAGU[0])
    rusak = [t.lembar or "" for t in salah]
    teks = f"Pagu {format_rupiah(lra['pagu'])} dan realisasi {format_rupiah(lra['realisasi_anggaran'])} menurut LRA"
    teks += (
        f"; jumlah yang berbeda pada {name_objek(tabel[0])}: {', '.join(beda)}" if beda else ", sama dengan jumlahnya"
    )
    teks += f"; baris yang tidak cocok: {', '.join(dict.fromkeys(rusak))}" if rusak else ""
    return Putusan(Jawab.TIDAK if beda or rusak else Jawab.YA, f"{teks}.", name_tabel(fakta.dokumen, "T3.8"))


def _read(petak: list[Isi | None], x: int | None) -> Fraction | None:
    cetak = read_cetak(read_sel(petak[x])) if x is not None else None
    return cetak.nilai if cetak else None


def _hold(blok: AnyBlok) -> tuple[AnyBlok, ...]:
    return (blok,)
