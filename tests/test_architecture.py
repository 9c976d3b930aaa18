"""Do the house rules hold that no import contract and no linter can see?"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
SOURCE = PROJECT / "src" / "overstap"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
LONGEST_FILE = 300
# Names that say nothing about what is inside.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "services", "service", "managers", "signals", "misc", "common"}
# Public functions of actions.py and queries.py that are not acts or reads, each with the reason.
NO_ACTION: dict[str, str] = {}
NO_QUERY: dict[str, str] = {}
XML_READERS = {"parse", "fromstring", "XML", "iterparse", "XMLParser"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def short(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules_with_role(role: str) -> list[Path]:
    """The files of one role in every concept: `actions.py`, or each file of the package `actions`."""
    domain = SOURCE / "domain"
    return sorted([*domain.glob(f"*/{role}.py"), *domain.glob(f"*/{role}/**/*.py")])


def public_functions(role: str, without: dict[str, str]) -> Iterator[tuple[str, Function]]:
    for path in modules_with_role(role):
        for node in tree(path).body:
            name = f"{path.relative_to(SOURCE / 'domain').with_suffix('')}.{getattr(node, 'name', '')}"
            if isinstance(node, Function) and not node.name.startswith("_") and name not in without:
                yield name, node


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("geen git-werkmap")
    return [PROJECT / name for name in listed.stdout.split("\0") if name and (PROJECT / name).is_file()]


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        short(path): lines for path in MODULES if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
    }
    assert not long


def test_no_module_has_a_name_that_says_nothing():
    assert not [short(path) for path in MODULES if {path.stem, path.parent.name} & EMPTY_NAMES]


def test_every_module_says_which_question_it_answers():
    without = [short(path) for path in MODULES if tree(path).body and not ast.get_docstring(tree(path))]
    assert not without


def test_every_action_names_who_and_when_by_keyword():
    wrong = []
    for name, function in public_functions("actions", NO_ACTION):
        keywords = {argument.arg for argument in function.args.kwonlyargs}
        if function.args.args or function.args.posonlyargs or not {"by", "at"} <= keywords:
            wrong.append(name)
    assert not wrong


def test_every_query_asks_first_for_whom():
    wrong = []
    for name, function in public_functions("queries", NO_QUERY):
        arguments = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        if arguments[:1] != ["actor"]:
            wrong.append(name)
    assert not wrong


def test_every_refusal_that_speaks_to_a_person_is_a_weigering():
    # So that every page catches all of them: a refusal that nobody thought of is a sentence, not an error page.
    own = [
        f"{short(path)}: {node.name}"
        for path in MODULES
        if path.is_relative_to(SOURCE / "domain")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "Exception" for b in node.bases)
        if re.search(r"\bzin\b", ast.unparse(node).replace(ast.get_docstring(node) or "", ""))
    ]
    assert not own


def test_every_exception_to_a_rule_still_exists():
    names = {f"{role}: {name}" for role in ("actions", "queries") for name, _ in public_functions(role, {})}
    listed = {f"actions: {name}" for name in NO_ACTION} | {f"queries: {name}" for name in NO_QUERY}
    assert listed <= names


def test_mail_leaves_in_one_place():
    """Where an oefenschool keeps it instead: no job sends past it."""
    wrong = [
        short(path)
        for path in MODULES
        if path != SOURCE / "jobs" / "post.py" and SOURCE / "integrations" / "mail" not in path.parents
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("overstap.integrations.mail")
        and "verstuur" in {name.name for name in node.names}
    ]
    assert not wrong


def test_xml_is_read_in_one_place():
    wrong = []
    for path in MODULES:
        if SOURCE / "integrations" / "xml" in path.parents:
            continue
        for node in ast.walk(tree(path)):
            reads = isinstance(node, ast.Attribute) and node.attr in XML_READERS
            if reads and isinstance(node.value, ast.Name) and node.value.id in {"etree", "ElementTree"}:
                wrong.append(f"{short(path)}:{node.lineno}")
    assert not wrong


def glossary() -> set[str]:
    """The words of docs/begrippen.md as a class would spell them: "bij dossier" is `bijdossier`."""
    lines = (PROJECT / "docs" / "begrippen.md").read_text(encoding="utf-8").splitlines()
    terms = [line.split("|")[1].split("(")[0] for line in lines if line.startswith("| ")]
    return {re.sub(r"[^a-z]", "", term.lower()) for term in terms}


def test_every_list_and_every_table_of_the_domain_stands_in_the_glossary():
    named = {
        node.name
        for path in MODULES
        if SOURCE / "domain" in path.parents
        for node in tree(path).body
        if isinstance(node, ast.ClassDef)
        and (path.stem == "models" or {ast.unparse(base) for base in node.bases} & {"Choice", "StrEnum", "Enum"})
    }
    # What Django asks for beside a table is no word of ours.
    named.remove("AccountManager")
    assert "Staat" in named
    assert not {name for name in named if name.lower() not in glossary()}


def test_the_glossary_says_each_word_once():
    lines = (PROJECT / "docs" / "begrippen.md").read_text(encoding="utf-8").splitlines()
    words = [line.split("|")[1].strip() for line in lines if line.startswith("| ") and "| Begrip |" not in line]
    assert not {word for word in words if words.count(word) > 1}


def test_no_tracked_file_names_a_machine():
    # Put together here, so that this file does not name one itself.
    machine = re.compile(
        "|".join(("/" + "work/(main|shared)", "/" + "home/[a-z]", "/" + "root/", "/" + "Users/", "/" + "tmp/plan"))
    )
    wrong = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        wrong += [f"{short(path)}: {found.group()}" for found in machine.finditer(text)]
    assert not wrong


def test_every_left_out_check_says_why():
    wrong = []
    for path in [*MODULES, *(PROJECT / "tests").rglob("*.py")]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            left_out = re.search(r"#\s*(?:noqa|type:\s*ignore)(?::\s*[A-Z0-9, ]+)?(?:\[[^\]]*\])?(.*)", line)
            if left_out and '"' not in left_out.group() and len(left_out.group(1).strip(" #—-:")) < len("a reason"):
                wrong.append(f"{short(path)}:{number}")
    assert not wrong


def test_no_view_gives_a_page_a_name_that_every_page_has() -> None:
    """What every page knows (`components/context.py`) goes before what a view gives, so the page would read that."""
    web = SOURCE / "web"
    overal = {
        naam for path in (web / "components" / "context.py", web / "hulp" / "context.py") for naam in _namen(path)
    }
    assert {"woorden", "nu", "menu"} <= overal
    verloren = [
        f"{short(path)}: {naam}"
        for path in web.rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
        for naam in _gegeven(node) & overal
    ]
    assert verloren == []


def _namen(path: Path) -> set[str]:
    """The keys that a context processor returns."""
    return {naam for node in ast.walk(tree(path)) if isinstance(node, ast.Return) for naam in _sleutels(node.value)}


def _gegeven(functie: Function) -> set[str]:
    """The names that a function gives to `render`: written there, or in a variable that goes there."""
    namen: set[str] = set()
    for node in ast.walk(functie):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "render" and len(node.args) > 2:
            wat = node.args[2]
            namen |= _sleutels(wat)
            for een in ast.walk(functie):
                doel = een.targets[0] if isinstance(een, ast.Assign) else getattr(een, "target", None)
                if isinstance(een, ast.Assign | ast.AnnAssign) and isinstance(wat, ast.Name):
                    namen |= _sleutels(een.value) if getattr(doel, "id", "") == wat.id else set()
    return namen


def _sleutels(node: ast.expr | None) -> set[str]:
    return {str(k.value) for k in node.keys if isinstance(k, ast.Constant)} if isinstance(node, ast.Dict) else set()
