"""Is a big file of somebody we do not know refused before it is read?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

BIG = b"x" * 3_000_000


@pytest.mark.parametrize("adres", ["/account/inloggen/", "/hulp/", "/po/importeren/", "/bestaat-niet/"])
def test_a_stranger_cannot_fill_the_memory(db: None, adres: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/account/inloggen/")
    geheim = client.cookies["csrftoken"].value
    response = client.post(adres, {"csrfmiddlewaretoken": geheim, "bestand": SimpleUploadedFile("a.xml", BIG)})
    assert response.status_code == (404 if adres == "/bestaat-niet/" else 413)


def test_a_colleague_may_send_a_big_file(wereld: SimpleNamespace) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(wereld.marije)
    client.get("/sneltoetsen/")
    geheim = client.cookies["csrftoken"].value
    response = client.post("/sneltoetsen/", {"csrfmiddlewaretoken": geheim, "x": SimpleUploadedFile("a.xml", BIG)})
    assert response.status_code == 302
