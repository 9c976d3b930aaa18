"""The codes are exactly the official ones, and no meaning was made up."""

import json

import pytest

from overstap.domain.adviezen.enums import Niveau
from overstap.integrations.oso.v2019.codelijsten import NIET_OPENBAAR, codelijsten
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels import controleer
from overstap.integrations.oso.v2019.regels.opbouw import bouwsels
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, paden
from overstap.integrations.oso.v2019.waarden import lezer
from tests.integrations.oso.conftest import official
from tests.integrations.oso.kleinste import kleinste


def _met_lijst(bouwsel):
    for onder in bouwsel.per_tag.values():
        if onder.lijst:
            yield onder
        yield from _met_lijst(onder)


GETOETST = list(_met_lijst(bouwsels()))


def test_thirty_three_lists_are_looked_at_in_fifty_four_kinds_of_places():
    assert len(codelijsten()) == 33
    assert sum(len(lijst.codes) for lijst in codelijsten().values()) == 234
    assert {bouwsel.lijst for bouwsel in GETOETST} == set(codelijsten())
    assert len(GETOETST) == 89
    # The official check names a place by the last two names of its path, or by the name alone.
    alleen = {"geslacht", "jaargroep", "leerlinggewicht", "nnca", "dom_referentieniveau", "ond_referentieniveau"}
    soorten = {
        bouwsel.pad.naam if bouwsel.pad.naam in alleen else bouwsel.pad.pad.split("/")[-2:][0] + "/" + bouwsel.pad.naam
        for bouwsel in GETOETST
    }
    assert len(soorten) == 54


def test_codes_and_meanings_are_the_published_ones():
    actief = json.loads(official("codelijsten.json").read_text(encoding="utf-8"))["actief"]
    van_hen = {naam.split(".")[0]: [code["code"] for code in lijst["codes"]] for naam, lijst in actief.items()}
    assert van_hen == {nummer: list(lijst.codes) for nummer, lijst in codelijsten().items()}
    for naam, lijst in actief.items():
        for code in lijst["codes"]:
            ons = codelijsten()[naam.split(".")[0]].codes[code["code"]]
            # Codelijst 2 is a list of DUO, who publishes the meaning.
            assert bool(ons) is bool(code["betekenis"]) or naam.startswith("2.")


def test_meaning_that_was_never_published_is_not_made_up():
    assert codelijsten()["23"].betekenis("F84") == NIET_OPENBAAR
    assert codelijsten()["23"].betekenis("H54.2") == "slechtziend"
    assert codelijsten()["2"].codes == {niveau.code: niveau.lang for niveau in Niveau}
    with pytest.raises(KeyError):
        codelijsten()["23"].betekenis("F99")


def test_reader_knows_every_code_and_no_other():
    for bouwsel in GETOETST:
        if bouwsel.pad.lot == GEWEIGERD:
            continue
        lees = lezer(bouwsel.pad)
        for code in bouwsel.codes:
            assert lees(code) is not None
        if bouwsel.pad.lot == "veld":
            with pytest.raises(ValueError):
                lees("geen code")


@pytest.mark.parametrize("bouwsel", GETOETST, ids=lambda bouwsel: bouwsel.pad.pad.removeprefix("/dossier/"))
def test_value_outside_its_list_is_found_at_every_place(bouwsel):
    pad = bouwsel.pad.pad.removeprefix("/dossier/")
    goed = next(iter(bouwsel.codes))
    # Of a whole number the structure speaks first.
    fout = "999" if bouwsel.pad.soort == "geheel" else "geen code"
    for waarde, mis in ((goed, False), (fout, True), (f" {goed}", True)):
        meldingen = controleer(kleinste(Profiel.BB, {pad: waarde}), Profiel.BB, peildatum=None, schrijven=False)
        gevonden = [melding.regel for melding in meldingen if melding.regel.startswith("codelijst")]
        assert gevonden == [f"codelijst {bouwsel.lijst}"] * mis


def test_every_list_of_the_table_is_known():
    assert {pad.codelijst for pad in paden().values()} - {""} == set(codelijsten())
