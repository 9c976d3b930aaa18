"""Does an upload lie encrypted while it waits, and is a stranger's refused before it is read?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client, RequestFactory

from overstap.foundation.opslag import STUK, Tijdelijk
from overstap.web.components.actor import GAST_SLEUTEL, OUDER_SLEUTEL
from overstap.web.components.uploads import HOOGSTENS, MET_CODE, VersleuteldeUpload

BIG = b"x" * 3_000_000


@pytest.mark.parametrize("adres", ["/account/inloggen/", "/hulp/", "/po/importeren/", "/bestaat-niet/"])
def test_a_stranger_cannot_fill_the_disk(db: None, adres: str) -> None:
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


class _Iemand:
    is_authenticated = True


@pytest.mark.parametrize("sleutel", [OUDER_SLEUTEL, GAST_SLEUTEL])
def test_who_typed_a_code_may_send_photos_and_not_without_end(sleutel: str) -> None:
    request = RequestFactory().post("/", {"bestand": SimpleUploadedFile("a.pdf", BIG)})
    request.user, request.session = AnonymousUser(), {sleutel: "x"}
    bestandwachter = VersleuteldeUpload(request)
    bestandwachter.handle_raw_input(None, {}, len(BIG))
    with pytest.raises(RequestDataTooBig):
        bestandwachter.handle_raw_input(None, {}, MET_CODE + 1)


type_verzoek = Callable[..., HttpRequest]


@pytest.fixture
def verzoek() -> Iterator[type_verzoek]:
    """A request with these files, which ends as Django ends one."""
    gemaakt = []

    def maak(*bestanden: bytes, wie: object = _Iemand) -> HttpRequest:
        stukken = [SimpleUploadedFile(f"{nummer}.pdf", ruw) for nummer, ruw in enumerate(bestanden)]
        request = RequestFactory().post("/", {"bestand": stukken})
        request.user = wie
        request.upload_handlers = [VersleuteldeUpload(request)]
        gemaakt.append(request)
        return request

    yield maak
    for request in gemaakt:
        request.close()


@pytest.mark.parametrize("omvang", [0, 1, STUK, 5 * STUK + 3])
def test_what_was_sent_can_be_read_and_sought_in(verzoek: type_verzoek, omvang: int) -> None:
    ruw = os.urandom(omvang)
    bestand = verzoek(ruw).FILES["bestand"]
    assert (bestand.name, bestand.size) == ("0.pdf", omvang)
    assert b"".join(bestand.chunks()) == ruw
    bestand.seek(omvang // 2)
    assert bestand.read(10) == ruw[omvang // 2 :][:10]


def test_on_the_disk_it_has_no_name_and_cannot_be_read() -> None:
    tijdelijk = Tijdelijk()
    tijdelijk.write(b"geheim van een kind " * 10_000)
    tijdelijk._bestand.flush()
    tijdelijk._bestand.seek(0)
    assert b"geheim" not in tijdelijk._bestand.read()
    assert os.fstat(tijdelijk._bestand.fileno()).st_nlink == 0
    tijdelijk.close()


def test_a_form_that_is_too_big_comes_in_without_its_files(verzoek: type_verzoek, settings) -> None:
    settings.OVERSTAP_GROOTSTE_UPLOAD = 1000
    request = verzoek(bytes(2000))
    assert not request.FILES
    assert request.POST == {}


def test_a_strangers_big_form_is_not_read_at_all(verzoek: type_verzoek, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    with pytest.raises(RequestDataTooBig):
        verzoek(bytes(2000), wie=AnonymousUser()).FILES  # noqa: B018  # reading it is the act


def test_of_too_many_files_the_rest_is_only_counted(verzoek: type_verzoek) -> None:
    gekregen = verzoek(*[b"inhoud"] * (HOOGSTENS + 5)).FILES.getlist("bestand")
    assert len(gekregen) == HOOGSTENS + 5
    assert [bestand.size for bestand in gekregen[HOOGSTENS - 1 : HOOGSTENS + 1]] == [6, 0]
