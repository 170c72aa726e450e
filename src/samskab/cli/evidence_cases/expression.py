"""Numbers that a case writes as arithmetic: `log(.6)`, `logit(.4)`, `sqrt(1/2.66)`."""

import ast
import math
import operator
from collections.abc import Callable, Mapping

FUNCTIONS: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "exp": math.exp,
    "expit": lambda at: 1 / (1 + math.exp(-at)),
    "log": math.log,
    "logit": lambda share: math.log(share / (1 - share)),
    "sqrt": math.sqrt,
}
BETWEEN: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
LARGEST_POWER = 64


def number(value: object, names: Mapping[str, float] | None = None) -> float:
    """A number, or what an expression of numbers comes to.

    Args:
        value: a number or a text of arithmetic.
        names: what names in the text stand for.

    Raises:
        ValueError: it is neither, or uses more than arithmetic and the functions above.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        message = f"{value!r} is no number"
        raise ValueError(message)  # noqa: TRY004 - the type is the file's, not the caller's
    if not isinstance(value, str):
        return float(value)
    try:
        return _of(ast.parse(value.replace("^", "**"), mode="eval").body, names or {})
    except (SyntaxError, ArithmeticError, RecursionError) as error:
        message = f"{value!r} is no arithmetic"
        raise ValueError(message) from error


def _of(node: ast.expr, names: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return float(value)
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
            size = _of(operand, names)
            return -size if isinstance(sign, ast.USub) else size
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_of(left, names), _of(right, names))
        case ast.BinOp(left=left, op=between, right=right) if type(between) in BETWEEN:
            return BETWEEN[type(between)](_of(left, names), _of(right, names))
        case ast.Call(func=ast.Name(id=name), args=[only], keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](_of(only, names))
    message = f"{ast.unparse(node)} is no arithmetic"
    raise ValueError(message)


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > LARGEST_POWER:
        message = f"an exponent of {exponent} is not computed"
        raise ValueError(message)
    return float(base**exponent)
