"""The canonical ZIP: the same files give the same bytes, and any other byte is named."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.delivery.arsip.zip_baku import AKHIR, DAFTAR, build_lokal, find_rusak, is_nama, pack, unpack
from lakip_lib.errors import AlurError, UsageError

ISI = {
    "laporan/LKjIP.pdf": b"%PDF isi",
    "BACA-DULU.txt": b"baca dulu",
    "masukan/narasi/kata-pengantar é.md": b"naskah",
    "kosong": b"",
}
ARSIP = pack(ISI)
BAGIAN = (*ISI, DAFTAR, AKHIR)


def test_the_order_of_files_changes_no_byte() -> None:
    assert pack(dict(reversed(ISI.items()))) == ARSIP


def test_an_archive_keeps_its_bytes_from_version_to_version() -> None:
    sidik = sha256(pack({"a/b.txt": b"isi", "ä": b""})).hexdigest()
    assert sidik == "85c36fa808fdf3c63d0d8557294e1bc620cd33c48bd76bb2065e35abd7282065"


def test_other_programs_read_it(tmp_path: Path) -> None:
    with ZipFile(BytesIO(ARSIP)) as berkas:
        assert berkas.testzip() is None
        assert {nama: berkas.read(nama) for nama in berkas.namelist()} == ISI
        assert {info.date_time for info in berkas.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    path = tmp_path / "arsip.zip"
    path.write_bytes(ARSIP)
    subprocess.run([sys.executable, "-m", "zipfile", "-t", str(path)], check=True, capture_output=True)


def test_unpacking_gives_back_what_was_packed() -> None:
    assert unpack(ARSIP) == ISI
    assert find_rusak(ARSIP) == []
    assert unpack(pack({})) == {}


@pytest.mark.parametrize("bit", [0, 3, 7])
def test_every_changed_byte_is_named(bit: int) -> None:
    for letak in range(len(ARSIP)):
        berubah = bytearray(ARSIP)
        berubah[letak] ^= 1 << bit
        rusak = find_rusak(bytes(berubah))
        assert len(rusak) == 1, (letak, rusak)
        assert rusak[0].startswith(BAGIAN), (letak, rusak)


def test_the_entry_that_was_changed_is_the_one_named() -> None:
    berubah = ARSIP.replace(b"%PDF isi", b"%PDF lsi")
    assert [kalimat.partition(":")[0] for kalimat in find_rusak(berubah)] == ["laporan/LKjIP.pdf"]


def test_every_cut_is_named() -> None:
    for letak in range(len(ARSIP)):
        assert find_rusak(ARSIP[:letak]), letak
        assert find_rusak(ARSIP[letak + 1 :]), letak


def test_appended_and_inserted_bytes_are_named() -> None:
    assert find_rusak(ARSIP + b"\0")[0].startswith(AKHIR)
    assert find_rusak(ARSIP + ARSIP)[0].startswith(BAGIAN)
    for letak in range(len(ARSIP)):
        assert find_rusak(ARSIP[:letak] + b"x" + ARSIP[letak:]), letak


@given(st.binary(max_size=400))
def test_whatever_is_no_archive_is_told_so(data: bytes) -> None:
    assert data == pack({}) or find_rusak(data)


def test_an_archive_packed_anew_by_another_program_is_told_so() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as berkas:
        for nama, isi in ISI.items():
            berkas.writestr(nama, isi)
    assert find_rusak(buffer.getvalue())


def test_files_before_the_first_are_told_so() -> None:
    with ZipFile(BytesIO(b"lain" + ARSIP)) as berkas:  # others find their way through it
        assert berkas.testzip() is None
    assert find_rusak(b"lain" + ARSIP)


def test_files_before_the_first_are_told_so_even_where_the_directory_knows_of_them() -> None:
    baku = pack({"a": b"1"})
    akhir = len(build_lokal(b"a", b"1"))
    pusat = bytearray(baku[akhir:])
    pusat[42] += 4  # offset of the entry
    pusat[-6] += 4  # offset of the directory
    sisip = b"lain" + baku[:akhir] + bytes(pusat)
    with ZipFile(BytesIO(sisip)) as berkas:
        assert berkas.read("a") == b"1"
    assert find_rusak(sisip)[0].startswith(DAFTAR)


def test_twice_the_same_name_is_told_so() -> None:
    ganda = build_lokal(b"a", b"1") + build_lokal(b"a", b"2")
    kata = "berkas di dalamnya ganda atau tidak berurutan, tidak seperti saat dikemas."
    assert find_rusak(ganda + pack({})) == [f"{DAFTAR}: {kata}"]


def test_a_time_in_a_name_is_no_other_place() -> None:
    assert is_nama("masukan/bukti/rapat pukul 10:30.txt")


@pytest.mark.parametrize("nama", ["../luar", "/mutlak", "a//b", "a\\b", "C:x", "masukan/C:x", "", "a/./b", "a\nb"])
def test_names_that_lead_elsewhere_are_refused(nama: str) -> None:
    assert not is_nama(nama)
    with pytest.raises(UsageError, match="tidak dapat masuk arsip"):
        pack({nama: b""})


def test_a_damaged_archive_is_not_unpacked() -> None:
    with pytest.raises(AlurError, match=r"LKjIP\.pdf"):
        unpack(ARSIP.replace(b"%PDF isi", b"%PDF lsi"))
