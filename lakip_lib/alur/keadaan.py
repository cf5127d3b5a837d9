"""Where the procedure stands, computed from the ledger alone, and which step may follow (DOMAIN §1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.langkah import LANGKAH, PERAN_SOP, TOLAK, TONGGAK, get_langkah
from lakip_lib.errors import UsageError


class Tahap(StrEnum):
    """The states of the procedure."""

    BELUM = "belum dibuka"
    DISPOSISI = "diperintahkan"
    FORMAT = "format siap"
    TERSEBAR = "formulir tersebar"
    TERHIMPUN = "isian terhimpun"
    DIANALISIS = "dianalisis"
    TERSUSUN = "tersusun"
    DIKOREKSI = "dikoreksi"
    DIAJUKAN = "diajukan"
    DITOLAK = "ditolak"
    DISETUJUI = "disetujui, menunggu tanda tangan"
    DITANDATANGANI = "ditandatangani"
    DISURATI = "bersurat pengantar"
    DIARSIPKAN = "diarsipkan"


# How a step ended, where that decides what follows.
LENGKAP, BELUM_LENGKAP, DITUTUP = "lengkap", "belum lengkap", "ditutup"
HIMPUN_SELESAI = frozenset({LENGKAP, DITUTUP})
LOLOS, PERLU_PERBAIKAN = "lolos", "perlu perbaikan"
MENUNGGU_TTD, TERTANDA = "menunggu tanda tangan", "ditandatangani"
SELESAI = "selesai"

# From a state, the commands that may follow; what each leads to depends on the step's own end (`_LANJUT`).
BOLEH: Mapping[Tahap, tuple[str, ...]] = MappingProxyType(
    {
        Tahap.BELUM: ("mulai",),
        Tahap.DISPOSISI: ("formulir",),
        Tahap.FORMAT: ("formulir", "sebar"),
        Tahap.TERSEBAR: ("formulir", "sebar", "himpun"),
        Tahap.TERHIMPUN: ("formulir", "himpun", "analisis"),
        Tahap.DIANALISIS: ("himpun", "analisis", "susun"),
        Tahap.TERSUSUN: ("himpun", "analisis", "susun", "koreksi"),
        Tahap.DIKOREKSI: ("himpun", "analisis", "susun", "koreksi", "ajukan"),
        Tahap.DIAJUKAN: ("susun", "setujui", "tolak"),
        Tahap.DITOLAK: ("himpun", "analisis", "susun", "koreksi"),
        Tahap.DISETUJUI: ("setujui", "tolak"),
        Tahap.DITANDATANGANI: ("surat",),
        Tahap.DISURATI: ("surat", "arsip"),
        Tahap.DIARSIPKAN: ("arsip",),
    }
)
# The step that is due in a state, and what to tell of it.
TERUTANG: Mapping[Tahap, str] = MappingProxyType(
    {
        Tahap.BELUM: "mulai",
        Tahap.DISPOSISI: "formulir",
        Tahap.FORMAT: "sebar",
        Tahap.TERSEBAR: "himpun",
        Tahap.TERHIMPUN: "analisis",
        Tahap.DIANALISIS: "susun",
        Tahap.TERSUSUN: "koreksi",
        Tahap.DIKOREKSI: "ajukan",
        Tahap.DIAJUKAN: "setujui",
        Tahap.DITOLAK: "koreksi",
        Tahap.DISETUJUI: "setujui",
        Tahap.DITANDATANGANI: "surat",
        Tahap.DISURATI: "arsip",
    }
)


@dataclass(frozen=True)
class Keadaan:
    """The state of the procedure: tahap, putaran (1, +1 at each rejection), draf (counted within the putaran), version."""

    tahap: Tahap = Tahap.BELUM
    putaran: int = 1
    draf: int = 0

    @property
    def versi(self) -> str:
        """The version of the document that is being worked on, "1.2"; empty before the first draft of the putaran."""
        return f"{self.putaran}.{self.draf}" if self.draf else ""

    @property
    def versi_berikut(self) -> str:
        """The version that the next draft gets."""
        return f"{self.putaran}.{self.draf + 1}"

    @property
    def is_disetujui(self) -> bool:
        """Whether the report stands approved: nothing may change it any more."""
        return self.tahap in {Tahap.DISETUJUI, Tahap.DITANDATANGANI, Tahap.DISURATI, Tahap.DIARSIPKAN}

    @property
    def terutang(self) -> str | None:
        """The command that is due, None where all is done."""
        return TERUTANG.get(self.tahap)

    def describe_terutang(self) -> str:
        """A sentence on which step is due and who does it."""
        if self.terutang is None:
            return "Semua langkah sudah selesai dan diarsipkan."
        langkah = LANGKAH[self.terutang]
        siapa = PERAN_SOP[langkah.pelaku[0]]
        if self.tahap is Tahap.DITOLAK:
            return (
                f"Yang ditunggu langkah 7, koreksi dokumen, oleh Sekretaris: perbaiki menurut alasan penolakan (lakip koreksi), "
                f"lalu susun versi {self.versi_berikut} (lakip susun)."
            )
        if self.tahap is Tahap.DISETUJUI:
            return (
                "Dokumen sudah disetujui dan menunggu tanda tangan Kepala instansi: bawa masuk PDF yang sudah "
                "ditandatangani (lakip setujui --tertanda BERKAS.pdf), atau batalkan persetujuannya (lakip tolak)."
            )
        if self.tahap is Tahap.DIAJUKAN:
            return f"Yang ditunggu langkah 9, keputusan {siapa} (lakip setujui atau lakip tolak)."
        nama = langkah.nama[0].lower() + langkah.nama[1:]
        return f"Yang ditunggu langkah {langkah.nomor}, {nama}, oleh {siapa} (lakip {langkah.perintah})."

    def check_boleh(self, perintah: str) -> None:
        """UsageError (exit 2) where the SOP does not allow the command now; it says which step is due and who does it."""
        if perintah in BOLEH[self.tahap]:
            return
        langkah = get_langkah(perintah)
        raise UsageError(
            f"Langkah {langkah.nomor} ({perintah}) belum waktunya atau sudah lewat. Keadaan laporan: {self.tahap}. "
            f"{self.describe_terutang()}"
        )


def find_keadaan(buku: BukuAlur) -> Keadaan:
    """The state that the ledger's entries lead to."""
    keadaan = Keadaan()
    for entri in buku.entri:
        keadaan = advance(keadaan, entri)
    return keadaan


