"""The data dictionary, printed from the schema (docs/kamus-data.md)."""

from lakip_lib.forms.kolom import LEMBAR_ISIAN
from lakip_lib.forms.kolom_rencana import TABEL_RENCANA
from lakip_lib.forms.skema import KolomIsian, LembarIsian, TabelRencana

_PEMBUKA = """\
# Kamus data

Kolom formulir unit (F1–F5) dan perencanaan.xlsx. Halaman ini dicetak dari `lakip_lib.forms`; mohon tidak disunting
dengan tangan. Judul kolom boleh ditulis dengan ejaan lain yang disebut di bawah; urutan kolom bebas.
"""


def describe_kamus() -> str:
    """The dictionary as Markdown in Indonesian: a table for each sheet of the form and of perencanaan.xlsx."""
    parts = [_PEMBUKA, "## Formulir unit\n"]
    parts += [_describe_lembar(lembar) for lembar in LEMBAR_ISIAN]
    parts.append("## perencanaan.xlsx\n")
    parts += [_describe_tabel(tabel) for tabel in TABEL_RENCANA]
    return "\n".join(parts)


def _describe_lembar(lembar: LembarIsian) -> str:
    rows = [
        [k.judul, f"`{k.nama_kolom}`", _kind(k), "unit" if k.ditulis_unit else "terisi", _yes(k.wajib), _explain(k)]
        for k in lembar.kolom
    ]
    head = ["Judul", "Nama kolom", "Jenis", "Ditulis oleh", "Wajib", "Penjelasan"]
    return f"### {lembar.nama}: {lembar.judul}\n\n{_table(head, rows)}"


def _describe_tabel(tabel: TabelRencana) -> str:
    rows = [[f"`{k.nama_kolom}`", _kind(k), _yes(k.wajib), _explain(k)] for k in tabel.kolom]
    kunci = f"Kunci: {', '.join(f'`{k}`' for k in tabel.kunci)}.\n\n" if tabel.kunci else ""
    table = _table(["Nama kolom", "Jenis", "Wajib", "Penjelasan"], rows)
    return f"### {tabel.nama}: {tabel.judul}\n\n{kunci}{table}"


def _kind(kolom: KolomIsian) -> str:
    if kolom.pilihan:
        return "pilihan: " + ", ".join(f"`{p}`" for p in kolom.pilihan)
    return "angka, rentang, atau huruf" if kolom.boleh_huruf else kolom.jenis


def _yes(claim: bool) -> str:
    return "ya" if claim else ""


def _explain(kolom: KolomIsian) -> str:
    return kolom.penjelasan + (f" Ejaan lain: {', '.join(kolom.sinonim)}." if kolom.sinonim else "")


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
