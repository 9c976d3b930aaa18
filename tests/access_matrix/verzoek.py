"""How is one cell tried? A real request by one role, undone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from overstap.domain.gebruikers.models import Account, Gastcode
from overstap.domain.gebruikers.queries import codemerk_for, gast_for
from overstap.domain.koppelingen.models import Koppeling
from overstap.domain.koppelingen.queries import koppelingen_for, sleutels_for
from overstap.domain.medewerkers.queries import uitnodigingen_for, vragen_for
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.scholen.queries import regiowijzigingen_for
from overstap.domain.seintjes.queries import eigen_seintjes_for
from overstap.domain.zinnen.queries import zinnen_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.web.components.actor import (
    AANSTELLING_SLEUTEL,
    GAST_CODEMERK,
    GAST_SLEUTEL,
    OUDER_CODEMERK,
    OUDER_SLEUTEL,
)
from overstap.web.components.publiek import IEDEREEN, INGELOGD, is_van_allauth, publiek_van
from tests.access_matrix.tabel import EIGEN_LEERLING, KOLOMMEN, ROLLEN, SOORT_VAN
from tests.access_matrix.wereld import VolleWereld, Zaak
from tests.wereld import AT


def _collega_van(zaak: Zaak) -> UUID:
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        return uitnodigingen_for(by).get().id


def _vraag_van(zaak: Zaak) -> UUID:
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        return vragen_for(by).get().id


def _koppeling_van(zaak: Zaak) -> Koppeling:
    """The one that may most, and hears of what happens."""
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        return max(koppelingen_for(by), key=lambda koppeling: len(koppeling.bereik))


def _sleutel_van(zaak: Zaak) -> UUID:
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        return sleutels_for(by, _koppeling_van(zaak)).get().id


def _seintje_van(zaak: Zaak) -> UUID:
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        return eigen_seintjes_for(by).get(account_id=zaak.school[Rol.LEERKRACHT].id).id


def _zin_van(zaak: Zaak) -> UUID:
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        return zinnen_for(by).get().id


def _wijziging(zaak: Zaak) -> UUID:
    regio_id = Organisatie.objects.get(id=zaak.school.id).regio_id
    plek = Organisatie.objects.get(regio_id=regio_id, soort="regio")
    with als(Actor(Rol.REGIOCOORDINATOR, None, plek.id)) as by:
        return regiowijzigingen_for(by)[0].id


# What stands in an address, by its name there; a name that is not here makes the test fail.
PLAATSEN = {
    "dossier_id": lambda zaak: zaak.dossier_id,
    "bijlage_id": lambda zaak: zaak.mee,
    "overdracht_id": lambda zaak: zaak.overdracht_id or uuid4(),
    "aanmelding_id": lambda zaak: zaak.aanmelding_id or uuid4(),
    "verzorger_id": lambda zaak: zaak.verzorgers[0],
    "inzage_id": lambda zaak: zaak.ouders[0].inzage_id if zaak.ouders else uuid4(),
    "ouderstuk_id": lambda zaak: zaak.ouderstukken[0] if zaak.ouderstukken else uuid4(),
    "warm_id": lambda zaak: zaak.warm_id or uuid4(),
    "verzoek_id": lambda zaak: zaak.verzoeken[0] if zaak.verzoeken else uuid4(),
    "zienswijze_id": lambda zaak: zaak.zienswijzen[0] if zaak.zienswijzen else uuid4(),
    "aanstelling_id": lambda zaak: Aanstelling.objects.get(account_id=zaak.school[Rol.LEERKRACHT].id).id,
    "ouder_id": lambda zaak: zaak.ouders[0].ouder_id,
    "collegauitnodiging_id": _collega_van,
    "accountvraag_id": _vraag_van,
    "koppeling_id": lambda zaak: _koppeling_van(zaak).id,
    "sleutel_id": _sleutel_van,
    "seintje_id": _seintje_van,
    "aanvulling_id": lambda zaak: zaak.aanvulling_id or uuid4(),
    "zin_id": _zin_van,
    "vraag_id": lambda zaak: zaak.vraag_id or uuid4(),
    "brugklas_id": lambda zaak: zaak.brugklas_id or uuid4(),
    "regio_id": lambda zaak: Organisatie.objects.get(id=zaak.school.id).regio_id,
    "organisatie_id": lambda zaak: zaak.school.id,
    "wijziging_id": _wijziging,
    "route_id": lambda zaak: zaak.route_id or uuid4(),
    "zorgvraag_id": lambda zaak: zaak.zorgvraag_id or uuid4(),
    "zaakbestand_id": lambda zaak: zaak.zaakbestand_id or uuid4(),
    "lasvraag_id": lambda zaak: zaak.lasvraag_id or uuid4(),
    "versie_id": lambda zaak: zaak.versie_id or uuid4(),
    # Nobody of the region may look along now: what runs is tried in `tests/web/test_meekijken.py`.
    "toestemming_id": lambda _zaak: uuid4(),
}
# What stands once in the world, whatever the state of a dossier.
_VAN_DE_WERELD = (
    "partij_id", "regel_id", "ontvangst_id", "stuk_id", "inname_id", "opvraging_id", "bundel_id", "uitnodiging_id",
    "gastcode_id", "vernietiging_id", "aanbod_id", "buitenzaak_id", "buitenstuk_id",
)  # fmt: skip
VASTE_WOORDEN: dict[str, object] = {
    "publiek": "vo",
    "sectie": "gedrag",
    "soort": "mening",
    "mailsoort": "uitnodiging",
    "routesoort": "lwoo",
    "swvnummer": "VO9901",
    "nummer": "1",
    "uidb36": "1",
    "key": "geen-sleutel",
    "sleutel": "geen-sleutel",
    "uitgang": "csv",
    "pk": 1,
    "taak": "inloggen",
    "kleuren": "1b4f72-f2a900",
    "rest": "iets-anders",
}


@cache
def adressen() -> dict[str, frozenset[str]]:
    """Every address of the application by its name, with the names of what stands in it; no list by hand."""
    return dict(_loop(get_resolver(), ""))


def _loop(
    resolver: URLResolver, ruimte: str, vast: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    for deel in resolver.url_patterns:
        # What stands in an address may stand in the part of the address before it.
        if isinstance(deel, URLResolver):
            verder = f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte
            yield from _loop(deel, verder, vast | frozenset(deel.pattern.regex.groupindex))
        elif isinstance(deel, URLPattern):
            yield f"{ruimte}{deel.name}", vast | frozenset(deel.pattern.regex.groupindex)


@dataclass
class Proef:
    """The world with everybody logged in."""

    wereld: VolleWereld
    sessies: dict[Actor, str]
    # Shared by all requests: putting the middleware together takes as long as a short answer.
    afhandeling: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=False))
    # What people of a kind got at an address that is not for them.
    poort: dict[tuple[str, str, str], int] = field(default_factory=dict)
    # The address by each name and state: every request finds the same world, and some take a query to say.
    _adressen: dict[tuple[str, str], str] = field(default_factory=dict)

    def antwoord(self, naam: str, wijze: str, staat: str, rol: str) -> int:
        """The status of one request; whatever it did is undone, so that the next one finds the same world.

        Who has other pages is refused before the view runs, where nothing is known but the kind of people: of each
        kind one tries an address, every time another one. So it is with the views of allauth, and with what is for
        everybody and about nobody: those know accounts at most.
        """
        adres, soort = self.adres(naam, staat), SOORT_VAN.get(rol)
        view = resolve(adres).func
        voor_wie = publiek_van(view)
        toegelaten = soort is None or bool({soort, INGELOGD, IEDEREEN} & voor_wie)
        if toegelaten and rol in KOLOMMEN["gast"]:
            return self._van_gast(naam, wijze, staat, eigen=rol == EIGEN_LEERLING)
        zonder_functie = is_van_allauth(view) or (IEDEREEN in voor_wie and not adressen()[naam])
        if soort is None or (toegelaten and not zonder_functie):
            return self._vraag(adres, wijze, self.wie(rol, staat))
        if (naam, wijze, soort) not in self.poort:
            # A guest has no account to log in with, and was answered above where that matters.
            anders = KOLOMMEN["gast"] if toegelaten else ()
            van_deze_soort = [wie for wie in ROLLEN if SOORT_VAN.get(wie) == soort and wie not in anders]
            een = van_deze_soort[len(self.poort) % len(van_deze_soort)]
            self.poort[naam, wijze, soort] = self._vraag(adres, wijze, self.wie(een, staat))
        return self.poort[naam, wijze, soort]

    def _van_gast(self, naam: str, wijze: str, staat: str, *, eigen: bool) -> int:
        """The status for the guest: of the own pupil, or of the pupil of another, in one state for all."""
        eigen = eigen and "dossier_id" in adressen()[naam]
        sleutel = naam, wijze, "eigen" if eigen else "gast"
        if sleutel not in self.poort:
            zaak = self.wereld.van_gast if eigen else self._zaak(staat)
            self.poort[sleutel] = self._vraag(self._adres(naam, zaak), wijze, self.wereld.gast.actor)
        return self.poort[sleutel]

    def verzonnen(self, naam: str, wijze: str, rol: str) -> int:
        """The status for a dossier that does not exist."""
        echt = self.adres(naam, "gelezen")
        return self._vraag(
            echt.replace(str(self._zaak("gelezen").dossier_id), str(uuid4())), wijze, self.wie(rol, "gelezen")
        )

    def als_iemand(self, naam: str, wijze: str, wie: Actor, **waarden: UUID) -> int:
        """The status for somebody without a column; the address is of the dossier in `gelezen`, but for `waarden`."""
        adres = self.adres(naam, "gelezen")
        return self._vraag(reverse(naam, kwargs={**resolve(adres).kwargs, **waarden}), wijze, wie)

    def _vraag(self, adres: str, wijze: str, wie: Actor | None) -> int:
        client = Client(raise_request_exception=False)
        client.handler = self.afhandeling
        if wie:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessie(wie)
        # Both databases, because a new key stands in the other one.
        with transaction.atomic(), transaction.atomic(using="sleutels"):
            status = client.get(adres).status_code if wijze == "GET" else client.post(adres, {}).status_code
            transaction.set_rollback(True)
            transaction.set_rollback(True, using="sleutels")
        return int(status)

    def adres(self, naam: str, staat: str) -> str:
        """The address by this name, about the dossier in this state."""
        if (naam, staat) not in self._adressen:
            anders = {"bijlage_id": self._zaak(staat).blijft} if staat.endswith("/dicht") else {}
            self._adressen[naam, staat] = self._adres(naam, self._zaak(staat), **anders)
        return self._adressen[naam, staat]

    def _adres(self, naam: str, zaak: Zaak, **anders: object) -> str:
        waarden: dict[str, object] = {"upload_id": self.wereld.upload_id, **VASTE_WOORDEN}
        waarden |= {van: getattr(self.wereld, van) for van in _VAN_DE_WERELD}
        waarden |= {plaats: PLAATSEN[plaats](zaak) for plaats in adressen()[naam] if plaats not in waarden}
        waarden |= anders
        return reverse(naam, kwargs={plaats: waarden[plaats] for plaats in adressen()[naam]})

    def _zaak(self, staat: str) -> Zaak:
        naam = staat.partition("/")[0]
        return self.wereld.zaken["ter_inzage" if naam == "-" else naam]

    def wie(self, rol: str, staat: str) -> Actor | None:
        """The person of a column; the columns stand in the order of the roles of each school."""
        a, b, vo, swv = self.wereld.regio.a, self.wereld.regio.b, self.wereld.regio.vo, self.wereld.regio.swv
        naam = staat.partition("/")[0]
        mensen = {
            "anoniem": (None,),
            "eigen school": (a.leerkracht, a.ib, a.directeur, a.administratie),
            "andere basisschool": (b.leerkracht, b.ib, b.directeur, b.administratie),
            "ontvangende vo-school": (vo.toelating, vo.zorg, vo.administratie),
            "andere vo-school": (self.wereld.ander_vo,),
            "ouders": (self.wereld.ouder(naam, 0), self.wereld.ouder(naam, 1), self.wereld.andere_ouder(naam)),
            "samenwerkingsverband": (swv[Rol.SWV_LOKET], swv[Rol.SWV_COMMISSIE]),
            "ander samenwerkingsverband": (self.wereld.ander_swv,),
            "regio": (self.wereld.regio.regio[Rol.REGIOCOORDINATOR],),
            "gast": (self.wereld.gast.actor,) * len(KOLOMMEN["gast"]),
        }
        alle = [mens for groep in KOLOMMEN for mens in mensen[groep]]
        return alle[ROLLEN.index(rol)]

    def sessie(self, wie: Actor) -> str:
        if wie not in self.sessies:
            self.sessies[wie] = _log_in(wie)
        return self.sessies[wie]


def _log_in(wie: Actor) -> str:
    """The key of a session in which this person is logged in."""
    client = Client()
    if wie.ouder_id is None and wie.rol is not Rol.GAST:
        client.force_login(Account.objects.get(id=wie.id))
    sessie = client.session
    if wie.rol is Rol.GAST:
        gastcode_id = Gastcode.objects.get(account_id=wie.id).id
        gevonden = gast_for(None, gastcode_id, AT)
        assert gevonden is not None
        sessie[GAST_SLEUTEL], sessie[GAST_CODEMERK] = str(gastcode_id), gevonden[1]
    elif wie.ouder_id is None:
        plek = Aanstelling.objects.get(account_id=wie.id, organisatie_id=wie.organisatie_id, rol=wie.rol.value)
        sessie[AANSTELLING_SLEUTEL] = str(plek.id)
    else:
        sessie[OUDER_SLEUTEL] = str(wie.ouder_id)
        sessie[OUDER_CODEMERK] = codemerk_for(None, wie.ouder_id)
    sessie.save()
    return str(sessie.session_key)
