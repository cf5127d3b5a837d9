"""[surat] and [alur] of instansi.toml: how letters are numbered, when the office works, how the report is signed."""

import re
from datetime import date
from string import Formatter
from typing import Any, Literal

from pydantic import field_validator

from lakip_lib.settings.bagian import Bagian

BAGIAN_POLA = ("klasifikasi", "kode_unit")
BENTUK_URUT = re.compile(r"(0?[1-9]d?)?")  # "03": with leading noughts
JAM = 60
RENTANG_JAM = re.compile(r"([01]\d|2[0-3])[.:]([0-5]\d)-([01]\d|2[0-3])[.:]([0-5]\d)")
JAM_BIASA = ("07.30-12.00", "13.00-16.00")  # 7,5 hours a day, 37,5 a week (Perpres 21/2023)
JAM_JUMAT = ("07.30-11.30", "13.00-16.30")


class AturanSurat(Bagian):
    """[surat]: how letters are numbered and whom they address."""

    klasifikasi: str = "000.8.6.3"
    kode_unit: str = ""
    pola: str = "{klasifikasi}/{urut}/{kode_unit}"
    tujuan: str = ""
    tembusan: tuple[str, ...] = ()

    @field_validator("tembusan", mode="before")
    @classmethod
    def read_tembusan(cls, value: Any) -> Any:
        """A TOML array becomes a tuple."""
        return tuple(value) if isinstance(value, list) else value

    @field_validator("pola")
    @classmethod
    def check_pola(cls, pola: str) -> str:
        """A pattern must name {urut}, else numbers repeat; beside it {klasifikasi} and {kode_unit} only."""
        try:
            bagian = [(nama, bentuk, ubah) for _, nama, bentuk, ubah in Formatter().parse(pola) if nama is not None]
        except ValueError:
            bagian = []
        dikenal = all(
            not ubah and (BENTUK_URUT.fullmatch(bentuk or "") if nama == "urut" else nama in BAGIAN_POLA and not bentuk)
            for nama, bentuk, ubah in bagian
        )
        if not dikenal or "urut" not in {nama for nama, *_ in bagian}:
            raise ValueError("harus memuat {urut}, dan selain itu hanya boleh memuat {klasifikasi} dan {kode_unit}")
        return pola


class AturanAlur(Bagian):
    """[alur]: when the report is due, the office's clock, and how the report is signed."""

    tenggat_laporan: date | None = None
    zona: Literal["WIB", "WITA", "WIT"] = "WIB"
    jam_kerja: tuple[str, ...] = JAM_BIASA
    jam_jumat: tuple[str, ...] = JAM_JUMAT
    cara_ttd: Literal["basah", "tte", "p12"] = "basah"

    @field_validator("jam_kerja", "jam_jumat", mode="before")
    @classmethod
    def read_jam(cls, value: Any) -> Any:
        """A TOML array of spans "07.30-12.00" in order becomes a tuple."""
        if not isinstance(value, list | tuple):
            return value
        lalu = ""
        for teks in value:
            cocok = RENTANG_JAM.fullmatch(teks) if isinstance(teks, str) else None
            if cocok is None:
                raise ValueError(f'jam ditulis seperti "07.30-12.00", bukan {teks!r}')
            awal, akhir = cocok[1] + cocok[2], cocok[3] + cocok[4]
            if not lalu <= awal < akhir:
                raise ValueError(f"jam {teks!r} harus berurutan dan tidak bertumpuk")
            lalu = akhir
        return tuple(value)

    @field_validator("jam_kerja")
    @classmethod
    def check_jam_kerja(cls, jam: tuple[str, ...]) -> tuple[str, ...]:
        """There must be a time at which the office works, of an hour a day at least."""
        menit = [
            int(m[3]) * 60 + int(m[4]) - int(m[1]) * 60 - int(m[2]) for t in jam if (m := RENTANG_JAM.fullmatch(t))
        ]
        if sum(menit) < JAM:
            raise ValueError('jam_kerja harus memuat paling sedikit satu jam, misalnya "07.30-12.00"')
        return jam
