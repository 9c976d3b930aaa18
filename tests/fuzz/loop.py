"""One coverage-guided run over one reader: `python -m tests.fuzz.loop DOEL AANTAL MAP` (started by `tests.fuzz`)."""

import json
import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["overstap.integrations"]):
    from tests.fuzz import brieven, doelen, verander


def _anders(naam: str, ruw: bytes, grootst: int, toeval: Random) -> bytes:
    """The next input: mostly something that knows the format, sometimes bytes that were only shaken."""
    if toeval.random() < 0.15:
        return atheris.Mutate(ruw, grootst)
    if naam == "deur":
        return brieven.verander(ruw, toeval)
    return verander.verander(ruw, toeval) if naam != "zip" else verander.zip_van_dossiers(toeval)


def main() -> None:
    """Try `AANTAL` inputs, keep those that reach something new in `MAP`, and write the figures beside it."""
    naam, aantal, map_ = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    telling, doel = doelen.Telling(), doelen.DOELEN[naam]

    def een(ruw: bytes) -> None:
        telling.meet(doel, ruw)
        if telling.invoer % 500 == 0 or telling.invoer >= aantal:
            map_.with_suffix(".json").write_text(json.dumps(telling.regel()))
            for nummer, traag in enumerate(telling.traag):
                map_.with_name(f"{naam}-traag-{nummer}").write_bytes(traag)

    def muteer(ruw: bytes, grootst: int, zaad: int) -> bytes:
        # Chance that can be repeated: the same seed gives the same inputs.
        return _anders(naam, ruw, grootst, Random(zaad))  # noqa: S311  # no secret

    atheris.Setup(
        [
            sys.argv[0],
            f"-atheris_runs={aantal}",
            f"-max_len={verander.GROOTST + 5_000}",
            "-timeout=10",
            "-rss_limit_mb=1024",
            "-seed=1",
            "-print_final_stats=0",
            f"-artifact_prefix={map_}-fout-",
            str(map_),
        ],
        een,
        custom_mutator=muteer,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
