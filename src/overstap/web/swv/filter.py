"""Which zorgaanmeldingen are shown, how many would another choice show, and what is its address?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.rules import IN_BEHANDELING, KOLOMMEN

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries import Zaakregel

TABEL = "tabel"
LANGSTE_NAAM = 100
# In an address a column has a word of its own: the title is for people.
KOLOM_SLEUTELS = {titel.lower().replace(" ", "-"): titel for titel, _staten in KOLOMMEN}
KOLOM_VAN = {staat: titel for titel, staten in KOLOMMEN for staat in staten}
SLEUTEL_VAN = {staat: sleutel for sleutel, titel in KOLOM_SLEUTELS.items() for staat in dict(KOLOMMEN)[titel]}

type_toets = Callable[["Zaakregel", UUID | None], bool]
WACHT: Mapping[str, tuple[Any, type_toets]] = {
    "te-laat": (gettext_lazy("Over de termijn"), lambda regel, _wie: regel.te_laat),
    "antwoord": (gettext_lazy("Antwoord binnen"), lambda regel, _wie: regel.staat is Routestaat.BEANTWOORD),
    "vraag": (gettext_lazy("Vraag staat open"), lambda regel, _wie: regel.staat is Routestaat.VRAAG_GESTELD),
    "van-mij": (gettext_lazy("Van mij"), lambda regel, wie: wie is not None and regel.behandelaar_id == wie),
    "niemand": (
        gettext_lazy("Nog van niemand"),
        lambda regel, _wie: regel.behandelaar_id is None and regel.staat in IN_BEHANDELING,
    ),
}


@dataclass(frozen=True)
class Filter:
    """What of the cases is shown, and how; every link on the page keeps the rest of it. `wie` is who asks."""

    beeld: str = ""
    soort: str = ""
    kolom: str = ""
    wacht: str = ""
    q: str = ""
    wie: UUID | None = None

    @classmethod
    def uit(cls, vraag: QueryDict, wie: UUID | None) -> Filter:
        """What was asked for; what does not exist is left out, so that an old bookmark still works."""

        def keuze(naam: str, geldig: Collection[str]) -> str:
            gevraagd = vraag.get(naam) or ""
            return gevraagd if gevraagd in geldig else ""

        return cls(
            beeld=keuze("beeld", (TABEL,)),
            soort=keuze("soort", set(Routesoort)),
            kolom=keuze("kolom", KOLOM_SLEUTELS),
            wacht=keuze("wacht", WACHT),
            q=(vraag.get("q") or "").strip()[:LANGSTE_NAAM],
            wie=wie,
        )

    def adres(self, **anders: str) -> str:
        """The query of this filter with something changed."""
        alles = {naam: getattr(self, naam) for naam in ("beeld", "soort", "kolom", "wacht", "q")} | anders
        return "?" + urlencode({naam: waarde for naam, waarde in alles.items() if waarde})

    def passend(self, alle: Sequence[Zaakregel]) -> list[Zaakregel]:
        """The cases that fit. Whether a name does, the query said."""
        eisen = [(past, waarde) for keuze, past in _PAST.items() if (waarde := getattr(self, keuze))]
        gekozen = [regel for regel in alle if regel.past] if self.q else list(alle)
        for past, waarde in eisen:
            gekozen = [regel for regel in gekozen if past(regel, waarde, self.wie)]
        return gekozen

    def punten(self, naam: str, alle: Sequence[Zaakregel]) -> list[dict[str, Any]]:
        """The links of one choice, each with how many it would show beside the other choices."""
        anderen = self._zonder(naam).passend(alle)
        geteld = {"": len(anderen), **_TELLING[naam](anderen, self.wie)}
        return [
            {
                "naam": woord,
                "n": geteld.get(waarde, 0),
                "href": self.adres(**{naam: waarde}),
                "actief": getattr(self, naam) == waarde,
            }
            for waarde, woord in _KEUZES[naam]()
        ]

    def _zonder(self, naam: str) -> Filter:
        anders: dict[str, Any] = {naam: ""}
        return replace(self, **anders)


def kolom_van(regel: Zaakregel) -> str:
    """The title of the column in which a case stands; empty for one that was withdrawn."""
    return KOLOM_VAN.get(regel.staat, "")


_PAST: Mapping[str, Callable[[Zaakregel, str, UUID | None], bool]] = {
    "soort": lambda regel, waarde, _wie: regel.soort == waarde,
    "kolom": lambda regel, waarde, _wie: kolom_van(regel) == KOLOM_SLEUTELS[waarde],
    "wacht": lambda regel, waarde, wie: WACHT[waarde][1](regel, wie),
}
# How many of these each value of a choice would show: one look at each case, also where there are a thousand.
_TELLING: Mapping[str, Callable[[Sequence[Zaakregel], UUID | None], Mapping[str, int]]] = {
    "soort": lambda regels, _wie: Counter(regel.soort.value for regel in regels),
    "kolom": lambda regels, _wie: Counter(SLEUTEL_VAN.get(regel.staat, "-") for regel in regels),
    "wacht": lambda regels, wie: {
        naam: sum(toets(regel, wie) for regel in regels) for naam, (_woord, toets) in WACHT.items()
    },
}
_KEUZES: Mapping[str, Callable[[], list[tuple[str, Any]]]] = {
    "soort": lambda: [("", _("Alle routes")), *((soort.value, soort.label) for soort in Routesoort)],
    "wacht": lambda: [("", _("Alles")), *((naam, woord) for naam, (woord, _toets) in WACHT.items())],
    "kolom": lambda: [("", _("Alle kolommen")), *KOLOM_SLEUTELS.items()],
}
