"""How small and how large a number of a folder may be."""

from dataclasses import dataclass
from decimal import Decimal

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Placed

LARGEST = Decimal(10**10)


@dataclass(frozen=True, slots=True)
class Limits:
    """Both ends are allowed, unless `above` says that the least is not."""

    least: Decimal = Decimal(0)
    most: Decimal = LARGEST
    above: bool = False

    def hold(self, number: Decimal, name: str, where: Placed, findings: Findings) -> bool:
        """Whether a number is within; a fault where it is not."""
        if number < self.least or (self.above and number == self.least):
            code = Code.NUMBER_NOT_ABOVE if self.above else Code.NUMBER_TOO_SMALL
            findings.fault(code, where, name=name, number=number, least=self.least)
            return False
        if number > self.most:
            findings.fault(Code.NUMBER_TOO_LARGE, where, name=name, number=number, most=self.most)
            return False
        return True


ANY_AMOUNT = Limits()
AT_LEAST_ONE = Limits(Decimal(1))
SHARE = Limits(Decimal(0), Decimal(1))
POSITIVE = Limits(above=True)
