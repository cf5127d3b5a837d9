"""The overview of an agency-year, computed from its ledger, its calendar, its settings and a moment."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.ikhtisar import (
    BELUM,
    BELUM_DIHIMPUN,
    BELUM_DISEBAR,
    DITERIMA,
    DITUNGGU,
    SELESAI,
    TONGGAK,
    ULANG,
    BarisLangkah,
    BarisTonggak,
    BarisUnit,
    Ikhtisar,
    Pakai,
    Rentang,
    Tenggat,
    Tolakan,
)
from lakip_lib.alur.kalender import Kalender
from lakip_lib.alur.keadaan import HIMPUN_SELESAI, Keadaan, Tahap, find_keadaan
from lakip_lib.alur.langkah import LANGKAH, TOLAK, Langkah
from lakip_lib.alur.langkah import TONGGAK as ENTRI_TONGGAK
from lakip_lib.alur.tempo import Tempo, list_tempo, plan_langkah
from lakip_lib.settings import Instansi

BUKA = "Siklus SOP belum dibuka; yang ditunggu langkah 1, perintah penyusunan, oleh Kepala instansi (lakip mulai)."


def build_ikhtisar(buku: BukuAlur, kalender: Kalender, settings: Instansi, sekarang: datetime) -> Ikhtisar:
    """The overview as it is at `sekarang`; of an empty ledger, one in which nothing has begun."""
    sekarang = sekarang.astimezone(kalender.zona)
    keadaan = find_keadaan(buku)
    rencana = plan_rentang(buku, kalender, settings)
    langkah = tuple(_list_langkah(buku, kalender, settings, sekarang, rencana))
    tonggak = tuple(_list_tonggak(buku))
    return Ikhtisar(
        instansi=settings.instansi.kode,
        nama=settings.instansi.nama,
        tahun=settings.periode.tahun,
        sekarang=sekarang,
        tahap=keadaan.tahap,
        versi=keadaan.versi,
        putaran=keadaan.putaran,
        berikut=BUKA if keadaan.tahap is Tahap.BELUM else keadaan.describe_terutang(),
        tenggat_unit=_make_tenggat(settings.periode.tenggat, _find_terkumpul(buku, kalender), kalender, sekarang),
        tenggat_laporan=_make_tenggat(settings.tenggat_laporan, _find_terkirim(buku, kalender), kalender, sekarang),
        langkah=langkah,
        unit=tuple(_list_unit(buku, kalender, settings, sekarang)),
        tonggak=tonggak,
        tolakan=tuple(_list_tolakan(buku)),
        entri=buku.entri,
        jejak=buku.jejak,
        libur=tuple(_list_libur(langkah, settings, kalender, sekarang)) if buku.entri else (),
    )


def plan_rentang(buku: BukuAlur, kalender: Kalender, settings: Instansi) -> dict[str, Rentang]:
    """When each step would begin and end by the SOP's limits, by command; {} before the cycle is opened."""
    mulai = buku.find("mulai")
    if mulai is None:
        return {}
    hari = settings.periode.tenggat
    rentang = kalender.list_rentang(hari)
    tutup = rentang[-1][1] if rentang else datetime.combine(hari + timedelta(days=1), time(), kalender.zona)
    return {langkah.perintah: (awal, akhir) for langkah, awal, akhir in plan_langkah(mulai.saat, tutup, kalender)}


def _list_langkah(
    buku: BukuAlur, kalender: Kalender, settings: Instansi, sekarang: datetime, rencana: dict[str, Rentang]
) -> Iterator[BarisLangkah]:
    tempo = list_tempo(buku, kalender, sekarang=sekarang)
    keadaan = find_keadaan(buku)
    for langkah in LANGKAH.values():
        kerja = tuple(t for t in tempo if t.langkah is langkah)
        entri = _find_entri(buku, langkah)
        kata = _find_keadaan(langkah, keadaan, entri)
        selesai = entri if kata == SELESAI else None
        peran = selesai.peran if selesai else langkah.pelaku[0]
        yield BarisLangkah(
            langkah=langkah,
            keadaan=kata,
            peran=peran,
            nama=selesai.nama if selesai else getattr(settings.pejabat, peran).nama,
            selesai=selesai.saat if selesai else None,
            pakai=_sum_putaran(kerja),
            kerja=kerja,
            tunggu=tuple((t.mulai, kalender.add_menit(t.mulai, t.menunggu)) for t in kerja if t.menunggu),
            rencana=rencana.get(langkah.perintah),
        )


def _find_entri(buku: BukuAlur, langkah: Langkah) -> Entri | None:
    """The entry that tells how a step ended: its last; of archives the first, those after it hold what came in later."""
    if langkah.perintah == "arsip":
        return next(iter(buku.list("arsip")), None)
    return buku.find(langkah.perintah, *([TOLAK] if langkah.perintah == "setujui" else []))


def _find_keadaan(langkah: Langkah, keadaan: Keadaan, entri: Entri | None) -> str:
    """How a step stands: what comes before the one that is due is done, what comes after it must be done (again)."""
    if keadaan.tahap is Tahap.DITOLAK and langkah.perintah == "susun":
        return ULANG  # the next version comes of it
    if keadaan.terutang is None or langkah.nomor < LANGKAH[keadaan.terutang].nomor:
        return SELESAI
    if langkah.perintah == keadaan.terutang:
        return DITUNGGU
    return BELUM if entri is None else ULANG


