"""Whose answer stays when two people wrote in one sectie, and is nothing ever lost unseen?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.rapporten.snapshot import Inhoud, merk, merken, voeg_samen

VELD = "gedrag_contact"
_ANTWOORD = st.sampled_from(["", "een", "twee", "drie"])


@pytest.mark.parametrize(
    ("was", "daar", "mijn", "wordt"),
    [
        ("a", "a", "b", "b"),
        ("a", "b", "a", "b"),
        ("a", "b", "b", "b"),
        ("", "b", "", "b"),
        ("a", "", "a", ""),
        ("a", "b", "c", None),
        ("a", "", "c", None),
        ("a", "b", "", None),
    ],
)
def test_only_what_both_changed_differently_is_a_question(was, daar, mijn, wordt):
    samen = voeg_samen(merken({VELD: was}, [VELD]), Inhoud({VELD: daar}), {VELD: mijn})
    assert samen.botsend == ((VELD,) if wordt is None else ())
    if wordt is not None:
        assert (samen.waarden[VELD] or "") == wordt


def test_without_marks_every_other_answer_is_a_question():
    nu = Inhoud({VELD: "a", "gedrag_overig": "b"})
    samen = voeg_samen({}, nu, {VELD: "c", "gedrag_overig": "b"})
    assert samen.botsend == (VELD,)


def test_a_mark_is_of_the_value_and_not_of_its_spelling_in_memory():
    assert merk(VELD, None) == merk(VELD, "") == ""
    assert merk("hulp_bij_toetsen", ("a", "b")) == merk("hulp_bij_toetsen", ["a", "b"])


@given(was=_ANTWOORD, daar=_ANTWOORD, mijn=_ANTWOORD)
def test_nobody_loses_words_unseen(was, daar, mijn):
    samen = voeg_samen({VELD: merk(VELD, was)}, Inhoud({VELD: daar}), {VELD: mijn})
    if samen.botsend:
        assert daar != mijn
        return
    blijft = samen.waarden[VELD] or ""
    for eigen in (daar, mijn):
        assert eigen in {was, blijft}
