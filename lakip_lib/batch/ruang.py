"""Where a district's files are: a folder, or a store at an address that the driver sees through a folder of its own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from lakip_lib.batch.gudang import Gudang, find_tanda, list_berubah, snapshot
from lakip_lib.batch.kolam import Kolam, open_lokal
from lakip_lib.batch.rencana import Rencana, list_tugas, plan_batch
from lakip_lib.delivery.keadaan import TAHAP, Keadaan, load_keadaan
from lakip_lib.delivery.sidik import hash_program
from lakip_lib.galat import RUSAK
from lakip_lib.settings import Lokasi, LokasiDaerah


class Ruang:
    """A folder: everything is where it is looked for."""

    def __init__(self, daerah: LokasiDaerah) -> None:
        """Hold the district's folders."""
        self.daerah = daerah

    def plan(self, pilihan: Sequence[str], *, sampai: str, paksa: bool) -> Rencana:
        """What is to be done."""
        return plan_batch(self.daerah, pilihan, sampai=sampai, paksa=paksa)

    def choose_kolam(self, kolam: Kolam) -> Kolam:
        """The workers that may write the district's story."""
        return kolam

    def refresh(self) -> None:
        """Let the driver see what the workers left."""

    def publish(self) -> None:
        """Let all that the driver wrote be where others look for it."""


@dataclass
class RuangGudang(Ruang):
    """A store: the driver's folder holds of each agency what the plan and the district's story need, and the names of the rest."""

    gudang: Gudang
    daerah: LokasiDaerah
    _sebelum: dict[str, str] = field(default_factory=dict)
    _tanda: dict[str, str] = field(default_factory=dict)

    def plan(self, pilihan: Sequence[str], *, sampai: str, paksa: bool) -> Rencana:
        """What is to be done: agencies whose inputs, program or results in the store are not those of their mark."""
        self.refresh()
        alamat = self.gudang.alamat
        return list_tugas(self.daerah, pilihan, self._find_utuh, sampai=sampai, paksa=paksa, gudang=alamat)

    def _find_utuh(self, lokasi: Lokasi, sampai: str) -> Keadaan | None:
        keadaan = load_keadaan(lokasi)
        if keadaan is None or keadaan.kode_keluar == RUSAK or not find_tanda(lokasi).is_file():
            return None
        try:
            tanda = json.loads(find_tanda(lokasi).read_bytes())
        except ValueError:
            return None
        raw = f"{lokasi.raw.relative_to(lokasi.akar).as_posix()}/"
        masukan = {path: isi for path, isi in self._tanda.items() if path.startswith(raw)}
        cukup = TAHAP.index(tanda["sampai"]) >= TAHAP.index(sampai)
        utuh = keadaan.tahap != TAHAP[-1] or (lokasi.reports / "manifest.json").is_file()
        asal = (masukan, hash_program()["sumber"])
        return keadaan if cukup and utuh and (tanda["masukan"], tanda["sumber"]) == asal else None

    def choose_kolam(self, kolam: Kolam) -> Kolam:
        """A worker of this machine: the driver's folder is on no other."""
        return partial(open_lokal, 1)

    def refresh(self) -> None:
        """Fetch of each agency its settings, state, mark and figures, the log and the last year's figures; touch the rest.

        What the driver itself wrote since stays as it is.
        """
        akar, tahun = self.daerah.akar, self.daerah.tahun
        milik = set(list_berubah(akar, self._sebelum))
        bagian = [f"{pangkal}/{tahun}" for pangkal in ("data/raw", "data/processed", "reports")]
        self._tanda = {
            k: v for nama in [*bagian, f"reports/{tahun - 1}"] for k, v in self.gudang.list_berkas(nama).items()
        }
        perlu = {"instansi.toml", "keadaan.json", "gudang.json", "hasil.json", "rekap.sidik.json", self.daerah.log.name}
        self.gudang.fetch(
            [path for path in self._tanda if path.rsplit("/", 1)[-1] in perlu and path not in milik], akar
        )
        for path in self._tanda:
            if not (akar / path).exists():
                (akar / path).parent.mkdir(parents=True, exist_ok=True)
                (akar / path).touch()
        self._sebelum = {path: sidik for path, sidik in snapshot(akar).items() if path not in milik}

    def publish(self) -> None:
        """Put the district's story, the page and the log into the store."""
        berubah = [p for p in list_berubah(self.daerah.akar, self._sebelum) if not p.endswith(".kunci")]
        self.gudang.put(self.daerah.akar, berubah)
