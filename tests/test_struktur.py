"""The house itself: import order, sizes, documented names, thin notebooks, one list of dependencies."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
PAKET = AKAR / "lakip_lib"
# Each layer may import what stands before it, and itself.
LAPIS = (
    (
        "errors",
        "galat",
        "istilah",
        "temuan",
        "urutan",
        "versi",
        "ringan",
        "kunci",
        "simpan",
        "sementara",
        "proses",
        "mesin",
    ),
    ("blok", "formats", "rujukan", "satuan", "settings"),
    ("alur",),
    ("forms", "intake"),
    ("checks",),
    ("cleaning", "model"),
    ("measures",),
    ("telaah",),
    ("charts", "tables", "narrative"),
    ("report",),
    ("koreksi",),
    ("surat",),
    ("delivery",),
    ("batch",),
    ("cli", "__main__"),
)
TINGKAT = {nama: n for n, lapis in enumerate(LAPIS) for nama in lapis}
TAMPILAN = {"charts", "tables", "narrative"}
NOTEBOOK = sorted((AKAR / "notebooks").glob("*.ipynb"))


def list_modules() -> list[Path]:
    return sorted(p for p in PAKET.rglob("*.py") if "__pycache__" not in p.parts)


def list_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lakip_lib."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("lakip_lib."))


def owner(path: Path) -> str:
    return path.relative_to(PAKET).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", list_modules(), ids=lambda p: p.relative_to(AKAR).as_posix())
def test_module_imports_only_what_stands_before_it(path: Path) -> None:
    mine = owner(path)
    if mine == "__init__":
        return
    for other in list_imports(path):
        assert TINGKAT[other] <= TINGKAT[mine], f"{mine} must not import {other}"
        assert not (mine in TAMPILAN and other in TAMPILAN and other != mine), f"{mine} must not import {other}"


@pytest.mark.parametrize("path", list_modules(), ids=lambda p: p.relative_to(AKAR).as_posix())
def test_module_fits_in_the_head(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert len(path.read_text("utf-8").splitlines()) <= 300
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 60] == []


@pytest.mark.parametrize("path", list_modules(), ids=lambda p: p.relative_to(AKAR).as_posix())
def test_every_exception_is_caught_by_name(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            named = ast.unparse(node.type) if node.type else ""
            assert named not in {"", "Exception", "BaseException"} or owner(path) == "cli"


def code_cells(path: Path) -> list[dict[str, object]]:
    return [c for c in json.loads(path.read_text("utf-8"))["cells"] if c["cell_type"] == "code"]


@pytest.mark.parametrize("path", NOTEBOOK, ids=lambda p: p.name)
def test_notebook_is_thin_and_without_outputs(path: Path) -> None:
    cells = code_cells(path)
    sources = ["".join(c["source"]) for c in cells]  # type: ignore[arg-type]
    assert all(c["outputs"] == [] and c["execution_count"] is None for c in cells)
    assert max(len(s.splitlines()) for s in sources) <= 15
    assert sum(len(s.splitlines()) for s in sources) <= 80
    assert not re.search(r"^\s*(def|class|try|except)\b", "\n".join(sources), re.MULTILINE)


@pytest.mark.parametrize("path", [p for p in NOTEBOOK if not p.name.startswith("00")], ids=lambda p: p.name)
def test_notebook_has_one_parameters_cell_and_ends_with_its_record(path: Path) -> None:
    cells = code_cells(path)
    tagged = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]  # type: ignore[attr-defined]
    assert len(tagged) == 1
    assert "finish(" in "".join(cells[-1]["source"])  # type: ignore[arg-type]


def pinned() -> dict[str, str]:
    lines = (AKAR / "requirements.lock").read_text("utf-8").splitlines()
    found = [re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", line) for line in lines]
    return {re.sub(r"[-_.]+", "-", m[1]).lower(): m[2] for m in found if m}


def declared() -> list[str]:
    project = tomllib.loads((AKAR / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]
    dev = [text for text in extra["dev"] if not text.startswith("lakip[")]  # what names the other extras
    return [*project["dependencies"], *extra["klaster"], *dev]


def test_lock_pins_every_declared_dependency_within_its_bound() -> None:
    from packaging.requirements import Requirement

    pins = pinned()
    for text in declared():
        need = Requirement(text)
        assert need.specifier.contains(pins[re.sub(r"[-_.]+", "-", need.name).lower()], prereleases=True), text


def test_lock_has_hashes_and_names_no_host() -> None:
    text = (AKAR / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert text.count("==") <= text.count("--hash=sha256:")


def test_environment_takes_its_dependencies_from_pyproject() -> None:
    text = (AKAR / "environment.yml").read_text("utf-8")
    assert "-e .[dev]" in text
    assert "pandas" not in text
