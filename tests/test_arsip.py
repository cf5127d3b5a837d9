"""The archive of a cycle: what is in it, that it proves itself, and that whatever was touched is named."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from contoh_arsip import SiklusUji, make_pdf, make_settings, make_siklus

from lakip_lib.alur.buku import BukuAlur, dump_buku
from lakip_lib.alur.keadaan import TERTANDA
from lakip_lib.delivery.arsip.folder import check_folder
from lakip_lib.delivery.arsip.isi import Arsip, build_arsip
from lakip_lib.delivery.arsip.manifes import MANIFES, dump_manifes, read_manifes
from lakip_lib.delivery.arsip.periksa import check_arsip
from lakip_lib.delivery.arsip.tercatat import find_tempat
from lakip_lib.delivery.arsip.zip_baku import pack
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.ekor import check_ekor
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.simpan import write_bytes, write_text


@pytest.fixture
def siklus(tmp_path: Path) -> SiklusUji:
    return make_siklus(tmp_path)


def build(siklus: SiklusUji, **lain: object) -> Arsip:
    return build_arsip(siklus.lokasi, make_settings(), siklus.buku, **lain)  # type: ignore[arg-type]


def repack(arsip: Arsip, ubah: Callable[[dict[str, bytes]], None]) -> bytes:
    """An archive whose content was changed, with a manifest and a code that fit it again."""
    isi = dict(arsip.isi)
    manifes = read_manifes(isi.pop(MANIFES))
    assert manifes is not None
    ubah(isi)
    berkas = {nama: {"sha256": hash_bytes(data), "byte": len(data)} for nama, data in isi.items()}
    baru = manifes.model_validate({**manifes.model_dump(), "berkas": berkas})
    baru = baru.model_copy(update={"kode": baru.kode_seharusnya})
    return pack({**isi, MANIFES: dump_manifes(baru)})


def test_every_part_has_its_place(siklus: SiklusUji) -> None:
    assert sorted(build(siklus).isi) == [
        "BACA-DULU.txt",
        "MANIFEST.json",
        "alur/01-disposisi.pdf",
        "alur/04-rekap-isian.pdf",
        "alur/07-koreksi-1.1.docx",
        "alur/08-pengajuan-1.1.docx",
        "alur/09-persetujuan-1.1.docx",
        "alur/draf/1.1/hasil.json",
        "balasan/SEKRETARIAT.csv",
        "buku/2026/surat.jsonl",
        "buku/alur.jsonl",
        "formulir/SEKRETARIAT.xlsx",
        "hasil/hasil_indikator.csv",
        "laporan/LKjIP.docx",
        "laporan/LKjIP.html",
        "laporan/LKjIP.pdf",
        "laporan/hasil.json",
        "laporan/kertas-kerja.xlsx",
        "laporan/manifest.json",
        "masukan-tahun/hari-libur.csv",
        "masukan/bukti/I1.txt",
        "masukan/instansi.toml",
        "masukan/isian/SEKRETARIAT.xlsx",
        "masukan/lra.xlsx",
        "masukan/narasi/penutup.md",
        "masukan/perencanaan.xlsx",
        "notebook/02_capaian_kinerja.html",
        "notebook/05_lakip.ipynb",
        "surat/10-surat-pengantar.docx",
    ]


def test_the_same_cycle_gives_the_same_bytes(siklus: SiklusUji, tmp_path: Path) -> None:
    lain = make_siklus(tmp_path / "lain")
    assert build(siklus).data == build(lain).data


def test_the_archive_is_that_of_the_ledger_it_is_given(siklus: SiklusUji) -> None:
    """A step that was cut off is done again after its entry was written: the same bytes come out."""
    sebelum, arsip = siklus.buku, build(siklus)
    siklus.do("arsip", {f"alur/11-arsip/{arsip.nama}": arsip.data})
    assert build_arsip(siklus.lokasi, make_settings(), sebelum).data == arsip.data
    assert "alur/11-arsip" not in " ".join(build(siklus).isi)


def test_an_archive_proves_itself(siklus: SiklusUji) -> None:
    arsip = build(siklus)
    laporan = check_arsip(arsip.data, arsip.nama)
    assert laporan.temuan == ()
    assert laporan.kode == arsip.kode
    assert "versi 1.1, 28 berkas, buku alur 10 entri" in laporan.pesan[0]


def test_the_manifest_names_every_file_and_the_ledgers_end(siklus: SiklusUji) -> None:
    arsip = build(siklus)
    manifest = json.loads(arsip.isi[MANIFES])
    assert set(manifest["berkas"]) == set(arsip.isi) - {MANIFES}
    assert manifest["buku"] == {"entri": 10, "sidik": siklus.buku.sidik}
    assert manifest["program"] == {"lakip": "0.1.0", "python": "3.11.7"}
    assert arsip.nama == f"{manifest['kode']}.zip"
    assert arsip.kode.startswith("LKjIP-2025-dinas-")


def test_another_name_is_told_so(siklus: SiklusUji) -> None:
    temuan = check_arsip(build(siklus).data, "LKjIP-2025-dinas-0000000000000000.zip").temuan
    assert [t.partition(":")[0] for t in temuan] == ["LKjIP-2025-dinas-0000000000000000.zip"]


def test_a_second_download_is_the_same_archive(siklus: SiklusUji) -> None:
    arsip = build(siklus)
    assert check_arsip(arsip.data, f"{arsip.kode} (1).zip").temuan == ()


def test_every_byte_of_the_archive_counts(siklus: SiklusUji) -> None:
    arsip = build(siklus)
    for letak in range(0, len(arsip.data), 97):
        berubah = bytearray(arsip.data)
        berubah[letak] ^= 4
        assert check_arsip(bytes(berubah)).temuan, letak


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("laporan/LKjIP.pdf", "laporan/LKjIP.pdf: isinya bukan yang dicatat entri 9"),
        ("surat/10-surat-pengantar.docx", "surat/10-surat-pengantar.docx: isinya bukan yang dicatat entri 10"),
        ("alur/draf/1.1/hasil.json", "alur/draf/1.1/hasil.json: isinya bukan yang dicatat entri 5"),
        ("masukan/lra.xlsx", "masukan/lra.xlsx: bukan yang menjadi dasar dokumen menurut entri 8"),
        ("buku/alur.jsonl", "buku/alur.jsonl entri 1: "),
        ("buku/2026/surat.jsonl", "buku/2026/surat.jsonl baris 1: "),
    ],
)
def test_a_forger_who_mends_the_manifest_is_caught_by_the_ledger(siklus: SiklusUji, nama: str, kata: str) -> None:
    def ubah(isi: dict[str, bytes]) -> None:
        isi[nama] = isi[nama].replace(b"a", b"e", 1) if isi[nama].count(b"a") else isi[nama] + b" "

    temuan = check_arsip(repack(build(siklus), ubah)).temuan
    assert any(t.startswith(kata) for t in temuan), temuan


def test_a_file_taken_out_or_put_in_is_named(siklus: SiklusUji) -> None:
    arsip = build(siklus)
    isi = {n: d for n, d in arsip.isi.items() if n != "laporan/LKjIP.pdf"} | {"laporan/lain.pdf": b"x"}
    temuan = check_arsip(pack(isi)).temuan
    assert "laporan/lain.pdf: ada dalam arsip, tetapi tidak tercantum pada MANIFEST.json." in temuan
    assert "laporan/LKjIP.pdf: tercantum pada MANIFEST.json, tetapi tidak ada dalam arsip." in temuan
    assert "laporan/lain.pdf: tidak dikenal buku alur." in temuan


def test_a_ledger_cut_in_the_archive_is_named_by_entry(siklus: SiklusUji) -> None:
    def potong(isi: dict[str, bytes]) -> None:
        isi["buku/alur.jsonl"] = dump_buku(BukuAlur(siklus.buku.entri[:9]))

    arsip = build(siklus, lain={"lembar-kendali.pdf": siklus.print_kendali()})
    assert check_arsip(arsip.data).temuan == ()
    temuan = check_arsip(repack(arsip, potong)).temuan
    assert any(t.startswith("buku/alur.jsonl: berakhir pada entri 9") for t in temuan)
    assert any(t.startswith("alur/lembar-kendali.pdf: menyebut entri 10") for t in temuan)


def test_a_code_that_does_not_fit_is_named(siklus: SiklusUji) -> None:
    isi = dict(build(siklus).isi)
    isi[MANIFES] = isi[MANIFES].replace(b"Nama Dinas", b"Nama Dines")
    assert any("kode arsip" in t for t in check_arsip(pack(isi)).temuan)


def test_files_that_no_entry_records_are_kept_by_the_manifest(siklus: SiklusUji) -> None:
    isi = dict(build(siklus).isi)
    isi["notebook/02_capaian_kinerja.html"] = b"20"
    assert check_arsip(pack(isi)).temuan == (
        "notebook/02_capaian_kinerja.html: isinya tidak sesuai dengan MANIFEST.json.",
    )


def test_a_manifest_written_otherwise_is_none(siklus: SiklusUji) -> None:
    isi = dict(build(siklus).isi)
    isi[MANIFES] += b"\n"
    assert check_arsip(pack(isi)).temuan[0].startswith("MANIFEST.json: tidak ada")


def test_what_is_no_archive_is_told_so() -> None:
    assert check_arsip(pack({"a": b""})).temuan == ("MANIFEST.json: tidak ada, atau bukan daftar isi arsip lakip.",)
    assert check_arsip(b"%PDF-1.7").temuan


def test_nothing_is_archived_before_the_approval(tmp_path: Path) -> None:
    siklus = SiklusUji(tmp_path)
    siklus.do("mulai")
    with pytest.raises(UsageError, match="Belum ada dokumen yang disetujui"):
        build(siklus)


def test_changed_documents_and_inputs_are_not_archived(siklus: SiklusUji) -> None:
    write_bytes(siklus.lokasi.reports / "alur/disetujui/LKjIP.pdf", b"lain")
    (siklus.lokasi.reports / "alur/01-disposisi.pdf").unlink()
    write_text(siklus.lokasi.raw / "lra.xlsx", "lain")
    with pytest.raises(AlurError) as caught:
        build(siklus)
    for kata in (
        "alur/disetujui/LKjIP.pdf: berubah sejak dicatat entri 9",
        "alur/01-disposisi.pdf: hilang, padahal dicatat entri 1",
        "lra.xlsx: tidak lagi seperti saat terbitan akhir disusun (entri 8)",
    ):
        assert kata in str(caught.value)


def test_evidence_and_an_address_may_come_in_late(siklus: SiklusUji) -> None:
    write_text(siklus.lokasi.raw / "bukti/tanda-terima.txt", "diterima")
    write_text(siklus.lokasi.settings, siklus.lokasi.settings.read_text("utf-8") + "\n# alamat diperbaiki\n")
    arsip = build(siklus)
    laporan = check_arsip(arsip.data, arsip.nama)
    assert laporan.temuan == ()
    assert "bukti/tanda-terima.txt, instansi.toml" in laporan.pesan[1]


def test_notebooks_run_again_since_are_not_those_of_the_report(siklus: SiklusUji) -> None:
    write_bytes(siklus.lokasi.reports / "notebooks/02_capaian_kinerja.html", b"lain")
    arsip = build(siklus)
    assert "notebook/02_capaian_kinerja.html" not in arsip.isi
    assert "notebooks/02_capaian_kinerja.html" in arsip.catatan[0]
    assert check_arsip(arsip.data).temuan == ()


def test_the_signed_pdf_goes_in(siklus: SiklusUji) -> None:
    tertanda = {"alur/disetujui/LKjIP-tertanda.pdf": b"tertanda"}
    siklus.do("setujui", tertanda, hasil=TERTANDA, versi="1.1")
    assert build(siklus).isi["laporan/LKjIP-tertanda.pdf"] == b"tertanda"


def test_other_programs_read_the_archive(siklus: SiklusUji) -> None:
    with zipfile.ZipFile(BytesIO(build(siklus).data)) as berkas:
        assert berkas.testzip() is None
        assert b"lakip verifikasi" in berkas.read("BACA-DULU.txt")


@pytest.mark.parametrize(
    ("path", "tempat"),
    [
        ("alur/disetujui/05_lakip.ipynb", "notebook/05_lakip.ipynb"),
        ("alur/final/kinerja/target.csv", "hasil/target.csv"),
        ("alur/final/LKjIP.pdf", None),
        ("alur/draf/1.2/kinerja/target.csv", None),
        ("alur/sebar/TIK/nota-dinas.pdf", "alur/sebar/TIK/nota-dinas.pdf"),
        ("hasil.json", None),
    ],
)
def test_where_a_file_of_the_steps_stands(path: str, tempat: str | None) -> None:
    assert find_tempat(path) == tempat


# The live folder.
def test_a_whole_folder_has_no_fault(siklus: SiklusUji) -> None:
    laporan = check_folder(siklus.lokasi)
    assert laporan.temuan == ()
    assert laporan.pesan == ("Buku alur: 10 entri.",)
    assert laporan.kode_keluar == 0


def test_a_folder_without_a_cycle_has_no_fault(tmp_path: Path) -> None:
    assert check_folder(SiklusUji(tmp_path).lokasi).temuan == ()


@pytest.mark.parametrize("sisa", range(10))
def test_a_cut_tail_shows_wherever_it_is_cut(siklus: SiklusUji, sisa: int) -> None:
    path = siklus.lokasi.alur / "alur.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:sisa]))
    temuan = check_folder(siklus.lokasi).temuan
    assert "alur/lembar-kendali.pdf: menyebut entri 10 yang tidak ada atau berbeda" in " ".join(temuan)


def test_a_cut_tail_shows_without_the_control_sheet_too(siklus: SiklusUji) -> None:
    path = siklus.lokasi.alur / "alur.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:9]))
    (siklus.lokasi.reports / "alur/lembar-kendali.pdf").unlink()
    temuan = check_folder(siklus.lokasi).temuan
    assert len(temuan) == 2
    assert "alur/10-surat-pengantar.docx: tidak dicatat entri mana pun" in temuan[0]
    assert "lembar-kendali.pdf: tidak ada" in temuan[1]


def test_every_byte_of_the_ledger_counts(siklus: SiklusUji) -> None:
    path = siklus.lokasi.alur / "alur.jsonl"
    asli = path.read_bytes()
    baris = asli.splitlines(keepends=True)
    letak = 0
    for nomor, teks in enumerate(baris, 1):
        for n in range(0, len(teks), 41):
            berubah = bytearray(asli)
            berubah[letak + n] ^= 1
            path.write_bytes(berubah)
            assert f"alur.jsonl entri {nomor}: " in " ".join(check_folder(siklus.lokasi).temuan), (nomor, n)
        letak += len(teks)


def test_changed_lost_and_unknown_sheets_are_named(siklus: SiklusUji) -> None:
    alur = siklus.lokasi.reports / "alur"
    (alur / "01-disposisi.pdf").unlink()
    write_bytes(alur / "04-rekap-isian.pdf", make_pdf("lain"))
    write_bytes(alur / "disetujui/LKjIP.pdf", make_pdf("lain"))
    write_bytes(alur / "draf/1.2/LKjIP.pdf", make_pdf("draf"))
    write_bytes(alur / "draf/1.2/hasil.json", b"{}")
    write_bytes(alur / "99-palsu.pdf", b"bukan PDF")
    temuan = check_folder(siklus.lokasi).temuan
    assert sorted(t.partition(":")[0] for t in temuan) == [
        "alur/01-disposisi.pdf",
        "alur/04-rekap-isian.pdf",
        "alur/99-palsu.pdf",
        "alur/disetujui/LKjIP.pdf",
        "alur/draf/1.2 (2 berkas)",
    ]


def test_a_damaged_pdf_is_named_and_stops_nothing(siklus: SiklusUji) -> None:
    write_bytes(siklus.lokasi.reports / "alur/lembar-kendali.pdf", b"%PDF-1.7 rusak")
    assert check_folder(siklus.lokasi).temuan == ("alur/lembar-kendali.pdf: PDF ini rusak dan tidak dapat dibaca.",)


def test_a_damaged_control_sheet_stops_a_step_with_what_to_do(siklus: SiklusUji) -> None:
    write_bytes(siklus.lokasi.reports / "alur/lembar-kendali.pdf", b"%PDF-1.7 rusak")
    with pytest.raises(AlurError, match=r"lembar-kendali\.pdf rusak.*lakip verifikasi"):
        check_ekor(siklus.lokasi.reports / "alur", siklus.buku)


def test_a_changed_register_is_named(siklus: SiklusUji) -> None:
    path = siklus.lokasi.alur.parent.parent / "2026" / "dinas" / "surat.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Bupati", b"Gubernur"))
    assert check_folder(siklus.lokasi).temuan == (
        "surat.jsonl tahun 2026 baris 1: isinya berubah, atau baris sebelumnya hilang.",
    )
