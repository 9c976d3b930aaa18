"""Is everything Overstap itself says to parents in sentences of at most twelve words?"""

from __future__ import annotations

import re
from types import SimpleNamespace

from lxml import html

from tests.web.ouders.gezin import nieuwe_versie, stuur_naar_vo, zet_pdf_klaar
from tests.web.ouders.test_rapport import versie_op
from tests.web.ouders.test_reageren import stuur

MEESTE_WOORDEN = 12
# What people of the school or the parent wrote, and what a school or document is called.
VAN_MENSEN = (
    "//*[contains(@class,'ov-osectie__in')] | //blockquote | //textarea | //*[contains(@class,'govuk-visually-hidden')]"
)
BLOKKEN = "p|li|h1|h2|h3|legend|label|summary|small|dd|dt|b|button|title"


def zinnen(pagina: str) -> list[str]:
    """The sentences of the fixed texts of a page."""
    boom = html.fromstring(pagina)
    for element in boom.xpath(VAN_MENSEN):
        element.drop_tree()
    gevonden = []
    for blok in boom.iter(*BLOKKEN.split("|")):
        for element in blok.xpath(".//small|.//b|.//p|.//li|.//time"):
            element.tail = ". " + (element.tail or "")
        tekst = " ".join(blok.text_content().split())
        gevonden += [zin.strip() for zin in re.split(r"[.!?:]+(?:\s|$)", tekst) if zin.strip()]
    return gevonden


def test_no_sentence_is_longer_than_twelve_words(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    paginas = [client.get(adres) for adres in ("/ouders/", "/ouders/rapport/", "/ouders/rapport/kopie/")]
    for route in ("fout", "mening"):
        adres = f"/ouders/rapport/{route}/"
        paginas += [client.get(adres), stuur(client, route, "", "lees"), stuur(client, route, "x" * 10_001, "lees")]
        paginas += [stuur(client, route, "Tekst", "lees")]
        stuur(client, route, "Tekst")
    paginas += [client.get(f"/ouders/rapport/{route}/verstuurd/") for route in ("fout", "mening")]
    paginas.append(client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client)}))
    client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client), "akkoord": "ja"})
    paginas.append(client.get("/ouders/rapport/"))
    from tests.web.ouders.test_twee_ouders import _beantwoord

    _beantwoord(gezin)
    nieuwe_versie(gezin)
    zet_pdf_klaar(gezin)
    paginas.append(client.get("/ouders/rapport/"))
    stuur_naar_vo(gezin)
    paginas += [client.get("/ouders/rapport/"), client.get("/ouders/rapport/wie-keek/")]
    paginas.append(client.get(f"/ouders/{gezin.karim.ouder_id}/"))
    paginas.append(client.post(f"/ouders/{gezin.karim.ouder_id}/", {"code": "fout"}))
    paginas.append(client.post("/ouders/uitloggen/"))
    lang = {zin for pagina in paginas for zin in zinnen(pagina.content.decode()) if len(zin.split()) > MEESTE_WOORDEN}
    assert not lang, "\n".join(sorted(lang))
