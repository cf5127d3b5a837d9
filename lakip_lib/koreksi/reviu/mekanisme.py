"""Items II.1 to II.7: how the report came about."""

from lakip_lib.formats import clean_teks
from lakip_lib.istilah import Alasan, Tingkat
from lakip_lib.koreksi.bukti import Keadaan, list_tanpa_bukti
from lakip_lib.koreksi.fakta import DITERIMA, Fakta
from lakip_lib.koreksi.reviu.jawaban import Jawab, Putusan, weigh


def check_penyusun(fakta: Fakta) -> Putusan:
    """II.1: only a person can say whether the unit that made the report has that task; the ledger names it."""
    if fakta.penyusun.strip():
        return Putusan(
            Jawab.BELUM, f"Tercatat disusun oleh {fakta.penyusun}. Mohon dipastikan tugasnya.", ("Buku alur",)
        )
    return Putusan(Jawab.BELUM, "Unit penyusun belum tercatat. Mohon dijawab.")


def check_bukti(fakta: Fakta) -> Putusan:
    """II.2: at least one piece of evidence an indikator, there and unchanged; links are taken as given.

    A figure that is not released yet has none.
    """
    semua = [i.kode for i in fakta.hasil.indikator if i.alasan is not Alasan.BELUM_RILIS]
    gagal = list_tanpa_bukti(semua, fakta.bukti)
    rusak = [b.tautan or b.nama for b in fakta.bukti if b.keadaan in {Keadaan.TIDAK_ADA, Keadaan.BERUBAH}]
    tulis = weigh(semua, gagal, "indikator mempunyai data dukung")
    tautan = sum(b.keadaan is Keadaan.TAUTAN for b in fakta.bukti)
    ekor = f" Berkas yang tidak ada atau berubah: {', '.join(dict.fromkeys(rusak))}." if rusak else ""
    ekor += f" {tautan} berupa tautan yang isinya tidak diperiksa." if tautan else ""
    bukti = tuple(dict.fromkeys(b.tautan for b in fakta.bukti if b.keadaan is Keadaan.ADA))
    return Putusan(Jawab.TIDAK if rusak else tulis.jawaban, f"{tulis.alasan}{ekor}", bukti)


def check_aliran(fakta: Fakta) -> Putusan:
    """II.3: forms were sent out with a manifest, and each unit's return is on record."""
    belum = [u for u in fakta.unit if fakta.get_status(u) == "belum masuk"]
    masuk = weigh(fakta.unit, belum, "unit tercatat menyampaikan formulirnya")
    awal = "Daftar kirim formulir ada." if fakta.sebar else "Daftar kirim formulir tidak ada."
    baik = fakta.sebar and masuk.jawaban is Jawab.YA
    bukti = ("Daftar kirim",) if fakta.sebar else ()
    return Putusan(Jawab.YA if baik else Jawab.TIDAK, f"{awal} {masuk.alasan}", (*bukti, *_list_berkas(fakta)))


def check_penanggung_jawab(fakta: Fakta) -> Putusan:
    """II.4: a PIC for each unit (instansi.toml) and for each indikator (perencanaan.xlsx)."""
    unit = [u.kode for u in fakta.settings.unit if not u.pic.strip()]
    rincian = fakta.hasil.rincian.indikator
    indikator = [r.kode for r in rincian if not (r.pic or "").strip()]
    satu = weigh(fakta.unit, unit, "unit mempunyai PIC")
    dua = weigh([r.kode for r in rincian], indikator, "indikator mempunyai penanggung jawab")
    baik = satu.jawaban is Jawab.YA and dua.jawaban is Jawab.YA
    bukti = ("instansi.toml", "perencanaan.xlsx › Indikator")
    return Putusan(Jawab.YA if baik else Jawab.TIDAK, f"{satu.alasan} {dua.alasan}", bukti)


def check_keandalan(fakta: Fakta) -> Putusan:
    """II.5: no wajib finding is open, each form was looked over and dated, each figure names its source."""
    wajib = sum(t["tingkat"] == Tingkat.WAJIB for t in fakta.hasil.temuan)
    periksa = {r["unit"] for r in fakta.kinerja.records("pernyataan") if r["diperiksa_oleh"] and r["tanggal"]}
    sumber = {r["indikator"] for r in fakta.kinerja.records("realisasi") if clean_teks(r["sumber_data"] or "")}
    sumber |= {r.kode for r in fakta.hasil.rincian.indikator if r.sumber_data}
    kode = [i.kode for i in fakta.hasil.indikator]
    satu = weigh(fakta.unit, [u for u in fakta.unit if u not in periksa], "formulir diperiksa atasan dan bertanggal")
    dua = weigh(kode, [k for k in kode if k not in sumber], "indikator menyebut sumber datanya")
    awal = f"{wajib} temuan wajib masih terbuka." if wajib else "Tidak ada temuan wajib yang terbuka."
    baik = not wajib and satu.jawaban is Jawab.YA and dua.jawaban is Jawab.YA
    bukti = (*_list_berkas(fakta), "Lampiran Catatan Mutu Data")
    return Putusan(Jawab.YA if baik else Jawab.TIDAK, f"{awal} {satu.alasan} {dua.alasan}", bukti)


def check_konfirmasi(fakta: Fakta) -> Putusan:
    """II.6: each unit confirmed the analysis about it."""
    belum = [u for u in fakta.unit if not fakta.konfirmasi.get(u, "").strip()]
    bukti = tuple(f"{u}: {fakta.konfirmasi[u]}" for u in fakta.unit if u not in belum)
    return weigh(fakta.unit, belum, "unit telah mengonfirmasi analisisnya", bukti=bukti)


def check_gabungan(fakta: Fakta) -> Putusan:
    """II.7: the forms of all units are accepted."""
    belum = [u for u in fakta.unit if fakta.get_status(u) != DITERIMA]
    tulis = weigh(fakta.unit, belum, "unit berstatus diterima", bukti=_list_berkas(fakta))
    rinci = ", ".join(f"{u} {fakta.get_status(u)}" for u in belum)
    return Putusan(tulis.jawaban, f"{tulis.alasan}{f' Keadaannya: {rinci}.' if rinci else ''}", tulis.bukti)


def _list_berkas(fakta: Fakta) -> tuple[str, ...]:
    return tuple(row["berkas"] for row in fakta.kinerja.records("isian") if row["berkas"])
