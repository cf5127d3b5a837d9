"""A notebook's cells executed by a forked kernel; what messages mean is nbclient's business, what a notebook is papermill's."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from nbclient.exceptions import CellExecutionComplete, CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient

from lakip_lib.mesin.proses import KernelMatiError, ProsesKernel


class KlienCabang(PapermillNotebookClient):
    """Papermill's client with a forked kernel in the place of one behind sockets."""

    def execute(self, **_: Any) -> NotebookNode:
        """Execute all cells; a kernel that did not start raises as a stock one does, so that it can be tried again."""
        self.reset_execution_trackers()
        try:
            proses = ProsesKernel(
                folder=self.resources.get("metadata", {}).get("path") or ".", batas_mulai=self.startup_timeout
            )
        except (KernelMatiError, TimeoutError) as error:
            raise RuntimeError("Kernel died before replying to kernel_info") from error
        with proses:
            self._proses = proses
            self.papermill_execute_cells()
            self.nb.metadata["language_info"] = proses.info["language_info"]
            self.set_widgets_metadata()
        return self.nb

    def execute_cell(
        self, cell: NotebookNode, cell_index: int, execution_count: int | None = None, store_history: bool = True
    ) -> NotebookNode:
        """Execute one cell and fill in its outputs; CellExecutionError, CellTimeoutError, DeadKernelError."""
        if cell.cell_type != "code" or not cell.source.strip():
            return cell
        cell.outputs = []
        self.clear_before_next_output = False
        if self.record_timing:
            cell["metadata"]["execution"] = {}

        def read(pesan: Mapping[str, Any]) -> None:
            with suppress(CellExecutionComplete):
                self.process_message(pesan, cell, cell_index)

        try:
            balasan = self._proses.run(cell.source, read, batas=self._get_timeout(cell))
        except TimeoutError as error:
            raise CellTimeoutError.error_from_timeout_and_cell(
                "Cell execution timed out", self._get_timeout(cell), cell
            ) from error
        except KernelMatiError as error:
            raise DeadKernelError("Kernel died") from error
        self.code_cells_executed += 1
        isi = balasan["content"]
        boleh = self.allow_errors or "raises-exception" in cell.metadata.get("tags", [])
        if isi["status"] == "error" and (self.force_raise_errors or not boleh):
            raise CellExecutionError.from_cell_and_msg(cell, isi)
        return cell
