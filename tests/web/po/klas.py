"""An invented class at De Voorbeeldboom, made by the real acts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from tests.web.conftest import WACHTWOORD, maak_wereld

NU = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
REGIOBESTAND = Path(__file__).resolve().parents[3] / "regio" / "voorbeeld.toml"
# Numbers of the series for tests that pass the eleven test.
BSN = ("999990019", "999990020", "999990032", "999990044", "999990056", "999990068", "999990081", "999990093")


def maak_klas() -> SimpleNamespace:
    """The world with the settings of the example region, and an actor per role at the basisschool."""
    from overstap.domain.scholen.rules import lees_regio
    from overstap.foundation.access import Actor, Rol

    wereld = maak_wereld()
    wereld.po.regio.instellingen = lees_regio(REGIOBESTAND.read_text(encoding="utf-8")).instellingen()
    wereld.po.regio.save()
    wereld.leerkracht = Actor(Rol.LEERKRACHT, wereld.marije.id, wereld.po.id)
    wereld.directeur = Actor(Rol.DIRECTEUR, wereld.joris.id, wereld.po.id)
    wereld.administratie = Actor(Rol.ADMINISTRATIE_PO, wereld.bas.id, wereld.po.id)
    wereld.ontvanger = Actor(Rol.TOELATINGSCOMMISSIE, wereld.bas.id, wereld.vo.id)
    return wereld


_ADRES = {"soortadres": "bezoek", "straat": "Dorpsweide", "nummer": "1", "postcode": "9999 XA", "plaats": "Meerdorp"}


def gelezen(nummer: int = 0, roepnaam: str = "Noor", achternaam: str = "Haddou", **velden: Any) -> Any:
    """What the reader gives for one invented pupil."""
    from overstap.domain.dossiers.enums import Nummersoort
    from overstap.domain.importen.snapshot import Gelezen, Persoonsnummer
    from overstap.domain.rapporten.snapshot import Inhoud

    inhoud = {
        "voornamen": (roepnaam,), "roepnaam": roepnaam, "achternaam": achternaam,
        "geboortedatum": date(2015, 4, 1 + nummer), "geslacht": "vrouw", "verzorgers_aansprakelijk": True,
        "leerlingid": f"L{nummer}", "adresgeheim": False, "datum_inschrijving": date(2019, 8, 1),
        "adressen": (_ADRES,),
        "school": {
            "brincode": "00YY", "vestigingscode": "00", "naam": "De Voorbeeldboom", "aanleverpunt": "0",
            "adressen": (_ADRES,), "communicatie": ({"soort": "telefoon", "nummer": "0000000001"},),
        },
        "verzorgers": (_ouder("Samira", achternaam, "2"), _ouder("Karim", achternaam, "1")),
        "schoolloopbaan": (_schooljaar("2025-2026", "7A", "7"), _schooljaar("2026-2027", "8A", "8")),
        "toetsen": (_toets("Rekenen", date(2025, 1, 20), "IV"), _toets("Rekenen", date(2026, 1, 19), "III")),
        **velden,
    }  # fmt: skip
    return Gelezen(
        inhoud=Inhoud(inhoud), nummer=Persoonsnummer(Nummersoort.BSN, BSN[nummer]),
        profiel="POVO", datum=date(2026, 11, 20), schooljaar="2026-2027",
    )  # fmt: skip


def neem_over(wereld: SimpleNamespace, waarde: Any) -> UUID:
    """Take a value over as the directeur; returns the dossier."""
    from overstap.domain.importen.actions import bewaar_upload
    from overstap.domain.importen.actions import neem_over as act
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        upload = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=NU)
        return act(upload_id=upload, gelezen=waarde, by=by, at=NU).id


INGEVULD: dict[str, Any] = {
    "verzuim_vanaf": date(2025, 11, 22), "verzuim_geoorloofd": 4, "verzuim_ongeoorloofd": 0,
    "opvallend": "Noor groeit sterk met rekenen.", "toetsbeeld": "past",
    "gedrag_contact": "Zij helpt anderen graag.", "gedrag_spel_en_leren": "Zij leert door te doen.",
    "gedrag_huiswerk": "Zij maakt het thuis.", "gedrag_concentratie": "Zij werkt twintig minuten door.",
    "gedrag_zelfstandigheid": "Zij plant haar week zelf.", "gedrag_overig": "Niets bijzonders.",
    "sociaal_emotioneel_problemen": False, "ondersteuningsvraag": False, "contactnodig": False,
    "wens_leerling": "havo", "wens_ouders": "havo", "argumentatie": "De resultaten passen bij havo.",
}  # fmt: skip


def vul(wereld: SimpleNamespace, dossier_id: UUID, **anders: Any) -> None:
    """Fill in every section as the leerkracht."""
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.rapporten.actions import sla_sectie_op
    from overstap.domain.rapporten.catalogue import catalogus
    from overstap.domain.rapporten.queries import concept_for
    from overstap.foundation.rls import als

    waarden = {**INGEVULD, **anders}
    for sectie in catalogus().secties:
        with als(wereld.leerkracht) as by:
            eigen = {veld.naam: waarden[veld.naam] for veld in sectie.velden if veld.naam in waarden}
            revisie = concept_for(by, dossier_for(by, dossier_id)).revisie
            sla_sectie_op(dossier_id=dossier_id, sectie=sectie.naam, waarden=eigen, revisie=revisie, by=by, at=NU)


def adviseer(wereld: SimpleNamespace, dossier_id: UUID, voorlopig: str, toets: str = "", definitief: str = "") -> None:
    """Record the voorlopig advies, and when given the test and the definitief advies."""
    from overstap.domain.adviezen.actions import geef_definitief, geef_voorlopig, leg_toets_vast
    from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.rapporten.actions import werk_stand_bij
    from overstap.foundation.rls import als

    met: dict[str, Any] = {"dossier_id": dossier_id, "at": NU}
    op = NU.date()
    with als(wereld.leerkracht) as by:
        geef_voorlopig(niveau=Niveau(voorlopig), gegeven_op=op, by=by, **met)
        if toets:
            uitslag = {"deelgenomen": True, "aanbieder": "iep", "toetsadvies": toets, "standaardscore": 80}
            leg_toets_vast(stand=Toetsstand.GEMAAKT, toetsadvies=Toetsadvies(toets), uitslag=uitslag, by=by, **met)
        if definitief and not toets:
            niet = {"stand": Toetsstand.NIET_GEMAAKT, "toetsadvies": None, "uitslag": {"deelgenomen": False}}
            leg_toets_vast(by=by, **niet, **met)
        if definitief:
            geef_definitief(niveau=Niveau(definitief), uitkomst=None, motivatie="", gegeven_op=op, by=by, **met)
        werk_stand_bij(dossier=dossier_for(by, dossier_id), by=by, at=NU)


def nodig_uit(wereld: SimpleNamespace, dossier_id: UUID) -> None:
    """Invite every parent with gezag."""
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import nodig_uit as act
    from overstap.domain.inzages.rules import gezaghebbenden
    from overstap.domain.rapporten.queries import inhoud_for
    from overstap.foundation.rls import als

    with als(wereld.leerkracht) as by:
        dossier = dossier_for(by, dossier_id)
        for wie in gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier))):
            act(dossier_id=dossier_id, verzorger_id=wie.sleutel, mail=wie.mail, by=by, at=NU)


def volle_klas(wereld: SimpleNamespace) -> list[UUID]:
    """Six pupils in different states; the first has a test that came out higher than the advice."""
    namen = (
        ("Noor", "Haddou"),
        ("Ilias", "Boukhari"),
        ("Mei", "Cheung"),
        ("Deniz", "Aksoy"),
        ("Tijn", "Kuipers"),
        ("Lotte", "Bakker"),
    )
    ids = [neem_over(wereld, gelezen(nummer, *naam)) for nummer, naam in enumerate(namen)]
    hoger, alles, bezig, bij_ouders, voorlopig, _nieuw = ids
    for dossier_id in (alles, bij_ouders, voorlopig, hoger):
        vul(wereld, dossier_id)
    vul(wereld, bezig, argumentatie=None, opvallend=None)
    adviseer(wereld, hoger, "havo", "havo_vwo")
    adviseer(wereld, alles, "havo", "vmbo_gt_havo", "havo")
    adviseer(wereld, bij_ouders, "vmbo_kgt", "vmbo_kgt", "vmbo_kgt")
    adviseer(wereld, voorlopig, "vwo")
    nodig_uit(wereld, bij_ouders)
    return ids


def _ouder(roepnaam: str, achternaam: str, relatie: str) -> dict[str, Any]:
    mail = {"soort": "e-mail", "nummer": f"{roepnaam.lower()}@voorbeeld.nl"}
    return {
        "roepnaam": roepnaam, "achternaam": achternaam, "relatietotkind": relatie, "wettigevertegenwoordiger": True,
        "communicatie": (mail,),
    }  # fmt: skip


def _schooljaar(jaar: str, code: str, groep: str) -> dict[str, Any]:
    return {
        "schooljaar": jaar, "groepscode": code, "groepsnaam": f"groep {code}", "jaargroep": groep,
        "brincode": "00YY", "vestigingscode": "00",
    }  # fmt: skip


def _toets(vak: str, op: date, niveau: str) -> dict[str, Any]:
    scores = ({"soort": "IV", "vergelijkingsgroep": "Landelijk", "waarde": niveau},)
    return {
        "toetscode": f"T-{vak}", "leergebied": vak, "toetsnaam": f"{vak} 3.0", "afnamedatum": op, "jaargroep": "7",
        "referentiescores": scores,
    }  # fmt: skip


__all__ = ["BSN", "NU", "WACHTWOORD", "gelezen", "maak_klas", "neem_over"]
