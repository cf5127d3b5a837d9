"""The JSON Schema of hasil.json, which ships with the package."""

import json
from importlib.resources import files
from typing import Any


def read_skema() -> dict[str, Any]:
    """The schema (draft 2020-12) that every hasil.json keeps."""
    return dict(json.loads(files("lakip_lib.measures").joinpath("hasil.schema.json").read_text("utf-8")))