def _sum_putaran(kerja: Sequence[Tempo]) -> tuple[Pakai, ...]:
    putaran = sorted({t.putaran for t in kerja})
    return tuple(
        Pakai(n, sum(t.menit for t in kerja if t.putaran == n), sum(t.menunggu for t in kerja if t.putaran == n))
        for n in putaran
    )


def _make_tenggat(tanggal: date, tercapai: date | None, kalender: Kalender, sekarang: datetime) -> Tenggat:
    hari_ini = sekarang.date()
    sampai = tercapai or hari_ini
    sisa = 0 if tercapai else kalender.count_hari(hari_ini, tanggal)
    return Tenggat(tanggal, sisa, kalender.count_hari(tanggal, sampai), sampai > tanggal, tercapai)


def _find_terkumpul(buku: BukuAlur, kalender: Kalender) -> date | None:
    """The day on which the last form had come in, where all were accepted."""
    lengkap = next((e for e in buku.list("himpun") if e.hasil in HIMPUN_SELESAI), None)
    if lengkap is None:
        return None
    return max(
        (_parse(w, kalender).date() for w in lengkap.isi.get("terima", {}).values()), default=lengkap.saat.date()
    )


def _find_terkirim(buku: BukuAlur, kalender: Kalender) -> date | None:
    """The day on which the report was handed over: the milestone where it was recorded, else the end of step 11."""
    kirim = [e.isi["tanggal"] for e in buku.list(ENTRI_TONGGAK) if e.isi["jenis"] == "terkirim"]
    arsip = [e.saat.astimezone(kalender.zona).date() for e in buku.list("arsip")]
    return date.fromisoformat(kirim[-1]) if kirim else next(iter(arsip), None)


def _list_unit(buku: BukuAlur, kalender: Kalender, settings: Instansi, sekarang: datetime) -> Iterator[BarisUnit]:
    """Each unit as the last himpun found it; what is not accepted yet grows later until all is, or until now."""
    entri = buku.find("himpun")
    isi = entri.isi if entri else {}
    nama = {u.kode: u.nama for u in settings.unit}
    kosong = BELUM_DIHIMPUN if buku.find("sebar") else BELUM_DISEBAR
    sampai = entri.saat if entri and entri.hasil in HIMPUN_SELESAI else sekarang
    for kode in [*nama, *(k for k in isi.get("unit", {}) if k not in nama)]:
        satu = isi.get("unit", {}).get(kode, {})
        waktu = isi.get("terima", {}).get(kode)
        terima = _parse(waktu, kalender) if waktu else None
        status = satu.get("status", kosong)
        tiba = terima if terima is not None and status == DITERIMA else sampai.astimezone(kalender.zona)
        yield BarisUnit(
            kode=kode,
            nama=nama.get(kode, kode),
            status=status,
            berkas=satu.get("berkas") or "",
            versi=isi.get("versi_unit", {}).get(kode, 0),
            wajib=int(satu.get("wajib") or 0),
            terima=terima,
            lambat=0 if status == BELUM_DISEBAR else kalender.count_hari(settings.periode.tenggat, tiba.date()),
        )


def _list_tonggak(buku: BukuAlur) -> Iterator[BarisTonggak]:
    """Each kind of milestone in the order in which they are scored, those not recorded yet with an empty date."""
    ada = buku.list(ENTRI_TONGGAK)
    for jenis in dict.fromkeys([*TONGGAK, *(e.isi["jenis"] for e in ada)]):
        milik = [e for e in ada if e.isi["jenis"] == jenis]
        for e in milik:
            yield BarisTonggak(jenis, e.isi["tanggal"], e.isi.get("keterangan") or "", next(iter(e.keluaran), ""))
        if not milik:
            yield BarisTonggak(jenis, "", "", "")


def _list_tolakan(buku: BukuAlur) -> Iterator[Tolakan]:
    for nomor, entri in enumerate(buku.list(TOLAK), 1):
        yield Tolakan(nomor, entri.versi, entri.saat, entri.nama, entri.isi.get("alasan", ""))


def _list_libur(
    langkah: Sequence[BarisLangkah], settings: Instansi, kalender: Kalender, sekarang: datetime
) -> Iterator[date]:
    """The days off between the first day and the last that is planned, worked on, or due."""
    waktu = [w for b in langkah for w in (*(b.rencana or ()), *(t.selesai or sekarang for t in b.kerja))]
    waktu += [t.mulai for b in langkah for t in b.kerja]
    hari, akhir = min(waktu).date(), max(max(waktu).date(), settings.tenggat_laporan)
    while hari <= akhir:
        if not kalender.is_hari_kerja(hari):
            yield hari
        hari += timedelta(days=1)


def _parse(waktu: str, kalender: Kalender) -> datetime:
    saat = datetime.fromisoformat(waktu)
    return (saat if saat.tzinfo else saat.replace(tzinfo=kalender.zona)).astimezone(kalender.zona)
