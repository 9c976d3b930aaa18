"""Are the messages that were published read and written, and is what is no message refused?"""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from overstap.integrations.oso import lees
from overstap.integrations.oso.draad.bericht import Aanleverpunt, Bericht
from overstap.integrations.oso.draad.envelop import SOAP, lees_bericht, schrijf_bericht, schrijf_fault
from overstap.integrations.oso.draad.fouten import Draadfout, Soapfout
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator import lezer
from tests.integrations.oso.draad.conftest import dossier

NIEUW = uitgaven()[NIEUWSTE]
OUD = uitgaven()["oso-2018"]
SESSIE = "9cebd89c-8953-416b-a2cb-ecee939f1775"
# As in the published samples: lines of 76, 172 signs.
SLEUTEL = base64.encodebytes(bytes(range(128))).decode().strip()
PUNTEN = {"bron_kenmerk": "0000000700000YY00931", "doel_kenmerk": "0000000700000YY00932"}
BLOK = {"bron_brin": "00YY", "doel_brin": "00YY", **PUNTEN}
# The samples that protocol.md describes, by release.
VOORBEELDEN = [
    (NIEUW, Bericht("sessiecontroleRequest", BLOK | {
        "zoeksleutel": SLEUTEL, "pgnfrag": "9468", "overdrachtsoort": "overstapdossier", "sessie": SESSIE,
    })),
    (OUD, Bericht("sessiecontroleRequest", BLOK | {
        "bron_kenmerk": "0", "doel_kenmerk": "102", "zoeksleutel": SLEUTEL, "overdrachtsoort": "overstapdossier",
        "sessie": SESSIE,
    })),
    (NIEUW, Bericht("notificatieRequest", BLOK | {
        "koppelsleutel": "42A12E8A-F721-4B26-B2D9-586E2B2123EC", "doel": "SWV",
    })),
    (OUD, Bericht("notificatieRequest", BLOK | {
        "bron_kenmerk": "1", "doel_kenmerk": "10", "koppelsleutel": "42A12E8A-F721-4B26-B2D9-586E2B2123EC",
        "doel": "PaO",
    })),
    (NIEUW, Bericht("notificatieResponse", {"resultaat": "NotificatieOntvangen"})),
    (NIEUW, Bericht("overzichtAanleverpuntRequest", {"brin": "00YY", "doel": "OV"})),
]  # fmt: skip


@pytest.mark.parametrize(("uitgave", "bericht"), VOORBEELDEN, ids=lambda een: getattr(een, "soort", None) or een.naam)
def test_a_published_message_is_written_and_read_back_by_both_readers(uitgave, bericht: Bericht):
    ruw = schrijf_bericht(bericht, uitgave)
    gelezen, van = lees_bericht(ruw)
    assert (gelezen.soort, gelezen.waarden, van.naam) == (bericht.soort, bericht.waarden, uitgave.naam)
    ander = lezer.lees(ruw)
    assert (ander.soort, ander.ruimte) == (bericht.soort, uitgave.naamruimte)
    assert set(ander.bladen.values()) == set(bericht.waarden.values())
    assert (ander.dossier is None) is (bericht.dossier is None)


def test_the_order_and_the_shape_are_those_of_the_sample():
    ruw = schrijf_bericht(VOORBEELDEN[0][1], NIEUW)
    wortel = etree.fromstring(ruw)
    assert [kind.tag for kind in wortel] == [f"{{{SOAP}}}Header", f"{{{SOAP}}}Body"]
    assert len(wortel[0]) == 0
    bericht = wortel[1][0]
    assert {etree.QName(een).namespace for een in bericht.iter()} == {NIEUW.naamruimte}
    assert [etree.QName(een).localname for een in bericht] == [
        "bronBrin", "bronRouteringsKenmerk", "doelBrin", "doelRouteringsKenmerk", "zoeksleutelPgnfrag",
        "overdrachtsoort", "sessieId",
    ]  # fmt: skip
    assert [etree.QName(een).localname for een in bericht[4]] == ["zoeksleutel", "pgnfrag"]


@pytest.mark.parametrize("uitgave", [NIEUW, OUD], ids=lambda een: een.naam)
def test_a_dossier_stands_in_its_answer_byte_for_byte(uitgave):
    kaal = dossier("BB").partition(b"?>")[2].strip()
    ruw = schrijf_bericht(Bericht("documentResponse", dossier=dossier("BB")), uitgave)
    assert kaal in ruw
    assert lezer.lees(ruw).dossier == kaal
    assert lees(lees_bericht(ruw)[0].dossier).inhoud == lees(dossier("BB")).inhoud


@pytest.mark.parametrize(
    "anders",
    [{"sessie": ""}, {"pgnfrag": ""}, {"koppelsleutel": SESSIE}, {"zoeksleutel": "", "pgnfrag": ""}, {"url": "x"}],
    ids=["a field missing", "half a choice", "both choices", "no choice", "a field too many"],
)
def test_a_message_that_is_not_whole_is_not_sent(anders: dict[str, str]):
    goed = VOORBEELDEN[0][1]
    slecht = {veld: waarde for veld, waarde in (dict(goed.waarden) | anders).items() if waarde}
    with pytest.raises(Draadfout, match="bericht_onvolledig"):
        schrijf_bericht(Bericht(goed.soort, slecht), NIEUW)


