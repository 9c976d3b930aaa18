"""Does active content leave a PDF, hidden data a picture, and is an office file with a program refused?"""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from overstap.domain.bijlagen.enums import Ingreep, Weigerreden
from overstap.integrations.pdf import Afdeling, PdfDocument, Regel, Stijl, maak_pdf
from overstap.integrations.schoonmaak import Uitkomst, kantoor, lees_tekst, maak_pdf_van, maak_schoon, pdf, plaatje

type_bouw = Callable[[Pdf], object]
# Half of what is waited without a word about time: also a slow machine tells the two apart, in seconds.
NOOIT_LATER = 30
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
RECT = Array([0, 0, 10, 10])


def maak(*bouw: type_bouw, **opslaan: object) -> bytes:
    with Pdf.new() as doc:
        doc.add_blank_page()
        for stap in bouw:
            stap(doc)
        uit = io.BytesIO()
        doc.save(uit, **opslaan)
        return uit.getvalue()


def kaal(**opslaan: object) -> bytes:
    return maak(lambda doc: doc.trailer.__delitem__("/Info") if "/Info" in doc.trailer else None, **opslaan)


def _wortel(naam: str, waarde: object) -> type_bouw:
    return lambda doc: doc.Root.__setitem__(naam, waarde)


def _aantekening(**velden: object) -> type_bouw:
    def hang_op(doc: Pdf) -> None:
        doc.pages[0].Annots = Array([doc.make_indirect(Dictionary(Type=Name.Annot, Rect=RECT, **velden))])

    return hang_op


def _ingesloten(doc: Pdf) -> None:
    doc.attachments["kwaad.exe"] = b"MZ kwaad"


def _knop(actie: Dictionary) -> type_bouw:
    return _aantekening(Subtype=Name.Link, A=actie)


KWAAD = {
    "script at opening": (_wortel("/OpenAction", SCRIPT), Ingreep.SCRIPT),
    "script by name": (
        _wortel("/Names", Dictionary(JavaScript=Dictionary(Names=Array(["x", SCRIPT])))), Ingreep.SCRIPT),
    "script after a quiet action": (
        _wortel("/OpenAction", Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([SCRIPT]))), Ingreep.SCRIPT),
    "script when the page opens": (lambda doc: doc.pages[0].__setitem__("/AA", Dictionary(O=SCRIPT)), Ingreep.SCRIPT),
    "script in a field": (
        _wortel("/AcroForm", Dictionary(Fields=Array([Dictionary(T=String("a"), AA=Dictionary(K=SCRIPT))]))),
        Ingreep.SCRIPT),
    "launch": (_knop(Dictionary(S=Name.Launch, F=String("cmd.exe"))), Ingreep.START),
    "submit": (_knop(Dictionary(S=Name.SubmitForm, F=String("https://kwaad.example"))), Ingreep.OPDRACHT),
    "other file": (_knop(Dictionary(S=Name.GoToR, F=String("//server/share"))), Ingreep.OPDRACHT),
    "address of a script": (_knop(Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))), Ingreep.OPDRACHT),
    "unknown kind": (_knop(Dictionary(S=Name("/NogNietBedacht"))), Ingreep.OPDRACHT),
    "file inside": (_ingesloten, Ingreep.BESTAND),
    "file on the page": (_aantekening(Subtype=Name.FileAttachment), Ingreep.BESTAND),
    "film": (_aantekening(Subtype=Name.RichMedia), Ingreep.MEDIA),
    "XFA": (_wortel("/AcroForm", Dictionary(XFA=String("<xdp/>"), Fields=Array([]))), Ingreep.FORMULIER),
    "maker": (lambda doc: doc.docinfo.__setitem__("/Author", "Juf Ans"), Ingreep.GEGEVENS),
    "xmp": (lambda doc: doc.Root.__setitem__("/Metadata", doc.make_stream(b"<x:xmpmeta>Juf Ans</x:xmpmeta>")),
            Ingreep.GEGEVENS),
}  # fmt: skip
SPOREN = (b"JavaScript", b"app.alert", b"Launch", b"SubmitForm", b"GoToR", b"javascript:", b"NogNietBedacht", b"kwaad",
          b"FileAttachment", b"RichMedia", b"xdp", b"Ans")  # fmt: skip


