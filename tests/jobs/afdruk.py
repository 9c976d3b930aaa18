"""Prints the SHA-256 of everything that is made of one version, for `test_zelfde_bytes`. No database is asked for."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import django
import time_machine

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.catalogue import Publiek
    from overstap.domain.rapporten.models import Versie
    from overstap.domain.rapporten.queries import Bevroren

OP = datetime(2027, 3, 24, 9, 42, tzinfo=UTC)
WOORD = "onderwijskundig rapport"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "overstap.config.settings")


def los_dossier() -> Dossier:
    """A dossier that is in no database."""
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.leerlingen.models import Leerling
    from overstap.domain.scholen.models import Organisatie

    return Dossier(
        school=Organisatie(naam="De Voorbeeldboom"), leerling=Leerling(roepnaam="Noor", achternaam="Haddou"),
        schooljaar="2026-2027", groep="8A",
    )  # fmt: skip


def losse_versie(bevroren: Bevroren) -> Versie:
    """A definitive version that is in no database."""
    from overstap.domain.rapporten.models import Versie

    vinger = hashlib.sha256(bevroren.naar_bytes()).hexdigest()
    return Versie(id=UUID(int=1), nummer=2, soort="definitief", vingerafdruk=vinger, gemaakt_op=OP)


def rapportpdf(bevroren: Bevroren, publiek: Publiek) -> bytes:
    """The PDF of such a version for one audience."""
    from overstap.integrations.pdf import Stijl, maak_pdf
    from overstap.jobs.document import rapport

    document = rapport(bevroren, losse_versie(bevroren), los_dossier(), publiek, WOORD)
    return maak_pdf(document, Stijl.OUDERS if publiek.value == "ouders" else Stijl.RAPPORT)


def afdrukken() -> dict[str, str]:
    """The SHA-256 of the snapshot, both PDFs, an aanvulling, the OSO file and a difference."""
    from overstap.domain.bijlagen.snapshot import Bestand
    from overstap.domain.importen.snapshot import InzageInOso
    from overstap.domain.rapporten.catalogue import Publiek
    from overstap.domain.rapporten.models import Aanvulling
    from overstap.domain.rapporten.queries import Bevroren, LeesbareAanvulling
    from overstap.domain.rapporten.snapshot import vergelijk_versies
    from overstap.domain.rapporten.snapshot.aanvulling import Aanvultekst
    from overstap.integrations.oso import schrijf
    from overstap.integrations.pdf import Stijl, maak_pdf
    from overstap.jobs.document import aanvulling
    from tests.integrations.oso.leerling import LEERLING, NUMMER

    bevroren = Bevroren.uit_bytes(Bevroren(LEERLING.geldend(), ()).naar_bytes())
    snapshot, versie = bevroren.naar_bytes(), losse_versie(bevroren)
    tekst = Aanvultekst("opvallend", "Later gemaakt: M8.")
    rij = Aanvulling(
        versie=versie, nummer=1, soort="toets", functie="directeur", vingerafdruk=tekst.vingerafdruk(), gemaakt_op=OP
    )
    vo, ouders = rapportpdf(bevroren, Publiek.VO), rapportpdf(bevroren, Publiek.OUDERS)
    erbij = maak_pdf(aanvulling(LeesbareAanvulling(rij, tekst), los_dossier(), WOORD), Stijl.OUDERS)
    oso = schrijf(
        bevroren.inhoud, nummer=NUMMER, inzage=InzageInOso(datum=date(2027, 3, 1)), datum=date(2027, 3, 25),
        bestanden=(Bestand("rapport", "", "rapport.pdf", "Rapport", "application/pdf", vo),),
    )  # fmt: skip
    anders = vergelijk_versies(bevroren.inhoud, bevroren.inhoud.met({"roepnaam": "Nora"}), Publiek.VO)
    stukken = {"snapshot": snapshot, "vo": vo, "ouders": ouders, "aanvulling": erbij, "oso": oso}
    return {
        naam: hashlib.sha256(ruw).hexdigest() for naam, ruw in {**stukken, "verschil": repr(anders).encode()}.items()
    }


if __name__ == "__main__":
    django.setup()
    with time_machine.travel(os.environ["EEN_DAG"], tick=False):
        sys.stdout.write(json.dumps(afdrukken()))