def omhuld(binnen: str, ruimte: str = NIEUW.naamruimte) -> bytes:
    return (
        f'<e:Envelope xmlns:e="{SOAP}"><e:Header><x xmlns="urn:x"/></e:Header>'
        f'<e:Body xmlns:o="{ruimte}">{binnen}</e:Body></e:Envelope>'
    ).encode()


def test_order_wrappers_prefixes_and_what_we_do_not_know_do_not_matter():
    punt = "<o:wat><url>https://a.example/</url><nieuw/><routeringsKenmerk>1</routeringsKenmerk></o:wat>"
    ruw = omhuld(f"<o:overdrachtResponse><o:x>{punt}</o:x><sessieId> s </sessieId></o:overdrachtResponse>")
    bericht, _ = lees_bericht(ruw)
    assert (bericht["sessie"], bericht.punten) == ("s", (Aanleverpunt("1", "https://a.example/"),))


@pytest.mark.parametrize(
    ("ruw", "code"),
    [
        (b"", "leeg"),
        (b"{}", "geen_xml"),
        (b"<a/>", "geen_soap"),
        (omhuld(""), "geen_soap"),
        (omhuld("<o:overdrachtResponse/>", "http://elders.example/"), "onbekende_uitgave"),
        (omhuld("<o:verwijderAllesRequest/>"), "onbekend_bericht"),
        (omhuld("<o:notificatieResponse><resultaat>a</resultaat><resultaat>b</resultaat></o:notificatieResponse>"),
         "dubbel_veld"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + omhuld("<o:pingRequest>&b;</o:pingRequest>"),
         "doctype"),
        (omhuld("<o:pingRequest>")[:60], "afgekapt"),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_with_a_word(ruw: bytes, code: str):
    with pytest.raises(Draadfout) as fout:
        lees_bericht(ruw)
    assert fout.value.code == code


def test_a_fault_is_read_for_its_code_only():
    for ruw, code in (
        (schrijf_fault("BerichtOnjuist", NIEUW), "BerichtOnjuist"),
        (
            omhuld("<e:Fault><faultcode>e:Client</faultcode><faultstring>999990019 mist</faultstring></e:Fault>"),
            "Client",
        ),
        (omhuld("<e:Fault/>"), "fault"),
    ):
        with pytest.raises(Soapfout) as fout:
            lees_bericht(ruw)
        assert fout.value.code == code


def gezipt(inhoud: bytes, methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    bytes_ = BytesIO()
    with zipfile.ZipFile(bytes_, "w", methode) as uit:
        uit.writestr("dossier.xml", inhoud)
    return bytes_.getvalue()


def met_vreemde_naam(zip_: bytes) -> bytes:
    """Say in the list of files that the name is UTF-8, when it is not: `zipfile` lets out an error of its own."""
    ruw, begin = bytearray(zip_), zip_.index(b"PK\1\2")
    ruw[begin + 9], ruw[begin + 46] = 8, 0xFF
    return bytes(ruw)


@pytest.mark.parametrize(
    ("ruw", "code"),
    [
        pytest.param(gezipt(b" " * 1_000_000), "dossier_te_groot", id="bomb"),
        # Those unpack a portion without a limit: even the first one of a bomb may be all the memory there is.
        pytest.param(gezipt(b" " * 1_000_000, zipfile.ZIP_BZIP2), "dossier_onleesbaar", id="bz2"),
        pytest.param(gezipt(b" " * 1_000_000, zipfile.ZIP_LZMA), "dossier_onleesbaar", id="lzma"),
        pytest.param(met_vreemde_naam(gezipt(bytes(500))), "dossier_onleesbaar", id="name"),
    ],
)
def test_a_bomb_in_an_answer_is_not_unpacked(ruw: bytes, code: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("overstap.integrations.oso.draad.dossierdrager.GROOTSTE", 1000)
    # Long enough to be a dossier, whatever it is packed in.
    tekst = base64.b64encode(ruw + bytes(300)).decode()
    with pytest.raises(Draadfout, match=code):
        lees_bericht(omhuld(f"<o:documentResponse><d>{tekst}</d></o:documentResponse>"))


def test_a_message_shows_nothing_of_what_it_says():
    bericht = Bericht("documentRequest", {"zoeksleutel": "geheim"}, dossier=b"geheim")
    assert "geheim" not in repr(bericht)


def test_a_release_says_what_it_does_not_know():
    for uitgave in uitgaven().values():
        assert {een.gat for een in uitgave.onbekend} >= {"G1", "G3", "G5", "G6", "G7", "G8", "G10", "G11", "G14"}
        assert all(uitgave.code_voor(uitkomst).betekent is uitkomst for uitkomst in Uitkomst if uitkomst.op_de_lijn)
        assert {vorm.antwoord for vorm in uitgave.vormen.values()} - {""} <= uitgave.vormen.keys()
    assert NIEUW.code_voor(Uitkomst.GELUKT).naam == "OverdrachtGeslaagd"
    assert NIEUW.code("NooitGehoord").betekent is Uitkomst.TECHNISCH