@pytest.mark.parametrize(("bouw", "ingreep"), KWAAD.values(), ids=KWAAD)
@pytest.mark.parametrize("gepakt", [False, True], ids=["plain", "object streams"])
def test_what_does_something_by_itself_goes(bouw: type_bouw, ingreep: Ingreep, gepakt: bool) -> None:
    stand = pikepdf.ObjectStreamMode.generate if gepakt else pikepdf.ObjectStreamMode.disable
    uitkomst = pdf.schoon(maak(bouw, object_stream_mode=stand))
    assert ingreep in uitkomst.ingrepen
    assert uitkomst.inhoud
    with Pdf.open(io.BytesIO(uitkomst.inhoud)) as doc:
        assert len(doc.pages) == 1
        uit = io.BytesIO()
        doc.save(uit, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert not [spoor for spoor in SPOREN if spoor in uit.getvalue()]
    assert pdf.schoon(uitkomst.inhoud).ingrepen == ()


def test_links_and_a_first_page_stay() -> None:
    def begin(doc: Pdf) -> None:
        doc.Root.OpenAction = Array([doc.pages[0].obj, Name.Fit])

    ruw = maak(begin, _knop(Dictionary(S=Name.URI, URI=String("https://www.voorbeeld.nl"))))
    with Pdf.open(io.BytesIO(pdf.schoon(ruw).inhoud or ruw)) as doc:
        assert str(doc.pages[0].Annots[0].A.URI) == "https://www.voorbeeld.nl"
        assert doc.Root.OpenAction[1] == Name.Fit


def test_what_stood_in_an_earlier_state_of_the_file_goes_too() -> None:
    uitkomst = pdf.schoon(maak(_wortel("/OpenAction", SCRIPT)) + b"\n% app.alert(2) staat in de staart\n")
    assert b"app.alert" not in (uitkomst.inhoud or b"app.alert")
    # Also of a file in which nothing is wrong: the words of a page that was rewritten stand in it still.
    nieuw = pdf.schoon(kaal() + b"\n9 0 obj\n(Ans zei iets)\nendobj\n")
    assert nieuw.ingrepen == ()
    assert b"Ans" not in (nieuw.inhoud or b"Ans")


def test_a_signature_that_breaks_is_mentioned() -> None:
    def onderteken(doc: Pdf) -> None:
        zegel = doc.make_indirect(Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3])))
        doc.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, V=zegel)]))

    assert Ingreep.HANDTEKENING in pdf.schoon(maak(onderteken, _wortel("/OpenAction", SCRIPT))).ingrepen


