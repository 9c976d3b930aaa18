"""What does a test of the whole product get? The product, running, and people with a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium  # noqa: F401  a fixture
from tests.database import Databases
from tests.e2e.bezoeker import Bezoekers, Keuring
from tests.e2e.product import Product, running


@pytest.fixture(scope="module")
def product(sjabloon: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Overstap, started as `./dev run` does, on databases and in a folder of its own for this module."""
    with running(sjabloon, tmp_path_factory.mktemp("overstap") / "var") as started:
        yield started


@pytest.fixture(scope="module")
def gezien() -> dict[tuple[str, str], str]:
    """The kinds of pages that the tests of a module met: each is held against axe once, by whoever comes first."""
    return {}


@pytest.fixture
def bezoekers(
    chromium: Browser,  # noqa: F811  the fixture of that name
    product: Product,
    gezien: dict[tuple[str, str], str],
) -> Iterator[Bezoekers]:
    """People with a window; afterwards no console complained and axe found nothing."""
    people = Bezoekers(chromium, product.adres, Keuring(gezien))
    yield people
    people.sluit()
    assert not people.klachten, people.klachten
    assert not people.keuring.gebreken, "\n".join(people.keuring.gebreken)
