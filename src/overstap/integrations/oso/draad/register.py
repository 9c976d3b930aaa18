"""May this system speak for that school, and where do others find us? Asked of the Onderwijs Serviceregister (OSR)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import CENTRALE, Zending, wissel
from overstap.integrations.oso.draad.ondertekening import onderteken
from overstap.integrations.oso.draad.uitgave import Registervorm

_JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Register:
    """The register at one address (https, without the path), asked with our papers for one release (`naamruimte`).

    Nothing is kept: a mandate that a school takes back counts from the next letter on, as the Traffic Center is asked
    for every session as well.
    """

    adres: str
    papieren: Papieren
    vorm: Registervorm
    naamruimte: str

    def gemachtigd(self, brin: str, oin: str, op: date | None) -> bool:
        """Did this school (BRIN) mandate the system with this OIN, on this day (None: as the register sees it)?

        Raises `Draadfout` when the register does not say.
        """
        gezegd = {blad for _, blad in _bladen(self._machtiging(brin, oin, op)) if isinstance(blad, str)}
        return self.vorm.goed in gezegd and self.vorm.slecht not in gezegd

    def meld_adres(self, *, brin: str, kenmerk: str, url: str, nu: datetime, op: date) -> None:
        """Register where we answer for this school, or replace what stood there.

        Raises `Draadfout`: "geen_machtiging" when the school did not mandate us, else what went wrong on the way.
        """
        antwoord = self._machtiging(brin, self.papieren.eigen_oin(), op)
        tokens = {blad for naam, blad in _bladen(antwoord) if naam == self.vorm.token and isinstance(blad, str)}
        if len(tokens) != 1:
            raise Draadfout("geen_machtiging")
        namen = self.vorm.adres
        wat = {
            namen["token"]: tokens.pop(),
            namen["kenmerk"]: kenmerk,
            namen["naamruimte"]: self.naamruimte,
            namen["url"]: url,
            namen["soort"]: [self.vorm.soort],
        }
        ruw = json.dumps(wat).encode()
        woord = onderteken(ruw, self.papieren, self.vorm, nu=nu)
        koppen = _JSON | {"Content-Type": "application/json", "JWT": woord}
        zending = Zending(ruw, koppen=koppen, leesbaar=frozenset({200, 201}))
        wissel(f"{self._basis}/{self.vorm.endpoints}", zending, self.papieren, CENTRALE)

    @property
    def _basis(self) -> str:
        return self.adres.rstrip("/")

    def _machtiging(self, brin: str, oin: str, op: date | None) -> Any:  # whatever JSON it says
        namen = self.vorm.vraag
        vraag = {
            namen["leverancier"]: oin,
            namen["school"]: self.vorm.school_oin.format(brin=brin[:4]),
            namen["naamruimte"]: self.naamruimte,
        }
        if op is not None:
            vraag[namen["dag"]] = op.isoformat()
        zending = Zending(b"", "GET", _JSON, frozenset({200}))
        ruw = wissel(f"{self._basis}/{self.vorm.machtigingen}?{urlencode(vraag)}", zending, self.papieren, CENTRALE)
        try:
            return json.loads(ruw)
        except (ValueError, RecursionError):
            raise Draadfout("register_onleesbaar", onderweg=True) from None


def _bladen(wat: Any, naam: str = "") -> Iterator[tuple[str, object]]:  # whatever JSON it says
    """Every value in a JSON answer with the name it has, however it is wrapped: nobody published the shape."""
    if isinstance(wat, dict):
        for sleutel, waarde in wat.items():
            yield from _bladen(waarde, sleutel)
    elif isinstance(wat, list):
        for waarde in wat:
            yield from _bladen(waarde, naam)
    else:
        yield naam, wat
