"""The house rules that a test can read off the imports: which floor may stand on which."""

import ast
import hashlib
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "backend" / "midstance"
FRONTEND = ROOT / "frontend"

FLOORS = ["content", "training", "simulate", "formats", "journal", "accounts", "api"]
GROUND = {"clock", "settings", "database", "errors"}
PURE = {"content", "training", "simulate", "formats"}
LINE_LIMIT = 300


def modules(floor: str) -> list[Path]:
    return sorted((PACKAGE / floor).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Absolute names of everything that a Python file imports, wherever in the file it does."""
    package = path.relative_to(ROOT / "backend").with_suffix("").parts
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return names


def floors_of(names: set[str]) -> set[str]:
    return {
        parts[1] for name in names if (parts := name.split("."))[0] == "midstance" and parts[1:]
    }


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_those_below_it(floor: str) -> None:
    below = set(FLOORS[: FLOORS.index(floor)]) | {floor}
    allowed = below if floor in PURE else below | GROUND | {"__version__"}
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules(floor)
        for name in floors_of(imports(path)) - allowed
    }
    assert not wrong


def test_the_engine_imports_the_standard_library_and_itself() -> None:
    wrong = {
        f"{path.name} imports {name}"
        for path in modules("training")
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("midstance.training")
    }
    assert not wrong


@pytest.mark.parametrize("floor", sorted(PURE))
def test_pure_floors_do_not_look_at_a_clock_or_roll_dice(floor: str) -> None:
    clock = re.compile(r"\.(now|utcnow|today)\(\)|\btime\.(time|monotonic)\(|\brandom\.random\(")
    wrong = {
        f"{path.relative_to(PACKAGE)}: {match[0]}"
        for path in modules(floor)
        if (match := clock.search(path.read_text()))
    }
    assert not wrong


def javascript() -> list[Path]:
    return [path for path in sorted(FRONTEND.rglob("*.js")) if "vendor" not in path.parts]


def javascript_imports(path: Path) -> set[Path]:
    """Files that a module imports, at once or when used; only relative addresses are allowed."""
    pattern = re.compile(r'(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"')
    found = {
        match
        for match in pattern.findall(_without_comments(path.read_text()))
        if match[-3:] == ".js"
    }
    assert all(name.startswith(".") for name in found), f"{path} imports from outside: {found}"
    return {(path.parent / name).resolve() for name in found}


@pytest.mark.parametrize("folder", ["training", "figure"])
def test_pure_javascript_imports_only_its_own_folder(folder: str) -> None:
    wrong = {
        f"{path.relative_to(FRONTEND)} imports {target.relative_to(FRONTEND)}"
        for path in (FRONTEND / folder).glob("*.js")
        for target in javascript_imports(path)
        if target.parent != FRONTEND / folder
    }
    assert not wrong


def test_every_import_of_the_front_end_leads_to_a_file() -> None:
    wrong = {
        f"{path.relative_to(FRONTEND)}: {target}"
        for path in javascript()
        for target in javascript_imports(path)
        if not target.is_file()
    }
    assert not wrong


def test_views_never_import_views_and_nothing_below_imports_them() -> None:
    """A view may have a folder of its own name for its parts; `app.js` alone wires views."""
    views = FRONTEND / "views"
    wrong = {
        f"{path.relative_to(FRONTEND)} imports {target.relative_to(FRONTEND)}"
        for path in javascript()
        for target in javascript_imports(path)
        if views in target.parents and path.name != "app.js" and not _own_part(path, target, views)
    }
    assert not wrong


def test_every_file_says_in_its_first_sentence_what_it_holds() -> None:
    python = PACKAGE.rglob("*.py")
    silent = [path.name for path in python if not ast.get_docstring(ast.parse(path.read_text()))]
    silent += [
        path.name
        for path in javascript()
        if not re.match(r"(// @ts-check\s*)?(/\*\*|//|/\*)", path.read_text())
    ]
    assert not silent


def test_no_file_grows_past_the_size_where_it_wants_splitting() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in [*PACKAGE.rglob("*.py"), *javascript()]
        if (count := len(path.read_text().splitlines())) > LINE_LIMIT
    }
    assert not long


def test_vendored_files_are_the_ones_that_were_checked() -> None:
    vendor = FRONTEND / "vendor"
    for line in (vendor / "SHA256SUMS").read_text().splitlines():
        checksum, name = line.split()
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == checksum, name


def _own_part(path: Path, target: Path, views: Path) -> bool:
    if path.parent == views:
        return target.parent == views / path.stem
    return views in path.parents and path.parent == target.parent


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
