"""Does the form of a sectie read what people type, say what is wrong, and lose nothing?"""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.template import engines
from hypothesis import given, settings

from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.rules import volledigheid
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier import Sectieformulier, indeling, sectieformulier
from overstap.web.components.formulier.vragen import Blok, Groepvraag, Rijvraag, Vraag
from tests.domain.rapporten.strategieen import inhouden

SECTIES = [sectie.naam for sectie in catalogus().secties]
DIAGNOSES = Inhoud(
    {
        "diagnoses": (
            {"naam": "Dyslexie", "datum": date(2024, 1, 1), "relatie": "leest langzaam"},
            {"naam": "Slechthorend", "datum": date(2023, 1, 1)},
        )
    }
)


def formulier(sectie: str, getypt: str | None = None, inhoud: Inhoud | None = None) -> Sectieformulier:
    data = None if getypt is None else QueryDict(getypt)
    return sectieformulier(catalogus().sectie(sectie), inhoud or Inhoud(), data)


def blok(form: Sectieformulier, naam: str) -> Blok:
    return next(blok for blok in indeling(form) if blok.veld.naam == naam)


def html(form: Sectieformulier) -> str:
    bron = "{% from 'components/formulier.html' import sectievragen %}{{ sectievragen(blokken) }}"
    return str(engines["jinja2"].from_string(bron).render({"blokken": indeling(form)}))


def zoals_de_browser(form: Sectieformulier) -> QueryDict:
    """What a browser sends back when somebody presses the button without typing."""
    data = QueryDict(mutable=True)
    for stuk in indeling(form):
        if isinstance(stuk.inhoud, Rijvraag) and stuk.inhoud.aantal_naam:
            data[stuk.inhoud.aantal_naam] = str(len(stuk.inhoud.rijen))
        for vraag in vragen_van(stuk):
            gekozen = [code for code, _, ja in vraag.keuzes if ja]
            data.setlist(vraag.naam, gekozen if vraag.keuzes else [str(vraag.ruw)])
    return data


def vragen_van(stuk: Blok) -> list[Vraag]:
    match stuk.inhoud:
        case Vraag():
            return [stuk.inhoud]
        case Groepvraag(vragen=vragen):
            return list(vragen)
        case Rijvraag(rijen=rijen):
            return [vraag for rij in rijen for vraag in rij.vragen]
        case _:
            return []


@given(inhoud=inhouden())
@settings(max_examples=100)
def test_opening_and_saving_without_typing_changes_nothing(inhoud: Inhoud):
    for sectie in SECTIES:
        form = formulier(sectie, inhoud=inhoud)
        terug = sectieformulier(form.sectie, inhoud, zoals_de_browser(form))
        # Spaces around a text are dropped; the rest returns to the letter.
        assert _zonder_randen(inhoud.met(terug.waarden())) == _zonder_randen(inhoud)


