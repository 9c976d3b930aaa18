"""Which invented people work at the schools of a region, and how does everybody get there?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.scholen.actions import laad_regio, stel_aan
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import medewerkers_for, organisaties_for
from overstap.domain.scholen.rules import Regiobestand, School
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als

# Known to everybody, so only for a demo: settings refuse to combine that with production.
WACHTWOORD = "OverstapDemo2026!"


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
}


@dataclass(frozen=True)
class Schoolmensen:
    """A school with the actors of each role, in the order of `MENSEN`; `school[rol]` is the first."""

    id: UUID
    gegevens: School
    actoren: Mapping[Rol, tuple[Actor, ...]]

    def __getitem__(self, rol: Rol) -> Actor:
        return self.actoren[rol][0]

    def leerkracht(self, groep: str) -> Actor:
        """The teacher of a group: the second one of the school has 8B."""
        leraren = self.actoren[Rol.LEERKRACHT]
        return leraren[-1] if groep.endswith("B") else leraren[0]


@dataclass(frozen=True)
class Regiomensen:
    """The schools of a region by BRIN."""

    id: UUID
    scholen: Mapping[str, Schoolmensen]

    def __getitem__(self, brin: str) -> Schoolmensen:
        return self.scholen[brin]


def bouw_regio(bestand: Regiobestand, *, at: datetime, wachtwoord: str | None) -> Regiomensen:
    """Load the region and give its schools the people of `MENSEN`; harmless when they are there already."""
    with als(SYSTEEM):
        regio_id = laad_regio(bestand=bestand, by=SYSTEEM, at=at)
        ids = {rij.brin: rij.id for soort in Organisatiesoort for rij in organisaties_for(SYSTEEM, soort)}
        for school in bestand.scholen:
            for mens in MENSEN.get(school.brin, ()):
                domein = school.email.partition("@")[2]
                account_id = maak_account(
                    email=f"{mens.wie}@{domein}", naam=mens.naam, wachtwoord=wachtwoord, by=SYSTEEM, at=at
                )
                stel_aan(
                    account_id=account_id,
                    organisatie_id=ids[school.brin],
                    rol=mens.rol,
                    groepen=mens.groepen,
                    by=SYSTEEM,
                    at=at,
                )
        return Regiomensen(regio_id, {school.brin: _mensen(ids[school.brin], school) for school in bestand.scholen})


def _mensen(organisatie_id: UUID, school: School) -> Schoolmensen:
    volgorde = [mens.naam for mens in MENSEN.get(school.brin, ())]
    plekken = [plek for plek in medewerkers_for(SYSTEEM, organisatie_id) if plek.account.naam in volgorde]
    actoren: dict[Rol, tuple[Actor, ...]] = {}
    for plek in sorted(plekken, key=lambda plek: volgorde.index(plek.account.naam)):
        rol = Rol(plek.rol)
        actor = Actor(rol=rol, id=plek.account_id, organisatie_id=organisatie_id)
        actoren[rol] = (*actoren.get(rol, ()), actor)
    return Schoolmensen(organisatie_id, school, actoren)
