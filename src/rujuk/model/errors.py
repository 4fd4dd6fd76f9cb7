"""Every exception Rujuk raises on purpose.

* RujukError                  anything below
  + ConfigError               a setting or an option that cannot be used
  + PackError                 a language or outlet pack that is missing or badly written
  + InputError                an input that does not exist, or a file of ours that cannot be read
  + EncoderError              encoder files that are missing, damaged or of another form
  + StoreError                an archive that cannot be opened or is of a newer version
  + ProvenanceError           a span, claim, statement or dossier that its text does not bear out

Bad *data* is never an exception: it is a `rujuk.model.report.Dropped` with a reason.
"""


class RujukError(Exception):
    """The root of all errors that Rujuk raises on purpose."""


class ConfigError(RujukError):
    """Raised when a setting, option or column map cannot be used as given."""


class PackError(RujukError):
    """Raised when a language or outlet pack is missing, incomplete or contradicts itself."""


class InputError(RujukError):
    """Raised when a named input does not exist or a file written by Rujuk cannot be read back."""


class EncoderError(RujukError):
    """Raised when the encoder's files are missing, damaged or not of the expected form."""


class StoreError(RujukError):
    """Raised when an archive cannot be opened, or was written by a newer version."""


class ProvenanceError(RujukError, ValueError):
    """Raised when a span, claim, statement or dossier is not borne out by the text it names."""


def of_one_item(error: Exception) -> bool:
    """Return whether an error is the fault of the item that was worked on; a setting, pack or encoder that cannot be used would fail for every one."""
    return isinstance(error, ProvenanceError) or not isinstance(error, RujukError)
