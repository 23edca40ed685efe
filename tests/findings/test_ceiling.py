"""No conflict is weighed higher than the tests before said that it could be, the first ones and those after them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimcheck.findings import conflicts, judge, screen
from claimcheck.findings.ceiling import ceilings
from claimcheck.findings.scorecard import WORDING, scorecard
from claimcheck.pipeline import extract_all, shipped_rules
from claimcheck.read import read
from claimcheck.records import Document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TEXTS = (
    "The Harbour Trust repaired 14 bridges in 2021. It bought 120 boats for 3.5 million euros on 3 May 2021.",
    "In 2021 the Harbour Trust repaired 19 bridges and bought 130 fishing boats for 3.1 million euros.",
    "Some 3,400 people live in Kelda. The council opened two schools for 1,450 pupils, 12% of them from abroad.",
    "Kelda has 3,900 inhabitants. Its two schools take 1,250 pupils; the first school opened on 5 May 2021.",
)


def _held(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> int:
    """Weighs all pairs that share anything, and asks of each whether it was within reach; how many they were."""
    reached: dict[tuple[int, int], list[tuple[tuple[float, float], bool]]] = {}
    seen = 0
    signs = conflicts.Conflicts.signs

    def looked(
        self: Any, first: int, second: int, state: Any, room: float, weighing: Any, *, told: bool = False
    ) -> bool:
        a, b = self._profiles[first], self._profiles[second]
        most = ceilings(a, b, state, weighing._pairs(a, b), told=told)
        known = weighing.in_reach(a, b, state, told=told)
        reached[first, second] = [*reached.get((first, second), ()), (most, known)]
        return True

    def weighed(self: Any, a: Any, b: Any, *args: Any) -> Any:
        nonlocal seen
        found = signs(self, a, b, *args)
        spoken = scorecard("texts").weigh(found)
        total = scorecard("documents").weigh({**found, WORDING: spoken})
        assert len(reached[a.index, b.index]) == 2
        for (texts, documents), reach in reached[a.index, b.index]:
            assert spoken <= texts + 1e-9
            assert total <= documents + 1e-9
            assert reach or (spoken if self.short(a, b) else total) < 0
        seen += 1
        return found

    monkeypatch.setattr(screen.Screen, "reaches", looked)
    monkeypatch.setattr(conflicts.Conflicts, "signs", weighed)
    monkeypatch.setattr(conflicts, "_said_alike", lambda *_: False)
    monkeypatch.setattr(screen.Screen, "may_reach", lambda *_: True)
    rules = shipped_rules()
    found = extract_all(documents, rules.lexicon)
    judge(found.claims, found.documents, rules)
    return seen


def test_nothing_outdoes_its_ceiling(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _held([Document.from_text(text, id=f"{at}.txt") for at, text in enumerate(TEXTS)], monkeypatch)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not in this installation")
def test_nothing_outdoes_its_ceiling_in_real_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _held([read(path) for path in sorted(SEEDS.glob("*.md"))], monkeypatch) > 100
