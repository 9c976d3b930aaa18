"""Is a password refused that is short, common, one's own name, or leaked before?"""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

GELEKT = [f"een gelekt wachtwoord {nummer}" for nummer in range(50)]


def codes(wachtwoord: str) -> list[str]:
    wie = get_user_model()(email="w.vandenbroek@school.example", naam="Wilhelmina Hoogendoorn")
    try:
        validate_password(wachtwoord, wie)
    except ValidationError as fout:
        return [een.code for een in fout.error_list]
    return []


@pytest.fixture
def lijst(tmp_path: Path, settings: SimpleNamespace) -> Path:
    pad = tmp_path / "gelekt.txt"
    merken = sorted(hashlib.sha1(een.encode(), usedforsecurity=False).hexdigest().upper() for een in GELEKT)
    # Lines of several lengths, as the real list has.
    pad.write_text("".join(f"{merk}:{10 ** (nummer % 7)}\r\n" for nummer, merk in enumerate(merken)), encoding="ascii")
    settings.OVERSTAP_GELEKTE_WACHTWOORDEN = pad
    return pad


@pytest.mark.parametrize(
    ("wachtwoord", "waarom"),
    [
        ("elf tekens.", ["password_too_short"]),
        ("1qaz2wsx3edc", ["password_too_common"]),
        ("WilhelminaHoogendoorn", ["password_too_similar"]),
        ("w.vandenbroek", ["password_too_similar"]),
        ("alleen maar kleine letters", []),
        ("élf tëkens én ☂", []),
    ],
)
def test_length_counts_and_no_composition(wachtwoord: str, waarom: list[str]) -> None:
    assert codes(wachtwoord) == waarom


def test_every_leaked_password_is_found_and_no_other(lijst: Path) -> None:
    assert [codes(een) for een in GELEKT] == [["gelekt"]] * len(GELEKT)
    assert [codes(f"{een}!") for een in GELEKT] == [[]] * len(GELEKT)
    lijst.write_bytes(b"")
    assert codes(GELEKT[0]) == []
