"""How the agencies spread: by figure, by kind, by category, by field of the plane; what could not be assessed."""

from collections.abc import Sequence

from lakip_lib.blok import Tabel
from lakip_lib.istilah import SUMBER_DAERAH
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah, Sebaran
from lakip_lib.tables.sel import figure, kolom, row, say_empty, say_periode, text

TANPA_INSTANSI = "Belum ada instansi yang mempunyai angka."
PALING_BANYAK = 5  # agencies that moved most, either way


def tabulate_sebaran(hasil: HasilDaerah) -> Tabel:
    """The spread of every figure that agencies are compared by."""
    return _make_sebaran(hasil, "sebaran", "Ukuran", f"Sebaran angka instansi, {say_periode(hasil)}", hasil.sebaran)


def tabulate_jenis(hasil: HasilDaerah) -> Tabel:
    """The spread of capaian within each kind of agency."""
    judul = f"Sebaran capaian menurut jenis instansi (%), {say_periode(hasil)}"
    return _make_sebaran(hasil, "jenis", "Jenis instansi", judul, hasil.jenis)


def _make_sebaran(hasil: HasilDaerah, daftar: str, kepala: str, judul: str, isi: Sequence[Sebaran]) -> Tabel:
    cols = kolom(
        (kepala, "kiri", 2.6),
        ("Instansi", "kanan", 0.9),
        *((j, "desimal", 1.0) for j in ("Terendah", "Kuartil I", "Median", "Kuartil III", "Tertinggi", "Rata-rata")),
    )
    kunci = ("jumlah", "terendah", "kuartil_bawah", "median", "kuartil_atas", "tertinggi", "rata")
    baris = [row(text(s.label), *(figure(hasil, f"{daftar}/{s.kode}/{k}") for k in kunci)) for s in isi]
    return Tabel(
        id=f"daerah-{daftar}",
        kode=f"D-{daftar}",
        judul=judul,
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_INSTANSI),
        sumber=SUMBER_DAERAH,
    )


def tabulate_kategori(hasil: HasilDaerah) -> Tabel:
    """How many agencies each word of the scales holds."""
    cols = kolom(("Kategori", "kiri", 3), ("Instansi", "kanan", 1))
    baris = [row(text(c.label), figure(hasil, f"kategori/{c.kode}/instansi")) for c in hasil.kategori]
    return Tabel(
        id="daerah-kategori",
        kode="D-kategori",
        judul=f"Instansi menurut kategori capaiannya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, TANPA_INSTANSI),
        sumber=SUMBER_DAERAH,
    )


def tabulate_alasan(hasil: HasilDaerah) -> Tabel | None:
    """Why indikator could not be assessed; None where all were."""
    if not hasil.alasan:
        return None
    cols = kolom(("Sebab belum dapat dinilai", "kiri", 3), ("Indikator", "kanan", 1), ("Instansi", "kanan", 1))
    baris = [
        row(
            text(c.label[:1].upper() + c.label[1:]),
            figure(hasil, f"alasan/{c.kode}/jumlah"),
            figure(hasil, f"alasan/{c.kode}/instansi"),
        )
        for c in hasil.alasan
    ]
    return Tabel(
        id="daerah-alasan",
        kode="D-alasan",
        judul=f"Indikator yang belum dapat dinilai menurut sebabnya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        sumber=SUMBER_DAERAH,
    )


def tabulate_kuadran_daerah(hasil: HasilDaerah) -> Tabel:
    """How many agencies stand in each field, and how the field is read."""
    cols = kolom(
        ("Kuadran", "tengah", 0.9), ("Bacaan", "kiri", 3.2), ("Jumlah", "kanan", 0.8), ("Instansi", "kiri", 3.2)
    )
    baris = [
        row(
            text(k.kode),
            text(k.bacaan[:1].upper() + k.bacaan[1:] + "."),
            figure(hasil, f"kuadran/{k.kode}/instansi"),
            text(name_some([i for i in hasil.instansi if i.kuadran == k.kode])),
        )
        for k in hasil.kuadran
    ]
    return Tabel(
        id="daerah-kuadran",
        kode="D-kuadran",
        judul=f"Instansi menurut capaian dan penyerapannya, {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(baris),
        sumber=SUMBER_DAERAH,
    )


def name_some(instansi: Sequence[InstansiDaerah]) -> str:
    """The names of a few agencies, highest capaian first, and how many there are besides."""
    urut = sorted(instansi, key=lambda i: (-(i.capaian or 0), i.kode))
    banyak = PALING_BANYAK if len(urut) > PALING_BANYAK + 1 else len(urut)
    nama = [i.nama for i in urut[:banyak]]
    lain = [f"dan {len(urut) - len(nama)} lainnya"] if len(urut) > len(nama) else []
    return "; ".join([*nama, *lain])
