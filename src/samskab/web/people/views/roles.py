"""Who reads the register, and who changes it."""

from samskab.web.accounts.enums import Role

READERS = (Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.AUDITOR)
EDITORS = (Role.CONSULTANT,)
# A provider keeps facilitators and rooms of its own.
READERS_OF_RESOURCES = (*READERS, Role.PROVIDER)
EDITORS_OF_RESOURCES = (*EDITORS, Role.PROVIDER)
OWNERS = (Role.LEADER, Role.FACILITATOR, Role.TOP_MANAGEMENT)
