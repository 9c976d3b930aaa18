"""What is an act that cannot be done, said to a person?"""


class Weigering(Exception):
    """This cannot be done (so); nothing was written.

    `zin` says what to do, in words for the person who tried; `veld` which question it is about (empty: none).
    """

    zin: str
    veld: str = ""

    def __init__(self, zin: str, veld: str = "") -> None:
        self.zin, self.veld = zin, veld
        super().__init__(zin)
