"""Which invented people work at the schools of a region, and how does everybody get there?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.scholen.actions import laad_regio, stel_aan
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import medewerkers_for, organisaties_for, regios_for
from overstap.domain.scholen.rules import Regiobestand, School
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als


@dataclass(frozen=True)
class Mens:
    """One invented colleague: `wie` is the part of the mail address before the @."""

    wie: str
    naam: str
    rol: Rol
    groepen: tuple[str, ...] = ()


MENSEN: Mapping[str, tuple[Mens, ...]] = {
    "99XA": (
        Mens("marije", "Marije Vonk", Rol.LEERKRACHT),
        Mens("joris", "Joris Tol", Rol.LEERKRACHT, ("8B",)),
        Mens("samira", "Samira El Idrissi", Rol.INTERN_BEGELEIDER),
        Mens("anton", "Anton Brouwers", Rol.DIRECTEUR),
        Mens("els", "Els Wiersma", Rol.ADMINISTRATIE_PO),
    ),
    "99XB": (
        Mens("sven", "Sven Dijkgraaf", Rol.LEERKRACHT),
        Mens("noor", "Noor Hamidi", Rol.INTERN_BEGELEIDER),
        Mens("carla", "Carla Meester", Rol.DIRECTEUR),
        Mens("ton", "Ton Bakels", Rol.ADMINISTRATIE_PO),
    ),
    "99XV": (
        Mens("bas", "Bas Verhoef", Rol.TOELATINGSCOMMISSIE),
        Mens("hanna", "Hanna Kort", Rol.TOELATINGSCOMMISSIE),
        Mens("nadia", "Nadia Benali", Rol.ZORGCOORDINATOR),
        Mens("rik", "Rik Zandstra", Rol.ADMINISTRATIE_VO),
    ),
    "VO9901": (
        Mens("ingrid", "Ingrid Postma", Rol.SWV_LOKET),
        Mens("karim", "Karim Haddad", Rol.SWV_COMMISSIE),
    ),
    "regio": (Mens("willemijn", "Willemijn Kuipers", Rol.REGIOCOORDINATOR),),
}
_DOMEIN = "regiomeerdorp.example"


@dataclass(frozen=True)
class Mensen:
    """An organisation with the actors of each role, in the order of `MENSEN`; `mensen[rol]` is the first."""

    id: UUID
    actoren: Mapping[Rol, tuple[Actor, ...]]

    def __getitem__(self, rol: Rol) -> Actor:
        return self.actoren[rol][0]


@dataclass(frozen=True)
class Schoolmensen(Mensen):
    """A school with its people."""

    gegevens: School

    def leerkracht(self, groep: str) -> Actor:
        """The teacher of a group: the second one of the school has 8B."""
        leraren = self.actoren[Rol.LEERKRACHT]
        return leraren[-1] if groep.endswith("B") else leraren[0]


@dataclass(frozen=True)
class Regiomensen:
    """The schools of a region by BRIN, its first samenwerkingsverband, and who coordinates."""

    id: UUID
    scholen: Mapping[str, Schoolmensen]
    swv: Mensen
    regio: Mensen

    def __getitem__(self, brin: str) -> Schoolmensen:
        return self.scholen[brin]


def bouw_regio(bestand: Regiobestand, *, at: datetime, wachtwoord: str | None = None) -> Regiomensen:
    """Load the region and give its organisations the people of `MENSEN`; harmless when they are there already.

    In a demo nobody has a password: whoever comes chooses who to be.
    """
    with als(SYSTEEM):
        regio_id = _laad(bestand, at)
        ids = {rij.brin: rij.id for soort in Organisatiesoort for rij in organisaties_for(SYSTEEM, soort)}
        ids["regio"] = organisaties_for(SYSTEEM, Organisatiesoort.REGIO).get(regio_id=regio_id).id
        plekken = {school.brin: school.email for school in bestand.scholen}
        plekken |= {swv.code: swv.email for swv in bestand.verbanden}
        plekken["regio"] = f"coordinatie@{_DOMEIN}"
        for nummer, adres in plekken.items():
            for mens in MENSEN.get(nummer, ()):
                domein = adres.partition("@")[2]
                account_id = maak_account(
                    email=f"{mens.wie}@{domein}", naam=mens.naam, wachtwoord=wachtwoord, by=SYSTEEM, at=at
                )
                stel_aan(
                    account_id=account_id,
                    organisatie_id=ids[nummer],
                    rol=mens.rol,
                    groepen=mens.groepen,
                    by=SYSTEEM,
                    at=at,
                )
        scholen = {
            school.brin: Schoolmensen(ids[school.brin], _actoren(ids[school.brin], school.brin), school)
            for school in bestand.scholen
        }
        nummers = (bestand.verbanden[0].code, "regio")
        swv, regio = (Mensen(ids[nummer], _actoren(ids[nummer], nummer)) for nummer in nummers)
        return Regiomensen(regio_id, scholen, swv, regio)


def _laad(bestand: Regiobestand, at: datetime) -> UUID:
    try:
        return laad_regio(bestand=bestand, by=SYSTEEM, at=at)
    except RegioGeweigerd:
        # Somebody tried the region out, and pupils of the demo now hang on what was set: it stays so.
        return regios_for(SYSTEEM).get(naam=bestand.naam).id


def _actoren(organisatie_id: UUID, nummer: str) -> dict[Rol, tuple[Actor, ...]]:
    volgorde = [mens.naam for mens in MENSEN.get(nummer, ())]
    plekken = [plek for plek in medewerkers_for(SYSTEEM, organisatie_id) if plek.account.naam in volgorde]
    actoren: dict[Rol, tuple[Actor, ...]] = {}
    for plek in sorted(plekken, key=lambda plek: volgorde.index(plek.account.naam)):
        rol = Rol(plek.rol)
        actor = Actor(rol=rol, id=plek.account_id, organisatie_id=organisatie_id)
        actoren[rol] = (*actoren.get(rol, ()), actor)
    return actoren
