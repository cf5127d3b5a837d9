"""The kernels of the suite's notebooks: forked where that is to be had, with what the notebooks use loaded already."""

from lakip_lib.mesin.induk import PIPA, can_fork, prepare_induk

HANGAT = "lakip_lib.delivery.hangat"


def prepare_kernel() -> None:
    """Let the process that kernels are forked from begin to load, while other work goes on; nothing where none is forked."""
    if can_fork():
        prepare_induk([*PIPA, HANGAT])
