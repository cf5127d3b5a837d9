"""A scripted year of the procedure: a unit that is late, a rejection, an archive; and what happens when any step is killed."""

import errno
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import mati
import pytest
from docx import Document
from sertifikat import SANDI, make_p12, rewrite, sign_as
from siklus import Tahun

from lakip_lib.alur.buku import BukuAlur, dump_buku, read_buku_alur
from lakip_lib.alur.entri import seal
from lakip_lib.alur.kalender import read_kalender
from lakip_lib.alur.keadaan import Tahap, find_keadaan
from lakip_lib.alur.register import read_register
from lakip_lib.alur.tempo import list_tempo
from lakip_lib.batch.tugas import DISETUJUI
from lakip_lib.cli import run
from lakip_lib.delivery.arsip.periksa import check_arsip
from lakip_lib.delivery.sop.kendali import list_tonggak
from lakip_lib.settings import Lokasi, read_instansi

REVIU = ("I.5", "II.1", "II.2", "II.5", "II.6", "III.8", "III.9", "III.10")
JAWAB = tuple(x for no in REVIU for x in ("--jawab", f"{no}=ya: sudah dipastikan"))
ALASAN = "Sebab turunnya nilai AKIP belum dijelaskan"
LAMA, BARU = "Naskah penutup dinas contoh.", "Nilai AKIP turun karena tindak lanjut evaluasi tahun lalu belum selesai."
KOREKSI = "LKjIP-koreksi.docx"  # the draft as it came back from Word
# The commands in order, with when they are given; what happens in the office before them.
JALAN: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("mulai", (), "2026-01-05 08.00"),
    ("formulir", (), "2026-01-05 09.30"),
    ("sebar", ("--lewat", "WhatsApp"), "2026-01-05 10.00"),
    ("himpun", (), "2026-01-12 09.00"),
    ("himpun", (), "2026-01-15 09.00"),
    ("analisis", (), "2026-01-19 10.00"),
    ("susun", (), "2026-01-20 10.00"),
    ("koreksi", JAWAB, "2026-01-20 14.00"),
    ("ajukan", (), "2026-01-20 14.30"),
    ("tolak", ("--alasan", ALASAN), "2026-01-20 15.00"),
    ("koreksi", ("--kembali", f"{{akar}}/{KOREKSI}", "--terima"), "2026-01-20 15.30"),
    ("susun", (), "2026-01-21 10.00"),
    ("koreksi", JAWAB, "2026-01-21 11.00"),
    ("ajukan", (), "2026-01-21 11.10"),
    ("susun", ("--final",), "2026-01-21 11.20"),
    ("setujui", (), "2026-01-21 11.25"),
    ("surat", (), "2026-01-21 11.40"),
    ("tonggak", ("publikasi", "--keterangan", "https://dinas.example/lkjip"), "2026-01-21 13.30"),
    ("arsip", (), "2026-01-21 13.40"),
)
# Working minutes by hand: what counts against the limit of each stretch (no weekend, no 16 January, office hours only).
MENIT = {
    1: 0, 2: 90, 3: 30, 4: 0, 5: 0, 6: 510, 7: 450, 8: 180, 9: 30, 10: 30, 11: 30, 12: 180, 13: 60, 14: 10, 15: 10, 16: 5,
    17: 15, 19: 60,
}  # fmt: skip


def fill(opsi: tuple[str, ...], akar: Path) -> list[str]:
    return [satu.format(akar=akar) for satu in opsi]


def edit_docx(asal: Path, tujuan: Path) -> None:
    """What the Sekretaris does in Word: a paragraph written anew, and a figure that is not his to change."""
    dokumen = Document(str(asal))
    (alinea,) = (p for p in dokumen.paragraphs if p.text == LAMA)
    alinea.runs[0].text = BARU
    for sisa in alinea.runs[1:]:
        sisa.text = ""
    sel = next(c for t in dokumen.tables for r in t.rows for c in r.cells if c.text.strip() == "102,18")
    next(r for p in sel.paragraphs for r in p.runs if "102,18" in r.text).text = "109,99"
    dokumen.save(str(tujuan))


