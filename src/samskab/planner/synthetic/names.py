"""Common Danish names, put together at random."""

import numpy as np

_FIRST = """
Anne Mette Kirsten Hanne Anna Helle Susanne Lene Marianne Maria Lone Camilla Inge Pia Karen
Bente Louise Charlotte Jette Tina Gitte Ida Julie Sofie Emma Birgit Lis Rikke Christina Malene
Ulla Annette Tove Astrid Signe Freja Katrine Nadia Fatima Amina Peter Michael Jens Lars Thomas
Henrik Søren Christian Martin Jan Morten Anders Niels Mads Rasmus Per Mikkel Hans Jesper Kim
Jørgen Ole Erik Claus Carsten Torben Bo Brian Steen Flemming Kasper Jakob Simon Emil Magnus
Oliver Ali Yusuf Hassan Aksel
"""
_LAST = """
Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen
Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen
Mikkelsen Frederiksen Laursen Lund Holm Schmidt Eriksen Clausen Simonsen Svendsen Andreasen
Iversen Jeppesen Mogensen Jespersen Nissen Lauridsen Frandsen Jepsen Hermansen Vestergaard
Nygaard Kjær Bach Bertelsen Dahl Dam Friis Bruun Krogh Skov Berg Toft Winther Munk Ravn Bang
Juhl Storm Brandt Lassen Koch Carlsen Overgaard Ahmed Hussain Yilmaz Nguyen Holst Kruse Bech
Damgaard Østergaard Ågaard Ebbesen Fischer Graversen Højgaard
"""
FIRST_NAMES = tuple(_FIRST.split())
LAST_NAMES = tuple(_LAST.split())


def full_names(count: int, chance: np.random.Generator) -> tuple[str, ...]:
    """So many names, each another; a middle initial where the pairs run out."""
    pairs = len(FIRST_NAMES) * len(LAST_NAMES)
    order = chance.permutation(pairs)
    return tuple(_name(int(order[i % pairs]), i // pairs) for i in range(count))


def _name(pair: int, lap: int) -> str:
    first, last = divmod(pair, len(LAST_NAMES))
    middle = f" {chr(ord('A') + (lap - 1) % 26)}{'.' * -(-lap // 26)}" if lap else ""
    return f"{FIRST_NAMES[first]}{middle} {LAST_NAMES[last]}"
