"""The clock on the wall: the one place where the program asks what time it is. Documents get their dates from the ledger."""

from datetime import datetime, timedelta, timezone

ZONA = {"WIB": 7, "WITA": 8, "WIT": 9}  # hours before UTC; Indonesia knows no summer time


def get_zona(nama: str) -> timezone:
    """The time zone of that Indonesian name.

    >>> get_zona("WIB").utcoffset(None)
    datetime.timedelta(seconds=25200)
    """
    return timezone(timedelta(hours=ZONA[nama]), nama)


def read_jam(zona: timezone) -> datetime:
    """Now, in that zone, to the second."""
    return datetime.now(zona).replace(microsecond=0)
