"""What does every test get? Real databases, as the role that serves people, which row-level security binds.

- `db`: a transaction that is rolled back, on both databases (`default` and `sleutels`).
- `samen` and `opnieuw`: a beginning that the tests of a module share, as if each had made it itself.
- `eigen_database`: fresh copies of both databases for one test, for what must really commit (threads, browser, jobs).
- `volle_wereld`: a world with a dossier in every state, shared by the tests of a module, which undo what they do.
- `eigenaar` and `tabellen`: what is really in that world, and which of its tables stand behind row-level security.
- `op_databases`: `with op_databases(databases): ...` lets Django work on those for a while.
- `eigenaar_cursor`: the owner of the tables, for looking at the catalogue of the database; sees committed rows only.
- `server`: `eigen_database` with the application served on http://localhost:<port>.
- `pagina`: a fresh browser window on that server; mark such a test with `@pytest.mark.browser`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from overstap.config.environment import POOL
from tests import database
from tests.beide_maten import pytest_sessionfinish, pytest_testnodedown  # noqa: F401  pytest finds them here
from tests.chromium import CHROMIUM, CHROMIUM_FLAGS
from tests.klok import begin_op_de_dag, echte_klok  # noqa: F401  a fixture
from tests.lijn import geef_tijd
from tests.omgeving import STATE_OF_CODE, omgeving_blijft, start_django, zet_omgeving  # noqa: F401  a fixture
from tests.verzamelen import begin as begin_te_verzamelen
from tests.verzamelen import pytest_collection_finish, pytest_unconfigure  # noqa: F401  pytest finds them here

ALIASES = ["default", "sleutels"]
OpDatabases = Callable[[database.Databases], AbstractContextManager[None]]
Gebouwd = tuple[database.Databases, Any]

begin_te_verzamelen()
zet_omgeving()
# Before any other conftest or test file imports a model.
start_django()
geef_tijd()
begin_op_de_dag()
# Two busy cores make any single example slow now and then; measurements live in ./dev bench.
hypothesis.settings.register_profile(
    "overstap", deadline=None, print_blob=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("overstap")


def _beurt(item: pytest.Item) -> int:
    """Return when a test may begin: what takes longest first, so that two workers are ready at the same time."""
    if item.path.parent.name in {"e2e", "hulpbeelden"}:
        # The journey, and then the rest of the product and what the help shows of it.
        return 0 if item.path.name == "test_reis.py" else 1
    if {"server", "venster", "pagina"} & set(getattr(item, "fixturenames", ())):
        return 2
    return 3 if "gebouwde_wereld" in getattr(item, "fixturenames", ()) else 4


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every database test use both databases, and refuse the kind that empties tables: only an owner may."""
    beurt: dict[Path, int] = {}
    for item in items:
        beurt[item.path] = min(_beurt(item), beurt.get(item.path, 9))
    # Files stay whole, and those of one turn in the order in which they were found.
    items.sort(key=lambda item: beurt[item.path])
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        marker = item.get_closest_marker("django_db")
        if "transactional_db" in fixtures or (marker and marker.kwargs.get("transaction")):
            raise pytest.UsageError(f"{item.nodeid}: gebruik de fixture eigen_database in plaats van transaction=True")
        if "samen" in fixtures and (marker or "db" in fixtures):
            # After a test with `db` Django closes the connection, and with it what the module made.
            raise pytest.UsageError(f"{item.nodeid}: neem opnieuw in plaats van db")
        if marker or "db" in fixtures:
            item.add_marker(pytest.mark.django_db(databases=ALIASES), append=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped, also when none were: a check that did not happen must not look like one."""
    skipped = sum(len(reports) for kind, reports in terminalreporter.stats.items() if kind.endswith("skipped"))
    terminalreporter.write_line(f"Overgeslagen tests: {skipped}")


@pytest.fixture(scope="session")
def sjabloon() -> Iterator[database.Databases]:
    with database.template() as template:
        yield template


def _point_django_at(databases: database.Databases) -> None:
    from django.db import connections

    connections.close_all()
    for alias, variable in (("default", "DATABASE_URL"), ("sleutels", "SLEUTELS_URL")):
        found = psycopg.conninfo.conninfo_to_dict(databases.addresses[variable])
        # The wrappers of every thread share this one dictionary.
        connections.settings[alias].update(
            NAME=found["dbname"], USER=found["user"], PASSWORD=found["password"], HOST=found["host"]
        )


@pytest.fixture(scope="session")
def proces_database(sjabloon: database.Databases) -> Iterator[database.Databases]:
    """The two databases of this test process; tests roll back what they do here."""
    with sjabloon.clone() as clone:
        yield clone


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, proces_database: database.Databases
) -> Iterator[None]:
    """Replace pytest-django's own, which would make databases as their owner."""
    with django_db_blocker.unblock():
        _point_django_at(proces_database)
    yield
    with django_db_blocker.unblock():
        from django.db import connections

        connections.close_all()


@pytest.fixture(scope="session")
def op_databases(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, proces_database: database.Databases
) -> OpDatabases:
    """Let Django work on other databases for the length of a `with`, and commit there."""

    @contextmanager
    def op(databases: database.Databases) -> Iterator[None]:
        with django_db_blocker.unblock():
            _point_django_at(databases)
            try:
                yield
            finally:
                _point_django_at(proces_database)

    return op


@contextmanager
def _teruggedraaid() -> Iterator[None]:
    """Let everything in both databases that happens here not have happened."""
    from django.db import connections, transaction

    with ExitStack() as stack:
        for alias in ALIASES:
            atomic = transaction.atomic(using=alias)
            # As Django's own tests say it: an act that asks to be the outermost may stand within this one.
            atomic._from_testcase = True  # type: ignore[attr-defined]  # it makes this itself, too
            stack.enter_context(atomic)
            stack.callback(transaction.set_rollback, True, using=alias)
        yield
        # Nothing is committed here, so what a commit would refuse is asked now.
        for alias in ALIASES:
            if not connections[alias].needs_rollback:
                connections[alias].check_constraints()


@pytest.fixture(scope="module")
def samen(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A transaction around the tests of a module, in which a fixture of the module makes what all begin with."""
    with django_db_blocker.unblock(), _teruggedraaid():
        yield


@pytest.fixture
def opnieuw(samen: None) -> Iterator[None]:
    """Instead of `db`: this test begins with what the module made, and leaves it as it was."""
    with _teruggedraaid():
        yield


@pytest.fixture
def eigen_database(sjabloon: database.Databases, op_databases: OpDatabases) -> Iterator[database.Databases]:
    """Fresh databases in which this test commits; dropped afterwards. Not together with `db`."""
    with sjabloon.clone() as clone, op_databases(clone):
        yield clone


@pytest.fixture(scope="session")
def gebouwde_wereld(sjabloon: database.Databases, op_databases: OpDatabases) -> Iterator[Gebouwd]:
    """Databases with a region and dossiers in every state (`access_matrix/wereld.py`), made once for all processes."""

    def bouw(databases: database.Databases) -> Any:
        wereld = import_module("tests.access_matrix.wereld")  # late: it imports models
        with op_databases(databases), time_machine.travel(wereld.AT, tick=False):
            return wereld.bouw()

    bestanden = Path(os.environ["OVERSTAP_BIJLAGEN_MAP"])
    with database.built(sjabloon, "wereld", STATE_OF_CODE, bouw, bestanden) as gebouwd:
        yield gebouwd


@pytest.fixture(scope="module")
def volle_wereld(gebouwde_wereld: Gebouwd, op_databases: OpDatabases) -> Iterator[Any]:
    """That world, really committed; the clock of the application stands at `AT`. What a test changes, it undoes."""
    databases, wereld = gebouwde_wereld
    with op_databases(databases), time_machine.travel(wereld.at, tick=False):
        yield wereld


@pytest.fixture(scope="module")
def eigenaar(gebouwde_wereld: Gebouwd) -> Iterator[psycopg.Cursor[dict[str, Any]]]:
    """The owner of the tables, whom row-level security does not bind: what is really there."""
    adres = gebouwde_wereld[0].addresses["DATABASE_EIGENAAR_URL"]
    with psycopg.connect(adres, autocommit=True, row_factory=psycopg.rows.dict_row) as verbinding:
        yield verbinding.cursor()


@pytest.fixture(scope="module")
def tabellen(eigenaar: psycopg.Cursor[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """Every table behind row-level security, with its columns."""
    eigenaar.execute(
        """
        select c.relname, array_agg(a.attname::text) as kolommen from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relrowsecurity group by 1 order by 1
        """
    )
    return {rij["relname"]: frozenset(rij["kolommen"]) for rij in eigenaar.fetchall()}


@pytest.fixture
def eigenaar_cursor(request: pytest.FixtureRequest, proces_database: database.Databases) -> Iterator[psycopg.Cursor]:
    """A cursor as the owner of the tables, on the databases of this test, each statement committed at once."""
    current = request.getfixturevalue("eigen_database") if "eigen_database" in request.fixturenames else proces_database
    with psycopg.connect(current.addresses["DATABASE_EIGENAAR_URL"], autocommit=True) as connection:
        yield connection.cursor()


@contextmanager
def _verbindingen_blijven() -> Iterator[None]:
    """Let connections wait for the next page, as `overstap web` does: connecting and planning anew costs 50 ms each."""
    from django.db import connections

    connections.close_all()
    for alias in ALIASES:
        connections.settings[alias]["OPTIONS"]["pool"] = POOL
    try:
        yield
    finally:
        connections.close_all()
        for alias in ALIASES:
            connections[alias].close_pool()  # type: ignore[attr-defined]  # of PostgreSQL only
            del connections.settings[alias]["OPTIONS"]["pool"]


@contextmanager
def bediend() -> Iterator[str]:
    """Serve the application on the databases on which Django works; gives its address."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    with _verbindingen_blijven():
        thread = LiveServerThread("localhost", StaticFilesHandler)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://localhost:{thread.port}"
        thread.terminate()


@pytest.fixture
def server(eigen_database: database.Databases) -> Iterator[str]:
    """The address of the running application, on databases of its own."""
    with bediend() as adres:
        yield adres


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Debian chromium-headless-shell for this process, which asks nobody outside for anything."""
    # Playwright keeps an event loop in this thread, in which Django would refuse every query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    if not Path(CHROMIUM).exists():
        pytest.skip(f"{CHROMIUM} ontbreekt: draai ./dev test als root of met sudo")
    # What comes at last comes late on a busy machine; what does not come is as wrong after a minute.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture
def pagina(browser: Browser, server: str) -> Iterator[Page]:
    """A fresh browser window on the running application; `pagina.goto("/account/login/")` stays inside it."""
    context = browser.new_context(base_url=server, locale="nl-NL", timezone_id="Europe/Amsterdam")
    yield context.new_page()
    context.close()
