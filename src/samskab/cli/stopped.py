"""Ends of a command that are no plan: the exit code, and which of its words say why."""

BAD_INPUT = 2
FAULT_OF_OURS = 3
INTERRUPTED = 130


class StoppedError(Exception):
    """Why there is no plan and nothing is written: an exit code and one of the command's words."""

    def __init__(self, code: int, word: str, **values: object) -> None:
        super().__init__(word)
        self.code, self.word, self.values = code, word, values
