"""What every table of instansi.toml is."""

from typing import Any
from unicodedata import category

from pydantic import BaseModel, ConfigDict, field_validator


class Bagian(BaseModel):
    """A table of instansi.toml: strict, unknown keys refused, unchangeable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @field_validator("*", mode="before")
    @classmethod
    def check_teks(cls, value: Any) -> Any:
        """A text must be one line of characters that can be printed."""
        if isinstance(value, str) and any(category(huruf) in {"Cc", "Cs"} for huruf in value):
            raise ValueError("harus satu baris tanpa huruf kendali")
        return value
