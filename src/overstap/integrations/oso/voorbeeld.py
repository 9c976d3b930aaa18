"""What would a school's administration deliver for an invented pupil? For the demo and for tests."""

from collections.abc import Sequence
from datetime import date

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.schrijven import schrijf


def voorbeeldbestand(
    leerling: Inhoud,
    *,
    nummer: Persoonsnummer,
    datum: date,
    bestanden: Sequence[Bestand] = (),
    pakket: tuple[str, str] = ("Voorbeeld-LAS", "1"),
) -> bytes:
    """The OSO file (POVO) of this content, as a school would upload it on `datum`; raises `Schrijffout`."""
    inzage = InzageInOso(datum=datum, akkoord="Onbekend")
    return schrijf(leerling, nummer=nummer, inzage=inzage, bestanden=bestanden, datum=datum, pakket=pakket)
