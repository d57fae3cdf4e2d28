"""What 'make confusion' prints, and with what status it ends."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.confusion import Confusion
from tools.confusion import __main__ as command
from tools.confusion.report import Judged, Target, lines


def judged(right, wrong, missed, target):
    found = Confusion(*(tuple(f"{name}{n}" for n in range(size)) for name, size in zip("rwm", (right, wrong, missed))))
    kinds = Counter({"afleider/hotel": max(wrong - 1, 0), "niet geplant": min(wrong, 1)})
    return Judged("vakantiepark", found, +kinds, Counter({"vakantiepark/camping": missed}), target)


def test_figures_with_what_is_asked_and_kinds_the_most_first():
    printed = lines(7, [judged(8, 3, 2, Target(0.85, 0.80))])
    assert printed[0] == "seed 7"
    assert printed[2].split(None, 4) == ["vakantiepark", "8", "3", "2", "0.727 (NOT >= 0.85)  0.800 (>= 0.80)"]
    assert [line.strip() for line in printed[3:]] == [
        "wrongly listed: 2 afleider/hotel",
        "wrongly listed: 1 niet geplant",
        "missed: 2 vakantiepark/camping",
    ]


def test_columns_stand_below_their_heads():
    _, head, row, *_ = lines(1, [judged(1, 1, 0, Target())])
    assert head.index("precision") == row.index("0.500")
    assert head.index("recall") == row.index("1.000")


@pytest.mark.parametrize(
    ("right", "wrong", "missed", "words"),
    [
        (9, 1, 1, []),
        (9, 2, 1, ["vakantiepark: precision 0.818, asked 0.85"]),
        (8, 0, 1, ["vakantiepark: recall 0.889, asked 0.90"]),
    ],
)
def test_what_falls_short(right, wrong, missed, words):
    assert judged(right, wrong, missed, Target(0.85, 0.90)).short_of() == words
    assert judged(right, wrong, missed, Target()).short_of() == []


class NoQgis:
    def __init__(self, home):
        pass

    def prepare(self):
        pass


def test_every_seed_is_judged_and_a_missed_target_is_the_exit_status(monkeypatch, capsys):
    made: list[tuple[Path, int]] = []

    def judge(qgis, folder, seed):
        made.append((folder, seed))
        return [judged(9, 9 if seed == 4 else 0, 0, Target(0.85, 0.90))]

    monkeypatch.setattr(command, "Qgis", NoQgis)
    monkeypatch.setattr(command, "judge", judge)
    command.main(["--seeds", "3"])
    with pytest.raises(SystemExit) as failed:
        command.main(["--seeds", "3", "4"])
    assert "seed 4: vakantiepark: precision 0.500, asked 0.85" in str(failed.value)
    assert "seed 3:" not in str(failed.value)
    assert [seed for _, seed in made] == [3, 3, 4]
    assert "seed 4" in capsys.readouterr().out


def test_without_seeds_the_demo_region_and_one_that_was_not_tuned_on(monkeypatch):
    seeds = []
    monkeypatch.setattr(command, "Qgis", NoQgis)
    monkeypatch.setattr(command, "judge", lambda qgis, folder, seed: seeds.append(seed) or [])
    command.main([])
    assert seeds == [2026, 2027]
