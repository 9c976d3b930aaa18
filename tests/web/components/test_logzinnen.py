"""Is there a sentence for everything that is ever written in the logboek?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import overstap
from overstap.foundation.access import Rol
from overstap.web.components.logzinnen import (
    DADEN,
    STIL,
    als_collega,
    als_ouder,
    dagregels,
    genoemde_organisaties,
    logregels,
)
from overstap.web.components.organisatiedaden import ORGANISATIEDADEN, ZAAKDADEN

SOURCE = Path(overstap.__file__).parent
NU = datetime(2026, 11, 22, 9, tzinfo=UTC)
# Written down without a dossier, so on no page about a pupil.
ZONDER_DOSSIER = {"account", "medewerker", "regio", "upload", "partij", "blad", "ontvangst", "school", "logboek",
                 "swv", "bundel", "lijst", "agenda", "medewerkers", "opvraging",
                 "seintje", "seintjes", "incident", "koppeling", "webhook", "oefenschool", "terugblik",
                 "schoollogin", "aanbod", "meekijken"}  # fmt: skip
WOORD = r'"([a-z_]+\.[a-z_]+)"'


def gebeurtenis(wat: str, rol: Rol = Rol.LEERKRACHT, op: datetime = NU, **anders: Any) -> Any:
    leeg = {"actor_id": None, "organisatie_id": None, "object_id": None, "gegevens": {}}
    return SimpleNamespace(wat=wat, rol=rol.value, op=op, **{**leeg, **anders})


def opgeschreven() -> set[str]:
    """Every word that an act records: given to `record`, chosen just before it, or made from `bekeken(wat=…)`."""
    gevonden = set()
    for bestand in [*SOURCE.glob("domain/**/*.py"), *SOURCE.glob("web/**/*.py")]:
        tekst = bestand.read_text(encoding="utf-8")
        gevonden |= set(re.findall(rf"\brecord\(\s*{WOORD}", tekst))
        for keuze in re.findall(r"^\s+wat = (.+)$", tekst, re.MULTILINE):
            gevonden |= set(re.findall(WOORD, keuze))
        for aanroep in re.findall(r"\bbekeken\(([^)]*)\)", tekst):
            gevonden |= {f"{wat}.bekeken" for wat in re.findall(r'wat="([a-z_]+)"', aanroep)}
    return gevonden


def test_every_event_of_a_dossier_has_a_sentence_or_a_reason_to_stay_silent() -> None:
    woorden = {wat for wat in opgeschreven() if wat.split(".")[0] not in ZONDER_DOSSIER}
    assert len(woorden) > 25
    assert woorden - DADEN.keys() - STIL == set()


def test_the_list_for_a_board_has_a_sentence_for_everything() -> None:
    assert opgeschreven() - DADEN.keys() - ORGANISATIEDADEN.keys() - ZAAKDADEN.keys() - STIL == set()


def test_a_colleague_reads_names_and_a_parent_reads_functions() -> None:
    wie, school = uuid4(), uuid4()
    rij = gebeurtenis("rapport.bekeken", actor_id=wie, organisatie_id=school)
    scholen = {school: "De Voorbeeldboom"}
    assert (
        logregels([rij], als_collega({wie: "Marije Vonk"}, scholen), scholen)[0].tekst
        == "Marije Vonk bekeek het rapport."
    )
    assert (
        logregels([rij], als_ouder(uuid4(), scholen), scholen)[0].tekst
        == "Een leerkracht van De Voorbeeldboom bekeek het rapport."
    )
    assert logregels([rij], als_ouder(wie, scholen), scholen)[0].tekst == "U bekeek het rapport."


def test_a_colleague_never_reads_which_parent_it_was() -> None:
    ouder = uuid4()
    rij = gebeurtenis("zienswijze.gegeven", Rol.OUDER, actor_id=ouder)
    assert (
        logregels([rij], als_collega({ouder: "Nooit"}, {}), {})[0].tekst == "Een ouder gaf een mening over het rapport."
    )


def test_the_same_look_on_one_day_is_one_line_and_another_day_another() -> None:
    wie = als_collega({}, {})
    rijen = [
        gebeurtenis("rapport.bekeken"),
        gebeurtenis("rapport.bekeken"),
        gebeurtenis("rapport.bekeken", op=NU - timedelta(days=1)),
    ]
    assert len(logregels(rijen, wie, {}, per_dag=True)) == 2
    assert logregels(rijen, wie, {}, per_dag=True)[0].tekst == "Een leerkracht bekeek het rapport."
    assert len(logregels(rijen, wie, {})) == 3


def test_a_parent_reads_a_sentence_per_day_and_person_in_words_about_the_own() -> None:
    ik, school, een, twee = (uuid4() for _ in range(4))
    los, wie = {"organisatie_id": school}, "Een leerkracht van De Voorbeeldboom"
    rijen = [
        gebeurtenis("stuk.bekeken", actor_id=een, **los),
        gebeurtenis("stuk.toegevoegd", Rol.OUDER, actor_id=ik),
        gebeurtenis("zienswijze.gegeven", Rol.OUDER, actor_id=ik),
        gebeurtenis("zienswijze.bekeken", actor_id=een, **los),
        gebeurtenis("ouders.bekeken", actor_id=een, **los),
        *[gebeurtenis("dossier.bekeken", actor_id=een, **los) for _ in range(42)],
        gebeurtenis("dossier.bekeken", actor_id=een, op=NU - timedelta(days=1), **los),
        gebeurtenis("versies.bekeken", actor_id=twee, op=NU - timedelta(days=1), **los),
    ]
    assert [regel.tekst for regel in dagregels(rijen, ik, {school: "De Voorbeeldboom"})] == [
        f"{wie} bekeek het dossier. {wie} las uw mening. {wie} opende een bestand van u.",
        "U gaf een mening over het rapport. U voegde een bestand toe.",
        f"{wie} bekeek het dossier (2 personen).",
    ]
    collega = logregels([rijen[1]], als_collega({}, {}), {})
    assert collega[0].tekst == "Een ouder voegde een bestand toe."


def test_where_it_went_is_named_and_the_steps_of_the_machine_are_not() -> None:
    naar = uuid4()
    rijen = [gebeurtenis("overdracht.verstuurd", Rol.DIRECTEUR, object_id=naar), gebeurtenis("dossier.stap")]
    assert genoemde_organisaties(rijen) == {naar}
    regels = logregels(rijen, als_collega({}, {}), {naar: "Merenlandcollege"})
    assert [regel.tekst for regel in regels] == ["De directeur stuurde het rapport naar Merenlandcollege."]


def test_fetching_the_pdf_reads_differently_from_fetching_the_oso_file() -> None:
    vormen = ("pdf", "oso")
    rijen = [gebeurtenis("overdracht.opgehaald", Rol.ZORGCOORDINATOR, gegevens={"vorm": vorm}) for vorm in vormen]
    pdf, oso = logregels(rijen, als_collega({}, {}), {})
    assert "als pdf" in pdf.tekst
    assert "leerlingadministratie" in oso.tekst
