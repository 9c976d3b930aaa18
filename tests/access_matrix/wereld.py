"""Which people and dossiers does the access matrix need: everybody once, and a dossier in every state?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.bijlagen.actions import bepaal_vrijgave, trek_toestemming_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.queries import leesbaar_for
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import (
    Aangeleverd,
    geef_zienswijze,
    kondig_warme_overdracht_aan,
)
from overstap.domain.inzages.queries import stukken_for
from overstap.domain.inzages.rules import Gezaghebbende, gezaghebbenden
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.zinnen.actions import bewaar_zin
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.access_matrix.aangevuld import vul_definitieve_aan
from tests.access_matrix.bewaren import beperk, vernietig
from tests.access_matrix.bij_het_vo import beslis, vraag_over_de_lijn
from tests.access_matrix.binnengekomen import aan_te_melden, inname, los_blad, ontvangst, opvraging, partij, upload
from tests.access_matrix.collegas import nodig_collega_uit
from tests.access_matrix.elders import ander_swv, ander_vo
from tests.access_matrix.koppelingen import koppel
from tests.access_matrix.oefenen import oefen
from tests.access_matrix.post import wacht_op_post
from tests.access_matrix.streek import wijzig
from tests.access_matrix.van_buiten import biedt_aan
from tests.access_matrix.zorg import ROUTES, loop_zorgroutes
from tests.gast import Gast, begin, geval_van, nodig_uit
from tests.wereld import (
    AT,
    Geval,
    Plek,
    Wereld,
    dagen_terug,
    kind,
    laat_mail_vertrekken,
    maak_pdf_nu,
    regio,
    zet_oso_nu_klaar,
)

# The states in which a dossier of school A is tried; `klaar` is a concept with everything filled in and decided.
# `besproken` is one that parents answered: a zienswijze and a correctieverzoek of each.
STATEN = (
    "concept", "klaar", "ter_inzage", "besproken", "getekend", "definitief", "aangemeld", "overgedragen", "gelezen",
    "opgehaald", "ingetrokken", "heropend",
)  # fmt: skip
MEEGAAN = "meegaan.pdf"
BLIJVEN = "blijven.pdf"
BESTANDEN = tuple(
    Bestand(f"sleutel-{naam}", "verzuim", naam, "Verzonnen stuk", "application/pdf", b"%PDF-1.7 " + naam.encode())
    for naam in (MEEGAAN, BLIJVEN)
)


@dataclass
class Zaak(Geval):
    """A dossier in one state, with the ids that addresses need."""

    mee: UUID = field(init=False)
    blijft: UUID = field(init=False)
    verzorgers: tuple[UUID, ...] = ()
    zienswijzen: list[UUID] = field(default_factory=list)
    ouderstukken: list[UUID] = field(default_factory=list)
    warm_id: UUID | None = None
    verzoeken: list[UUID] = field(default_factory=list)
    aanvulling_id: UUID | None = None
    vraag_id: UUID | None = None
    brugklas_id: UUID | None = None
    route_id: UUID | None = None
    zorgvraag_id: UUID | None = None
    zaakbestand_id: UUID | None = None
    lasvraag_id: UUID | None = None


@dataclass
class VolleWereld:
    """The region of the tests, a second vo school and swv, dossiers of school A by state, and one of school B."""

    regio: Wereld
    ander_vo: Actor
    ander_swv: Actor
    zaken: dict[str, Zaak]
    van_b: Zaak
    upload_id: UUID
    partij_id: UUID
    regel_id: UUID
    ontvangst_id: UUID
    stuk_id: UUID
    inname_id: UUID
    opvraging_id: UUID
    bundel_id: UUID
    gast: Gast
    van_gast: Zaak
    vernietiging_id: UUID
    aanbod_id: UUID
    buitenzaak_id: UUID
    buitenstuk_id: UUID
    sleutels: dict[str, str]
    at: datetime = AT

    @property
    def uitnodiging_id(self) -> UUID:
        """By which the guest of the vo school is here."""
        return self.gast.uitnodiging_id

    @property
    def gastcode_id(self) -> UUID:
        """What stands in the link of that guest."""
        return self.gast.gastcode_id

    def ouder(self, staat: str, nummer: int) -> Actor:
        """Parent number 0 or 1 of the dossier in this state; where nobody was invited yet, of `ter_inzage`."""
        zaak = self.zaken.get(staat) or self.zaken["ter_inzage"]
        return (zaak.ouders or self.zaken["ter_inzage"].ouders)[nummer].actor

    def andere_ouder(self, staat: str) -> Actor:
        """A parent of another pupil than the one in this state."""
        return self.zaken["definitief" if staat != "definitief" else "gelezen"].ouders[0].actor


def bouw() -> VolleWereld:
    """Make everything, by the real acts of the people who do them."""
    wereld = regio()
    zaken = {staat: _zaak(wereld, wereld.a, nummer, staat) for nummer, staat in enumerate(STATEN)}
    wacht_op_post(zaken["ter_inzage"])
    loop_zorgroutes(zaken, wereld.swv)
    beslis(zaken["gelezen"], zaken["opgehaald"])
    vraag_over_de_lijn(zaken["aangemeld"], zaken["opgehaald"])
    van_b = _zaak(wereld, wereld.b, len(STATEN), "klaar")
    _trek_toestemming_in(zaken["concept"])
    # The numbers of pupils of whom no dossier is there.
    buiten = len(STATEN)
    partij_id, regel_id = partij(wereld.a, buiten + 2)
    los_blad(wereld.a)
    _zin(wereld.a)
    nodig_collega_uit(wereld.a)
    oefen(wereld.a)
    wijzig(wereld)
    bundel_id = aan_te_melden(wereld.a, zaken["definitief"].dossier_id)
    van_buiten, stuk_id = ontvangst(wereld, buiten + 3, BESTANDEN[0])
    wacht, gevraagd = inname(wereld, buiten + 4), opvraging(wereld.a, buiten + 5)
    binnen = (upload(wereld.a, buiten + 1), partij_id, regel_id, van_buiten, stuk_id, wacht, gevraagd, bundel_id)
    gast = nodig_uit(wereld.vo.toelating)
    beperk(wereld.a, zaken["besproken"].dossier_id)
    anderen = (ander_vo(), ander_swv())
    sleutels = koppel(wereld)
    van_gast = _van_gast(wereld, gast)
    weg, elders = vernietig(wereld.a), biedt_aan(wereld)
    return VolleWereld(wereld, *anderen, zaken, van_b, *binnen, gast, van_gast, weg, *elders, sleutels)


def _van_gast(wereld: Wereld, gast: Gast) -> Zaak:
    """The one pupil of whom was invited by the vo school, who began and has nothing else yet."""
    begin(gast)
    geval = geval_van(wereld, gast)
    zaak = Zaak(geval.kind, geval.school, geval.vo, advies=geval.advies)
    zaak.dossier_id, zaak.aanmelding_id = geval.dossier_id, geval.aanmelding_id
    zaak.mee = zaak.blijft = uuid4()
    zaak.verzorgers = tuple(wie.sleutel for wie in _gezag(zaak))
    return zaak


def _zaak(wereld: Wereld, plek: Plek, nummer: int, staat: str) -> Zaak:
    # Who walks a care route has support in the report.
    anders = {"bijzonder": frozenset({"dyslexie"})} if staat in ROUTES else {}
    zaak = Zaak(kind(nummer, **anders), plek.mensen, wereld.vo.mensen, advies=Niveau.VMBO_GT_HAVO)
    zaak.importeer(dagen_terug(40), replace(plek.gelezen(nummer, **anders), bestanden=BESTANDEN))
    _geef_er_een_vrij(zaak)
    zaak.verzorgers = tuple(wie.sleutel for wie in _gezag(zaak))
    if staat == "concept":
        return zaak
    zaak.vul_in(dagen_terug(30))
    zaak.geef_voorlopig(dagen_terug(28))
    zaak.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, dagen_terug(26).date(), dagen_terug(24))
    zaak.geef_definitief(dagen_terug(22))
    if staat != "klaar":
        _bij_ouders(zaak, staat)
    return zaak


def _trek_toestemming_in(zaak: Zaak) -> None:
    """The parents let a portfolio go along, and then no longer."""
    met = {"dossier_id": zaak.dossier_id, "bijlage_id": zaak.blijft}
    ja = Gegeven(dagen_terug(41).date(), "Beide ouders", frozenset({Ontvanger.VO}))
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        bepaal_vrijgave(soort=Bijlagesoort.PORTFOLIO, aan={Ontvanger.VO}, gegeven=ja, by=by, at=dagen_terug(38), **met)
        trek_toestemming_in(by=by, at=dagen_terug(37), **met)


def _gezag(zaak: Zaak) -> tuple[Gezaghebbende, ...]:
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, zaak.dossier_id)
        return tuple(gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier))))


def _geef_er_een_vrij(zaak: Zaak) -> None:
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, zaak.dossier_id)
        ids = {b.bestandsnaam: b.rij.id for b in leesbaar_for(by, dossier, slot_for(by, dossier))}
        zaak.mee, zaak.blijft = ids[MEEGAAN], ids[BLIJVEN]
        bepaal_vrijgave(
            dossier_id=zaak.dossier_id, bijlage_id=zaak.mee, soort=Bijlagesoort.VERZUIM, aan={Ontvanger.VO},
            by=by, at=dagen_terug(39),
        )  # fmt: skip
        bepaal_vrijgave(
            dossier_id=zaak.dossier_id, bijlage_id=zaak.blijft, soort=Bijlagesoort.PORTFOLIO, aan=(),
            gegeven=Gegeven(dagen_terug(41).date(), "Beide ouders", frozenset({Ontvanger.VO})),
            by=by, at=dagen_terug(39),
        )  # fmt: skip


def _bij_ouders(zaak: Zaak, staat: str) -> None:
    zaak.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(zaak, dagen_terug(20))
    zaak.open(0, dagen_terug(19))
    if staat in {"ter_inzage", "gelezen"}:
        maak_pdf_nu(zaak)
    if staat == "ter_inzage":
        return
    if staat == "besproken":
        for ouder in range(2):
            zaak.zienswijzen.append(zaak.geef_zienswijze(ouder, f"Mening van ouder {ouder}", dagen_terug(19)))
            zaak.verzoeken.append(zaak.vraag_correctie(ouder, f"Fout volgens ouder {ouder}", dagen_terug(19)))
            zaak.ouderstukken.append(_met_stuk(zaak, ouder))
        zaak.warm_id = _gesprek(zaak)
        return
    zaak.zienswijzen.append(zaak.geef_zienswijze(0, "Mening van ouder 0", dagen_terug(19)))
    if staat == "gelezen":
        zaak.ouderstukken.append(_met_stuk(zaak, 0))
    for ouder in range(2):
        zaak.teken(ouder, dagen_terug(18))
    if staat != "getekend":
        _definitief(zaak, staat)


def _met_stuk(zaak: Zaak, ouder: int) -> UUID:
    """One more zienswijze of a parent, with a file; the id of the file."""
    stuk = Aangeleverd(f"brief-{ouder}.pdf", "application/pdf", [b"%PDF-1.7 brief"])
    with als(zaak.ouders[ouder].actor) as by:
        geef_zienswijze(tekst=f"Brief van ouder {ouder}", bestanden=[stuk], by=by, at=dagen_terug(19))
        dossier = dossier_for(by, zaak.dossier_id)
        return stukken_for(by, dossier, slot_for(by, dossier))[0].rij.id


def _gesprek(zaak: Zaak) -> UUID:
    """The parents were told that the schools will talk."""
    gegevens = {"wie": "de leerkracht", "met_wie": "de zorgcoördinator", "waarover": "wennen"}
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        return kondig_warme_overdracht_aan(
            dossier_id=zaak.dossier_id, ontvanger_id=zaak.vo.id, gepland_op=AT.date(), gegevens=gegevens, by=by, at=AT
        )


def _definitief(zaak: Zaak, staat: str) -> None:
    zaak.maak_definitief(dagen_terug(15))
    if staat == "gelezen":
        vul_definitieve_aan(zaak)
    if staat == "heropend":
        zaak.heropen(dagen_terug(14))
    elif staat != "definitief":
        zaak.meld_aan(dagen_terug(12))
        if staat != "aangemeld":
            _verstuurd(zaak, staat)


def _verstuurd(zaak: Zaak, staat: str) -> None:
    zaak.verstuur(dagen_terug(10))
    if staat in {"gelezen", "opgehaald"}:
        maak_pdf_nu(zaak)
        zet_oso_nu_klaar(zaak)
    if staat == "gelezen":
        zaak.lees(dagen_terug(8))
    if staat == "opgehaald":
        zaak.haal_op(dagen_terug(8))
    if staat == "ingetrokken":
        zaak.trek_in(dagen_terug(8))


def _zin(plek: Plek) -> None:
    with als(plek.leerkracht) as by:
        bewaar_zin(veld="gedrag_contact", tekst="«Roepnaam» helpt anderen graag.", by=by, at=AT)
