"""How is a small figure drawn? One svg per combination of numbers, drawn once: a list shows the same few often."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from markupsafe import Markup

_STREDEN = 6


def ladder(advies: Collection[int], toets: Collection[int] = (), maat: float = 1) -> Markup:
    """The adviesladder: dark steps are the advice, stripes above them the test (0 pro … 5 vwo)."""
    return _ladder(frozenset(advies), frozenset(toets), maat)


@lru_cache(maxsize=512)
def _ladder(advies: frozenset[int], toets: frozenset[int], maat: float) -> Markup:
    delen = []
    for n in range(_STREDEN):
        kleur = ' class="advies"' if n in advies else ""
        delen.append(f'<rect x="{n * 13}" y="{15 - n * 2}" width="11" height="{7 + n * 2}" rx="2"{kleur}/>')
        if n in toets:
            delen.append(f'<rect x="{n * 13 + 1}" y="{11 - n * 2}" width="9" height="2" class="toets"/>')
    maten = f'width="{round(76 * maat)}" height="{round(22 * maat)}" viewBox="0 0 76 22"'
    return Markup(f'<svg class="ov-ladder" {maten} aria-hidden="true" focusable="false">{"".join(delen)}</svg>')


@lru_cache(maxsize=512)
def blokjes(klaar: int, bezig: int, totaal: int) -> Markup:
    """Full, half and empty blocks; a complete report is one solid bar."""
    breed = totaal * 15 - 3
    if klaar == totaal:
        delen = [f'<rect class="ov-blokjes__vol ov-blokjes__vol--alles" width="{breed}" height="14" rx="3"/>']
    else:
        delen = [_blokje(n, klaar, bezig) for n in range(totaal)]
    maten = f'width="{breed}" height="14" viewBox="0 0 {breed} 14"'
    return Markup(f'<svg class="ov-blokjes" {maten} aria-hidden="true" focusable="false">{"".join(delen)}</svg>')


def _blokje(n: int, klaar: int, bezig: int) -> str:
    if n < klaar:
        return f'<rect class="ov-blokjes__vol" x="{n * 15}" width="12" height="14" rx="3"/>'
    rand = f'<rect class="ov-blokjes__leeg" x="{n * 15 + 0.75}" y=".75" width="10.5" height="12.5" rx="2.5"/>'
    half = f'<rect class="ov-blokjes__vol" x="{n * 15}" y="7" width="12" height="7" rx="2"/>'
    return rand + half if n < klaar + bezig else rand