def test_a_locked_or_broken_pdf_is_refused() -> None:
    geheim = maak(encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    assert maak_schoon(geheim, "application/pdf").reden is Weigerreden.WACHTWOORD
    assert maak_schoon(b"%PDF-1.7 proef", "application/pdf").reden is Weigerreden.ONLEESBAAR


def test_the_process_apart_gives_the_same_and_is_left_in_time() -> None:
    ruw = maak(_wortel("/OpenAction", SCRIPT))
    uitkomst = maak_schoon(ruw, "application/pdf")
    assert uitkomst.ingrepen == pdf.schoon(ruw).ingrepen
    assert uitkomst.inhoud
    begin = time.monotonic()
    assert maak_schoon(ruw, "application/pdf", tijd=0.01).reden is Weigerreden.ONLEESBAAR
    assert time.monotonic() - begin < NOOIT_LATER
    assert maak_schoon(b"gewone tekst", "text/plain") == Uitkomst()


def foto(soort: str = "JPEG", *, maten: tuple[int, int] = (40, 20), gps: bool = True, stand: int = 6) -> bytes:
    beeld = Image.new("RGB", maten, "white")
    beeld.paste("red", (0, 0, maten[0] // 2, maten[1]))
    exif = Image.Exif()
    if gps:
        exif[0x0112], exif[0x013B] = stand, "Juf Ans"
        exif.get_ifd(0x8825)[1] = "N"
    uit = io.BytesIO()
    beeld.save(uit, soort, **({"exif": exif} if gps else {}))
    return uit.getvalue()


@pytest.mark.parametrize("soort", ["JPEG", "PNG"])
def test_a_picture_loses_its_maker_and_stays_upright(soort: str) -> None:
    uitkomst = plaatje.schoon(foto(soort))
    assert uitkomst.ingrepen == (Ingreep.GEGEVENS,)
    assert b"Ans" not in (uitkomst.inhoud or b"Ans")
    with Image.open(io.BytesIO(uitkomst.inhoud or b"")) as beeld:
        assert (beeld.format, beeld.size, dict(beeld.getexif())) == (soort, (20, 40), {})
        boven, onder = beeld.convert("RGB").getpixel((10, 5)), beeld.convert("RGB").getpixel((10, 35))
    assert (boven[1] < 60, onder[1] > 200) == (True, True)
    assert plaatje.schoon(uitkomst.inhoud or b"") == Uitkomst()


@pytest.mark.parametrize("soort", ["JPEG", "PNG"])
def test_what_hangs_behind_a_picture_goes(soort: str) -> None:
    kaal_beeld = foto(soort, gps=False)
    assert plaatje.schoon(kaal_beeld) == Uitkomst()
    uitkomst = plaatje.schoon(kaal_beeld + b"PK\x03\x04 een heel ander bestand")
    assert b"PK" not in (uitkomst.inhoud or b"PK")


def test_a_picture_that_unpacks_to_gigabytes_is_refused_quickly() -> None:
    ruw = bytearray(foto("PNG", gps=False))
    ruw[16:24] = (60_000).to_bytes(4, "big") * 2
    ruw[29:33] = zlib.crc32(ruw[12:29]).to_bytes(4, "big")
    assert plaatje.schoon(bytes(ruw)).reden is Weigerreden.ONLEESBAAR


def gezipt(methode: int = zipfile.ZIP_DEFLATED, **leden: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as zip_:
        for naam, inhoud in leden.items():
            zip_.writestr(naam.replace("__", "/"), inhoud)
    return uit.getvalue()


WORD = {"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w:document/>"}
SJABLOON = b'<Relationship Id="r" Type="http://x/attachedTemplate" Target="http://kwaad" TargetMode="External"/>'
LINK = b'<Relationship Id="r" Type="http://x/hyperlink" Target="http://goed" TargetMode="External"/>'
BEELD = SJABLOON.replace(b"attachedTemplate", b"image")


def soort(naam: bytes, **anders: bytes) -> bytes:
    velden = {"Id": b"r", "Type": b"http://x/" + naam, "Target": b"x"} | anders
    return b"<p:Relationship xmlns:p='x' %s/>" % b" ".join(b'%s="%s"' % (een.encode(), velden[een]) for een in velden)


# The same to a program that reads XML, and something else to who looks at the bytes.
VERMOMD = {
    "a code in the mode": SJABLOON.replace(b'="Ext', b'="&#69;xt'),
    "a code in the type": SJABLOON.replace(b"Template", b"Templat&#101;"),
    "a prefix": soort(b"attachedTemplate", TargetMode=b"External"),
    "a sign in a field": soort(b"frame", Id=b"a>b", TargetMode=b"External"),
    "utf-16": SJABLOON.decode().encode("utf-16"),
    "after much nothing": b"<r>" + b" " * 1_900_000 + SJABLOON + b"</r>",
    "a picture": BEELD,
    "a value of another program": soort(b"externalLink"),
    "a program under another name": soort(b"vbaProject"),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        pytest.param(gezipt(**WORD), None, id="plain"),
        pytest.param(gezipt(**WORD, **{"word___rels__document.xml.rels": LINK}), None, id="link"),
        pytest.param(gezipt(**WORD, **{"word__vbaProject.bin": b""}), Weigerreden.MACRO, id="macro"),
        pytest.param(gezipt(**WORD, **{"word__embeddings__ole1.bin": b""}), Weigerreden.MACRO, id="object"),
        pytest.param(gezipt(**WORD, **{"xl__macrosheets__a.xml": b""}), Weigerreden.MACRO, id="old macro"),
        pytest.param(gezipt(**WORD, **{"word___rels__a.rels": SJABLOON}), Weigerreden.MACRO, id="template"),
        pytest.param(gezipt(**{"[Content_Types].xml": b'<Default ContentType="x.macroEn&#97;bled.y"/>'}),
                     Weigerreden.MACRO, id="called macro"),
        *(pytest.param(gezipt(**WORD, **{"word___RELS__a.RELS": deel}), Weigerreden.MACRO, id=naam)
          for naam, deel in VERMOMD.items()),
        *(pytest.param(gezipt(**WORD, **{"_rels__.rels": deel}), Weigerreden.ONLEESBAAR, id=naam)
          for naam, deel in {"too long": LINK + b" " * 2_000_000, "no xml": b"<Relationships>"}.items()),
        pytest.param(gezipt(mimetype=b"x", **{"Basic__Standard__a.xml": b""}), Weigerreden.MACRO, id="odf macro"),
        pytest.param(
            gezipt(mimetype=b"x", **{"META-INF__manifest.xml": b"<m:encryption-data/>"}), Weigerreden.WACHTWOORD,
            id="odf locked",
        ),
        pytest.param(gezipt(zipfile.ZIP_LZMA, **WORD), Weigerreden.ONLEESBAAR, id="packed in a rare way"),
        pytest.param(OLE, None, id="old plain"),
        pytest.param(OLE + "_VBA_PROJECT".encode("utf-16-le"), Weigerreden.MACRO, id="old with macro"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), Weigerreden.WACHTWOORD, id="old locked"),
        pytest.param(
            OLE + "Workbook".encode("utf-16-le") + b"\x85\x00\x0e\x00\x01\x02\x03\x04\x00\x01\x06\x00Macro1",
            Weigerreden.MACRO, id="old macro sheet",
        ),
    ],
)  # fmt: skip
def test_an_office_file_with_a_program_is_refused(inhoud: bytes, reden: Weigerreden | None) -> None:
    assert kantoor.schoon(inhoud).reden is reden


def test_an_outcome_survives_its_journey() -> None:
    for uitkomst in (
        Uitkomst(),
        Uitkomst(reden=Weigerreden.MACRO),
        Uitkomst(ingrepen=(Ingreep.SCRIPT,), inhoud=b"\n\nx"),
    ):
        assert Uitkomst.uit_bytes(uitkomst.naar_bytes()) == uitkomst


def test_the_first_page_of_a_pdf_can_be_read_by_a_program_and_a_broken_one_says_nothing() -> None:
    """Also letters that have no code of their own, such as those of our own PDFs (`ToUnicode`)."""
    document = PdfDocument(
        titel="Profiel", ondertitel="Groep 8", gemaakt_op=datetime(2026, 1, 1, tzinfo=UTC),
        kenmerken=(("BSN", "999990019"), ("Geboren", "1-4-2015")),
        afdelingen=(Afdeling("Over", blokken=(Regel("Naam", "Noor Haddou"),)),), slotregels=("x",), auteur="x",
    )  # fmt: skip
    tekst = lees_tekst(maak_pdf(document, Stijl.OUDERS))
    assert all(stuk in tekst for stuk in ("999990019", "1-4-2015", "Noor Haddou"))
    assert lees_tekst(b"%PDF-1.7 kapot") == ""


@pytest.mark.parametrize("soort", ["JPEG", "PNG"])
def test_a_picture_becomes_a_pdf_of_one_page_that_says_nothing_of_its_maker(soort: str) -> None:
    uit = io.BytesIO()
    beeld = Image.new("RGB" if soort == "JPEG" else "RGBA", (300, 150), "red")
    exif = beeld.getexif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    beeld.save(uit, soort, exif=exif)
    gemaakt = plaatje.als_pdf(uit.getvalue())
    assert (gemaakt.reden, gemaakt.ingrepen) == (None, (Ingreep.OMGEZET,))
    with Pdf.open(io.BytesIO(gemaakt.inhoud)) as doc:
        [bladzijde] = doc.pages
        breed, hoog = (float(maat) for maat in bladzijde.mediabox[2:])
        # Upright, as the camera said.
        assert breed < hoog
        assert "/Info" not in doc.trailer
    assert b"Maker" not in gemaakt.inhoud
    assert pdf.schoon(gemaakt.inhoud).ingrepen == ()


def test_what_is_no_picture_becomes_no_pdf() -> None:
    assert maak_pdf_van(b"geen foto").reden is Weigerreden.ONLEESBAAR
