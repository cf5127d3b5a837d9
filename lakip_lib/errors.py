"""The few exceptions that stop the program; faults in submitted data are findings (temuan), not exceptions."""


class LakipError(Exception):
    """Base of all errors that lakip raises on purpose."""


class Keterangan(str):
    """A note on an error (`add_note`) for whoever ran the command, in Indonesian; other notes are for engineers."""


def list_keterangan(error: BaseException) -> list[str]:
    """The Indonesian notes on an error, each once."""
    return list(dict.fromkeys(note for note in getattr(error, "__notes__", ()) if isinstance(note, Keterangan)))


class UsageError(LakipError):
    """A command, folder or setting must be changed before the program can go on (exit code 2)."""


class SettingsError(UsageError):
    """instansi.toml must match PROMISES §2; the message lists every key that does not."""


class UnreadableFileError(LakipError):
    """A file must be of a readable kind; the message (Indonesian) says in one sentence why this one is not."""


class NotFinalError(LakipError):
    """A final document must have nothing open; the message lists what is (exit code 3)."""


class NotebookError(LakipError):
    """A notebook must run to its completion record; the message names notebook, cell and error (exit code 1)."""


class RenderError(LakipError):
    """A rendered document must hold every block and figure of its notebook; the message names what is missing."""


class PerangkatError(LakipError):
    """A program of others that documents need must do its part; `pesan` (Indonesian) is for whoever ran the command."""

    pesan = ""


class AlurError(LakipError):
    """The ledger or the register must be as it was written, and free; the message (Indonesian) names what is not (exit 3)."""
