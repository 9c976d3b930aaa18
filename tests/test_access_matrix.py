"""Who gets what at which address? Every URL of the resolver × every role, against a table written by hand.

The table stands in `access_matrix/*.txt`. An address without a line fails, and so does a line without an address.
"""

from __future__ import annotations

import pytest

from tests.access_matrix.tabel import KOLOMMEN, ROLLEN, Regel, lees_tabel
from tests.access_matrix.verzoek import Proef, adressen
from tests.access_matrix.wereld import STATEN, VolleWereld

TABEL = lees_tabel()


@pytest.fixture(scope="module")
def proef(volle_wereld: VolleWereld) -> Proef:
    return Proef(volle_wereld, {})


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    genoemd = {regel.naam for regel in TABEL}
    assert adressen().keys() - genoemd == set(), "adressen zonder regel in tests/access_matrix/*.txt"
    assert genoemd - adressen().keys() == set(), "regels zonder adres"


def test_no_line_stands_there_twice() -> None:
    sleutels = [(regel.naam, regel.wijze, staat) for regel in TABEL for staat in regel.staat.split(",")]
    assert sorted({sleutel for sleutel in sleutels if sleutels.count(sleutel) > 1}) == []


def test_no_address_has_a_word_for_a_person() -> None:
    """Ids and fixed words only; `nummer` is a mail of the demo, `taak` a piece of the help, the last of allauth.

    `sleutel` is a signature over two ids, `uitgang` the kind of a file, `rest` whatever is not there in the API.
    `kleuren` are the two of a region, `swvnummer` is that of a samenwerkingsverband at DUO.
    """
    plaatsen = {plaats for namen in adressen().values() for plaats in namen}
    ids = {plaats for plaats in plaatsen if plaats.endswith("_id")}
    assert plaatsen - ids == {
        "sectie",
        "soort",
        "mailsoort",
        "routesoort",
        "swvnummer",
        "kleuren",
        "publiek",
        "nummer",
        "sleutel",
        "uitgang",
        "uidb36",
        "key",
        "pk",
        "taak",
        "rest",
    }


@pytest.mark.parametrize("bestand", sorted({regel.plaats.split(":")[0] for regel in TABEL}))
def test_everybody_gets_what_the_table_says(proef: Proef, bestand: str) -> None:
    regels = [regel for regel in TABEL if regel.plaats.startswith(f"{bestand}:")]
    fouten = [fout for nummer, regel in enumerate(regels) for fout in _afwijkingen(proef, nummer, regel)]
    assert fouten == [], "\n".join(fouten)


def test_what_the_table_does_not_name_gives_nobody_anything(proef: Proef) -> None:
    """A GET or POST without a line: refused for everybody, by 403, 404 or 405."""
    genoemd = {(regel.naam, regel.wijze): regel.staat.split(",")[0] for regel in TABEL}
    fouten = []
    for nummer, naam in enumerate(adressen()):
        for wijze, andere in (("GET", "POST"), ("POST", "GET")):
            if (naam, wijze) not in genoemd:
                fouten += _geeft_iets(proef, nummer, naam, wijze, genoemd[naam, andere])
    assert fouten == [], "\n".join(fouten)


def test_a_stranger_finds_no_dossier_in_any_state(proef: Proef) -> None:
    """The one with most rights at another basisschool, reading and writing; other audiences have other addresses."""
    vreemde = "directeur B"
    # What the table names was tried above by somebody of this school, and gave what stands there.
    genoemd = {(r.naam, r.wijze, staat): r.antwoorden[vreemde] for r in TABEL for staat in r.staat.split(",")}
    fouten = []
    for nummer, (naam, plaatsen) in enumerate(adressen().items()):
        for staat in STATEN if "dossier_id" in plaatsen else ():
            # Reading in every state; the act in one, another one each time: both look the dossier up in one way.
            wijzen = ("GET", "POST") if staat == STATEN[nummer % len(STATEN)] else ("GET",)
            codes = {
                genoemd.get((naam, wijze, staat)) or proef.antwoord(naam, wijze, staat, vreemde) for wijze in wijzen
            }
            if not codes <= {404, 405}:
                fouten.append(f"{naam} {staat}: {codes}")
    assert fouten == [], "\n".join(fouten)


def test_a_made_up_id_is_as_absent_as_somebody_elses(proef: Proef) -> None:
    """The same answer for a file that is not there as for one of another school, so nobody learns which exist."""
    andere = "directeur B"
    for naam, plaatsen in adressen().items():
        if "dossier_id" in plaatsen:
            assert proef.verzonnen(naam, "GET", andere) in {404, 405}, naam
            assert proef.verzonnen(naam, "POST", andere) in {404, 405}, naam


def _afwijkingen(proef: Proef, nummer: int, regel: Regel) -> list[str]:
    gevonden = []
    for beurt, staat in enumerate(regel.staat.split(","), start=nummer):
        for rol in _die_proberen(regel, beurt):
            code, verwacht = proef.antwoord(regel.naam, regel.wijze, staat, rol), regel.antwoorden[rol]
            if code != verwacht:
                gevonden.append(f"{regel.plaats} {regel.naam} {regel.wijze} {staat} {rol}: {code}, verwacht {verwacht}")
    return gevonden


def _die_proberen(regel: Regel, beurt: int) -> list[str]:
    """Everybody in the line; but of another basisschool where nobody finds anything one, each time the next.

    They find no row because they are of another school; what one may do there is not looked at.
    """
    elders = KOLOMMEN["andere basisschool"]
    if {regel.antwoorden[rol] for rol in elders} != {404}:
        return list(regel.antwoorden)
    een = elders[beurt % len(elders)]
    return [rol for rol in regel.antwoorden if rol == een or rol not in elders]


def _geeft_iets(proef: Proef, nummer: int, naam: str, wijze: str, staat: str) -> list[str]:
    """Who gets something in this way all the same; begun with somebody else for each address.

    A 405 is said by the way alone, by Django, to whoever comes as far as the view; the others are stopped before it,
    whatever the way, and were tried in the lines of the table.
    """
    eerst = nummer % len(ROLLEN)
    gevonden = []
    for rol in ROLLEN[eerst:] + ROLLEN[:eerst]:
        code = proef.antwoord(naam, wijze, staat, rol)
        if code not in _niets(rol):
            gevonden.append(f"{naam} {wijze} {rol}: {code}")
        if code == 405:
            break
    return gevonden


def _niets(rol: str) -> set[int]:
    """The answers that give nothing; whoever is nobody yet is sent to the door."""
    return {302, 403, 404, 405} if rol == "anoniem" else {403, 404, 405}
