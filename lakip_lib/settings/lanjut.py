"""Last year's instansi.toml as the next year begins with it: other dates, everything else and every comment kept."""

import re
import tomllib

from lakip_lib.errors import UsageError
from lakip_lib.settings.awal import TANDA, render_instansi

_BAGIAN = re.compile(r"\s*\[+\s*([\w.-]+)\s*\]+")
_BARIS = re.compile(r"(?P<kunci>\s*[\w.]+)(?P<sama>\s*=\s*)(?P<nilai>[^#]*?)(?P<kata>\s*#.*)?")
TAHUN, DIGANTI, DILEPAS = "periode.tahun", ("periode.tenggat", "periode.tanggal_dokumen"), "alur.tenggat_laporan"


def advance_instansi(teks: str, tahun: int) -> str:
    """The text for that year: its dates are example values again, so that the checks ask for them.

    A deadline set for last year's report is put behind a "#". UsageError where the text is of a form that cannot be
    carried over line by line.
    """
    baris, bagian = [], ""
    for satu in teks.removeprefix("\ufeff").splitlines():
        judul = _BAGIAN.match(satu)
        bagian = judul[1] if judul else bagian
        baris.append(_advance_baris(satu, bagian, tahun))
    hasil = "\n".join(baris) + "\n"
    if tomllib.loads(hasil) != _expect(tomllib.loads(teks.removeprefix("\ufeff")), tahun):
        raise UsageError(
            "instansi.toml dalam arsip tidak dapat dilanjutkan: tulis tahun, tenggat, dan tanggal_dokumen masing-masing "
            "pada satu baris di bawah [periode]."
        )
    return hasil


def _advance_baris(baris: str, bagian: str, tahun: int) -> str:
    cocok = _BARIS.fullmatch(baris)
    if cocok is None:
        return baris
    kunci = cocok["kunci"].strip()
    lengkap = f"{bagian}.{kunci}".lstrip(".")
    if lengkap == TAHUN:
        return f"{cocok['kunci']}{cocok['sama']}{tahun}{cocok['kata'] or ''}"
    if lengkap in DIGANTI:
        kata = (cocok["kata"] or "").strip().lstrip("#").strip().removeprefix(TANDA).strip()
        tanda = f"    # {TANDA} {kata}".rstrip()
        return f"{cocok['kunci']}{cocok['sama']}{_get_contoh(lengkap, tahun)}{tanda}"
    return f"# {baris.strip()}" if lengkap == DILEPAS else baris


def _get_contoh(kunci: str, tahun: int) -> str:
    """The example value that a first instansi.toml has there."""
    bagian, nama = kunci.split(".")
    return str(tomllib.loads(render_instansi(tahun, "x"))[bagian][nama])


def _expect(data: dict[str, dict[str, object]], tahun: int) -> dict[str, dict[str, object]]:
    """The same settings with next year's dates."""
    contoh = tomllib.loads(render_instansi(tahun, "x"))["periode"]
    ganti = {"tahun": tahun, **{k.split(".")[1]: contoh[k.split(".")[1]] for k in DIGANTI}}
    lain = {k: v for k, v in data.get("alur", {}).items() if f"alur.{k}" != DILEPAS}
    return {**data, "periode": {**data["periode"], **ganti}, **({"alur": lain} if "alur" in data else {})}
