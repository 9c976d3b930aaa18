"""Is a pupil known again by each of the three likely keys, and is the number nowhere to be seen?"""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from overstap.integrations.oso.draad.zoeksleutel import Ontcijferbaar, Zoeksleutel, fragment, strategie
from overstap.integrations.oso.simulator.opstelling import Simulator
from tests.integrations.oso.draad.conftest import ANDER, NUMMER

NAMEN = ("ontcijferbaar", "herhaalbaar", "gezouten")


@pytest.fixture(scope="module")
def sleutels(draaiend: Simulator) -> dict[str, Path | None]:
    """A key file for each strategy; the RSA key is one that the simulator made anyway."""
    return {"ontcijferbaar": draaiend.platform.sleutel, "herhaalbaar": draaiend.platform.certificaat, "gezouten": None}


@pytest.mark.parametrize("naam", NAMEN)
def test_a_pupil_is_known_again_among_others_and_nobody_else(naam: str, sleutels):
    manier = strategie(naam, sleutels[naam])
    sleutel = manier.maak(NUMMER)
    assert manier.herken(sleutel, [ANDER, NUMMER]) == NUMMER
    assert manier.herken(sleutel, [ANDER]) is None
    # As it looks after a system in between wrote it in lines of 76.
    regels = "\n".join(sleutel.sleutel[van : van + 76] for van in range(0, len(sleutel.sleutel), 76))
    assert manier.herken(Zoeksleutel(regels, sleutel.fragment), [NUMMER]) == NUMMER


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("onzin", ["", "geen base64!", "AAAA", base64.b64encode(b"x" * 256).decode()])
def test_a_key_that_is_none_is_nobody(naam: str, sleutels, onzin: str):
    assert strategie(naam, sleutels[naam]).herken(Zoeksleutel(onzin, "0019"), [NUMMER]) is None


@pytest.mark.parametrize("naam", NAMEN)
def test_the_number_is_nowhere_to_be_seen(naam: str, sleutels):
    sleutel = strategie(naam, sleutels[naam]).maak(NUMMER)
    assert NUMMER not in sleutel.sleutel
    assert NUMMER.encode() not in base64.b64decode(sleutel.sleutel)
    assert sleutel.fragment == fragment(NUMMER) == "0019"
    assert sleutel.sleutel not in repr(sleutel)
    assert "0019" not in repr(sleutel)


def test_only_who_holds_the_private_key_reads_the_number(sleutels):
    prive = strategie("ontcijferbaar", sleutels["ontcijferbaar"])
    publiek = Ontcijferbaar(prive._publiek)
    assert prive.herken(publiek.maak(NUMMER), [NUMMER]) == NUMMER
    assert publiek.herken(publiek.maak(NUMMER), [NUMMER]) is None


def test_the_public_key_may_stand_in_the_file(sleutels, tmp_path: Path):
    publiek = strategie("ontcijferbaar", sleutels["ontcijferbaar"])._publiek
    vorm = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "publiek.pem").write_bytes(publiek.public_bytes(*vorm))
    assert strategie("ontcijferbaar", tmp_path / "publiek.pem").maak(NUMMER).fragment == "0019"


@pytest.mark.parametrize(("naam", "sleutel"), [("geen", None), ("herhaalbaar", None), ("ontcijferbaar", None)])
def test_a_strategy_that_is_none_is_refused_at_the_start(naam: str, sleutel: None):
    with pytest.raises(ValueError, match="bestaat niet, of mist"):
        strategie(naam, sleutel)
