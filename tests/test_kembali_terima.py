"""Accepting a correction: the next build prints exactly the corrected prose, and nothing that was refused."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from contoh_hasil import make_hasil
from contoh_lengkap import make_konteks, write_dokumen
from suntingan import Ubah, ganti, hapus, pindah, tambah, ubah

from lakip_lib.blok import Dokumen
from lakip_lib.delivery.sop import terima as langkah_terima
from lakip_lib.delivery.sop.terima import write_terima
from lakip_lib.errors import UsageError
from lakip_lib.koreksi.kembali import NaskahBaru, Terbaca, Terima, compare_kembali, plan_terima, read_kembali
from lakip_lib.report.bab import list_terbuka
from lakip_lib.report.docx import render_docx

PENUTUP = """Pelajaran *pertama* ialah **koordinasi** antarbidang, lihat [laman](https://contoh.example/a).

- pembagian tugas lebih awal
- pemeriksaan data setiap triwulan

#### Rencana perbaikan

Perbaikan dimulai pada triwulan pertama.

> Kutipan dari rapat.

| Langkah | Penanggung jawab |
| --- | --- |
| Rapat data | Sekretariat |

1. pertama
2. kedua

Demikian penutup ini kami sampaikan.
"""


def buat(**narasi: str) -> Dokumen:
    """The document with these texts of narasi/."""
    return susun(tuple(narasi.items()))


@cache
def susun(narasi: tuple[tuple[str, str], ...]) -> Dokumen:
    rows = [{"nama": nama, "teks": teks, "berkas": f"narasi/{nama}.md", "sha256": "c" * 64} for nama, teks in narasi]
    return write_dokumen(make_konteks(narasi=rows))


@cache
def cetak(narasi: tuple[tuple[str, str], ...]) -> bytes:
    return render_docx(susun(narasi), gambar=None)


def kembali(narasi: dict[str, str], *langkah: Ubah) -> Terbaca:
    """The DOCX of these texts after somebody corrected it."""
    return read_kembali(ubah(cetak(tuple(narasi.items())), *langkah))


def terima(dokumen: Dokumen, terbaca: Terbaca, **pilihan: Any) -> Terima:
    return plan_terima(dokumen, terbaca, compare_kembali(dokumen, terbaca, hasil=make_hasil()), **pilihan)


def bangun_lagi(lama: dict[str, str], rencana: Terima) -> Dokumen:
    return buat(**(lama | {n.nama: n.teks for n in rencana.naskah}))


KOREKSI = {
    "kata": (ganti("Demikian penutup ini kami sampaikan.", "Demikian laporan ini; “selesai” – 100 persen."),),
    "paragraf baru": (tambah("Rencana perbaikan", "1. Ini bukan daftar."),),
    "judul baru": (tambah("Kutipan dari rapat.", "Langkah berikut", "Heading4"),),
    "butir baru": (tambah("pembagian tugas lebih awal", "butir tambahan", "ListBullet"),),
    "hapus": (hapus("Perbaikan dimulai pada"), hapus("pembagian tugas")),
    "pindah": (pindah("Kutipan dari rapat.", "Demikian penutup ini"),),
    "sel": (ganti("Rapat data", "Rapat data | bulanan"),),
    "baris": (hapus("Rapat data", "w:tr"),),
    "isi yang belum ada": (ganti("Bagian ini belum diisi (narasi/isu-strategis.md).", "Isu utama: jaringan."),),
    "beberapa paragraf di bawah tanda belum diisi": (
        tambah("Bagian ini belum diisi (narasi/isu-strategis.md).", "Isu utama: jaringan."),
        tambah("Isu utama: jaringan.", "Isu kedua: data."),
        hapus("Bagian ini belum diisi (narasi/isu-strategis.md)."),
    ),
    "kata pengantar baku": (ganti("Saran dan koreksi kami", "Saran serta koreksi kami"),),
    "ulasan indikator": (tambah("Definisi operasionalnya ialah ukuran persentase", "Cakupannya semua dinas."),),
    "ulasan sasaran": (tambah("Sasaran S4:", "Sasaran ini penting bagi daerah."),),
}


@pytest.mark.parametrize("nama", KOREKSI)
def test_the_next_build_prints_what_was_corrected(nama: str) -> None:
    lama = {"penutup": PENUTUP}
    dokumen = buat(**lama)
    terbaca = kembali(lama, *KOREKSI[nama])
    rencana = terima(dokumen, terbaca)
    assert rencana.naskah
    assert rencana.ditolak == ()
    sisa = compare_kembali(bangun_lagi(lama, rencana), terbaca)
    assert [b for b in sisa if not b.tempat.startswith("Lampiran")] == []  # the colophon lists the new text


def test_texts_that_nobody_touched_are_not_written() -> None:
    narasi = {"penutup": PENUTUP, "isu-strategis": "Isu lama."}
    rencana = terima(buat(**narasi), kembali(narasi, ganti("Isu lama.", "Isu baru.")))
    assert [(n.nama, n.teks) for n in rencana.naskah] == [("isu-strategis", "Isu baru.\n")]


def test_emphasis_lists_tables_and_links_of_the_untouched_rest_stay() -> None:
    dokumen = buat(penutup=PENUTUP)
    rencana = terima(dokumen, kembali({"penutup": PENUTUP}, ganti("Demikian penutup ini", "Demikianlah penutup ini")))
    assert rencana.naskah[0].teks == PENUTUP.replace("Demikian penutup ini", "Demikianlah penutup ini")


def test_what_is_refused_stays_as_it_was_beside_what_is_accepted() -> None:
    dokumen = buat(penutup=PENUTUP)
    salah = "Perbaikan dimulai karena penyerapan anggaran hanya 45,00 persen."
    langkah = (ganti("Perbaikan dimulai pada triwulan pertama.", salah), ganti("kami sampaikan", "kami akhiri"))
    rencana = terima(dokumen, kembali({"penutup": PENUTUP}, *langkah, ganti("89,98%", "98,98%")))
    assert rencana.naskah[0].teks == PENUTUP.replace("kami sampaikan", "kami akhiri")
    assert [str(b.jenis) for b in rencana.ditolak] == ["angka-berubah", "angka-naskah-berbeda", "paragraf-berubah"]


def test_marks_that_markdown_takes_otherwise_are_refused_and_not_lost() -> None:
    dokumen = buat(penutup=PENUTUP)
    rencana = terima(dokumen, kembali({"penutup": PENUTUP}, ganti("kami sampaikan", "kami *sampaikan* semua")))
    assert rencana.naskah == ()
    assert "tanda yang berarti lain" in rencana.ditolak[0].alasan


def test_an_edited_draft_becomes_a_text_and_is_no_longer_open() -> None:
    dokumen = buat()
    lama = "BIDANG-1 belum menuliskan penyebab, solusi yang telah dilakukan, dan rencana tindak lanjutnya."
    terbaca = kembali({}, ganti(lama, "Penyebabnya cuaca."))
    rencana = terima(dokumen, terbaca)
    (naskah,) = rencana.naskah
    assert naskah.nama.startswith("sebab-IKU-")
    assert naskah.teks.endswith("Penyebabnya cuaca.\n")
    baru = bangun_lagi({}, rencana)
    assert naskah.teks.strip().replace("**", "") in render_text(baru)
    assert len(list_terbuka(baru.blok, make_hasil())) == len(list_terbuka(dokumen.blok, make_hasil())) - 1


def render_text(dokumen: Dokumen) -> list[str]:
    return [u.teks for u in read_kembali(render_docx(dokumen, gambar=None)).unsur]


def test_a_draft_is_confirmed_by_taking_its_mark_away() -> None:
    dokumen = buat()
    rencana = terima(dokumen, kembali({}, hapus("DRAF · menunggu konfirmasi")))
    assert [str(b.jenis) for b in rencana.diterima] == ["draf-dikonfirmasi"]
    assert rencana.naskah[0].teks.startswith("**")


def test_a_draft_is_confirmed_by_name() -> None:
    dokumen = buat()
    rencana = terima(dokumen, kembali({}), konfirmasi={"sebab-IKU-1.3"})
    assert [n.nama for n in rencana.naskah] == ["sebab-IKU-1.3"]


def test_a_draft_with_a_changed_figure_stays_a_draft() -> None:
    dokumen = buat()
    lama = "belum tercapai dengan capaian 85,71 persen"
    rencana = terima(dokumen, kembali({}, ganti("capaian 85,71", "capaian 95,71")))
    assert rencana.naskah == ()
    assert any(lama in teks for teks in render_text(bangun_lagi({}, rencana)))


def test_an_addition_beside_an_unconfirmed_draft_is_refused() -> None:
    dokumen = buat()
    rencana = terima(dokumen, kembali({}, tambah("capaian 85,71 persen. BIDANG-1", "Lagi pula, cuaca buruk.")))
    assert rencana.naskah == ()
    assert "kalimat draf" in rencana.ditolak[0].alasan


def rencana_satu(teks: str, dasar: str | None = None) -> Terima:
    return Terima((NaskahBaru("penutup", teks, dasar),), (), ())


def isi(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_old_text_is_kept_under_the_next_number(tmp_path: Path) -> None:
    for teks in ("satu\n", "dua\n", "tiga\n"):
        write_terima(tmp_path, rencana_satu(teks))
    assert isi(tmp_path / "narasi") == {
        ".riwayat/penutup.1.md": "satu\n",
        ".riwayat/penutup.2.md": "dua\n",
        "penutup.md": "tiga\n",
    }


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    write_terima(tmp_path, rencana_satu("satu\n"))
    write_terima(tmp_path, rencana_satu("dua\n"))
    sekali = isi(tmp_path)
    assert write_terima(tmp_path, rencana_satu("dua\n")) == ()
    assert isi(tmp_path) == sekali


@pytest.mark.parametrize("tulisan", [0, 1])
def test_cut_off_at_any_write_and_run_again_gives_the_same(
    tulisan: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_terima(tmp_path, rencana_satu("satu\n"))
    asli, sudah = langkah_terima.write_bytes, 0

    def mati(path: Path, data: bytes) -> Path:
        nonlocal sudah
        if sudah == tulisan:
            raise KeyboardInterrupt
        sudah += 1
        return asli(path, data)

    monkeypatch.setattr(langkah_terima, "write_bytes", mati)
    with pytest.raises(KeyboardInterrupt):
        write_terima(tmp_path, rencana_satu("dua\n"))
    monkeypatch.undo()
    write_terima(tmp_path, rencana_satu("dua\n"))
    assert isi(tmp_path / "narasi") == {".riwayat/penutup.1.md": "satu\n", "penutup.md": "dua\n"}


def test_the_file_keeps_the_name_that_people_gave_it(tmp_path: Path) -> None:
    (tmp_path / "narasi").mkdir()
    (tmp_path / "narasi" / "Penutup.MD").write_text("lama\n", "utf-8")
    write_terima(tmp_path, rencana_satu("baru\n"))
    assert isi(tmp_path / "narasi") == {".riwayat/penutup.1.md": "lama\n", "Penutup.MD": "baru\n"}


def test_a_text_that_was_edited_since_the_draft_is_not_run_over(tmp_path: Path) -> None:
    (tmp_path / "narasi").mkdir()
    (tmp_path / "narasi" / "penutup.md").write_text("disunting\n", "utf-8")
    with pytest.raises(UsageError, match="penutup"):
        write_terima(tmp_path, rencana_satu("baru\n", dasar="0" * 64))
    assert isi(tmp_path / "narasi") == {"penutup.md": "disunting\n"}
