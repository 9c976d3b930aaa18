"""Is the blank form made from the catalogue, accessible, and there for who has no account?"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from overstap.integrations.pdf import Invulvak, maak_pdf
from overstap.web.algemeen.blanco import blanco
from tests.integrations.pdf.keuring import gebreken
from tests.integrations.pdf.lezen import tekst_van

AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_every_question_of_the_catalogue_stands_on_it_and_the_pdf_is_accessible():
    from overstap.domain.rapporten.catalogue import Bron, catalogus

    document = blanco("Merenland", {"woorden": {"rapport_lang": "oki-doc"}}, AT)
    ruw = maak_pdf(document)
    assert gebreken(ruw, vingerafdruk="") == []
    tekst = " ".join(tekst_van(ruw).split())
    assert "Oki-doc: leeg formulier" in tekst
    for veld in catalogus().velden.values():
        if veld.bron is Bron.SCHOOL and not veld.alleen_op_verzoek:
            assert " ".join(veld.label.split()) in tekst, veld.naam


def test_a_region_asks_and_explains_on_paper_too():
    velden = {"trots": {"vragen": True, "uitleg": "Wij lezen dit als eerste."}}
    vakken = [b for a in blanco("R", {"velden": velden}, AT).afdelingen for b in a.blokken if isinstance(b, Invulvak)]
    [trots] = [vak for vak in vakken if "Uw regio: Wij lezen dit als eerste." in vak.toelichting]
    assert "Uw regio vraagt om dit antwoord." in trots.toelichting
    assert any(vak.keuzes == ("Ja", "Nee") for vak in vakken)


@pytest.mark.django_db
def test_anybody_finds_it_without_logging_in(client, wereld):
    from overstap.domain.scholen.models import Regio

    regio = Regio.objects.get()
    assert f"/leeg-formulier/{regio.id}/" in client.get("/leeg-formulier/").content.decode()
    antwoord = client.get(f"/leeg-formulier/{regio.id}/")
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord.content.startswith(b"%PDF")
    assert client.get(f"/leeg-formulier/{uuid4()}/").status_code == 404