class Setahun:
    """The year as it was walked, with a copy of everything before each command."""

    def __init__(self, akar: Path) -> None:
        self.tahun = Tahun(akar / "kerja")
        self.akar = akar
        self.keluar: list[int] = []
        self.tahun.hold_form("DATA")
        for nomor, (perintah, opsi, waktu) in enumerate(JALAN):
            self.prepare(nomor)
            shutil.copytree(self.tahun.lokasi.akar, self.before(nomor), copy_function=os.link)
            self.keluar.append(self.tahun.run(perintah, *fill(opsi, self.tahun.lokasi.akar), waktu=waktu))

    def prepare(self, nomor: int) -> None:
        """What people do in the office before that command."""
        if nomor == 4:
            self.tahun.send_form("DATA")
        if nomor == 10:
            edit_docx(
                self.tahun.lokasi.reports / "alur" / "draf" / "1.1" / "LKjIP.docx", self.tahun.lokasi.akar / KOREKSI
            )

    def before(self, nomor: int) -> Path:
        """The copy of everything before a command."""
        return self.akar / f"sebelum-{nomor}"

    def after(self, nomor: int) -> Path:
        """Everything as it was after a command: before the next one, or at the end."""
        return self.before(nomor + 1) if nomor + 1 < len(JALAN) else self.tahun.lokasi.akar

    @property
    def arsip(self) -> Path:
        """The archive."""
        (path,) = (p for p in (self.tahun.lokasi.reports / "alur" / "arsip").iterdir() if "publik" not in p.name)
        return path


@pytest.fixture(scope="module")
def setahun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setahun]:
    with pytest.MonkeyPatch.context() as patch:
        import lakip_lib.delivery.sop.siklus as siklus

        patch.setattr(siklus, "read_jam", lambda zona: mati.DICATAT.astimezone(zona))
        yield Setahun(tmp_path_factory.mktemp("setahun"))


def test_all_eleven_steps_are_done(setahun: Setahun) -> None:
    lain = {3: 3, 10: 3}  # a unit is missing; a figure was changed in Word
    assert setahun.keluar == [lain.get(n, 0) for n in range(len(JALAN))], setahun.tahun.teks
    keadaan = setahun.tahun.keadaan
    assert (keadaan.tahap, keadaan.versi) == (Tahap.DIARSIPKAN, "2.1")


def test_the_story_is_right_to_the_minute(setahun: Setahun) -> None:
    lokasi = setahun.tahun.lokasi
    kalender = read_kalender(lokasi.raw, read_instansi(lokasi.settings))
    tempo = list_tempo(setahun.tahun.buku, kalender)
    assert {t.entri.nomor: t.dihitung for t in tempo if t.entri} == MENIT
    assert [t.menunggu for t in tempo if t.langkah.perintah == "himpun"] == [4 * 450 + 390, 3 * 450]


def test_the_late_unit_and_the_rejection_are_told(setahun: Setahun) -> None:
    assert setahun.tahun.run("status", "--json") == 0
    ledger = setahun.tahun.buku.entri
    assert ledger[3].hasil == "belum lengkap"
    assert ledger[9].isi["alasan"] == ALASAN
    assert ledger[9].versi == "1.1"


def test_what_was_written_in_word_survives_and_the_changed_figure_does_not(setahun: Setahun) -> None:
    alur = setahun.tahun.lokasi.reports / "alur"
    terbit = (alur / "disetujui" / "LKjIP.html").read_text("utf-8")
    assert BARU in terbit
    assert LAMA not in terbit
    assert "109,99" not in terbit
    assert (setahun.tahun.path / "narasi" / ".riwayat" / "penutup.1.md").read_text("utf-8").strip() == LAMA
    assert setahun.tahun.buku.entri[10].hasil == "perlu perbaikan"


def test_no_number_but_one_was_given(setahun: Setahun) -> None:
    register = read_register(setahun.tahun.lokasi.akar / "data" / "alur" / "2026" / "contoh-mini")
    assert [(c.urut, c.nomor, c.status) for c in register] == [(1, "000.8.6.3/1/Dismini", "terpakai")]


