"""Why an address gave nothing, as it travels up through the stage: the verb makes a drop of it."""


class Failure(Exception):  # noqa: N818 - no error of a caller's: it never leaves the stage
    """Raised inside the stage with a token of REASONS and what was wrong."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
