"""The table of the red team, and what is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .runs import OURS, PARENT, REAL, Result

#: So many findings are listed.
_LISTED = 20


@dataclass(frozen=True)
class Targets:
    """What must come out (issue 6, 'Must show').

    Attributes:
        visible: Smallest share of registrations at resolution 7 or finer.
        hidden: Largest share that is not published.
        works: Share of secret numbers that the attack recovers from plain thresholding, lowest and highest.
    """

    visible: float = 0.45
    hidden: float = 0.05
    works: tuple[float, float] = (0.04, 0.09)

    def missed(self, results: Mapping[str, Result]) -> list[str]:
        """What did not come out.

        Args:
            results: Way to protect -> what came of it.
        """
        ours, plain = Result(), results[PARENT]
        for way in {OURS, REAL} & set(results):
            ours.add(results[way])
        tally, use = ours.tally, ours.utility
        recovered = plain.tally.recovered / max(plain.tally.secret, 1)
        visible, hidden = use.share(9, 8, 7), use.share(0)
        checks = {
            f"{tally.exact} unsafe cells recovered exactly, none may be": tally.exact == 0,
            f"{tally.narrow} unsafe cells with an interval narrower than 10, none may be": tally.narrow == 0,
            f"{tally.presence} unsafe cells surely inhabited, none may be": tally.presence == 0,
            f"{tally.changes} unsafe changes shown, none may be": tally.changes == 0,
            f"{tally.told} numbers in certificates give away the largest addresses, none may": tally.told == 0,
            f"{tally.timed_out} questions not answered in time": tally.timed_out == 0,
            f"{len(ours.refused)} exports refused": not ours.refused,
            f"{visible:.1%} visible at resolution 7 or finer, {self.visible:.0%} is asked": visible >= self.visible,
            f"{hidden:.1%} not published, {self.hidden:.0%} is the most": hidden <= self.hidden,
            f"{recovered:.1%} recovered from plain thresholding, {self.works[0]:.0%} to {self.works[1]:.0%} shows that "
            "the attack works": self.works[0] <= recovered <= self.works[1],
        }
        return [what for what, reached in checks.items() if not reached]


def lines(results: Mapping[str, Result]) -> list[str]:
    """The tables, and every finding against ours.

    Args:
        results: Way to protect -> what came of it.
    """
    ours = Result()
    for way in (OURS, REAL):
        ours.add(results.get(way, Result()))
    said = [*_attacks(results), "", *_utility(results), ""]
    found = [*ours.tally.findings, *ours.tally.certain]
    said += [f"  {finding}" for finding in found[:_LISTED]]
    if len(found) > _LISTED:
        said.append(f"  and {len(found) - _LISTED} more")
    said += [f"  refused: {reason}" for reason in ours.refused]
    if ours.expected:
        said.append(f"  {ours.expected} finer maps of what was cut coarser before were refused, as they should be")
    return said


def _attacks(results: Mapping[str, Result]) -> list[str]:
    head = f"{'attack on files':<22}{'worlds':>7}{'files':>7}{'unsafe cells':>14}{'exact':>15}{'narrower than 10':>20}"
    out = [
        head + f"{'surely inhabited':>20}{'changes':>9}{'narrowest':>11}{'secret numbers recovered, rules unknown':>42}"
    ]
    for way, result in results.items():
        tally = result.tally
        unruly = _share(tally.recovered_unruly, tally.secret)
        back = f"{tally.recovered} of {tally.secret} ({_share(tally.recovered, tally.secret)}), {unruly}"
        out.append(
            f"{way:<22}{result.worlds:>7}{result.files:>7}{tally.unsafe:>14,}"
            f"{_with_share(tally.exact, tally.unsafe):>15}"
            f"{_with_share(tally.narrow, tally.unsafe):>20}{_with_share(tally.presence, tally.unsafe):>20}"
            f"{tally.changes:>9}{tally.narrowest:>11g}{back if tally.secret else '-':>42}"
        )
    return out


def _utility(results: Mapping[str, Result]) -> list[str]:
    head = f"{'use of the maps':<22}{'res 8':>8}{'res 7':>8}{'<= res 7':>10}{'res 6':>8}{'res 5':>8}{'coarser':>9}"
    out = [head + f"{'not published':>15}{'regions':>9}{'MAE':>7}{'Hellinger':>11}{'Moran':>8}{'(truth)':>9}"]
    for way, result in results.items():
        use = result.utility
        shares = [
            use.share(9, 8),
            use.share(7),
            use.share(9, 8, 7),
            use.share(6),
            use.share(5),
            use.share(4),
            use.share(0),
        ]
        cells = [f"{share:.1%}" for share in shares]
        means = [float(np.mean(v)) for v in (use.regions, use.error, use.hellinger, use.moran, use.moran_truth)]
        out.append(
            f"{way:<22}{cells[0]:>8}{cells[1]:>8}{cells[2]:>10}{cells[3]:>8}{cells[4]:>8}{cells[5]:>9}{cells[6]:>15}"
            f"{means[0]:>9.0f}{means[1]:>7.2f}{means[2]:>11.3f}{means[3]:>8.3f}{means[4]:>9.3f}"
        )
    return out


def _with_share(part: int, whole: int) -> str:
    return f"{part:,} ({_share(part, whole)})"


def _share(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.1%}"
