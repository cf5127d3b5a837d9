from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from lakip_lib.forms.zip_tetap import normalise_zip
from lakip_lib.simpan import write_bytes

INTI = '<x><dcterms:created xsi:type="a">{0}</dcterms:created><dcterms:modified>{0}</dcterms:modified></x>'


def make_zip(names: list[str], tahun: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as container:
        for name in names:
            text = INTI.format(f"{tahun}-02-03T04:05:06Z") if name == "docProps/core.xml" else name
            container.writestr(ZipInfo(name, (tahun, 2, 3, 4, 5, 6)), text)
    return buffer.getvalue()


NAMA = ["word/b.xml", "docProps/core.xml", "[Content_Types].xml"]


def test_order_and_dates_of_writing_leave_no_trace() -> None:
    assert normalise_zip(make_zip(NAMA, 2024)) == normalise_zip(make_zip(NAMA[::-1], 2025))


def test_content_is_kept_and_the_type_list_comes_first() -> None:
    with ZipFile(BytesIO(normalise_zip(make_zip(NAMA, 2024)))) as container:
        assert container.namelist() == ["[Content_Types].xml", "docProps/core.xml", "word/b.xml"]
        assert container.read("word/b.xml") == b"word/b.xml"


def test_the_given_time_stands_in_the_properties() -> None:
    data = normalise_zip(make_zip(NAMA, 2024), waktu="2026-01-05T00:00:00Z")
    with ZipFile(BytesIO(data)) as container:
        assert container.read("docProps/core.xml").decode() == INTI.format("2026-01-05T00:00:00Z")


def test_a_file_is_rewritten_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_zip(NAMA, 2024))
    assert normalise_zip(path) == path.read_bytes() == normalise_zip(make_zip(NAMA, 2024))


def test_writing_makes_the_folder_and_leaves_one_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "x" / "a.txt", b"satu")
    write_bytes(tmp_path / "x" / "a.txt", b"dua")
    assert [(p.name, p.read_bytes()) for p in (tmp_path / "x").iterdir()] == [("a.txt", b"dua")]
