"""From the planning tables to what stands in each unit's form."""

from collections.abc import Mapping, Sequence

from lakip_lib.forms.isian import BarisIsi, IsiFormulir, NilaiIsi
from lakip_lib.istilah import TW, Agregasi, Arah, VersiTarget
from lakip_lib.satuan import choose_agregasi
from lakip_lib.settings.instansi import Instansi

Rencana = Mapping[str, Sequence[BarisIsi]]  # rows as typed, by sheet name of perencanaan.xlsx
_URUTAN_VERSI = [str(v) for v in VersiTarget]  # a later document replaces an earlier one


def build_isi_formulir(
    instansi: Instansi,
    kode_unit: str,
    rencana: Rencana,
    *,
    periode: str = "tahunan",
    pagu: Mapping[str, NilaiIsi] | None = None,
    versi: str = "1",
) -> IsiFormulir:
    """What goes into that unit's form: its indikator with the target in force, its sub kegiatan with their `pagu`.

    `rencana` holds the rows of perencanaan.xlsx by sheet name, values as typed; `pagu` is by kode. KeyError when
    instansi.toml has no such unit.
    """
    unit = instansi.get_unit(kode_unit)
    if unit is None:
        raise KeyError(kode_unit)
    kasubag = instansi.pejabat.kasubag_program
    return IsiFormulir(
        kode_instansi=instansi.instansi.kode,
        nama_instansi=instansi.instansi.nama,
        pemda=instansi.instansi.pemda,
        tahun=instansi.periode.tahun,
        kode_unit=unit.kode,
        nama_unit=unit.nama,
        tanggal=instansi.periode.tanggal_dokumen,
        tenggat=instansi.periode.tenggat,
        kontak=kasubag.jabatan or "Subbagian Perencanaan dan Program",
        periode=periode,
        versi=versi,
        kertas=instansi.pengaturan.kertas,
        baris={
            "F1": list_indikator(rencana, unit.kode, instansi.periode.tahun),
            "F3": list_sub_kegiatan(rencana, unit.kode, pagu or {}),
        },
    )


def list_indikator(rencana: Rencana, kode_unit: str, tahun: int) -> list[BarisIsi]:
    """The prefilled rows of F1: the unit's indikator in the order of perencanaan.xlsx."""
    uraian = {_text(row, "kode"): row.get("uraian") for row in rencana.get("Sasaran", ())}
    rows: list[BarisIsi] = []
    for row in _own(rencana, "Indikator", kode_unit):
        target = find_target(rencana, _text(row, "kode"), tahun)
        rows.append(
            {
                "kode": _text(row, "kode"),
                "sasaran": uraian.get(_text(row, "sasaran"), row.get("sasaran")),
                "indikator": row.get("nama"),
                "satuan": row.get("satuan"),
                "arah": row.get("arah"),
                "agregasi": _find_agregasi(row),
                "target": target.get("target"),
                **{f"target_{tw}": target.get(tw) for tw in TW},
            }
        )
    return rows


def _find_agregasi(row: BarisIsi) -> str | None:
    """How the year comes from the quarters: as the planning says, else by unit and arah; None where that is no word."""
    tertulis, arah = _text(row, "agregasi").casefold(), _text(row, "arah").casefold()
    if tertulis:
        return tertulis if tertulis in set(Agregasi) else None
    return str(choose_agregasi(_text(row, "satuan"), Arah(arah))) if arah in set(Arah) else None


def find_target(rencana: Rencana, indikator: str, tahun: int) -> BarisIsi:
    """The Target row in force for an indikator and year: of the latest document that names it; {} where none does."""
    rows = [
        row
        for row in rencana.get("Target", ())
        if _text(row, "indikator") == indikator and _text(row, "tahun").removesuffix(".0") == str(tahun)
    ]
    known = [row for row in rows if _text(row, "versi").casefold() in _URUTAN_VERSI]
    return max(known, key=lambda row: _URUTAN_VERSI.index(_text(row, "versi").casefold()), default={})


def list_sub_kegiatan(rencana: Rencana, kode_unit: str, pagu: Mapping[str, NilaiIsi]) -> list[BarisIsi]:
    """The prefilled rows of F3: the unit's deepest codes, each once, with the pagu given for them."""
    own = {_text(row, "kode"): row for row in reversed(_own(rencana, "Program", kode_unit))}
    codes = [kode for kode in reversed(own) if not any(other.startswith(f"{kode}.") for other in own)]
    return [
        {
            "kode": kode,
            "sub_kegiatan": own[kode].get("uraian"),
            "indikator_keluaran": own[kode].get("keluaran"),
            "satuan": own[kode].get("satuan"),
            "target": own[kode].get("target_keluaran"),
            "pagu": pagu.get(kode),
        }
        for kode in codes
    ]


def _own(rencana: Rencana, tabel: str, kode_unit: str) -> list[BarisIsi]:
    return [
        row
        for row in rencana.get(tabel, ())
        if _text(row, "unit").casefold() == kode_unit.casefold() and _text(row, "kode")
    ]


def _text(row: BarisIsi, kolom: str) -> str:
    value = row.get(kolom)
    return "" if value is None else str(value).strip()