def advance(keadaan: Keadaan, entri: Entri) -> Keadaan:
    """The state after one more entry; milestones change nothing."""
    tahap, putaran, draf = keadaan.tahap, keadaan.putaran, keadaan.draf
    match entri.langkah:
        case "mulai":
            return Keadaan(Tahap.DISPOSISI)
        case "formulir":
            tahap = Tahap.FORMAT
        case "sebar":
            tahap = Tahap.TERSEBAR
        case "himpun":
            tahap = Tahap.TERHIMPUN if entri.hasil in HIMPUN_SELESAI else Tahap.TERSEBAR
        case "analisis":
            tahap = Tahap.DIANALISIS
        case "susun" if keadaan.tahap is Tahap.DIAJUKAN:
            pass  # the final build of what was handed in: same version, without the stamp
        case "susun":
            tahap, draf = Tahap.TERSUSUN, draf + 1
        case "koreksi" if keadaan.tahap is Tahap.DITOLAK:
            pass  # the rejected version is being mended; the next one must be built
        case "koreksi":
            tahap = Tahap.DIKOREKSI if entri.hasil == LOLOS else Tahap.TERSUSUN
        case "ajukan":
            tahap = Tahap.DIAJUKAN
        case "setujui":
            tahap = Tahap.DITANDATANGANI if entri.hasil == TERTANDA else Tahap.DISETUJUI
        case "tolak":
            tahap, putaran, draf = Tahap.DITOLAK, putaran + 1, 0
        case "surat":
            tahap = Tahap.DITANDATANGANI if entri.hasil == "batal" else Tahap.DISURATI
        case "arsip":
            tahap = Tahap.DIARSIPKAN
    return Keadaan(tahap, putaran, draf)


def check_peran(perintah: str, peran: str) -> None:
    """UsageError where there is no such role, or the SOP does not give it the step; a milestone anybody may record."""
    if peran not in PERAN_SOP:
        raise UsageError(f"Peran '{peran}' tidak dikenal; pilihannya: {', '.join(PERAN_SOP)}.")
    if perintah == TONGGAK:
        return
    langkah = get_langkah(perintah)
    if peran not in langkah.pelaku:
        boleh = ", ".join(PERAN_SOP[p] for p in langkah.pelaku)
        kata = "penolakan" if perintah == TOLAK else langkah.nama
        raise UsageError(
            f"Langkah {langkah.nomor} ({kata}) dilakukan oleh {boleh}, bukan {PERAN_SOP.get(peran, peran)}."
        )
