"""The helper processes that multiprocessing keeps for itself: ended with the tests that needed them, so that none stays."""

from multiprocessing import forkserver, resource_tracker


def stop_pembantu() -> None:
    """End the fork server and the resource tracker of this process; the next use starts them anew.

    There is no public way; CPython's own tests end them by the same two calls.
    """
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    resource_tracker._resource_tracker._stop()  # type: ignore[attr-defined]
