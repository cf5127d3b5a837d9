"""The papermill engine: `papermill.execute_notebook(…, engine_name="lakip")`."""

from typing import Any

from papermill.engines import Engine, papermill_engines
from papermill.log import logger

from lakip_lib.mesin.klien import KlienCabang

MESIN = "lakip"


class MesinCabang(Engine):
    """Executes notebooks in kernels forked from one process; takes what papermill's own engine takes."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        log_output: bool = False,
        stdout_file: Any = None,
        stderr_file: Any = None,
        start_timeout: int = 60,
        execution_timeout: int | None = None,
        **kwargs: Any,
    ) -> Any:
        """Execute the notebook that papermill has filled with parameters."""
        return KlienCabang(
            nb_man,
            timeout=execution_timeout,
            startup_timeout=start_timeout,
            kernel_name=kernel_name,
            log=logger,
            log_output=log_output,
            stdout_file=stdout_file,
            stderr_file=stderr_file,
        ).execute()


def register_engine() -> None:
    """Make the engine known to papermill under its name."""
    papermill_engines.register(MESIN, MesinCabang)
