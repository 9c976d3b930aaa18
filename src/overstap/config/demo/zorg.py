"""How does an invented pupil walk a care route, each step done by who would do it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from overstap.config.demo.bestanden import pdf_bestand
from overstap.config.demo.bij_het_vo import Voverloop
from overstap.config.demo.regio import Mensen
from overstap.domain.bijlagen.actions import bepaal_vrijgave, voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.zorgroutes import actions as zorg
from overstap.domain.zorgroutes.enums import Deskundige, Domein, Geadresseerde, Onderzoeker, Routesoort
from overstap.domain.zorgroutes.queries import route_for, vragen_for
from overstap.domain.zorgroutes.snapshot import Domeinscore, Drempelonderzoek, Iq
from overstap.foundation.access import Actor, Rol
from overstap.foundation.klok import dag

# Months of education at the end of November in group 8: ten for each of the groups 3 to 7, and three.
_DL = 53
# DLE of (inzichtelijk rekenen, begrijpend lezen, technisch lezen, spellen), and the IQ.
_SCORES = {
    Routesoort.PRO: (66, (21, 24, 33, 29)),
    # An IQ that fits pro and lwoo: the motivation decides.
    Routesoort.LWOO: (79, (35, 37, 46, 42)),
}
_TEKSTEN = {
    Routesoort.PRO: (
        "Wij vragen of praktijkonderwijs past, en welke school dicht bij huis plaats heeft.",
        "Leren uit een boek lukt weinig. Met doen en nadoen komt het ver: in de schooltuin werkt het zelfstandig.",
    ),
    Routesoort.LWOO: (
        "Wij vragen leerwegondersteuning, zodat een vmbo-diploma haalbaar blijft.",
        "In een groep van tien blijft de aandacht een les lang bij het werk. In de hele klas lukt dat niet.",
    ),
}
_GEWOON = (
    "Wij vragen welke hulp op de nieuwe school nodig is.",
    "De gewone hulp op school hielp te weinig. Wij denken dat een vaste begeleider het verschil maakt.",
)
GEHOORD = "Ik wil graag iets met mijn handen doen. Een kleine klas lijkt mij fijn."
VRAAG = "Welke hulp kreeg het rekenen in groep 7, en hoe vaak per week?"
ANTWOORD = "Drie keer per week een half uur, in een groepje van vier. Dat staat ook in het groeidocument."
DESKUNDIGENADVIES = "Het leert door te doen. Theorie zonder voorbeeld blijft niet hangen. Praktijkonderwijs past."
ZIENSWIJZE = "Wij staan hierachter. Wij hopen op een school met de fiets te bereiken."


@dataclass
class Zorgverloop(Voverloop):
    """A pupil who may walk a care route too. Every step takes the moment `at`."""

    swv: Mensen | None = None
    route_id: UUID | None = None

    def verhaal(self, hoe_ver: str) -> Iterator[tuple[int, Callable[[datetime], None]]]:
        """(days ago, act) of a route that is in the `commissie`, or about which the loket asks a `vraag`."""
        loket, soort = self._bij_swv(Rol.SWV_LOKET), Routesoort.PRO if hoe_ver == "commissie" else Routesoort.LWOO
        yield 20, self.voeg_opp_toe
        yield 19, partial(self.bereid_zorg_voor, soort)
        yield 18, self.stuur_naar_swv
        yield 15, partial(self.doe_bij_swv, loket, zorg.neem_in_behandeling)
        yield 14, partial(self.vraag_terug, loket, VRAAG)
        if hoe_ver != "commissie":
            return
        yield 12, self.antwoord_swv
        yield 10, partial(self.doe_bij_swv, loket, zorg.verklaar_compleet)
        yield 7, partial(self.doe_bij_swv, loket, zorg.zet_in_commissie)
        yield 5, partial(self.geef_advies, self._bij_swv(Rol.SWV_COMMISSIE))

    def voeg_opp_toe(self, at: datetime) -> None:
        """The intern begeleider adds the groeidocument and lets it go to the vo school and the samenwerkingsverband."""
        regels = (("Doel", "Rekenen tot en met eind groep 6."), ("Hulp", "Drie keer per week in een klein groepje."))
        bestand = pdf_bestand("groeidocument.pdf", "", "Groeidocument", regels, dag(at))
        with self._als(self._ib, at) as by:
            bijlage_id = voeg_toe(
                dossier_id=self.dossier_id, bestandsnaam=bestand.bestandsnaam, omschrijving="Groeidocument",
                mime=bestand.mime, soort=Bijlagesoort.OPP, inhoud=[bestand.inhoud], omvang=len(bestand.inhoud),
                besproken_op=dag(at), by=by, at=at,
            )  # fmt: skip
            bepaal_vrijgave(
                dossier_id=self.dossier_id, bijlage_id=bijlage_id, soort=Bijlagesoort.OPP, aan=set(Ontvanger),
                besproken_op=dag(at), by=by, at=at,
            )  # fmt: skip

    def bereid_zorg_voor(self, soort: Routesoort, at: datetime) -> None:
        """The intern begeleider begins the route and writes down what the samenwerkingsverband asks for."""
        vraag, motivatie = _TEKSTEN.get(soort, _GEWOON)
        eerder = dag(at - timedelta(days=3))
        with self._als(self._ib, at) as by:
            self.route_id = zorg.begin_zorgroute(dossier_id=self.dossier_id, soort=soort, by=by, at=at)
            if soort in _SCORES:
                onderzoek = _onderzoek(soort, at)
                zorg.leg_drempelonderzoek_vast(route_id=self.route_id, onderzoek=onderzoek, by=by, at=at)
            zorg.leg_hulpvraag_vast(route_id=self.route_id, hulpvraag=vraag, motivatie=motivatie, by=by, at=at)
            zorg.leg_gehoord_vast(
                route_id=self.route_id, gehoord_op=eerder, gehoord=GEHOORD, handelingsdeel_op=eerder, by=by, at=at
            )
            zorg.leg_zienswijze_vast(
                route_id=self.route_id, op=eerder, door="Moeder en vader", tekst=ZIENSWIJZE, ingelicht_op=eerder,
                by=by, at=at,
            )  # fmt: skip

    def stuur_naar_swv(self, at: datetime) -> None:
        """The intern begeleider sends the zorgaanmelding."""
        with self._als(self._ib, at) as by:
            zorg.stuur_naar_swv(route_id=self._route, by=by, at=at)

    def doe_bij_swv(self, wie: Actor, handeling: Callable[..., object], at: datetime, **gegevens: object) -> None:
        """Somebody of the samenwerkingsverband does something with the case."""
        with self._als(wie, at) as by:
            handeling(route_id=self._route, by=by, at=at, **gegevens)

    def vraag_terug(self, wie: Actor, vraag: str, at: datetime) -> None:
        """The loket asks the basisschool something."""
        self.doe_bij_swv(wie, zorg.stel_vraag, at, aan=Geadresseerde.SCHOOL, vraag=vraag)

    def geef_advies(self, wie: Actor, at: datetime) -> None:
        """What the orthopedagoog advised is kept."""
        self.doe_bij_swv(
            wie, zorg.geef_deskundigenadvies, at, deskundige=Deskundige.ORTHOPEDAGOOG, tekst=DESKUNDIGENADVIES
        )

    def antwoord_swv(self, at: datetime) -> None:
        """The intern begeleider answers what is open."""
        with self._als(self._ib, at) as by:
            route = route_for(by, self._route)
            for vraag in vragen_for(by, route, slot_for(by, route.dossier)):
                if vraag.open:
                    zorg.beantwoord_vraag(route_id=route.id, vraag_id=vraag.id, antwoord=ANTWOORD, by=by, at=at)

    def _bij_swv(self, rol: Rol) -> Actor:
        assert self.swv is not None
        return self.swv[rol]

    @property
    def _ib(self) -> Actor:
        return self.school[Rol.INTERN_BEGELEIDER]

    @property
    def _route(self) -> UUID:
        assert self.route_id is not None
        return self.route_id


def _onderzoek(soort: Routesoort, at: datetime) -> Drempelonderzoek:
    iq, dles = _SCORES[soort]
    op = dag(at - timedelta(days=40))
    scores = {
        domein: Domeinscore(domein, dle, _DL, "Drempelonderzoek 678", op)
        for domein, dle in zip(Domein, dles, strict=True)
    }
    return Drempelonderzoek(Iq(iq, "NIO", op, Onderzoeker.ORTHOPEDAGOOG), scores)
