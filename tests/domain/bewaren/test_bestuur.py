"""Does a choice of a term reach the other schools of the board, and only where this very person may choose it?"""

from __future__ import annotations

import pytest
from django.test import Client

from overstap.domain.bewaren.actions import kies_termijnen_bij
from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.bewaren.queries import keuzes_for
from overstap.domain.bewaren.rules import KeuzeGeweigerd
from overstap.domain.gebruikers.models import Account
from overstap.domain.medewerkers.queries import bestuursscholen_for
from overstap.domain.scholen.models import Aanstelling
from overstap.foundation.access import GeenRecht, Recht, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.web.components.actor import AANSTELLING_SLEUTEL, SCHOOLLOGIN_SLEUTEL
from tests.twee_scholen import onder_bestuur, werkt_ook_bij
from tests.wereld import AT, Plek, Wereld

BESTUUR = "99901"
KEUZE = {Bewaarsoort.ZONDER_RAPPORT: 6}


def onder_een_bestuur(*plekken: Plek) -> None:
    for plek in plekken:
        onder_bestuur(BESTUUR, plek)


def gekozen(plek: Plek) -> dict[Bewaarsoort, int]:
    with als(plek.directeur) as by:
        return keuzes_for(by)


def test_it_holds_at_every_school_that_was_ticked_as_an_act_of_that_school(wereld: Wereld) -> None:
    directeur = wereld.a.directeur
    onder_een_bestuur(wereld.a, wereld.b)
    werkt_ook_bij(wereld.b, directeur, Rol.ADMINISTRATIE_PO)
    with als(directeur) as by:
        assert [een.actor.werkt_bij for een in bestuursscholen_for(by, Recht.BEWAARTERMIJN_BEWAKEN)] == [wereld.b.id]
        kies_termijnen_bij(keuzes=KEUZE, ook_bij=[], by=by, at=AT)
    assert (gekozen(wereld.a), gekozen(wereld.b)) == (KEUZE, {})
    with als(directeur) as by:
        kies_termijnen_bij(keuzes=KEUZE, ook_bij=[wereld.b.id], by=by, at=AT)
    assert gekozen(wereld.b) == KEUZE
    with als(wereld.b.directeur):
        [gebeurd] = AuditEvent.objects.filter(wat="bewaartermijn.gekozen")
        assert (gebeurd.actor_id, gebeurd.rol) == (directeur.id, Rol.ADMINISTRATIE_PO.value)
    # All of them, or none: a term that may not be chosen changes nothing anywhere.
    fout = {Bewaarsoort.ZONDER_RAPPORT: 24, Bewaarsoort.RAPPORT: 12}
    with pytest.raises(KeuzeGeweigerd), als(directeur) as by:
        kies_termijnen_bij(keuzes=fout, ook_bij=[wereld.b.id], by=by, at=AT)
    assert (gekozen(wereld.a), gekozen(wereld.b)) == (KEUZE, KEUZE)


@pytest.mark.parametrize("geval", ["ander bestuur", "geen functie", "geen recht", "andere soort"])
def test_it_reaches_nobody_else(wereld: Wereld, geval: str) -> None:
    """Another board, no function there, a function without the right, or another kind of school."""
    directeur = wereld.a.directeur
    daar = wereld.vo if geval == "andere soort" else wereld.b
    onder_een_bestuur(wereld.a, *([] if geval == "ander bestuur" else [daar]))
    if geval != "geen functie":
        rol = {"geen recht": Rol.LEERKRACHT, "andere soort": Rol.ADMINISTRATIE_VO}.get(geval, Rol.DIRECTEUR)
        werkt_ook_bij(daar, directeur, rol)
    with als(directeur) as by:
        assert bestuursscholen_for(by, Recht.BEWAARTERMIJN_BEWAKEN) == []
        kies_termijnen_bij(keuzes=KEUZE, ook_bij=[daar.id], by=by, at=AT)
    assert gekozen(wereld.a) == KEUZE
    with als(daar.mensen[Rol.DIRECTEUR if daar is wereld.b else Rol.TOELATINGSCOMMISSIE]) as by:
        assert keuzes_for(by) == {}
    with pytest.raises(GeenRecht), als(wereld.a.leerkracht) as by:
        kies_termijnen_bij(keuzes=KEUZE, ook_bij=[], by=by, at=AT)


def test_the_page_asks_it_where_there_is_another_school_and_refuses_one_that_is_not_there(wereld: Wereld) -> None:
    onder_een_bestuur(wereld.a, wereld.b)
    client, adres = Client(), "/bewaren/termijnen/"
    client.force_login(Account.objects.get(id=wereld.a.directeur.id))
    vraag = "Voor welke andere scholen van uw bestuur"
    assert vraag not in client.get(adres).content.decode()
    werkt_ook_bij(wereld.b, wereld.a.directeur, Rol.DIRECTEUR)
    hier = Aanstelling.objects.get(account_id=wereld.a.directeur.id, organisatie_id=wereld.a.id)
    sessie = client.session
    sessie[AANSTELLING_SLEUTEL] = str(hier.id)
    sessie.save()
    pagina = client.get(adres).content.decode()
    assert vraag in pagina
    assert wereld.b.gegevens.naam in pagina
    # Whoever came in with the login service of this school works at this school only.
    sessie[SCHOOLLOGIN_SLEUTEL] = [str(wereld.a.id), ""]
    sessie.save()
    assert vraag not in client.get(adres).content.decode()
    assert client.post(adres, {"ook_bij": [str(wereld.b.id)]}).status_code == 303
    assert gekozen(wereld.b) == {}
    del sessie[SCHOOLLOGIN_SLEUTEL]
    sessie.save()
    gestuurd = {"zonder_rapport": "6", "ook_bij": [str(wereld.b.id)]}
    assert client.post(adres, gestuurd | {"ook_bij": [str(wereld.vo.id)]}).status_code == 422
    assert gekozen(wereld.b) == {}
    assert client.post(adres, gestuurd).status_code == 303
    assert gekozen(wereld.b) == KEUZE
