"""Why can a file from outside not be read, said so that a school can do something about it?"""


class Leesfout(Exception):
    """The whole file is refused.

    `code` is a fixed word for programs and logs (see `parser` and the OSO reader); `zin` is a Dutch
    sentence for the user that says what to do. Neither holds anything of the content of the file.
    """

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(f"{code}: {zin}")
        self.code = code
        self.zin = zin
