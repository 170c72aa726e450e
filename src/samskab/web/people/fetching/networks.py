"""Which addresses may be asked: those of the public internet, and what the host allows besides."""

from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Network = IPv4Network | IPv6Network
GLOBAL_UNICAST = IPv6Network("2000::/3")
# An IPv6 address that carries an IPv4 address leads where that one leads. RFC 6052, 3056, 4380.
TRANSLATED = IPv6Network("64:ff9b::/96")
# Newer Pythons know that none of it is public but two addresses of no feed (RFC 6890).
PROTOCOLS = IPv4Network("192.0.0.0/24")
TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))


def address_of(text: str) -> IPv4Address | IPv6Address:
    """An address, an IPv4 address in IPv6's clothes as itself.

    Raises:
        ValueError: the text is no address.
    """
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def is_public(text: str) -> bool:
    """Whether an address is of the public internet: neither private, shared, local nor reserved."""
    address = address_of(text)
    if isinstance(address, IPv6Address) and (
        address not in GLOBAL_UNICAST or any(address in tunnel for tunnel in TUNNELS)
    ):
        return False
    if address in PROTOCOLS:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks by their names.

    Raises:
        ValueError: one of the texts is none.
    """
    return tuple(ip_network(text) for text in texts)


def is_allowed(text: str, own: Sequence[Network]) -> bool:
    """Whether an address is public, or in a network that the host allows.

    Args:
        text: the address.
        own: networks that are allowed though they are not public.
    """
    address = address_of(text)
    return is_public(text) or any(address in network for network in own)
