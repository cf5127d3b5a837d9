"""Fixtures for all tests, and the rule that a complete run skips nothing for want of a program."""

import os
from collections.abc import Generator, Iterator

import pytest
from pembantu import stop_pembantu

PROGRAM = ("chromium", "peramban", "libreoffice", "soffice", "poppler", "pdftoppm", "pdfsig")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, None, None]:
    """With LAKIP_UJI_LENGKAP set, a test skipped for want of a browser or LibreOffice has failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if os.environ.get("LAKIP_UJI_LENGKAP") and report.skipped and isinstance(report.longrepr, tuple):
        alasan = report.longrepr[2].casefold()
        if any(nama in alasan for nama in PROGRAM):
            report.outcome = "failed"
            report.longrepr = f"must not be skipped in a complete run: {report.longrepr[2]}"


@pytest.fixture(scope="module", autouse=True)
def no_process_stays() -> Iterator[None]:
    """What kernels are forked from ends with the tests that needed it."""
    yield
    stop_pembantu()
