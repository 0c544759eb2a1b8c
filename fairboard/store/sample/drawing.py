"""Drawing lots that fall the same way every time, and sharing out a total exactly."""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

SEED = 20230318

Choice = TypeVar("Choice")


def lots(purpose: str) -> random.Random:
    """A source of chance of its own for each purpose, so that a change in one part of the sample leaves the others alone."""
    return random.Random(f"{SEED} {purpose}")


def choose(chance: random.Random, weights: Mapping[Choice, float]) -> Choice:
    """One of the keys, each as likely as its weight says; uses ``random()`` only, which Python keeps stable."""
    point = chance.random() * sum(weights.values())
    for choice, weight in weights.items():
        point -= weight
        if point < 0:
            return choice
    return choice


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Whole shares of ``total`` in proportion to ``weights``; they add up to ``total`` exactly."""
    shares, given, seen, everything = [], 0, 0.0, sum(weights)
    for weight in weights:
        seen += weight
        target = round(total * seen / everything)
        shares.append(target - given)
        given = target
    return shares


def hundred(shares: Mapping[Choice, float]) -> list[Choice]:
    """A list of a hundred choices, each as often as its share says; DuckDB picks from it by number."""
    counts = share_out(100, list(shares.values()))
    return [choice for choice, count in zip(shares, counts, strict=True) for _ in range(count)]
