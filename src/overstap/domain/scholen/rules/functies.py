"""Which roles does each kind of organisation know?"""

from __future__ import annotations

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.foundation.access import Rol
from overstap.foundation.weigering import Weigering

FUNCTIES: dict[str, frozenset[Rol]] = {
    Organisatiesoort.PO: frozenset({Rol.LEERKRACHT, Rol.INTERN_BEGELEIDER, Rol.DIRECTEUR, Rol.ADMINISTRATIE_PO}),
    Organisatiesoort.VO: frozenset({Rol.TOELATINGSCOMMISSIE, Rol.ZORGCOORDINATOR, Rol.ADMINISTRATIE_VO}),
    Organisatiesoort.SWV: frozenset({Rol.SWV_LOKET, Rol.SWV_COMMISSIE}),
    Organisatiesoort.REGIO: frozenset({Rol.REGIOCOORDINATOR}),
}


class FunctiePastNiet(Weigering):
    """This kind of organisation does not know this role; `zin` says which it does."""

    def __init__(self, soort: Organisatiesoort, rol: Rol) -> None:
        namen = ", ".join(sorted(functie.label for functie in FUNCTIES[soort])) or "geen"
        super().__init__(f"Een {soort.label} heeft geen {rol.label}. Kies uit: {namen}.")


def controleer_functie(soort: str, rol: Rol) -> None:
    """Raise `FunctiePastNiet` unless this kind of organisation knows the role."""
    if rol not in FUNCTIES[soort]:
        raise FunctiePastNiet(Organisatiesoort(soort), rol)
