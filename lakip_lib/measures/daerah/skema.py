"""The JSON Schema of rekap.json, which ships with the package."""

import json
from importlib.resources import files
from typing import Any


def read_skema_rekap() -> dict[str, Any]:
    """The schema (draft 2020-12) that every rekap.json keeps."""
    return dict(json.loads(files("lakip_lib.measures.daerah").joinpath("rekap.schema.json").read_text("utf-8")))
