"""Does a vo school open a report with the code of the parents, and is every no the same page?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import time_machine

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.queries import inbox_for
from overstap.domain.overdrachten.rules import code_uit
from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.rules.regioschrijven import schooltabel
from overstap.foundation.access import Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.web.components.jinja.filters import datum
from overstap.web.vo import pogingen
from tests.web.vo.ontvangst import client_van, client_van_ouder
from tests.wereld import AT, Geval, Wereld


def code_van(wereld: Wereld, geval: Geval) -> str:
    """The code of a pupil, made and read by a colleague on the page, after it was released."""
    client = client_van(wereld.a.directeur)
    adres = f"/po/dossiers/{geval.dossier_id}/adviesformulier/"
    assert client.post(adres, {"wat": "maak"}).status_code == 303
    gevonden = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", client.get(adres).content.decode())
    assert gevonden
    return gevonden.group()


def test_the_adviesformulier_is_one_accessible_page(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    code = code_van(wereld, geval)
    antwoord = client_van(wereld.a.leerkracht).get(f"/po/dossiers/{geval.dossier_id}/adviesformulier/blad/")
    assert antwoord["Content-Disposition"] == f'attachment; filename="adviesformulier-{geval.dossier_id.hex[:8]}.pdf"'
    with pikepdf.open(BytesIO(antwoord.content)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
    assert antwoord.content == client_van(wereld.a.ib).get(antwoord.wsgi_request.path).content
    assert len(code) == 14


def geef_vrij(wereld: Wereld, geval: Geval) -> None:
    client = client_van(wereld.a.administratie)
    adres = f"/po/dossiers/{geval.dossier_id}/vrijgeven/"
    assert "Welke scholen kunnen dit zijn?" in client.get(adres).content.decode()
    assert client.post(adres).status_code == 303


def vul_in(client, code, **anders):
    return client.post("/vo/aanmelden/", {"manier": "code", "code": code, "verklaring": "on", **anders})


def kaal(antwoord) -> str:
    """A page without what was typed and without what differs for every answer."""
    html = re.sub(r'value="[^"]*"', "", antwoord.content.decode())
    return re.sub(r"nog \d keer", "", html)


@time_machine.travel(AT, tick=False)
def test_from_the_adviesformulier_to_the_report(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    code = code_van(wereld, geval)
    client = client_van(wereld.vo.toelating)
    zonder = vul_in(client, code, verklaring="")
    assert zonder.status_code == 422
    assert "Vink aan dat de leerling is aangemeld" in zonder.content.decode()
    typefout = vul_in(client, code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert typefout.status_code == 422
    assert "typefout" in typefout.content.decode()
    # Not released: the same page as for a code of nobody, and the basisschool sees who asks.
    te_vroeg, van_niemand = vul_in(client, code), vul_in(client, _bestaat_niet())
    assert (te_vroeg.status_code, van_niemand.status_code) == (200, 200)
    assert kaal(te_vroeg) == kaal(van_niemand)
    assert code in te_vroeg.content.decode()
    po = client_van(wereld.a.administratie)
    pagina = po.get(f"/po/dossiers/{geval.dossier_id}/adviesformulier/").content.decode()
    assert "gaf de code op" in pagina
    assert "vroeg op" in po.get(f"/po/dossiers/{geval.dossier_id}/overdracht/").content.decode()
    assert "Vo-school vraagt erom" in po.get("/po/overdracht/?stand=gevraagd").content.decode()
    velen = po.get("/po/samen/", {"wat": "vrijgeven", "leerling": str(geval.dossier_id)}).content.decode()
    assert f"{wereld.vo.gegevens.naam} gaf op {datum(AT)} de code op. Het rapport gaat er meteen heen." in velen
    # To the vo school that asked too early its own question is as silent as a wrong code.
    incident = client.get("/incident/", {"van": "22-11-2026", "tot_en_met": "22-11-2026"}).content.decode()
    assert str(geval.dossier_id) not in incident
    assert "meldde de leerling aan" not in incident
    geef_vrij(wereld, geval)
    with als(wereld.vo.toelating) as by:
        overdracht = inbox_for(by).get()
    open_ = vul_in(client, code.lower())
    assert open_["Location"] == f"/vo/overdrachten/{overdracht.id}/"
    assert client.get(open_["Location"]).status_code == 200
    incident = client.get("/incident/", {"van": "22-11-2026", "tot_en_met": "22-11-2026"}).content.decode()
    assert "1 leerling" in incident
    assert re.search(r'data-kop="Versies">2<', incident)
    assert f"{wereld.vo.gegevens.naam} (versie 2)" in incident
    ouders = client_van_ouder(geval.ouders[0].ouder_id)
    assert code in ouders.get("/ouders/rapport/").content.decode()
    kijkers = ouders.get("/ouders/rapport/wie-keek/").content.decode()
    assert f"meldde de leerling aan bij {wereld.vo.gegevens.naam}" in kijkers


def _bestaat_niet() -> str:
    return code_uit([1] * 11)


@time_machine.travel(AT, tick=False)
def test_five_wrong_codes_is_enough_and_nothing_is_lost(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    code = code_van(wereld, geval)
    geef_vrij(wereld, geval)
    client = client_van(wereld.vo.toelating)
    for over in (4, 3, 2, 1, 0):
        html = vul_in(client, _bestaat_niet()).content.decode()
        assert (f"nog {over} keer" if over else "over hooguit een kwartier opnieuw") in html
    te_veel = vul_in(client, code)
    assert te_veel.status_code == 429
    assert "te vaak" in te_veel.content.decode()
    assert code in te_veel.content.decode()
    # A colleague goes on, until the school as a whole tried too often; in a quarter of an hour it works again.
    ander = client_van(wereld.vo.zorg)
    assert vul_in(ander, _bestaat_niet()).status_code == 200
    with als(wereld.vo.administratie) as by:
        for _keer in range(pogingen.VAN_DE_SCHOOL - 6):
            pogingen.tel(by, AT)
    assert vul_in(ander, code).status_code == 429
    with time_machine.travel(AT + timedelta(minutes=pogingen.MINUTEN), tick=False):
        assert vul_in(client_van(wereld.vo.toelating), code).status_code == 303
    with als(wereld.vo.toelating):
        geweigerd = AuditEvent.objects.filter(wat="overdracht.niet_geopend")
        assert geweigerd.count() == 6
        assert not any(_bestaat_niet()[:4] in str(rij) for rij in geweigerd.values())


@time_machine.travel(AT, tick=False)
def test_without_a_code_it_takes_everything_that_oso_asks(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    geef_vrij(wereld, geval)
    client = client_van(wereld.vo.toelating)
    uit_las = wereld.a.gelezen(geval.kind.nummer)
    geboren = uit_las.inhoud["geboortedatum"]
    goed = {
        "manier": "gegevens", "verklaring": "on", "achternaam": uit_las.inhoud["achternaam"].upper(),
        "nummer": uit_las.nummer.waarde, "geboortedatum": f"{geboren:%d-%m-%Y}", "brin": "99xa00",
    }  # fmt: skip
    fout = client.post("/vo/aanmelden/", {**goed, "nummer": "123456789", "brin": "99"})
    assert fout.status_code == 422
    for zin in ("Dit nummer kan niet kloppen", "Een BRIN heeft twee cijfers"):
        assert zin in fout.content.decode()
    for anders in ({"achternaam": "Ander"}, {"brin": "99XB"}, {"brin": "01AB"}, {"geboortedatum": "1-1-2015"}):
        assert (
            "Wij kunnen met deze gegevens geen rapport openen"
            in client.post("/vo/aanmelden/", {**goed, **anders}).content.decode()
        )
    assert client.post("/vo/aanmelden/", goed).status_code == 303


def test_a_school_that_is_no_more_reads_why_and_keeps_what_was_typed(wereld: Wereld) -> None:
    school = schooltabel(replace(wereld.vo.gegevens, laatste_dag=AT.date() - timedelta(days=1)))
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={wereld.vo.gegevens.sleutel: school}, by=by, at=AT)
    with time_machine.travel(AT, tick=False):
        antwoord = vul_in(client_van(wereld.vo.toelating), _bestaat_niet())
    assert antwoord.status_code == 422
    assert "Uw school is gestopt" in antwoord.content.decode()
    assert f'value="{_bestaat_niet()}"' in antwoord.content.decode()