def test_folder_and_archive_prove_themselves(setahun: Setahun, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verifikasi", str(setahun.tahun.path)]) == 0
    assert run(["verifikasi", str(setahun.arsip)]) == 0
    assert capsys.readouterr().out.count("Utuh") == 2


@pytest.mark.parametrize("bagian", range(12))
def test_a_flipped_byte_of_the_archive_names_its_file(setahun: Setahun, bagian: int) -> None:
    data = bytearray(setahun.arsip.read_bytes())
    letak = (len(data) - 1) * bagian // 11
    data[letak] ^= 0x10
    temuan = check_arsip(bytes(data), setahun.arsip.name).temuan
    assert temuan
    assert re.match(r"\S+|daftar isi|ekor", temuan[0])


@pytest.mark.parametrize("potong", [1, 2, 5, 12])
def test_a_ledger_without_its_tail_is_told(setahun: Setahun, tmp_path: Path, potong: int) -> None:
    akar = tmp_path / "potong"
    shutil.copytree(setahun.tahun.lokasi.akar, akar)
    path = Lokasi(akar, 2025, "contoh-mini").alur / "alur.jsonl"
    baris = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(baris[:-potong]), "utf-8")
    assert run(["verifikasi", str(akar / "data" / "raw" / "2025" / "contoh-mini")]) == 3


def test_the_frozen_bytes_are_those_of_the_final_build(setahun: Setahun) -> None:
    alur = setahun.tahun.lokasi.reports / "alur"
    for nama in ("LKjIP.pdf", "LKjIP.docx", "LKjIP.html", "kertas-kerja.xlsx"):
        assert (alur / "disetujui" / nama).read_bytes() == (alur / "final" / nama).read_bytes()
    assert b"KONSEP" not in (alur / "disetujui" / "LKjIP.html").read_bytes()


def copy_at(setahun: Setahun, perintah: str, akar: Path) -> Path:
    nomor = max(n for n, (nama, *_) in enumerate(JALAN) if nama == perintah)
    shutil.copytree(setahun.before(nomor), akar)
    return akar / "data/raw/2025/contoh-mini"


def read_galat(capsys: pytest.CaptureFixture[str]) -> str:
    hasil = capsys.readouterr()
    return " ".join((hasil.out + hasil.err).split())


# how it is signed

SETUJUI = next(n for n, (perintah, *_) in enumerate(JALAN) if perintah == "setujui")


class Putusan:
    """The report as handed in, on the day of its approval, in a copy of its own."""

    def __init__(self, setahun: Setahun, akar: Path) -> None:
        copy(setahun, SETUJUI, akar)
        self.lokasi = Lokasi(akar, 2025, "contoh-mini")
        self.beku = (self.lokasi.reports / "alur" / "final" / "LKjIP.pdf").read_bytes()

    @property
    def buku(self) -> str:
        return (self.lokasi.alur / "alur.jsonl").read_text("utf-8")

    @property
    def tertanda(self) -> bytes:
        return (self.lokasi.reports / "alur" / "disetujui" / "LKjIP-tertanda.pdf").read_bytes()

    def approve(self, opsi: str, isi: bytes) -> int:
        path = self.lokasi.akar / "dibawa"
        path.write_bytes(isi)
        return run(["setujui", str(self.lokasi.raw), opsi, str(path), "--waktu", JALAN[SETUJUI][2]])


