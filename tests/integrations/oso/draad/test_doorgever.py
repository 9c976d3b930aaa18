"""K9 behind a proxy: is what it passes on believed of that proxy only, and looked at again by us?"""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from overstap.integrations.oso.draad.aansluiting import lees_aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur, type_behandelaar
from overstap.integrations.oso.draad.doorgever import GEHEIMKOP, KOP, Doorgever
from overstap.integrations.oso.draad.envelop import schrijf_bericht
from overstap.integrations.oso.draad.klant import Maat, Zending, wissel
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_VO, Simulator
from overstap.integrations.oso.simulator.waarmerk import Waarmerk

GEHEIM = "a" * 40
PING = schrijf_bericht(Bericht("pingRequest"), uitgaven()[NIEUWSTE])


def _goed(_brief: Brief) -> Antwoordbrief:
    return Antwoordbrief(b"<goed/>")


@dataclass
class Achter:
    """A door behind a proxy, and what came in by it."""

    deur: Deur
    gehoord: list[Brief]

    def post(self, koppen: list[tuple[str, str]]) -> int:
        """What the proxy sends; the status that comes back."""
        lijn = http.client.HTTPConnection("127.0.0.1", self.deur.poort, timeout=60)
        lijn.putrequest("POST", "/oso")
        for naam, waarde in [*koppen, ("Content-Length", str(len(PING)))]:
            lijn.putheader(naam, waarde)
        lijn.endheaders(PING)
        try:
            return lijn.getresponse().status
        finally:
            lijn.close()


@pytest.fixture
def geheim(tmp_path: Path) -> Path:
    bestand = tmp_path / "proxy.geheim"
    bestand.write_text(GEHEIM + "\n", encoding="ascii")
    return bestand


@pytest.fixture
def papieren(draaiend: Simulator) -> dict[str, Papieren]:
    sleutel, nu = draaiend.platform.sleutel, datetime.now(UTC)
    return {
        "goed": draaiend.waarmerk.geef("via-goed", OIN_VO, sleutel=sleutel),
        "ingetrokken": draaiend.waarmerk.geef("via-ingetrokken", OIN_VO, sleutel=sleutel),
        "verlopen": draaiend.waarmerk.geef("via-verlopen", OIN_VO, dagen=-1, sleutel=sleutel),
        "zonder oin": draaiend.waarmerk.geef("via-zonder", "", sleutel=sleutel),
        "andere uitgever": Waarmerk(draaiend.map / "via", nu=nu, naam="via").geef("via", OIN_PLATFORM, sleutel=sleutel),
    }


@pytest.fixture
def achter(draaiend: Simulator, papieren: dict[str, Papieren], geheim: Path) -> Iterator[Achter]:
    gehoord: list[Brief] = []

    def behandel(brief: Brief) -> Antwoordbrief:
        gehoord.append(brief)
        return Antwoordbrief(b"<goed/>")

    eigen = replace(draaiend.platform, ingetrokken=draaiend.waarmerk.trek_in(papieren["ingetrokken"]))
    with achter_proxy(eigen, geheim, behandel) as deur:
        yield Achter(deur, gehoord)


def achter_proxy(
    eigen: Papieren, geheim: Path, behandel: type_behandelaar = _goed, *, van: str = "127.0.0.1", over: int = 0
) -> Deur:
    """A door that believes a proxy at `van`, so many days from now."""
    doorgever, nu = Doorgever(frozenset({van}), geheim), datetime.now(UTC) + timedelta(days=over)
    herken = lambda adres, koppen: doorgever.wie(adres, koppen, eigen, nu)  # noqa: E731  # as the product makes it
    return Deur(("127.0.0.1", 0), eigen, behandel, None, herken)


def koppen(papieren: Papieren, geheim: str = GEHEIM) -> list[tuple[str, str]]:
    # As nginx writes `$ssl_client_escaped_cert`.
    return [(GEHEIMKOP, geheim), (KOP, quote(papieren.certificaat.read_text(encoding="ascii")))]


@pytest.mark.usefixtures("echte_klok")
def test_k9_behind_a_proxy_the_same_are_let_in_as_without(achter: Achter, papieren: dict[str, Papieren]):
    assert {wie: achter.post(koppen(een)) for wie, een in papieren.items()} == {
        "goed": 200, "zonder oin": 200, "ingetrokken": 403, "verlopen": 403, "andere uitgever": 403,
    }  # fmt: skip
    # What such a caller may do is decided by its OIN, and it has none.
    assert [brief.oin for brief in achter.gehoord] == [OIN_VO, ""]


