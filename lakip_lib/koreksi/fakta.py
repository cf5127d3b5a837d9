"""What the reviu, the LKE and the summary look at: one agency-year's data, document and the plain facts of its ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lakip_lib.blok import Dokumen
from lakip_lib.istilah import VersiTarget
from lakip_lib.koreksi.bukti import Bukti
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi

DITERIMA = "diterima"


@dataclass(frozen=True)
class Fakta:
    """Settings, tables, figures, the document, the index of evidence, and what the ledger says.

    penyusun: the unit recorded as the maker of the report; sebar: a manifest of distributed forms is there;
    status_unit: unit to its state in the reply cycle ("diterima" …), where empty the state of its form counts;
    konfirmasi: unit to who confirmed the analysis about it ("Nama, jabatan, tanggal").
    """

    settings: Instansi
    kinerja: Kinerja
    hasil: Hasil
    dokumen: Dokumen
    bukti: tuple[Bukti, ...] = ()
    penyusun: str = ""
    sebar: bool = False
    status_unit: Mapping[str, str] = field(default_factory=dict)
    konfirmasi: Mapping[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> list[str]:
        """The kode of all units."""
        return [u.kode for u in self.settings.unit]

    def get_status(self, unit: str) -> str:
        """The state of a unit: of the reply cycle, else of its form, "belum masuk" where neither says."""
        isian = {row["unit"]: row["status"] for row in self.kinerja.records("isian")}
        return self.status_unit.get(unit) or isian.get(unit) or "belum masuk"

    def is_due(self, item: IndikatorHasil) -> bool:
        """Whether this period asks for a figure: a quarter without target does not."""
        return self.hasil.periode == "tahunan" or item.target is not None

    def list_pk(self) -> list[str]:
        """The indikator that the Perjanjian Kinerja of the year (or its change) promises, in order of the planning."""
        versi = {VersiTarget.PK, VersiTarget.PK_PERUBAHAN}
        janji = {
            row["indikator"]
            for row in self.kinerja.records("target")
            if row["tahun"] == self.hasil.tahun and row["versi"] in versi and row["target"]
        }
        return [i.kode for i in self.hasil.indikator if i.kode in janji] + sorted(
            janji - {i.kode for i in self.hasil.indikator}
        )