def _zonder_randen(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return " ".join(waarde.split())
    if isinstance(waarde, tuple | list):
        return [rest for rest in map(_zonder_randen, waarde) if rest not in ("", {}, [])]
    if hasattr(waarde, "items"):
        schoon = {naam: _zonder_randen(deel) for naam, deel in waarde.items()}
        return {naam: deel for naam, deel in schoon.items() if deel not in ("", {}, [])}
    return waarde


@given(inhoud=inhouden())
@settings(max_examples=40)
def test_every_sectie_can_be_drawn_and_every_link_has_one_target(inhoud: Inhoud):
    for sectie in SECTIES:
        form = formulier(sectie, inhoud=inhoud)
        bladzijde = html(form.met_ontbrekend(volledigheid(inhoud, form.sectie)))
        ids = [deel.split('"')[0] for deel in bladzijde.split(' id="')[1:]]
        assert len(ids) == len(set(ids))
        for regel in form.foutregels():
            assert not regel["href"] or regel["href"].removeprefix("#") in ids
        for verwijzing in bladzijde.split('aria-describedby="')[1:]:
            assert set(verwijzing.split('"')[0].split()) <= set(ids)


@pytest.mark.parametrize("tekst", ["24-3-2027", "24-03-2027", "2027-03-24", " 24/3/2027 ", "24.03.2027"])
def test_a_date_is_read_as_people_write_it(tekst: str):
    assert formulier("verzuim", f"verzuim_vanaf={tekst}").waarden()["verzuim_vanaf"] == date(2027, 3, 24)


@pytest.mark.parametrize("tekst", ["31-2-2027", "morgen", "24-3-27", "3-24-2027", "2027-3"])
def test_a_date_that_cannot_be_read_keeps_what_was_typed_and_what_was_stored(tekst: str):
    stond = Inhoud({"verzuim_vanaf": date(2026, 5, 1)})
    form = formulier("verzuim", f"verzuim_vanaf={tekst}", stond)
    assert form.waarden()["verzuim_vanaf"] == date(2026, 5, 1)
    vraag = blok(form, "verzuim_vanaf").inhoud
    assert isinstance(vraag, Vraag)
    assert vraag.ruw == tekst
    assert vraag.fouten == ("Vul een datum in die bestaat, bijvoorbeeld 24-3-2027.",)
    assert form.foutregels() == [{"tekst": vraag.fouten[0], "href": "#veld-verzuim_vanaf"}]


@pytest.mark.parametrize(("tekst", "waarde"), [("0", 0), ("12", 12), (" 7 ", 7), ("", None)])
def test_a_number_is_read(tekst: str, waarde: int | None):
    assert formulier("verzuim", f"verzuim_geoorloofd={tekst}").waarden()["verzuim_geoorloofd"] == waarde


@pytest.mark.parametrize("tekst", ["veel", "1,5", "9999", "-1", "9" * 30])
def test_a_number_that_does_not_fit_gives_the_sentence(tekst: str):
    assert formulier("verzuim", f"verzuim_geoorloofd={tekst}").foutregels()


def test_a_text_that_is_too_long_gives_the_sentence_and_is_kept():
    lang = "x" * 281
    form = formulier("schooladvies", f"aandachtspunten={lang}")
    assert form.waarden()["aandachtspunten"] == lang
    assert form.foutregels()[0]["tekst"] == "Maak de tekst 1 teken korter: er passen er 280."
    assert lang in html(form)


def test_line_ends_of_a_browser_count_once():
    form = formulier("schooladvies", "aandachtspunten=" + "x" * 139 + "%0D%0A" + "y" * 140)
    assert len(form.waarden()["aandachtspunten"]) == 280
    assert form.foutregels() == []


def test_emptying_a_field_takes_the_answer_away():
    form = formulier("leerresultaten", "opvallend=+&toetsbeeld=past", Inhoud({"opvallend": "iets"}))
    assert form.waarden()["opvallend"] is None
    assert form.waarden()["toetsbeeld"] == "past"


def test_no_answer_is_not_no():
    assert formulier("ondersteuning_gekregen", "").waarden()["ondersteuningsvraag"] is None
    assert formulier("ondersteuning_gekregen", "ondersteuningsvraag=nee").waarden()["ondersteuningsvraag"] is False


@pytest.mark.parametrize("keuze", ["wens_ouders=hbo", "contactnodig=x"])
def test_a_choice_outside_the_list_is_refused(keuze: str):
    assert formulier("schooladvies", keuze).foutregels()


def test_an_old_level_from_a_file_is_shown_but_cannot_be_chosen_anew():
    vraag = blok(formulier("schooladvies"), "wens_ouders").inhoud
    assert isinstance(vraag, Vraag)
    codes = [code for code, _, _ in vraag.keuzes]
    assert "geen_wens" in codes
    assert "vmbo_t" not in codes
    oud = Inhoud({"wens_ouders": "vmbo_t"})
    oude_vraag = blok(formulier("schooladvies", inhoud=oud), "wens_ouders").inhoud
    assert isinstance(oude_vraag, Vraag)
    assert ("vmbo_t", "vmbo theoretisch", True) in oude_vraag.keuzes


def test_no_help_excludes_other_help():
    form = formulier("leerresultaten", "hulp_bij_toetsen=geen&hulp_bij_toetsen=meer_tijd")
    assert "niet allebei" in form.foutregels()[0]["tekst"]


def test_a_half_group_is_stored_and_only_readiness_asks_for_the_rest():
    form = formulier("gedrag", "sociaal_emotioneel-uitkomst=goed")
    assert form.waarden()["sociaal_emotioneel"] == {"uitkomst": "goed"}
    assert form.foutregels() == []
    stand = volledigheid(Inhoud(form.waarden()), form.sectie)
    hrefs = [regel["href"] for regel in form.met_ontbrekend(stand).foutregels()]
    assert "#veld-sociaal_emotioneel-instrument" in hrefs


class TestRijenUitHetLas:
    """Diagnoses come from the LAS; the school only adds what they mean."""

    def test_the_relation_is_added_and_the_rest_stays(self):
        form = formulier("ondersteuning_gekregen", "diagnoses-0-relatie=a&diagnoses-1-relatie=b", DIAGNOSES)
        assert [rij["relatie"] for rij in form.waarden()["diagnoses"]] == ["a", "b"]
        assert [rij["naam"] for rij in form.waarden()["diagnoses"]] == ["Dyslexie", "Slechthorend"]

    def test_a_diagnosis_cannot_be_typed_changed_or_added(self):
        data = "diagnoses-0-naam=Anders&diagnoses-2-relatie=x&diagnoses-aantal=9&rij=diagnoses:erbij"
        form = formulier("ondersteuning_gekregen", data, DIAGNOSES)
        assert [rij["naam"] for rij in form.waarden()["diagnoses"]] == ["Dyslexie", "Slechthorend"]

    def test_the_page_shows_the_diagnosis_and_no_buttons(self):
        bladzijde = html(formulier("ondersteuning_gekregen", inhoud=DIAGNOSES))
        assert "Dyslexie" in bladzijde
        assert 'name="rij"' not in bladzijde

    def test_without_diagnoses_there_is_nothing_to_ask(self):
        assert "diagnoses" not in {stuk.veld.naam for stuk in indeling(formulier("ondersteuning_gekregen"))}

    def test_what_comes_from_the_las_is_shown_with_where_to_mend_it(self):
        bladzijde = html(formulier("leerling", inhoud=Inhoud({"roepnaam": "Noor"})))
        assert "Noor" in bladzijde
        assert "Verbeter het daar" in bladzijde
        assert "<input" not in bladzijde


class TestEigenRijen:
    """Investigations are typed by the school, row by row, without a script."""

    TWEE = (
        "capaciteiten_onderzocht=ja&capaciteitenonderzoek-aantal=2&capaciteitenonderzoek-0-instrument=A"
        "&capaciteitenonderzoek-1-instrument=B&capaciteitenonderzoek-1-datum=31-2-2026"
    )

    def rijen(self, getypt: str) -> list[dict[str, Any]]:
        return list(formulier("leerresultaten", getypt).waarden()["capaciteitenonderzoek"] or ())

    def test_rows_become_values(self):
        assert [rij["instrument"] for rij in self.rijen(self.TWEE)] == ["A", "B"]

    def test_one_empty_row_stands_ready(self):
        vraag = blok(formulier("leerresultaten"), "capaciteitenonderzoek").inhoud
        assert isinstance(vraag, Rijvraag)
        assert len(vraag.rijen) == 1

    def test_adding_a_row_keeps_what_was_typed_and_shows_no_errors(self):
        form = formulier("leerresultaten", f"{self.TWEE}&rij=capaciteitenonderzoek:erbij")
        vraag = blok(form, "capaciteitenonderzoek").inhoud
        assert isinstance(vraag, Rijvraag)
        assert [rij.vragen[0].ruw for rij in vraag.rijen] == ["A", "B", ""]
        assert vraag.rijen[1].vragen[1].ruw == "31-2-2026"
        assert form.foutregels() == []

    def test_taking_away_a_row_moves_the_next_one_up(self):
        form = formulier("leerresultaten", f"{self.TWEE}&rij=capaciteitenonderzoek:weg:0")
        assert form.waarden()["capaciteitenonderzoek"] == ({"instrument": "B"},)
        vraag = blok(form, "capaciteitenonderzoek").inhoud
        assert isinstance(vraag, Rijvraag)
        assert [rij.vragen[1].ruw for rij in vraag.rijen] == ["31-2-2026"]

    def test_after_taking_away_a_row_another_row_lends_no_value(self):
        stond = Inhoud({"capaciteitenonderzoek": ({"datum": date(2020, 1, 1)}, {"datum": date(2021, 1, 1)})})
        form = formulier("leerresultaten", f"{self.TWEE}&rij=capaciteitenonderzoek:weg:0", stond)
        assert form.waarden()["capaciteitenonderzoek"] == ({"instrument": "B"},)

    def test_an_empty_row_between_others_is_not_counted(self):
        getypt = (
            "capaciteitenonderzoek-aantal=3&capaciteitenonderzoek-0-instrument=A&capaciteitenonderzoek-2-instrument=C"
        )
        form = formulier("leerresultaten", getypt)
        assert [rij["instrument"] for rij in form.waarden()["capaciteitenonderzoek"]] == ["A", "C"]
        assert form.aantal(catalogus().velden["capaciteitenonderzoek"]) == 2

    @pytest.mark.parametrize("aantal", ["99999999", "-1", "x", "11"])
    def test_the_number_of_rows_has_a_limit(self, aantal: str):
        form = formulier("leerresultaten", f"capaciteitenonderzoek-aantal={aantal}&rij=capaciteitenonderzoek:erbij")
        assert form.aantal(catalogus().velden["capaciteitenonderzoek"]) <= 10

    @pytest.mark.parametrize(
        "knop", ["capaciteitenonderzoek:weg:7", "capaciteitenonderzoek:weg:", "opvallend:erbij", "x"]
    )
    def test_a_button_that_does_not_exist_does_nothing(self, knop: str):
        assert [rij["instrument"] for rij in self.rijen(f"{self.TWEE}&rij={knop}")] == ["A", "B"]


def test_a_question_that_another_answer_closes_is_hidden_but_present():
    dicht = blok(formulier("ondersteuning_gekregen", "ondersteuningsvraag=nee"), "ondersteuning_gekregen")
    assert (dicht.als, dicht.als_waarden, dicht.dicht) == ("ondersteuningsvraag", ("ja",), True)
    assert not blok(formulier("ondersteuning_gekregen", "ondersteuningsvraag=ja"), "ondersteuning_gekregen").dicht
    # Without an answer it is closed too, but never over words that already stand there.
    assert blok(formulier("ondersteuning_gekregen", ""), "ondersteuning_gekregen").dicht
    staat_er = Inhoud({"ondersteuning_gekregen": "Een leesmaatje."})
    assert not blok(formulier("ondersteuning_gekregen", inhoud=staat_er), "ondersteuning_gekregen").dicht


def test_a_question_that_another_sectie_closes_is_not_asked_and_its_text_stays():
    inhoud = Inhoud({"ondersteuningsvraag": False, "ondersteuning_nodig": "oude tekst"})
    form = formulier("ondersteuning_nodig", "contactnodig=nee&ondersteuning_nodig=x", inhoud)
    assert "ondersteuning_nodig" not in form.fields
    assert inhoud.met(form.waarden())["ondersteuning_nodig"] == "oude tekst"


def test_what_somebody_types_cannot_break_the_page():
    bladzijde = html(formulier("leerresultaten", "opvallend=</textarea><script>&toetsbeeld=%22><b>"))
    assert "<script>" not in bladzijde
    assert "&lt;/textarea&gt;&lt;script&gt;" in bladzijde
