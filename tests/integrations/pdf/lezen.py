"""What does a machine (a screen reader, a search) read in a PDF?"""

import io
import re
from collections.abc import Iterator

import pikepdf

Tekens = dict[int, str]
CODE = re.compile(r"<([0-9A-Fa-f]+)>")


def tekst_van(pdf: bytes, bladzijde: int | None = None) -> str:
    """Return the text in the order of the page content, with single spaces."""
    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        bladzijden = list(geopend.pages) if bladzijde is None else [geopend.pages[bladzijde]]
        delen = [tekst for blad in bladzijden for _, tekst in _stukken(blad)]
    return _glad(" ".join(delen))


def labels(pdf: bytes) -> list[str]:
    """Return the tags of the structure tree in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        return [str(knoop.S) for knoop in knopen(geopend.Root.StructTreeRoot)]


def bomen(pdf: bytes) -> list[tuple[str, str]]:
    """Return each tag with the text below it, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        merken = {(blad.obj.objgen, merk): tekst for blad in geopend.pages for merk, tekst in _per_merk(blad).items()}
        return [
            (str(knoop.S), _glad(" ".join(merken.get(plaats, "") for plaats in _merken(knoop, None))))
            for knoop in knopen(geopend.Root.StructTreeRoot)
        ]


def knopen(knoop: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every element of the structure below `knoop`, in reading order."""
    for kind in kinderen(knoop):
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield kind
            yield from knopen(kind)


def kinderen(knoop: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what hangs directly on an element: other elements, or numbers of marked content."""
    if "/K" not in knoop:
        return []
    direct = knoop.K
    return list(direct) if isinstance(direct, pikepdf.Array) else [direct]


def _merken(knoop: pikepdf.Object, blad: tuple[int, int] | None) -> Iterator[tuple[tuple[int, int] | None, int]]:
    blad = knoop.Pg.objgen if "/Pg" in knoop else blad
    for kind in kinderen(knoop):
        if isinstance(kind, pikepdf.Dictionary):
            if "/MCID" in kind:
                yield (kind.Pg.objgen if "/Pg" in kind else blad), int(kind.MCID)
            elif "/S" in kind:
                yield from _merken(kind, blad)
        else:
            yield blad, int(kind)


def _per_merk(blad: pikepdf.Page) -> dict[int, str]:
    merken: dict[int, str] = {}
    for merk, tekst in _stukken(blad):
        if merk is not None:
            merken[merk] = f"{merken.get(merk, '')} {tekst}"
    return merken


def _stukken(blad: pikepdf.Page) -> Iterator[tuple[int | None, str]]:
    """Yield each piece of text with the number of the marked content that it stands in.

    A marked piece with its own `ActualText` counts as that text, as in any reader.
    """
    fonts = {naam: _tekens(font) for naam, font in blad.obj.Resources.get("/Font", {}).items()}
    open_merken: list[tuple[int | None, bool]] = [(None, False)]
    tekens: Tekens = {}
    for operanden, opdracht in pikepdf.parse_content_stream(blad):
        merk, vervangen = open_merken[-1]
        match str(opdracht):
            case "BDC" | "BMC":
                eigenschap = operanden[1] if len(operanden) > 1 else None
                eigen = eigenschap if isinstance(eigenschap, pikepdf.Dictionary) else pikepdf.Dictionary()
                open_merken.append((int(eigen.get("/MCID", -1 if merk is None else merk)), "/ActualText" in eigen))
                if "/ActualText" in eigen:
                    yield merk, str(eigen.ActualText)
            case "EMC":
                open_merken.pop()
            case "Tf":
                tekens = fonts[str(operanden[0])]
            case "TJ" | "Tj" if not vervangen:
                yield merk, _ontcijferd(operanden[0], tekens)


def _ontcijferd(reeks: pikepdf.Object, tekens: Tekens) -> str:
    stukken = reeks if isinstance(reeks, pikepdf.Array) else [reeks]
    ruw = b"".join(bytes(stuk) for stuk in stukken if isinstance(stuk, pikepdf.String))
    return "".join(tekens.get(int.from_bytes(ruw[plaats : plaats + 2]), "") for plaats in range(0, len(ruw), 2))


def _tekens(font: pikepdf.Object) -> Tekens:
    """Read which text each two-byte glyph number of a font stands for (its ToUnicode)."""
    if "/ToUnicode" not in font:
        return {}
    tabel = font.ToUnicode.read_bytes().decode("ascii")
    tekens: Tekens = {}
    for blok in re.findall(r"beginbfchar(.*?)endbfchar", tabel, re.DOTALL):
        codes = CODE.findall(blok)
        for glyph, tekst in zip(codes[::2], codes[1::2], strict=True):
            tekens[int(glyph, 16)] = bytes.fromhex(tekst).decode("utf-16-be")
    return tekens


def _glad(tekst: str) -> str:
    """Leave out what only breaks a word: break points and the soft hyphen at a line's end."""
    return " ".join(re.sub(r"\u00ad\s*", "", tekst.replace("\u200b", "")).split())
