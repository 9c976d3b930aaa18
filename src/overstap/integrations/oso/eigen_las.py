"""What is in the file with which a school puts a finished report into its own leerlingadministratie?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.inzages.rules import akkoord_in_oso
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.schrijven import schrijf
from overstap.integrations.oso.v2019.profielen import Profiel


def schrijf_eigen_las(
    inhoud: Inhoud,
    *,
    nummer: tuple[str, str] | None,
    inzage: tuple[date, Iterable[str]] | None,
    pdf: bytes | None,
    datum: date,
) -> bytes:
    """The OSO file within the school (binnen-BRIN): the report, with itself as PDF and without its attachments.

    `inzage` is the day on which parents could read, and what each answered. Raises `Schrijffout`.
    """
    return schrijf(
        inhoud.geldend(),
        nummer=Persoonsnummer(Nummersoort(nummer[0]), nummer[1]) if nummer else None,
        inzage=InzageInOso(datum=inzage[0], akkoord=akkoord_in_oso(inzage[1])) if inzage else None,
        bestanden=[_rapport(pdf)] if pdf else [],
        datum=datum,
        profiel=Profiel.BB,
    )


def _rapport(pdf: bytes) -> Bestand:
    return Bestand("rapport", "", "onderwijskundig-rapport.pdf", "Onderwijskundig rapport", "application/pdf", pdf)
