"""Why a change in a returned document is not carried over, and where to mend it: Indonesian sentences."""

from collections.abc import Sequence

from lakip_lib.blok import Run, join_text
from lakip_lib.koreksi.kembali.asal import Asal, find_table_origin
from lakip_lib.koreksi.kembali.draf import Bagian, Peran
from lakip_lib.koreksi.kembali.tempat import suggest_naskah

BANGUN = "lalu bangun laporan kembali"
ANGKA = "Angka ini berasal dari {asal}. Mohon perbaiki di sana, {bangun}; angka yang diubah di Word tidak dibawa."
SEL = "Isi tabel ini berasal dari {asal}. Mohon perbaiki di sana, {bangun}; sel yang diubah di Word tidak dibawa."
BARIS = "Baris tabel ini berasal dari {asal}. Mohon perbaiki di sana, {bangun}."
TABEL = "Tabel dicetak dari data ({asal}) dan akan tercetak lagi; tabel tidak dapat dihapus atau ditambah di Word."
GAMBAR = "Gambar dicetak dari hasil hitung; gambar tidak dapat dihapus, ditambah, atau diganti di Word."
KUTIPAN = "Kalimat ini mengutip isian unit pada {asal}. Mohon perbaiki di sana, {bangun}."
KALIMAT = "Kalimat ini disusun lakip dari hasil hitung dan akan tercetak lagi sebagaimana semula."
TAMBAH = " Keterangan tambahan dapat ditulis dalam narasi/{nama}.md."
PINDAH = " Mohon pindahkan ke narasi/{nama}.md, yang dicetak pada bagian ini."
TANPA_TEMPAT = "Di tempat ini tidak ada naskah yang dicetak, sehingga tambahan tidak dibawa."
JUDUL = "Judul ini ditetapkan oleh susunan laporan{asal} dan akan tercetak lagi sebagaimana semula."
TETAP = "Letaknya ditetapkan oleh susunan laporan, sehingga tercetak lagi di tempat semula."
NASKAH_TETAP = "Di tempat yang baru tidak ada naskah yang dicetak, sehingga tetap di tempat semula."
DRAF_HILANG = (
    "Kalimat draf tidak dapat dihapus. Lengkapi lembar F2 Analisis unit, atau sunting kalimatnya; "
    "suntingannya menjadi narasi/{nama}.md."
)
DRAF_TAMBAH = (
    "Di tempat ini kalimat draf masih menunggu konfirmasi. Mohon sunting kalimat draf itu, atau hapus tanda DRAF di "
    "atasnya bila sudah benar, lalu ajukan tambahannya."
)
BELUM_HILANG = "Keterangan bahwa bagian ini belum diisi hilang dengan sendirinya bila narasi/{nama}.md ditulis."
TANDA = "Isinya memuat tanda yang berarti lain dalam naskah (misalnya *, _, atau tabel dengan sel gabungan)."
MEMUAT_ANGKA = "Paragraf ini memuat angka hasil hitung yang diubah, sehingga seluruh perubahannya tidak dibawa."
BERTENTANGAN = "Angka dalam paragraf ini tidak sesuai dengan hasil hitung, sehingga perubahannya tidak dibawa."
KAKI = "Catatan kaki tidak dapat dibawa ke naskah. Mohon tulis isinya sebagai kalimat."
PENGATURAN = "Teks ini berasal dari instansi.toml{bagian}. Mohon perbaiki di sana, {bangun}."
BAGIAN_TOML = {Peran.SAMPUL: " (instansi, periode, dan pengaturan)", Peran.TTD: " (pejabat dan periode)"}


def explain_figure(ref: str, asal: Asal) -> str:
    """Why a changed figure is refused, with the cells to mend."""
    return ANGKA.format(asal=asal.find_ref(ref), bangun=BANGUN)


def explain_cell(lama: str, kode_tabel: str, asal: Asal) -> str:
    """Why a changed cell is refused, with the cells to mend."""
    return SEL.format(asal=asal.find_text(lama) or find_table_origin(kode_tabel), bangun=BANGUN)


def explain_row(sel: Sequence[tuple[Run, ...]], kode_tabel: str, asal: Asal) -> str:
    """Why a row that was added or taken away is refused, with the cells of its texts or of its first figure."""
    diketik = [cari for isi in sel if (cari := asal.find_text(join_text(isi)))]
    angka = [asal.find_ref(run.ref) for isi in sel for run in isi if run.ref]
    return BARIS.format(asal=(*diketik, *angka, find_table_origin(kode_tabel))[0], bangun=BANGUN)


def explain_text(bagian: Bagian, baru: str, asal: Asal) -> str:
    """Why a change in a text that the report makes by itself is refused, and where to mend or to write instead."""
    if bagian.peran in BAGIAN_TOML:
        return PENGATURAN.format(bagian=BAGIAN_TOML[bagian.peran], bangun=BANGUN)
    if bagian.peran is Peran.JUDUL:
        sel = asal.find_text(bagian.unsur.teks, baru)
        return JUDUL.format(asal=f" dan {sel}" if sel else "")
    if sel := asal.find_text(bagian.unsur.teks, baru):
        return KUTIPAN.format(asal=sel, bangun=BANGUN)
    nama = suggest_naskah(bagian)
    return KALIMAT + (TAMBAH.format(nama=nama) if nama else "")


def explain_move(bagian: Bagian) -> str:
    """Why something that was moved stays where it was."""
    return NASKAH_TETAP if bagian.naskah else TETAP


def explain_addition(sebelum: Bagian | None) -> str:
    """Why a text that was added is refused, and where it may be written."""
    nama = suggest_naskah(sebelum) if sebelum else ""
    return TANPA_TEMPAT + (PINDAH.format(nama=nama) if nama else "")
