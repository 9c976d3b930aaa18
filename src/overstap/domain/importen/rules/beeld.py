"""What does a person see of one file before and after it is taken over, kept as one value that can be stored?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from overstap.domain.bijlagen.snapshot import KapotBestand
from overstap.domain.importen.enums import Vraag
from overstap.domain.importen.rules.vergelijken import Wijziging
from overstap.domain.importen.rules.weglaten import Weglating, weggelaten
from overstap.domain.importen.snapshot import KAPOT, Gelezen, Melding, Weigering
from overstap.domain.leerlingen.rules import gemaskeerd
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud


@dataclass(frozen=True)
class Bijlageregel:
    """A healthy attachment of the file, without its content."""

    bestandsnaam: str
    omschrijving: str
    omvang: int


@dataclass(frozen=True)
class Beeld:
    """Everything of one file that a page shows: what comes in, what changes, and what stays out with the reason.

    `nummer` is masked; `pakket` is what the administration calls itself.
    """

    inhoud: Inhoud = field(default_factory=Inhoud)
    wijzigingen: tuple[Wijziging, ...] = ()
    geweigerd: tuple[Weigering, ...] = ()
    weggelaten: tuple[Weglating, ...] = ()
    bijlagen: tuple[Bijlageregel, ...] = ()
    kapot: tuple[KapotBestand, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    nummer: str = ""
    pakket: str = ""
    datum: date | None = None

    def naar_bytes(self) -> bytes:
        """JSON that `uit_bytes` reads back unchanged."""
        ruw: dict[str, Any] = {naam: [asdict(rij) for rij in getattr(self, naam)] for naam in _RIJEN}
        ruw |= {"nummer": self.nummer, "pakket": self.pakket, "inhoud": self.inhoud.naar_json()}
        ruw["datum"] = self.datum.isoformat() if self.datum else ""
        return json.dumps(ruw, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, gelezen: bytes) -> Beeld:
        """The inverse of `naar_bytes`."""
        ruw = json.loads(gelezen)
        rijen = {naam: tuple(soort(**rij) for rij in ruw[naam]) for naam, soort in _RIJEN.items()}
        rijen["meldingen"] = tuple(Melding(**{**rij, "ernst": Ernst(rij["ernst"])}) for rij in ruw["meldingen"])
        dag = date.fromisoformat(ruw["datum"]) if ruw["datum"] else None
        return cls(
            inhoud=Inhoud.uit_json(ruw["inhoud"]), nummer=ruw["nummer"], pakket=ruw["pakket"], datum=dag, **rijen
        )


_RIJEN: dict[str, type[Any]] = {
    "wijzigingen": Wijziging,
    "geweigerd": Weigering,
    "weggelaten": Weglating,
    "bijlagen": Bijlageregel,
    "kapot": KapotBestand,
    "meldingen": Melding,
}


def beeld(gelezen: Gelezen, wijzigingen: tuple[Wijziging, ...], op: date) -> Beeld:
    """The picture of a file that was read, on the day `op`."""
    return Beeld(
        inhoud=gelezen.inhoud,
        wijzigingen=wijzigingen,
        geweigerd=gelezen.geweigerd,
        weggelaten=weggelaten(gelezen.inhoud, gelezen.meldingen, op),
        bijlagen=tuple(Bijlageregel(b.bestandsnaam, b.omschrijving, b.omvang) for b in gelezen.bestanden),
        kapot=gelezen.kapot,
        meldingen=tuple(melding for melding in gelezen.meldingen if melding.regel != KAPOT),
        nummer=gemaskeerd(gelezen.nummer.waarde) if gelezen.nummer else "",
        pakket=" ".join(deel for deel in (gelezen.pakket, gelezen.pakketversie) if deel),
        datum=gelezen.datum,
    )


@dataclass(frozen=True)
class Kop:
    """What the list of a partij shows of one file: small, because a list opens a thousand of them.

    `bezwaar` says why it cannot be taken over (or why taking it over or back failed); `dubbel` is the place of
    the other file about this pupil, 0 when there is none; `kan_ander`: the answer to `vraag` can be that this is
    another pupil.
    """

    bestand: str
    naam: str = ""
    achternaam: str = ""
    groep: str = ""
    geboren: str = ""
    wijzigingen: int = 0
    weg: int = 0
    kapot: int = 0
    bezwaar: str = ""
    vraag: str = ""
    dubbel: int = 0
    kan_ander: bool = True

    @property
    def vraagtekst(self) -> str:
        """The question for a person, empty when there is none."""
        return Vraag(self.vraag).label if self.vraag else ""

    @property
    def geboren_op(self) -> date | None:
        """The birth date, None when the file has none."""
        return date.fromisoformat(self.geboren) if self.geboren else None

    def naar_bytes(self) -> bytes:
        """JSON that `uit_bytes` reads back unchanged."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> Kop:
        """The inverse of `naar_bytes`."""
        return cls(**json.loads(ruw))


def naam_van(inhoud: Inhoud) -> str:
    """The name as people say it; empty when the file has none."""
    voor = inhoud.get("roepnaam") or " ".join(inhoud.get("voornamen") or ())
    return " ".join(deel for deel in (voor, inhoud.get("voorvoegsel"), inhoud.get("achternaam")) if deel)
