"""What is wrong with an instansi.toml, in Indonesian: the libraries' own words reach nobody."""

import re
from tomllib import TOMLDecodeError

from pydantic import ValidationError

PESAN = {
    "missing": "wajib diisi",
    "extra_forbidden": "tidak dikenal; periksa ejaannya atau hapus",
    "literal_error": "pilihannya: {expected}",
    "string_type": "harus berupa teks dalam tanda kutip",
    "int_type": "harus berupa bilangan bulat",
    "bool_type": "harus true atau false",
    "date_type": "harus berupa tanggal, misalnya 2026-02-28",
    "date_from_datetime_inexact": "harus berupa tanggal tanpa jam",
    "string_pattern_mismatch": "hanya huruf, angka, dan tanda hubung",
    "greater_than_equal": "harus paling sedikit {ge}",
    "less_than_equal": "harus paling banyak {le}",
    "model_type": "harus berupa bagian [..]",
    "tuple_type": "harus berupa daftar [..]",
}


def describe_faults(error: ValidationError) -> list[str]:
    """Each fault of instansi.toml as "kunci: apa yang salah" in Indonesian, in order of the keys."""
    faults = []
    for item in error.errors():
        kunci = ".".join(str(part) for part in item["loc"] if part not in {"str", "literal['tanpa']", "decimal"})
        context = {k: str(v).replace(" or ", " atau ") for k, v in item.get("ctx", {}).items()}
        dari_kita = item["type"] == "value_error"
        pesan = context.get("error", "") if dari_kita else PESAN.get(item["type"], "").format(**context)
        faults.append(f"{kunci or 'instansi.toml'}: {pesan or 'nilai tidak dapat dipakai'}")
    return list(dict.fromkeys(faults))


# what the reader of TOML says, by a word of it
PESAN_TOML = {
    "overwrite|twice|redefine|mutate|[Dd]uplicate": "Kunci atau bagian itu sudah tertulis di atasnya; sisakan satu.",
    "[Uu]nescaped|[Ee]scaped|hex": "Garis miring terbalik di dalam tanda kutip ditulis dua kali.",
    "date": "Tanggal ditulis tahun-bulan-hari, misalnya 2026-02-28.",
}
UMUM_TOML = "Periksa tanda kutip, tanda sama dengan, dan kurung di sana atau pada baris sebelumnya."


def say_toml(error: TOMLDecodeError) -> str:
    """Where a TOML file cannot be read and what to look at: "baris 5, kolom 3. Periksa tanda kutip …"."""
    tempat = re.search(r"at line (\d+), column (\d+)", str(error))
    di = f"baris {tempat[1]}, kolom {tempat[2]}" if tempat else "akhir berkas"
    saran = (kata for pola, kata in PESAN_TOML.items() if re.search(pola, str(error)))
    return f"{di}. {next(saran, UMUM_TOML)}"
