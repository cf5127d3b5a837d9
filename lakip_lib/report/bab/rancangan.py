"""The charts of the report before its notebook has run, so that a browser can draw them meanwhile."""

from lakip_lib.blok import Dokumen, Gambar
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.depan import make_identitas
from lakip_lib.report.bab.ikhtisar import write_ikhtisar
from lakip_lib.report.bab.keuangan import write_anggaran, write_anggaran_sasaran
from lakip_lib.report.bab.ringkasan import write_ringkasan
from lakip_lib.report.bab.sasaran import write_sasaran


def plan_charts(konteks: Konteks) -> Dokumen:
    """A document of charts alone: those that the narrative notebook will show if nobody has changed it."""
    bagian = [
        write_ikhtisar(konteks),
        write_ringkasan(konteks),
        write_anggaran(konteks),
        write_anggaran_sasaran(konteks),
    ]
    bagian += [write_sasaran(konteks, sasaran.kode) for sasaran in konteks.hasil.sasaran]
    gambar = tuple(blok for isi in bagian for blok in isi if isinstance(blok, Gambar))
    return Dokumen(identitas=make_identitas(konteks), blok=gambar)
