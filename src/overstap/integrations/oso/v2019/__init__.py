"""How does OSO 2019.1 say what the catalogue says? Everything that belongs to this year stands here.

`paden.csv` is the heart: every path with its structure and its fate, read by `structuur`. Reading goes
`lezer` ▶ `handelingen` ▶ `wandeling`, writing goes `schrijver` ▶ `bouw`; both translate with `waarden` (one
value) and `vertaling` (what has another shape), and both are judged by `regels`. A new year is a package
like this one beside it; the domain does not change.
"""
