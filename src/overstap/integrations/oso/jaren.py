"""Which years of OSO do we know, and which of them does a file follow? One adapter per year, behind one interface.

A new year is a package like `v2019` with such an adapter, and one line in `_jaren`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Protocol

from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import Gelezen, InzageInOso, Persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.geschreven import Geschreven
from overstap.integrations.oso.ontcijferen import Ingepakt
from overstap.integrations.xml import Leesfout

_OSO = re.compile(r"http://www\.edustandaard\.nl/oso_gegevensset/([0-9.]{1,8})/[a-z]{1,20}")
_OPNIEUW = "Maak in uw leerlingadministratie een overstapdossier (OSO) en kies dat bestand."


class Jaar(Protocol):
    """Reading and writing one year of OSO.

    `versie` ("2019.1") is what a file of this year says in metadata/standaardversie, `naamruimte` its namespace,
    `inhoud` the element that holds an attachment ("{uri}name"), `profielen` the codes of the profiles that it reads,
    `schrijfbaar` those that it writes.
    """

    versie: str
    naamruimte: str
    inhoud: str
    profielen: tuple[str, ...]
    schrijfbaar: tuple[str, ...]

    def lees(
        self,
        wortel: etree._Element,
        *,
        vandaag: date | None,
        bijlagen: bool,
        uitgelicht: Mapping[str, Ingepakt],
    ) -> Gelezen:
        """Everything in the tree of a dossier of this year, whatever its profile.

        The rules are judged at the date of the file, else at `vandaag`. A fault inside is a Melding and the
        rest is read. Without `bijlagen` attachments are only counted. `uitgelicht` are the contents of attachments
        that flowed out of the tree, by the mark that took their place.
        """
        ...

    def stel_op(
        self,
        inhoud: Inhoud,
        *,
        profiel: str,
        nummer: Persoonsnummer | None,
        inzage: InzageInOso | None,
        bestanden: Sequence[Bestand | Bron],
        datum: date,
        pakket: tuple[str, str],
        uitgezet: frozenset[str],
    ) -> Geschreven:
        """A valid file of this year; the same input always gives the same bytes. Raises `Schrijffout`."""
        ...

    def schrijf_als(self, profiel: str) -> str:
        """The profile in which a file of this one is written again: itself, or the one that holds as much."""
        ...

    def tabel(self) -> str:
        """What happens to every path of this year, as a page in Markdown."""
        ...


@cache
def jaren() -> tuple[Jaar, ...]:
    """The adapters of the years that we know, the newest first."""
    from overstap.integrations.oso.v2019.adapter import V2019  # the adapters know this module

    return (V2019(),)


def jaar_van_versie(versie: str) -> Jaar:
    """The adapter of a year by its version ("2019.1"); raises KeyError."""
    return {jaar.versie: jaar for jaar in jaren()}[versie]


def jaar_van(wortel: etree._Element) -> Jaar:
    """The adapter for a file with this root, by its namespace and, where years share one, its version.

    Raises `Leesfout` (`geen_oso`, `ander_jaar` with the year in the sentence, `andere_wortel`).
    """
    naam = etree.QName(wortel)
    zelfde = [jaar for jaar in jaren() if jaar.naamruimte == naam.namespace]
    if not zelfde:
        raise _onbekend(naam.namespace or "", _versie(wortel))
    if naam.localname == "dossiers":
        raise Leesfout("andere_wortel", "In dit bestand zitten meer dossiers. Maak per leerling een eigen bestand.")
    if naam.localname != "dossier":
        raise Leesfout("andere_wortel", f"Dit bestand begint niet met een dossier. {_OPNIEUW}")
    versie = _versie(wortel)
    # A version that nobody knows is a finding (OG.02) of the newest year in this namespace, not the end.
    return next((jaar for jaar in zelfde if jaar.versie == versie), zelfde[0])


def _onbekend(naamruimte: str, versie: str) -> Leesfout:
    past = _OSO.fullmatch(naamruimte)
    if past is None:
        return Leesfout("geen_oso", f"Dit is een XML-bestand, maar geen OSO-dossier. {_OPNIEUW}")
    jaar = versie if versie.startswith(past.group(1)) else past.group(1)
    bekend = " en ".join(jaar.versie for jaar in jaren())
    return Leesfout(
        "ander_jaar",
        f"Dit bestand volgt OSO {jaar}. Overstap leest OSO {bekend}."
        f" Kies bij het maken van het bestand versie {bekend}, of vraag de beheerder om een nieuwere Overstap.",
    )


def _versie(wortel: etree._Element) -> str:
    """What the file says in metadata/standaardversie; empty when that is not a version."""
    tekst = (wortel.findtext("{*}metadata/{*}standaardversie") or "").strip()
    return tekst if re.fullmatch(r"[0-9]{4}\.[0-9]{1,2}", tekst) else ""
