"""The commands of `lakip`: everything a person reads here is Indonesian, the libraries' own words too."""

import lakip_lib.ringan  # noqa: F401 - before anything that loads nbformat
from lakip_lib.cli.jalan import main, run

__all__ = ["main", "run"]
