"""Step 1: the lembar disposisi by which the head orders the report."""

from collections.abc import Collection, Sequence
from datetime import date

from lakip_lib.formats import format_hari_tanggal
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import (
    Alinea,
    BarisKotak,
    Centang,
    Judul,
    Kotak,
    Naskah,
    Pilihan,
    Rincian,
    RuangTulis,
    SelKotak,
    TandaTangan,
)
from lakip_lib.surat.pihak import JABATAN_PERAN, get_pejabat, heads_unit, is_terisi, make_penanda, say_jabatan
from lakip_lib.surat.rangka import make_naskah, say_laporan, say_tempat_tanggal

SIFAT = ("Biasa", "Segera", "Sangat segera", "Rahasia")
INSTRUKSI = (
    "Susun laporan sesuai ketentuan",
    "Himpun data kinerja dan keuangan dari setiap unit",
    "Koordinasikan dengan unit terkait",
    "Proses lebih lanjut",
    "Sampaikan tanggapan dan saran",
    "Laporkan hasilnya",
)
SEBELAH = 10  # so many names still stand beside the instructions
PENERUS = ("sekretaris", "kasubag_program")  # whom the SOP's order goes to
DIPERINTAHKAN = INSTRUKSI[:3]


def build_disposisi(
    settings: Instansi,
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    sifat: str = "Segera",
    kepada: Collection[str] = PENERUS,
    instruksi: Collection[str] = DIPERINTAHKAN,
    surat_dari: str = "",
    nomor_surat: str = "",
    tanggal_surat: str = "",
    nomor_agenda: str = "",
    catatan: str = "",
) -> Naskah:
    """The sheet by which the head orders the report; `kepada` are roles and codes of units to tick.

    What the agenda holds of an incoming letter stays blank where it is not given.
    """
    hal = f"Penyusunan {say_laporan(settings)} {settings.instansi.nama}"
    surat = Rincian(
        (("Surat dari", surat_dari), ("Nomor surat", nomor_surat), ("Tanggal surat", tanggal_surat)), lebar_cm=2.6
    )
    agenda = Rincian((("Diterima tanggal", ""), ("Nomor agenda", nomor_agenda), ("Indeks", "")), lebar_cm=3.0)
    kotak = Kotak(
        (
            BarisKotak((SelKotak((surat,)), SelKotak((agenda,)))),
            BarisKotak((SelKotak(_tick("Sifat", SIFAT, {sifat}, sebaris=True)),)),
            BarisKotak((SelKotak((Rincian((("Hal", hal),), lebar_cm=2.6),)),)),
            *_list_pilihan(*_list_penerima(settings, kepada), instruksi),
            BarisKotak((SelKotak((Alinea("Batas waktu:"), _write_batas(settings))),)),
            BarisKotak(
                (
                    SelKotak((Alinea("Catatan:"), *((Alinea(catatan),) if catatan else ()), RuangTulis(3))),
                    SelKotak((_sign(settings, tanggal),)),
                )
            ),
        )
    )
    return make_naskah(
        settings, "Lembar Disposisi", (Judul("Lembar Disposisi"), kotak), tanggal=tanggal, jejak=jejak, logo=logo
    )


def _tick(
    label: str, kata: Collection[str], dipilih: Collection[str], *, sebaris: bool = False
) -> tuple[Alinea, Centang]:
    return Alinea(f"{label}:"), Centang(tuple(Pilihan(k, k in dipilih) for k in kata), sebaris=sebaris)


def _list_pilihan(
    penerima: Sequence[str], dipilih: Collection[str], instruksi: Collection[str]
) -> tuple[BarisKotak, ...]:
    """Side by side; one above the other, each in two columns, where many are named, so that one page holds all."""
    kepada, harap = "Diteruskan kepada Sdr.", "Dengan hormat harap"
    if len(penerima) <= SEBELAH:
        return (BarisKotak((SelKotak(_tick(kepada, penerima, dipilih)), SelKotak(_tick(harap, INSTRUKSI, instruksi)))),)
    return (_split(kepada, penerima, dipilih), _split(harap, INSTRUKSI, instruksi))


def _split(label: str, kata: Sequence[str], dipilih: Collection[str]) -> BarisKotak:
    paruh = -(-len(kata) // 2)
    kiri, kanan = (
        Centang(tuple(Pilihan(k, k in dipilih) for k in bagian), kecil=True) for bagian in (kata[:paruh], kata[paruh:])
    )
    return BarisKotak((SelKotak((Alinea(f"{label}:"), kiri)), SelKotak((Alinea("\u00a0"), kanan))))


def _list_penerima(settings: Instansi, kepada: Collection[str]) -> tuple[list[str], set[str]]:
    """The words to tick, and those that are ticked; a unit whose head is listed by his jabatan is not listed twice."""
    terisi = [p for p in JABATAN_PERAN if is_terisi(settings, p)] or list(JABATAN_PERAN)
    peran = {say_jabatan(settings, p): p for p in terisi}
    pemegang = {get_pejabat(settings, p).nama for p in JABATAN_PERAN} - {""}
    unit = {u.nama: u.kode for u in settings.unit if u.kepala not in pemegang and not heads_unit(settings, u)}
    pilih = {k.casefold() for k in kepada}
    semua = {**peran, **unit}
    return list(semua), {kata for kata, kunci in semua.items() if kunci.casefold() in pilih}


def _write_batas(settings: Instansi) -> Rincian:
    return Rincian(
        (
            ("Formulir kembali dari unit", format_hari_tanggal(settings.periode.tenggat)),
            ("Laporan disampaikan", format_hari_tanggal(settings.tenggat_laporan)),
        ),
        lebar_cm=5.0,
    )


def _sign(settings: Instansi, tanggal: date) -> TandaTangan:
    kepala = make_penanda(settings, "kepala", atas=(say_tempat_tanggal(settings, tanggal),))
    return TandaTangan(kepala, ruang_cm=1.5, penuh=True)
