"""How is a diagnosis chosen: in words, or typed as its code?"""

from django.http import QueryDict

from overstap.domain.rapporten.catalogue import catalogus, met_de_hand
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier import Sectieformulier, sectieformulier
from overstap.web.components.formulier.vragen import Vraag
from tests.web.components.test_formulier import blok, html, vragen_van


def _diagnose(getypt: str) -> tuple[Sectieformulier, Vraag]:
    sectie = met_de_hand(catalogus()).sectie("ondersteuning_gekregen")
    form = sectieformulier(sectie, Inhoud(), QueryDict(f"ondersteuningsvraag=ja&diagnoses-aantal=1&{getypt}"))
    form.waarden()
    (vraag,) = (vraag for vraag in vragen_van(blok(form, "diagnoses")) if vraag.naam == "diagnoses-0-codes")
    return form, vraag


def test_a_diagnosis_is_chosen_in_words_or_typed_as_the_code_of_the_report():
    form, vraag = _diagnose("diagnoses-0-codes=F80&diagnoses-0-codes=f82, G40")
    assert form.waarden()["diagnoses"] == ({"codes": ("F80", "F82", "G40")},)
    assert all(ja or "niet openbaar" not in woorden for _, woorden, ja in vraag.keuzes)
    assert [code for code, _, ja in vraag.keuzes if ja] == ["F80", "F82", "G40"]
    assert vraag.getypt == ""
    assert 'id="veld-diagnoses-0-codes-code"' in html(form)


def test_a_code_that_is_not_in_the_list_is_said_and_stays():
    form, vraag = _diagnose("diagnoses-0-codes=F80&diagnoses-0-codes=Z99")
    assert vraag.fouten == ("“Z99” staat niet in de lijst. Kies een antwoord of controleer de code.",)
    assert vraag.getypt == "Z99"
    assert form.waarden()["diagnoses"] == ({"codes": ("F80", "Z99")},)