@pytest.mark.parametrize(
    "maak",
    [
        lambda goed: goed[:0],
        lambda goed: goed[:1],
        lambda goed: goed[1:],
        lambda goed: [(GEHEIMKOP, "b" * 40), goed[1]],
        lambda goed: [(GEHEIMKOP, ""), goed[1]],
        lambda goed: [*goed, goed[1]],
        lambda goed: [*goed, (GEHEIMKOP, "b" * 40)],
        lambda goed: [goed[0], (KOP, "")],
        lambda goed: [goed[0], (KOP, "-----BEGIN CERTIFICATE-----")],
        lambda goed: [goed[0], (KOP, OIN_VO)],
        lambda goed: [goed[0], (KOP, "A" * 20_000)],
    ],
    ids=["nothing", "no certificate", "no secret", "wrong secret", "empty secret", "two certificates", "two secrets",
         "empty", "half", "an oin", "long"],
)  # fmt: skip
def test_k9_a_header_that_the_proxy_did_not_write_is_refused(achter: Achter, papieren: dict[str, Papieren], maak):
    assert achter.post(maak(koppen(papieren["goed"]))) == 403
    assert achter.gehoord == []


def test_k9_from_another_address_the_right_header_is_refused_too(
    draaiend: Simulator, papieren: dict[str, Papieren], geheim: Path
):
    with achter_proxy(draaiend.platform, geheim, van="10.0.0.7") as deur:
        assert Achter(deur, []).post(koppen(papieren["goed"])) == 403


def test_k9_without_a_proxy_in_the_file_the_header_says_nothing(draaiend: Simulator, papieren: dict[str, Papieren]):
    gehoord: list[str] = []

    def behandel(brief: Brief) -> Antwoordbrief:
        gehoord.append(brief.oin)
        return Antwoordbrief(b"<goed/>")

    spoof = dict(koppen(draaiend.platform))
    with Deur(("127.0.0.1", 0), draaiend.platform, behandel) as deur:
        adres = f"https://127.0.0.1:{deur.poort}/oso"
        wissel(adres, Zending(PING, koppen=spoof), papieren["goed"], Maat(verbinden=60, antwoord=60))
        wissel(adres, Zending(PING, koppen=spoof), papieren["zonder oin"], Maat(verbinden=60, antwoord=60))
    assert gehoord == [OIN_VO, ""]


@pytest.mark.usefixtures("echte_klok")
def test_k9_a_list_that_is_too_old_or_of_nobody_lets_nobody_in(
    draaiend: Simulator, papieren: dict[str, Papieren], geheim: Path
):
    lang = draaiend.waarmerk.geef("via-lang", OIN_VO, dagen=29, sleutel=draaiend.platform.sleutel)
    eigen = replace(draaiend.platform, ingetrokken=draaiend.waarmerk.trek_in(papieren["ingetrokken"], dagen=2))
    for over, status in ((0, 200), (1, 200), (3, 403)):
        with achter_proxy(eigen, geheim, over=over) as deur:
            assert Achter(deur, []).post(koppen(lang)) == status, over
    with achter_proxy(eigen, geheim) as deur:
        assert eigen.ingetrokken is not None
        eigen.ingetrokken.write_text("", encoding="ascii")
        assert Achter(deur, []).post(koppen(lang)) == 403


@pytest.mark.parametrize(
    ("proxy", "luister", "woord"),
    [
        ('[proxy]\nvan = ["127.0.0.1"]\ngeheim = "kort"', "127.0.0.1:0", "korter dan 32"),
        ('[proxy]\nvan = ["overal"]\ngeheim = "lang"', "127.0.0.1:0", "overal"),
        ('[proxy]\nvan = []\ngeheim = "lang"', "127.0.0.1:0", "van welk adres"),
        ('[proxy]\nvan = ["127.0.0.1"]\ngeheim = "lang"', "0.0.0.0:8443", "adres binnen"),
    ],
)
def test_a_proxy_that_is_not_whole_is_found_when_the_file_is_read(
    draaiend: Simulator, proxy: str, luister: str, woord: str
):
    (draaiend.map / "kort").write_text("kort", encoding="ascii")
    (draaiend.map / "lang").write_text(GEHEIM, encoding="ascii")
    anders = draaiend.map / "proxy.toml"
    gewoon = draaiend.schrijf_aansluiting(luister).read_text(encoding="utf-8")
    draaiend.schrijf_aansluiting()
    anders.write_text(f"{gewoon}{proxy}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=woord):
        lees_aansluiting(anders)
