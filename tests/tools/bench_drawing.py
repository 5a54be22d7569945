"""What a state of a picture costs, as a part of drawing the whole picture in the same run.

    python tests/tools/bench_drawing.py

For each explorer whose picture has axes, over a sample of its states: `whole` draws all layers anew; `alone` draws all
that moves anew, between layers that are there; `state` is what a state costs where it is met, since a part that looks
as it did in an earlier state is not drawn again. Means in milliseconds. The ratio of `state` to `whole` is what can be
carried from one machine to another, and ought to be at most a quarter.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "notebooks"))

from claimlab.charts.scene import Part, Scene  # noqa: E402
from claimlab.claims import ledger  # noqa: E402
from claimlab.explorers import registry  # noqa: E402

STORY = "undercover_online"
STATES = 60
picture = Scene.picture


def spent(name: str) -> list[tuple[float, float, float]]:
    """Milliseconds for each state of a sample: whole, alone, as it is met. None for a picture without axes."""
    times = []

    def timed(scene: Scene, *parts: Part) -> str:
        met = _milliseconds(scene, parts)  # turn by turn, so that another load on the machine falls on all three
        seen, scene._drawn = scene._drawn, {}
        alone = _milliseconds(scene, parts)
        still, scene._drawn = vars(scene).pop("_still"), {}
        whole = _milliseconds(scene, parts)
        scene._drawn, vars(scene)["_still"] = seen, still
        times.append((whole, alone, met))
        return ""

    explorer = registry.make(name, ledger.load(STORY))
    keys = list(explorer.every_key())
    with patch.object(Scene, "picture", timed):
        for key in (explorer.key({}), *random.Random(1).sample(keys, min(STATES, len(keys)))):
            explorer.view(**explorer.values(key))
    return times[1:]  # without the first, which draws the still layers


def _milliseconds(scene: Scene, parts: tuple[Part, ...]) -> float:
    start = time.perf_counter()
    picture(scene, *parts)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print(f"{'explorer':22}{'states':>7}{'whole':>8}{'alone':>8}{'state':>8}{'state / whole':>15}")
    for name in registry.EXPLORERS:
        if times := spent(name):
            whole, alone, met = map(statistics.mean, zip(*times, strict=True))
            print(f"{name:22}{len(times):7}{whole:8.1f}{alone:8.1f}{met:8.1f}{met / whole:15.2f}")
