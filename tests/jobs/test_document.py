"""Does the PDF of each audience hold everything that this audience may see, and nothing else?"""

from __future__ import annotations

import re

import pytest

from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import Bevroren
from overstap.domain.rapporten.snapshot import Inhoud, Tabel, weergave
from tests.integrations.oso.leerling import LEERLING
from tests.integrations.pdf.keuring import gebreken
from tests.integrations.pdf.lezen import tekst_van
from tests.jobs.afdruk import losse_versie, rapportpdf

BIJLAGEN = tuple(
    {
        "id": naam, "soort": "opp", "bestandsnaam": f"{naam}.pdf", "omschrijving": "", "omvang": 10,
        "gaat_mee": naam == "reist",
    }
    for naam in ("reist", "blijft")
)  # fmt: skip
GEHEIM = ({"soort": "telefoon", "nummer": "0699990000", "geheim": True},)
OUDERS = tuple(
    {
        "id": str(nummer), "roepnaam": naam, "achternaam": "Verzorgerman", "wettigevertegenwoordiger": True,
        "communicatie": ({"soort": "e-mail", "nummer": f"{naam}@voorbeeld.nl"}, *GEHEIM),
    }
    for nummer, naam in enumerate(("Samira", "Karim"))
)  # fmt: skip
BEVROREN = Bevroren(LEERLING.met({"verzorgers": OUDERS, "communicatie": GEHEIM}).geldend(), BIJLAGEN)


@pytest.mark.parametrize("publiek", [Publiek.VO, Publiek.OUDERS])
def test_a_pdf_holds_what_its_audience_may_see_and_nothing_else(publiek: Publiek):
    pdf = rapportpdf(BEVROREN, publiek)
    assert gebreken(pdf, vingerafdruk=losse_versie(BEVROREN).vingerafdruk) == []
    gelezen = _kaal(tekst_van(pdf))
    inhoud = Inhoud(voor_ouder(BEVROREN.inhoud, None)) if publiek is Publiek.OUDERS else BEVROREN.inhoud
    mag = _teksten(inhoud, publiek)
    assert [tekst for tekst in mag if tekst not in gelezen] == []
    alles = " ".join(mag)
    alleen_school = {tekst for tekst in _teksten(BEVROREN.inhoud, None) if tekst not in alles and len(tekst) > 3}
    assert any("0699990000" in tekst for tekst in alleen_school)
    assert [tekst for tekst in alleen_school if tekst in gelezen] == []
    assert ("Samira" in gelezen) is (publiek is Publiek.VO)
    assert "0699990000" not in gelezen
    assert "reist.pdf" in gelezen
    assert "blijft.pdf" not in gelezen


def _teksten(inhoud: Inhoud, publiek: Publiek | None) -> set[str]:
    """Every line that this reader is shown, without spaces: a letter of another font is a piece of its own."""
    gevonden: set[str] = set()
    for sectie in weergave(inhoud, publiek):
        for blok in sectie.blokken:
            cellen = [cel for rij in blok.rijen for cel in rij] if isinstance(blok, Tabel) else list(blok.alineas)
            gevonden.update(_kaal(regel) for cel in cellen for regel in cel.split("\n"))
    return gevonden - {""}


def _kaal(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)
