"""Is what nobody can mean refused in a sentence that says what to do?"""

from __future__ import annotations

import pytest
from django import forms

from overstap.web.components.velden import Dagveld


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        (Dagveld(), "14-3-3027", "Dit jaar kan niet kloppen. Kies een jaar tussen 1900 en 2100."),
        (Dagveld(), "14-3-1827", "Dit jaar kan niet kloppen. Kies een jaar tussen 1900 en 2100."),
        (Dagveld(), "31-2-2027", "Dit is geen dag. Schrijf de dag zo: 14-3-2027."),
        (
            forms.CharField(),
            "Sem\0",
            "Er staat een onzichtbaar teken in. Plak de tekst zonder opmaak, of typ hem opnieuw.",
        ),
    ],
)
def test_a_slip_of_the_hand_says_what_to_do(veld: forms.Field, getypt: str, zin: str) -> None:
    with pytest.raises(forms.ValidationError) as fout:
        veld.clean(getypt)
    assert fout.value.messages == [zin]
