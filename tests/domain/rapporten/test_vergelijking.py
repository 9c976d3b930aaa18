"""What does each reader read about the difference between two versions, and what never?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot import Inhoud, Sectieverschil, Tabel, tel, vergelijk_versies, weergave
from overstap.domain.rapporten.snapshot.woorden import Lot, Stukje, regelverschil, woordverschil
from tests.domain.rapporten.strategieen import inhouden
from tests.domain.rapporten.voorbeeld import ADRES, VOLLEDIG

WEG, NIEUW, BLEEF = Lot.WEG, Lot.NIEUW, Lot.BLEEF
ZINNEN = st.lists(st.sampled_from(["de ", "hond ", "leest", "niet\n", " ", "ë-bike", "rekent."]), max_size=30).map(
    "".join
)


def verschil(oud: dict, nieuw: dict, publiek: Publiek | None = None, **meer) -> tuple[Sectieverschil, ...]:
    return vergelijk_versies(VOLLEDIG.met(oud), VOLLEDIG.met(nieuw), publiek, **meer)


def lees(verschillen: tuple[Sectieverschil, ...]) -> str:
    """What a reader sees: `+` came, `-` went."""
    teken = {WEG: "-", NIEUW: "+", BLEEF: ""}
    regels = []
    for sectie in verschillen:
        for wijziging in sectie.wijzigingen:
            regels.append(f"{sectie.titel} | {wijziging.label} | {wijziging.soort}")
            regels += [
                f"{deel.naam}: " + "".join(f"{teken[s.lot]}[{s.tekst.strip()}]" for s in regel)
                for deel in wijziging.delen
                for regel in deel.alineas
            ]
    return "\n".join(regels)


@given(ZINNEN, ZINNEN)
def test_both_texts_can_be_read_back_from_their_difference(oud: str, nieuw: str):
    stukjes = woordverschil(oud, nieuw)
    assert "".join(s.tekst for s in stukjes if s.lot is not NIEUW) == oud
    assert "".join(s.tekst for s in stukjes if s.lot is not WEG) == nieuw


def test_words_are_compared_and_not_letters():
    assert woordverschil("Werkt meestal rustig door.", "Werkt altijd rustig door.") == (
        Stukje(BLEEF, "Werkt "), Stukje(WEG, "meestal "), Stukje(NIEUW, "altijd "), Stukje(BLEEF, "rustig door."),
    )  # fmt: skip


def test_a_lone_short_word_between_two_changes_joins_them():
    assert woordverschil("een lange en mooie zin", "een korte en saaie zin") == (
        Stukje(BLEEF, "een "), Stukje(WEG, "lange en mooie "), Stukje(NIEUW, "korte en saaie "), Stukje(BLEEF, "zin"),
    )  # fmt: skip


def test_long_texts_without_likeness_are_told_whole_and_quickly():
    oud, nieuw = ("oud " * 5000, "nieuw " * 5000)
    assert [s.lot for s in woordverschil(oud, nieuw)] == [WEG, NIEUW]


def test_paragraphs_keep_their_place():
    assert regelverschil(("Eén.", "Twee.", "Drie."), ("Eén.", "Drie.")) == (
        (Stukje(BLEEF, "Eén."),), (Stukje(WEG, "Twee."),), (Stukje(BLEEF, "Drie."),),
    )  # fmt: skip


def test_the_same_version_has_no_difference():
    assert verschil({}, {}) == ()


def test_an_answer_is_added_changed_and_taken_away_in_the_words_of_each_reader():
    oud, nieuw = {"roepnaam": "Noor"}, {"roepnaam": None, "gedrag_huiswerk": "Maakt het niet op tijd."}
    school, ouders = verschil(oud, nieuw), verschil(oud, nieuw, Publiek.OUDERS)
    assert tel(school) == tel(ouders) == 2
    assert "Roepnaam | weggehaald\n: -[Noor]" in lees(school)
    assert "De naam waarmee iedereen uw kind roept | weggehaald" in lees(ouders)
    assert "[Maakt het]+[niet][op tijd.]" in lees(school)
    assert lees(verschil(nieuw, oud)).count("toegevoegd") == 1


def test_of_a_table_only_the_rows_that_differ_are_told():
    vraag = {"ondersteuningsvraag": True}
    plan = [{"gericht_op": f"doel {n}", "startdatum": date(2026, 9, n + 1)} for n in range(4)]
    anders = [plan[2], {**plan[0], "gericht_op": "doel nul"}, plan[3], {"gericht_op": "nieuw doel"}]
    gevonden = verschil(vraag | {"handelingsplannen": tuple(plan)}, vraag | {"handelingsplannen": tuple(anders)})
    soorten = [wijziging.soort.value for sectie in gevonden for wijziging in sectie.wijzigingen]
    assert soorten == ["gewijzigd", "toegevoegd", "weggehaald"]
    assert "-[doel 0]+[doel nul]" in lees(gevonden)
    assert "doel 2" not in lees(gevonden)


def test_an_advice_is_told_by_its_name():
    assert "-[havo of vwo]+[vwo]" in lees(verschil({}, {"advies_definitief": "vwo"}))


def bijlage(sleutel: str, *, mee: bool) -> dict:
    return {"id": sleutel, "soort": "opp", "bestandsnaam": f"{sleutel}.pdf", "omschrijving": "", "gaat_mee": mee}


def test_attachments_that_stay_are_no_business_of_the_vo_school():
    oud, nieuw = [bijlage("a", mee=False), bijlage("b", mee=True)], [bijlage("a", mee=True), bijlage("c", mee=False)]
    voor_vo = lees(verschil({}, {}, Publiek.VO, bijlagen=(oud, nieuw)))
    voor_ouders = lees(verschil({}, {}, Publiek.OUDERS, bijlagen=(oud, nieuw)))
    assert "+[a.pdf]" in voor_vo
    assert "-[b.pdf]" in voor_vo
    assert "c.pdf" not in voor_vo
    assert "-[Blijft op de basisschool]+[Gaat mee]" in voor_ouders
    # A name that the school gave a file may be that of another pupil, with whose sheets it was put here by mistake.
    assert "c.pdf" not in voor_ouders
    assert "Ontwikkelingsperspectief of groeidocument | toegevoegd" in voor_ouders


@pytest.mark.parametrize("publiek", list(Publiek))
def test_an_address_that_became_secret_is_not_told_by_the_difference(publiek: Publiek):
    straat = ADRES["straat"]
    eerst = {"adressen": (ADRES,), "communicatie": ({"soort": "telefoon", "nummer": "0612345678", "geheim": False},)}
    later = {"adresgeheim": True, "communicatie": ({"soort": "telefoon", "nummer": "0612345678", "geheim": True},)}
    assert straat in repr(weergave(VOLLEDIG.met(eerst), publiek))
    gelezen = lees(verschil(eerst, {**eerst, **later}, publiek))
    assert straat not in gelezen
    assert "0612345678" not in gelezen
    assert tel(verschil(eerst, {**eerst, **later}, publiek)) >= 1


@settings(max_examples=20)
@given(oud=inhouden(), nieuw=inhouden(), publiek=st.sampled_from([*Publiek, None]))
def test_a_reader_never_reads_more_than_in_the_two_versions(oud: Inhoud, nieuw: Inhoud, publiek: Publiek | None):
    mag = _alles(oud, publiek) | _alles(nieuw, publiek)
    gevonden = vergelijk_versies(oud, nieuw, publiek)
    for sectie in gevonden:
        for wijziging in sectie.wijzigingen:
            for deel in wijziging.delen:
                for regel in deel.alineas:
                    for lot in (WEG, NIEUW):
                        kant = "".join(s.tekst for s in regel if s.lot in {lot, BLEEF})
                        assert kant == "" or kant in mag
    assert bool(gevonden) == (_lijnen(oud, publiek, nieuw) != _lijnen(nieuw, publiek))


def _lijnen(inhoud: Inhoud, publiek: Publiek | None, later: Inhoud | None = None) -> list:
    return [sorted(map(repr, sectie.blokken)) for sectie in weergave(inhoud, publiek, later=later)]


def _alles(inhoud: Inhoud, publiek: Publiek | None) -> set[str]:
    gevonden: set[str] = set()
    for sectie in weergave(inhoud, publiek):
        for blok in sectie.blokken:
            cellen = [cel for rij in blok.rijen for cel in rij] if isinstance(blok, Tabel) else []
            gevonden.update(regel for cel in cellen for regel in cel.split("\n"))
            gevonden.update(() if isinstance(blok, Tabel) else blok.alineas)
    return gevonden
