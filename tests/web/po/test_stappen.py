"""How many pages, presses and answers does a plain pupil take, from the OSO file to definitief?

Counted over the real pages. The figures stand in docs/stappen.md; who changes them, changes them there too.
Run with `-s` to see them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import open_rapport, teken_gezien
from overstap.domain.inzages.enums import Akkoord
from overstap.domain.inzages.queries import inzages_for
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.typen import Datum, Getal, JaNee, Keuze
from overstap.domain.rapporten.queries import inhoud_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.web.po.views.openstaand import open_velden
from tests.partij import osobestand
from tests.wereld import AT, Wereld, regio

DOC = Path(__file__).resolve().parents[3] / "docs" / "stappen.md"
# Also dates and numbers are typed; only a choice is not.
_GETYPT = {"text", "textarea", "email", "number"}


@dataclass
class Loper:
    """Walks the pages as one person, and counts for all persons of one walk together."""

    client: Client
    tel: dict[str, int]
    pagina: Any = field(default=None)

    def open(self, adres: str) -> Loper:
        """Press a link."""
        self.tel["klikken"] += 1
        return self._toon(self.client.get(adres))

    def stuur(self, bij: str, knop: tuple[str, str] | None = None, **antwoorden: Any) -> Loper:
        """Answer the form that holds `bij` (an address or a name), and press its button."""
        form = next(f for f in self.pagina.xpath("//main//form") if bij in (f.action or "") or bij in f.fields)
        begin = dict(form.form_values())
        for naam, waarde in antwoorden.items():
            if waarde != begin.get(naam):
                soort = form.inputs[naam]
                getypt = getattr(soort, "tag", "") == "textarea" or getattr(soort, "type", "") in _GETYPT
                self.tel["getypt" if getypt else "gekozen"] += 1
        self.tel["klikken"] += 1
        data = {**begin, **antwoorden, **dict([knop] if knop else [])}
        return self._toon(self.client.post(form.action or self.adres, data))

    def _toon(self, antwoord: Any) -> Loper:
        while antwoord.status_code in {302, 303}:
            antwoord = self.client.get(antwoord["Location"])
        assert antwoord.status_code == 200, antwoord.content.decode()
        self.adres = antwoord.request["PATH_INFO"]
        self.tel["bladzijden"] += 1
        self.pagina = html.fromstring(antwoord.content.decode())
        return self


def als_mens(wie: Actor, tel: dict[str, int]) -> Loper:
    from overstap.domain.gebruikers.models import Account

    client = Client()
    client.force_login(Account.objects.get(id=wie.id))
    return Loper(client, tel)


def antwoord_op(naam: str) -> Any:
    """The shortest lawful answer: no support, no trouble, a few words."""
    soort = catalogus().velden[naam].type
    if isinstance(soort, JaNee):
        return "nee"
    if isinstance(soort, Keuze):
        return soort.lijst.kiesbaar[0][0]
    return "1-9-2026" if isinstance(soort, Datum) else "0" if isinstance(soort, Getal) else "Gaat goed."


def neem_op(wereld: Wereld, tel: dict[str, int]) -> str:
    els = als_mens(wereld.a.administratie, tel)
    els.open("/po/importeren/")
    bestand = SimpleUploadedFile("leerling.xml", osobestand(wereld.a.gegevens, 3), "application/xml")
    tel["gekozen"] += 1
    tel["klikken"] += 1
    els._toon(els.client.post("/po/importeren/", {"bestand": bestand}))
    els.stuur("overnemen")
    return els.adres


def schrijf(wereld: Wereld, pad: str, marije: Loper, *, op_een_bladzijde: bool) -> None:
    """Answer every open question: on one page, or section by section as the button leads."""
    dossier_id = re.search(r"[0-9a-f-]{36}", pad)[0]
    adres = f"{pad}open-vragen/" if op_een_bladzijde else ""
    for _keer in range(20):
        with als(wereld.a.leerkracht) as by:
            dossier = dossier_for(by, dossier_id)
            te_doen = open_velden(inhoud_for(by, dossier, slot_for(by, dossier)), catalogus())
        if not te_doen:
            return
        if not marije.pagina.xpath("//form[@id='formulier']"):
            marije.open(adres or marije.pagina.xpath("//section[contains(@class,'ov-twee__nu')]//a/@href")[0])
        velden = marije.pagina.get_element_by_id("formulier").fields
        # What stands there already, such as the day from which absence counts, is left.
        namen = [naam for naam in te_doen if naam in velden and not (velden[naam] or "").strip()]
        marije.stuur("begin", ("knop", "klaar"), **{naam: antwoord_op(naam) for naam in namen})
    raise AssertionError(te_doen)


def adviseer(pad: str, marije: Loper) -> None:
    dag = "22-11-2026"
    marije.open(f"{pad}advies/")
    marije.stuur("voorlopig/", niveau="havo", gegeven_op=dag)
    marije.stuur("toets/", stand="niet_gemaakt")
    marije.stuur("definitief/", keuze="havo", gegeven_op=dag)


def nodig_uit(pad: str, marije: Loper) -> None:
    """Both parents; the mail addresses came with the file."""
    for nummer in range(2):
        marije.open(f"{pad}ouders/")
        marije.open(marije.pagina.xpath("//a[contains(@href,'/uitnodigen/')]/@href")[0])
        marije.stuur("mail")
        assert marije.pagina.xpath("//*[contains(@class,'ov-codebrief__code')]"), nummer


def laat_tekenen(wereld: Wereld, pad: str) -> None:
    """What the parents do is not counted: they read and sign, each on an own page."""
    with als(wereld.a.leerkracht) as by:
        inzages = list(inzages_for(by, dossier_for(by, UUID(re.search(r"[0-9a-f-]{36}", pad)[0]))))
    for inzage in inzages:
        with als(Actor(Rol.OUDER, inzage.ouder_id)) as ouder:
            versie = open_rapport(by=ouder, at=AT)
            teken_gezien(versie_id=versie.id, akkoord=Akkoord.JA, by=ouder, at=AT)


def maak_definitief(wereld: Wereld, pad: str, tel: dict[str, int]) -> None:
    """The directeur looks at the checklist and presses the button."""
    anton = als_mens(wereld.a.directeur, tel).open("/po/").open(f"{pad}definitief/")
    anton.stuur("")
    assert "Het rapport is definitief" in anton.pagina.text_content()


def ga_de_weg(*, kort: bool) -> dict[str, int]:
    tel = {"bladzijden": 0, "klikken": 0, "getypt": 0, "gekozen": 0}
    wereld = regio()
    pad = neem_op(wereld, tel)
    marije = als_mens(wereld.a.leerkracht, tel).open("/po/").open(pad)
    schrijf(wereld, pad, marije, op_een_bladzijde=kort)
    adviseer(pad, marije)
    nodig_uit(pad, marije)
    laat_tekenen(wereld, pad)
    maak_definitief(wereld, pad, tel)
    return tel


@pytest.mark.django_db
@pytest.mark.parametrize(("weg", "kort"), [("per onderdeel", False), ("op één bladzijde", True)])
def test_the_figures_in_the_document_are_those_of_the_pages(weg: str, kort: bool) -> None:
    with time_machine.travel(AT, tick=False):
        tel = ga_de_weg(kort=kort)
    regel = f"| {weg} | {tel['bladzijden']} | {tel['klikken']} | {tel['getypt']} | {tel['gekozen']} |"
    print(regel)  # noqa: T201  # the figures themselves are asked for
    assert regel in DOC.read_text(encoding="utf-8")
