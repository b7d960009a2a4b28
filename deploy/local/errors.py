"""Failures of the runner that a person can act upon.

RunnerError
  PortTakenError
  FolderInUseError
  ServerError
    ServerRemainsError
  ProvisioningError
  PreparationError
  BackupError
"""


class RunnerError(Exception):
    """Something that stops the runner; its text is one clear sentence for the terminal."""


class PortTakenError(RunnerError):
    """Another program listens on the port asked for."""


class FolderInUseError(RunnerError):
    """Another supervisor already serves this data folder."""


class ServerError(RunnerError):
    """The PostgreSQL server cannot be prepared or started."""


class ServerRemainsError(ServerError):
    """Processes of an earlier server of the same folder have not ended yet."""


class ProvisioningError(RunnerError):
    """Roles or databases cannot be brought to the state that the services need."""


class PreparationError(RunnerError):
    """The databases could not be made ready for the services."""


class BackupError(RunnerError):
    """A backup that cannot be taken, or one that cannot be restored."""
