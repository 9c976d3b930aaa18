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


def gelezen(nummer: int = 0, roepnaam: str = "Noor", achternaam: str = "Haddou", **velden: Any) -> Any:
    """What the reader gives for one invented pupil."""
    from overstap.domain.dossiers.enums import Nummersoort
    from overstap.domain.importen.snapshot import Gelezen, Persoonsnummer
    from overstap.domain.rapporten.snapshot import Inhoud

    inhoud = {
        "voornamen": (roepnaam,), "roepnaam": roepnaam, "achternaam": achternaam,
        "geboortedatum": date(2015, 4, 1 + nummer), "geslacht": "vrouw", "verzorgers_aansprakelijk": True,
        "school": {"brincode": "00YY", "vestigingscode": "00", "naam": "De Voorbeeldboom"},
        "verzorgers": (_ouder("Samira", achternaam, "2"), _ouder("Karim", achternaam, "1")),
        "schoolloopbaan": (_schooljaar("2025-2026", "7A", "7"), _schooljaar("2026-2027", "8A", "8")),
        "toetsen": (_toets("Rekenen", date(2025, 1, 20), "IV", "3,1"), _toets("Rekenen", date(2026, 1, 19), "III", "2,4")),
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
        upload = bewaar_upload(ruw=b"<dossier/>", by=by, at=NU)
        return act(upload_id=upload, gelezen=waarde, by=by, at=NU).id


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


def _toets(vak: str, op: date, niveau: str, score: str) -> dict[str, Any]:
    scores = ({"soort": "IV", "vergelijkingsgroep": "Landelijk", "waarde": niveau},)
    return {
        "toetscode": f"T-{vak}", "leergebied": vak, "toetsnaam": f"{vak} 3.0", "afnamedatum": op, "jaargroep": "7",
        "referentiescores": scores,
    }  # fmt: skip


__all__ = ["BSN", "NU", "WACHTWOORD", "gelezen", "maak_klas", "neem_over"]
