"""What can go wrong for a user, each with a message that says what to do next."""


class ExtractError(Exception):
    """Base of all errors that are the input's or the user's, never a bug of ours."""


class UsageError(ExtractError):
    """A path, format or table that does not exist."""


class ReadError(ExtractError):
    """A document that cannot be read; the rest of the run goes on. `code` names the kind of problem."""

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code
