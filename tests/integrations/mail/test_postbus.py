"""Does the demo keep every mail, whole and in order?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection

from overstap.integrations.mail import lees_bericht, lees_post


@pytest.fixture
def map_(settings, tmp_path: Path) -> Path:
    settings.OVERSTAP_POSTBUS_MAP = tmp_path / "post"
    return settings.OVERSTAP_POSTBUS_MAP


def stuur(*berichten: EmailMessage) -> int:
    return get_connection("overstap.integrations.mail.DemoPostbus").send_messages(list(berichten))


def test_no_folder_means_no_mail(map_: Path) -> None:
    assert lees_post(map_) == []


def test_newest_comes_first_with_its_text(map_: Path) -> None:
    stuur(
        EmailMessage("Eerste", "Hallo", to=["a@voorbeeld.nl"]),
        EmailMessage("Tweede", "Ik ben één", to=["b@voorbeeld.nl"]),
    )
    stuur(EmailMessage("Derde", "Dag", to=["c@voorbeeld.nl", "d@voorbeeld.nl"]))

    post = lees_post(map_)

    assert [b.onderwerp for b in post] == ["Derde", "Tweede", "Eerste"]
    assert post[0].aan == "c@voorbeeld.nl, d@voorbeeld.nl"
    assert post[1].tekst.strip() == "Ik ben één"
    assert lees_bericht(map_, post[1].nummer) == post[1]


@pytest.mark.parametrize("nummer", ["../../geheimen/sleutel", "0", "1234567890123456789-000", ""])
def test_only_our_own_numbers_open_a_file(map_: Path, nummer: str) -> None:
    with pytest.raises(FileNotFoundError):
        lees_bericht(map_, nummer)


def test_the_folder_is_closed_to_others(map_: Path) -> None:
    stuur(EmailMessage("Post", "Tekst", to=["a@voorbeeld.nl"]))

    assert map_.stat().st_mode & 0o077 == 0
