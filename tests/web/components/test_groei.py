"""Does a page show growth with its table, and parents a word they know?"""

from __future__ import annotations

from datetime import date

from django.template import engines

from overstap.web.components.groei import groei, maten, treden


def toets(vak: str, op: date, niveau: str, dl: int) -> dict:
    landelijk = {"vergelijkingsgroep": "Landelijk"}
    return {
        "leergebied": vak,
        "afnamedatum": op,
        "jaargroep": "7",
        "dl": dl,
        "referentiescores": (
            {"soort": "IV", "waarde": niveau, **landelijk},
            {"soort": "DLE", "waarde": str(dl + 2), **landelijk},
        ),
    }


INHOUD = {
    "toetsen": (
        toets("Rekenen <b>", date(2026, 1, 20), "IV", 45),
        toets("Rekenen <b>", date(2026, 6, 8), "II", 50),
        toets("Lezen", date(2026, 6, 8), "V", 50),
    ),
    "doorstroomtoets": {"onderdelen": ({"onderdeel": "rekenen", "referentieniveau": "1s"},)},
}


def tekst() -> str:
    bron = "{% import 'components/macros.html' as m with context %}{{ m.groeibeelden(v) }}{{ m.referentieniveaus(t) }}"
    sjabloon = engines["jinja2"].from_string(bron)
    return sjabloon.render({"v": groei(INHOUD), "t": treden(INHOUD)})


def test_every_picture_has_a_sentence_and_its_table() -> None:
    pagina = tekst()
    assert pagina.count("<svg") == 3
    assert "Van niveau IV naar II." in pagina
    assert pagina.count("<table") == 2
    assert '<th scope="col">DL</th>' in pagina
    assert "Niveau I tot V: één resultaat. Een lijn kan vanaf twee." in pagina
    assert "Rekenen: 1S" in pagina


def test_words_of_a_file_stay_words() -> None:
    assert "Rekenen &lt;b&gt;" in tekst()
    assert "Rekenen <b>" not in tekst()


def test_parents_read_the_newest_level_in_a_word() -> None:
    assert maten(INHOUD) == [
        {"vak": "Rekenen <b>", "stand": 3, "woord": "hoger"},
        {"vak": "Lezen", "stand": 0, "woord": "veel lager"},
    ]
    assert maten({}) == []
