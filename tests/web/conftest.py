"""What do the tests of pages get? An invented school with two people, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.browser import chromium, venster  # noqa: F401  fixtures
from tests.database import Databases

OpDatabases = Callable[[Databases], AbstractContextManager[None]]
WACHTWOORD = "vier woorden op een rij"


@pytest.fixture(autouse=True)
def _niets_van_een_ander() -> Iterator[None]:
    """Forget the login attempts that allauth counts in the cache of another test."""
    from django.core.cache import caches

    yield
    caches.close_all()


@pytest.fixture
def demo(settings: SimpleNamespace, tmp_path: Path) -> Path:
    """Demo mode, with an empty postbus; gives its folder."""
    settings.OVERSTAP_DEMO = True
    settings.OVERSTAP_POSTBUS_MAP = tmp_path / "post"
    settings.EMAIL_BACKEND = "overstap.integrations.mail.DemoPostbus"
    return settings.OVERSTAP_POSTBUS_MAP


def maak_wereld() -> SimpleNamespace:
    """A basisschool with a leerkracht and a directeur, a vo-school with one person who also works at the first."""
    from overstap.domain.gebruikers.models import Account
    from overstap.domain.scholen.models import Aanstelling, Organisatie, Regio
    from overstap.foundation.access import Rol

    regio = Regio.objects.create(naam="Merenland", instellingen={})
    po = Organisatie.objects.create(regio=regio, soort="po", naam="De Voorbeeldboom", brin="00YY", plaats="Meerdorp")
    vo = Organisatie.objects.create(regio=regio, soort="vo", naam="Merenlandcollege", brin="00ZX", plaats="Stuwmeer")
    marije, joris, bas, nieuw = (
        Account.objects.create_user(f"{naam.split()[0].lower()}@voorbeeld.nl", WACHTWOORD, naam=naam)
        for naam in ("Marije Vonk", "Joris Tol", "Bas Verhoef", "Nina Nieuw")
    )
    aan = Aanstelling.objects.create
    return SimpleNamespace(
        po=po, vo=vo, marije=marije, joris=joris, bas=bas, nieuw=nieuw,
        als_marije=aan(account=marije, organisatie=po, rol=Rol.LEERKRACHT),
        als_joris=aan(account=joris, organisatie=po, rol=Rol.DIRECTEUR),
        als_bas=aan(account=bas, organisatie=vo, rol=Rol.TOELATINGSCOMMISSIE),
        bas_po=aan(account=bas, organisatie=po, rol=Rol.ADMINISTRATIE_PO),
    )  # fmt: skip


@pytest.fixture(scope="module")
def voorgemaakt(request: pytest.FixtureRequest, sjabloon: Databases, op_databases: OpDatabases) -> Iterator[Any]:
    """Databases with what `maak_begin` of this module commits, and what it returned; made once, to be copied."""
    with sjabloon.clone() as databases:
        with op_databases(databases):
            gemaakt = request.module.maak_begin()
        yield databases, gemaakt


@pytest.fixture
def begin(voorgemaakt: Any, op_databases: OpDatabases) -> Iterator[Any]:
    """What `maak_begin` of this module returned, in a copy of its databases for this test."""
    with voorgemaakt[0].clone() as databases, op_databases(databases):
        yield deepcopy(voorgemaakt[1])


@pytest.fixture
def wereld(db: None) -> SimpleNamespace:
    """The invented world, in a transaction that is rolled back."""
    return maak_wereld()
