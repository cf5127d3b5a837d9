"""The commands of `lakip`: everything a person reads here is Indonesian, the libraries' own words too."""

from lakip_lib.cli.jalan import main, run

__all__ = ["main", "run"]