@pytest.fixture
def putusan(setahun: Setahun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Putusan:
    monkeypatch.setenv("LAKIP_SANDI_P12", SANDI)
    return Putusan(setahun, tmp_path / "putusan")


def test_the_kadis_signs_with_a_certificate(putusan: Putusan, capsys: pytest.CaptureFixture[str]) -> None:
    assert putusan.approve("--p12", make_p12()) == 0
    assert putusan.tertanda.startswith(putusan.beku)
    entri = json.loads(putusan.buku.splitlines()[-1])
    assert (entri["hasil"], entri["isi"]["pembuktian"]) == ("ditandatangani", "awalan")
    assert run(["verifikasi", str(putusan.lokasi.raw)]) == 0
    layar = capsys.readouterr()
    tertulis = [p.read_bytes() for p in putusan.lokasi.akar.rglob("*") if p.is_file()]
    assert not any(SANDI.encode() in isi for isi in [*tertulis, layar.out.encode(), layar.err.encode()])


@pytest.mark.parametrize("cara", ["awalan", "isi"])
def test_a_report_signed_elsewhere_is_taken_in(putusan: Putusan, cara: str) -> None:
    pdf = rewrite(putusan.beku) if cara == "isi" else putusan.beku
    assert putusan.approve("--tertanda", sign_as(pdf, None)) == 0
    assert json.loads(putusan.buku.splitlines()[-1])["isi"]["pembuktian"] == cara


@pytest.mark.parametrize("apa", ["tanpa tanda tangan", "draf", "diubah"])
def test_what_is_not_the_approved_report_is_refused(
    putusan: Putusan, apa: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draf = (putusan.lokasi.reports / "alur" / "draf" / "1.1" / "LKjIP.pdf").read_bytes()
    tertanda = bytearray(sign_as(putusan.beku, None))
    tertanda[len(putusan.beku) // 2] ^= 1
    isi = {"tanpa tanda tangan": putusan.beku, "draf": sign_as(draf, None), "diubah": bytes(tertanda)}[apa]
    buku = putusan.buku
    assert putusan.approve("--tertanda", isi) == 3
    assert "bukan dokumen yang disetujui" in " ".join(capsys.readouterr().err.split())
    assert putusan.buku == buku


def test_a_wrong_password_approves_nothing(putusan: Putusan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_SANDI_P12", "keliru")
    buku = putusan.buku
    assert putusan.approve("--p12", make_p12()) == 2
    assert putusan.buku == buku


def test_frozen_documents_damaged_while_waiting_are_put_back(putusan: Putusan, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("lakip_lib.delivery.sop.putusan.choose_cara", lambda siklus, tanda: "tte")
        assert run(["setujui", str(putusan.lokasi.raw), "--waktu", JALAN[SETUJUI][2]]) == 0
    beku = putusan.lokasi.reports / "alur" / "disetujui"
    (beku / "LKjIP.pdf").write_bytes(b"rusak")
    (beku / "LKjIP.docx").unlink()
    assert putusan.approve("--tertanda", sign_as(putusan.beku, None)) == 0
    assert (beku / "LKjIP.pdf").read_bytes() == putusan.beku
    assert run(["verifikasi", str(putusan.lokasi.raw)]) == 0


def test_what_changed_since_the_final_build_is_not_approved(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "setujui", tmp_path / "a")
    (folder / "narasi/penutup.md").write_text("Lain lagi.\n", "utf-8")
    assert run(["setujui", str(folder), "--waktu", JALAN[SETUJUI][2]]) == 2
    assert "Data berubah sejak terbitan akhir versi 2.1 disusun: narasi/penutup.md" in read_galat(capsys)


# kill -9


def list_saat() -> list[tuple[int, str]]:
    """Each command once, and where it is killed: in the midst of its files, before and after the ledger's entry."""
    pertama = {perintah: nomor for nomor, (perintah, *_) in reversed(list(enumerate(JALAN)))}
    nomor = sorted({*pertama.values(), 10, 14})  # the correction from Word, the final build
    return [(n, saat) for n in nomor for saat in ("tengah", "sebelum buku", "sesudah buku")]


def choose(ditulis: list[str], saat: str) -> tuple[int, str]:
    buku = ditulis.index("alur.jsonl") + 1
    if saat == "sebelum buku":
        return buku, mati.SEBELUM
    return (buku, mati.SESUDAH) if saat == "sesudah buku" else (max(1, buku // 2), mati.SESUDAH)


def give(setahun: Setahun, nomor: int, akar: Path, **cara: object) -> list[str] | None:
    perintah, opsi, waktu = JALAN[nomor]
    folder = akar / "data" / "raw" / "2025" / "contoh-mini"
    berat = perintah in {"analisis", "susun"}
    args = [perintah, str(folder), *fill(opsi, akar), "--waktu", waktu]
    dari = setahun.after(nomor) if berat else None
    return mati.give(args, akar.parent / f"{akar.name}.laporan", dari=dari, **cara)  # type: ignore[arg-type]


def copy(setahun: Setahun, nomor: int, akar: Path) -> Path:
    shutil.copytree(setahun.before(nomor), akar, copy_function=os.link)
    return akar


@pytest.fixture(scope="module")
def tulisan(setahun: Setahun, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """What each command writes when nobody disturbs it."""
    tempat = tmp_path_factory.mktemp("utuh")
    hasil = {}
    for nomor in sorted({n for n, _ in list_saat()}):
        laporan = give(setahun, nomor, copy(setahun, nomor, tempat / str(nomor)))
        assert laporan is not None
        hasil[nomor] = laporan[1:]
    return hasil


@pytest.mark.parametrize(("nomor", "saat"), list_saat(), ids=lambda x: JALAN[x][0] if isinstance(x, int) else x)
def test_a_killed_step_given_again_ends_as_if_it_had_not_been(
    setahun: Setahun, tulisan: dict[int, list[str]], tmp_path: Path, nomor: int, saat: str
) -> None:
    akar = copy(setahun, nomor, tmp_path / "mati")
    ke, kapan = choose(tulisan[nomor], saat)
    assert give(setahun, nomor, akar, mati=ke, saat=kapan) is None
    lagi = give(setahun, nomor, akar)
    assert lagi is not None
    assert lagi[0] in {"0", "3"}
    asli, kini = mati.snapshot(setahun.after(nomor)), mati.snapshot(akar)
    beda = [n for n in asli.keys() | kini.keys() if asli.get(n) != kini.get(n)]
    assert beda == []


@pytest.mark.skipif(not os.environ.get("LAKIP_UJI_TAHAN"), reason="semua titik diuji oleh make tahan (LAKIP_UJI_TAHAN)")
@pytest.mark.parametrize("nomor", sorted({n for n, _ in list_saat()}), ids=lambda n: JALAN[n][0])
def test_every_single_write_may_be_the_last(
    setahun: Setahun, tulisan: dict[int, list[str]], tmp_path: Path, nomor: int
) -> None:
    asli = mati.snapshot(setahun.after(nomor))
    for ke in range(1, len(tulisan[nomor]) + 1):
        for saat in (mati.SEBELUM, mati.SESUDAH):
            akar = copy(setahun, nomor, tmp_path / f"{ke}-{saat}")
            assert give(setahun, nomor, akar, mati=ke, saat=saat) is None
            assert give(setahun, nomor, akar) is not None
            kini = mati.snapshot(akar)
            beda = [n for n in asli.keys() | kini.keys() if asli.get(n) != kini.get(n)]
            assert beda == [], (ke, saat, tulisan[nomor][ke - 1])
            shutil.rmtree(akar)


def test_a_killed_letter_uses_no_number_twice(setahun: Setahun, tulisan: dict[int, list[str]], tmp_path: Path) -> None:
    nomor = next(n for n, (perintah, *_) in enumerate(JALAN) if perintah == "surat")
    akar = copy(setahun, nomor, tmp_path / "surat")
    ke = tulisan[nomor].index("surat.jsonl") + 1
    for _ in range(3):
        give(setahun, nomor, akar, mati=ke, saat=mati.SESUDAH)
    give(setahun, nomor, akar)
    register = read_register(akar / "data" / "alur" / "2026" / "contoh-mini")
    assert [c.urut for c in register] == [1]
    buku = read_buku_alur(Lokasi(akar, 2025, "contoh-mini").alur, instansi="contoh-mini", tahun=2025)
    assert find_keadaan(buku).tahap is Tahap.DISURATI
    assert json.loads((akar / "data/alur/2026/contoh-mini/surat.jsonl").read_text("utf-8"))["urut"] == 1


# what a careless or dishonest person could do


def test_another_document_is_no_correction(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "koreksi", tmp_path / "a")
    alur = tmp_path / "a/reports/2025/contoh-mini/alur"
    naskah = (folder / "narasi/penutup.md").read_bytes()
    for berkas, kata in ((alur / "01-disposisi.docx", "bukan LKjIP.docx"), (tmp_path / "a" / KOREKSI, "versi 1.1")):
        assert run(["koreksi", str(folder), "--kembali", str(berkas), "--terima"]) == 2
        assert kata in " ".join(capsys.readouterr().err.split())
    assert (folder / "narasi/penutup.md").read_bytes() == naskah


def test_what_changed_since_the_draft_is_built_before_it_is_handed_in(setahun: Setahun, tmp_path: Path) -> None:
    folder = copy_at(setahun, "ajukan", tmp_path / "a")
    (folder / "narasi/penutup.md").write_text("Lain lagi.\n", "utf-8")
    assert run(["ajukan", str(folder)]) == 2


def test_a_register_that_lost_a_number_is_told(setahun: Setahun, tmp_path: Path) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    (tmp_path / "a/data/alur/2026/contoh-mini/surat.jsonl").unlink()
    assert run(["verifikasi", str(folder)]) == 3
    assert run(["surat", str(folder), "--batal", "salah"]) == 0
    assert run(["surat", str(folder)]) == 3


def test_a_sheet_edited_in_word_stays_and_is_archived_as_it_is(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    alur = tmp_path / "a/reports/2025/contoh-mini/alur"
    dokumen = Document(str(alur / "10-surat-pengantar.docx"))
    dokumen.add_paragraph("Tembusan diantar langsung.")
    dokumen.save(str(alur / "10-surat-pengantar.docx"))
    (alur / "01-disposisi.docx").unlink()
    surat = (alur / "10-surat-pengantar.docx").read_bytes()
    assert run(["surat", str(folder)]) == 0
    assert (alur / "10-surat-pengantar.docx").read_bytes() == surat
    capsys.readouterr()
    assert run(["verifikasi", str(folder)]) == 0
    assert "Salinan kerja yang disunting atau dihapus" in read_galat(capsys)
    assert run(["arsip", str(folder)]) == 0
    (arsip,) = (p for p in (alur / "arsip").iterdir() if "publik" not in p.name)
    with ZipFile(arsip) as berkas:
        assert berkas.read("surat/10-surat-pengantar.docx") == surat
    assert run(["verifikasi", str(arsip)]) == 0


def test_a_sheet_that_counts_may_not_be_touched(setahun: Setahun, tmp_path: Path) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    (tmp_path / "a/reports/2025/contoh-mini/alur/10-surat-pengantar.pdf").unlink()
    assert run(["verifikasi", str(folder)]) == 3
    assert run(["arsip", str(folder)]) == 3


@pytest.mark.parametrize("sisa", [0, 9])
def test_without_control_sheet_a_ledger_that_lost_entries_is_told(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str], sisa: int
) -> None:
    folder = copy_at(setahun, "analisis", tmp_path / "a") if sisa == 0 else copy_at(setahun, "koreksi", tmp_path / "a")
    buku = tmp_path / "a/data/alur/2025/contoh-mini/alur.jsonl"
    baris = buku.read_text("utf-8").splitlines(keepends=True)[:sisa]
    buku.write_text("".join(baris), "utf-8")
    (tmp_path / "a/reports/2025/contoh-mini/alur/lembar-kendali.pdf").unlink()
    assert run(["mulai" if sisa == 0 else "setujui", str(folder)]) == 3
    assert "tidak cocok dengan buku alur" in read_galat(capsys)


def test_a_ledger_that_is_gone_is_not_taken_for_work_outside_a_cycle(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "analisis", tmp_path / "a")
    (tmp_path / "a/data/alur/2025/contoh-mini/alur.jsonl").unlink()
    assert run(["himpun", str(folder)]) == 3
    assert "kehilangan ekornya" in read_galat(capsys)


def test_answers_given_before_a_rejection_are_asked_again(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "koreksi", tmp_path / "a")
    assert run(["koreksi", str(folder)]) == 3
    assert '--jawab "II.1=ya: sudah dipastikan" (jawaban putaran lalu)' in read_galat(capsys)
    assert run(["ajukan", str(folder)]) == 2


def test_another_build_is_not_kept_as_the_final_one(
    setahun: Setahun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from lakip_lib.delivery.sop import dokumen

    folder = copy_at(setahun, "susun", tmp_path / "a")
    asli = dokumen.run_susun
    monkeypatch.setattr(dokumen, "run_susun", lambda lokasi, final: asli(lokasi, final=not final))
    assert run(["susun", str(folder), "--final"]) == 3
    assert "perintah lain sedang menyusunnya" in read_galat(capsys)


def test_settings_of_the_report_may_not_change_after_the_approval(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    asli = (folder / "instansi.toml").read_text("utf-8")
    (folder / "instansi.toml").write_text(f"{asli}\n# alamat surat\n".replace('tujuan = "', 'tujuan = "Yth. '), "utf-8")
    assert run(["arsip", str(folder)]) == 0
    (folder / "instansi.toml").write_text(asli.replace('nama = "', 'nama = "Lain ', 1), "utf-8")
    assert run(["arsip", str(folder)]) == 3
    assert "instansi.toml: tidak lagi seperti saat terbitan akhir disusun" in read_galat(capsys)


def test_evidence_that_came_after_the_archive_makes_a_further_one(setahun: Setahun, tmp_path: Path) -> None:
    shutil.copytree(setahun.tahun.lokasi.akar, tmp_path / "a")
    folder = tmp_path / "a/data/raw/2025/contoh-mini"
    lokasi = Lokasi(tmp_path / "a", 2025, "contoh-mini")

    def read() -> list[str]:
        return [e.langkah for e in read_buku_alur(lokasi.alur, instansi="contoh-mini", tahun=2025).entri]

    semula = read()
    assert run(["arsip", str(folder)]) == 0
    assert read() == semula
    (folder / "bukti").mkdir(exist_ok=True)
    (folder / "bukti/susulan.txt").write_text("bukti susulan", "utf-8")
    assert run(["arsip", str(folder)]) == 0
    assert read() == [*semula, "arsip"]
    assert run(["verifikasi", str(folder)]) == 0


def test_a_disk_that_cannot_be_written_is_proved_all_the_same(
    setahun: Setahun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    assert run(["verifikasi", str(folder)]) == 0


def test_the_kadis_is_told_that_words_changed_where_no_figure_did(setahun: Setahun) -> None:
    lembar = Document(str(setahun.tahun.lokasi.reports / "alur/08-pengajuan-2.1.docx"))
    assert "Angka tidak berubah; naskah berubah: penutup." in [p.text for p in lembar.paragraphs]


# what a new user stumbled over


def test_an_approved_report_is_not_built_over(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    laporan = tmp_path / "a/reports/2025/contoh-mini/LKjIP.pdf"
    final = laporan.read_bytes()
    assert run(["bangun", str(folder)]) == 2
    assert "sudah disetujui, sehingga dokumennya tidak ditimpa" in read_galat(capsys)
    assert run(["batch", "2025", "--akar", str(tmp_path / "a"), "--ulang", "--sampai", "himpun", "--json"]) == 0
    (baris,) = json.loads(capsys.readouterr().out)["instansi"]
    assert (baris["pesan"], baris["dijalankan"]) == (list(DISETUJUI.pesan), {})
    assert laporan.read_bytes() == final


def test_inputs_changed_after_the_approval_are_named(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    (folder / "narasi/penutup.md").write_text("Lain lagi.\n", "utf-8")
    (folder / "bukti").mkdir(exist_ok=True)
    (folder / "bukti/susulan.txt").write_text("bukti", "utf-8")
    assert run(["verifikasi", str(folder)]) == 3
    teks = read_galat(capsys)
    assert "narasi/penutup.md: tidak lagi seperti saat terbitan akhir disusun" in teks
    assert "susulan" not in teks


def test_a_further_archive_is_no_step_late_by_weeks(setahun: Setahun, tmp_path: Path) -> None:
    shutil.copytree(setahun.tahun.lokasi.akar, tmp_path / "a")
    folder = tmp_path / "a/data/raw/2025/contoh-mini"
    assert run(["tonggak", str(folder), "reviu", "--keterangan", "Inspektorat", "--waktu", "2026-02-10 09.00"]) == 0
    assert run(["arsip", str(folder), "--waktu", "2026-02-10 10.00"]) == 0
    lokasi = Lokasi(tmp_path / "a", 2025, "contoh-mini")
    buku = read_buku_alur(lokasi.alur, instansi="contoh-mini", tahun=2025)
    kalender = read_kalender(lokasi.raw, read_instansi(lokasi.settings))
    assert [t.menit for t in list_tempo(buku, kalender) if t.langkah.perintah == "arsip"] == [60]
    assert [t.partition(" (")[0] for t in list_tonggak(buku)][-2:] == ["reviu 10 Februari 2026", "arsip berikutnya"]


def test_a_document_dated_after_its_decision_is_told(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "setujui", tmp_path / "a")  # tanggal_dokumen is 2 February
    assert run(["setujui", str(folder), "--waktu", JALAN[SETUJUI][2]]) == 0
    assert "Dokumen bertanggal 2 Februari 2026, lebih baru daripada hari ini (21 Januari 2026)" in read_galat(capsys)


def test_all_findings_of_the_correction_are_a_list_for_excel(setahun: Setahun) -> None:
    teks = (setahun.tahun.lokasi.reports / "alur/07-temuan-1.1.csv").read_bytes().decode("utf-8-sig")
    assert "109,99" in teks


def test_an_archive_packed_again_names_the_file_that_changed(setahun: Setahun) -> None:
    tujuan = BytesIO()
    with ZipFile(setahun.arsip) as lama, ZipFile(tujuan, "w", ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, lama.read(nama) + (b" " if nama == "masukan/narasi/penutup.md" else b""))
    kemas, *beda = check_arsip(tujuan.getvalue()).temuan
    assert "dikemas ulang oleh program lain" in kemas
    assert beda == ["masukan/narasi/penutup.md: isinya tidak sesuai dengan MANIFEST.json."]


# what would falsify the report, or leave no way on


@pytest.mark.parametrize("apa", ["hasil.json", "realisasi.csv"])
def test_figures_edited_between_two_steps_do_not_get_into_the_report(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str], apa: str
) -> None:
    nomor = next(n for n, (nama, *_) in enumerate(JALAN) if nama == "susun")
    shutil.copytree(setahun.before(nomor), tmp_path / "a")
    lokasi = Lokasi(tmp_path / "a", 2025, "contoh-mini")
    path = (lokasi.reports if apa == "hasil.json" else lokasi.processed) / apa
    path.write_text(path.read_text("utf-8").replace("102.18" if apa == "hasil.json" else "2.81", "9.99"), "utf-8")
    assert run(["susun", str(lokasi.raw), "--waktu", JALAN[nomor][2]]) == 3
    assert "tidak lagi seperti saat dihitung (entri 6)" in read_galat(capsys)
    assert not (lokasi.reports / "alur" / "draf").exists()


def test_a_forged_ledger_is_told_by_the_sheets_it_names(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "setujui", tmp_path / "a")
    lokasi = Lokasi(tmp_path / "a", 2025, "contoh-mini")
    palsu = BukuAlur()
    (lokasi.reports / "alur/lembar-kendali.pdf").unlink()
    for entri in read_buku_alur(lokasi.alur, instansi="contoh-mini", tahun=2025).entri:
        nama = "Orang Lain" if entri.nomor == 4 else entri.nama
        palsu = BukuAlur((*palsu.entri, seal(replace(entri, nama=nama, lalu=palsu.sidik, sidik=""))))
    (lokasi.alur / "alur.jsonl").write_bytes(dump_buku(palsu))
    assert run(["setujui", str(folder)]) == 3
    assert "tidak cocok dengan buku alur" in read_galat(capsys)


def test_an_archive_without_its_register_is_not_made(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    (tmp_path / "a/data/alur/2026/contoh-mini/surat.jsonl").unlink()
    assert run(["arsip", str(folder)]) == 3
    assert "Register surat kehilangan nomor" in read_galat(capsys)


def test_files_that_have_a_twin_are_put_back(
    setahun: Setahun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_at(setahun, "arsip", tmp_path / "a")
    reports = tmp_path / "a/reports/2025/contoh-mini"
    formulir = next((reports / "formulir").glob("*.xlsx"))
    hilang = (formulir, reports / "alur/disetujui/LKjIP.pdf", reports / "alur/draf/2.1/hasil.json")
    for path in hilang:
        path.unlink()
    (reports / "alur/draf/2.1/LKjIP.docx").write_bytes(b"rusak")  # a draft's document is not archived
    assert run(["arsip", str(folder)]) == 0
    assert "Dipulihkan dari salinannya" in read_galat(capsys)
    assert all(path.is_file() for path in hilang)


def test_an_approval_may_be_taken_back_while_the_signature_is_waited_for(
    putusan: Putusan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lakip_lib.delivery.sop.putusan.choose_cara", lambda siklus, tanda: "tte")
    folder = str(putusan.lokasi.raw)
    assert run(["setujui", folder, "--waktu", JALAN[SETUJUI][2]]) == 0
    assert run(["tolak", folder, "--alasan", "Belum akan ditandatangani", "--waktu", JALAN[SETUJUI][2]]) == 0
    buku = read_buku_alur(putusan.lokasi.alur, instansi="contoh-mini", tahun=2025)
    assert (find_keadaan(buku).tahap, find_keadaan(buku).versi_berikut) == (Tahap.DITOLAK, "3.1")
    assert run(["bangun", folder]) == 0
