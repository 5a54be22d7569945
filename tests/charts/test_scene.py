"""The layers of a picture, its ids, its style and its bytes; over many states of every explorer that has a scene."""

from __future__ import annotations

import functools
import random
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import matplotlib.style
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import RendererSVG

from claimlab import charts
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger
from claimlab.display import wire
from claimlab.explorers import registry
from claimlab.explorers.view import Explorer

SCENES = (
    "hedge_line", "lag_timeline", "missing_denominator", "nested_ranges", "period_lab", "range_sketcher",
    "reporting_period",
)  # fmt: skip
"""The explorers whose picture has axes."""
STORIES = ("undercover_online", "lost_property")
STATES = 18
"""Of each explorer on each story; those with fewer show them all."""
SVG = "{http://www.w3.org/2000/svg}"
PAIRS = [(name, story) for name in SCENES for story in STORIES]


def sample(explorer: Explorer) -> list[str]:
    """The opening state and some others, the same ones in each run."""
    keys = list(explorer.every_key())
    return [explorer.key({}), *random.Random(7).sample(keys, min(STATES, len(keys)))]


@functools.cache
def drawn(name: str, story: str) -> tuple[dict[str, str], list[str], list[str]]:
    """Pictures by their key, warnings, and the texts that stick out; each state is drawn once for all tests."""
    out: list[str] = []
    honest = RendererSVG.draw_text

    def measured(renderer: RendererSVG, gc, x, y, s, prop, angle, ismath=False, mtext=None) -> None:
        width, height, descent = renderer.get_text_width_height_descent(s, prop, ismath)
        left, top, right, bottom = x, y - height + descent, x + width, y + descent
        if angle:  # upwards
            left, top, right, bottom = x - height + descent, y - width, x + descent, y
        if min(left, top) < 0 or right > renderer.width or bottom > renderer.height:
            out.append(f"{s!r} from {left:.0f}, {top:.0f} to {right:.0f}, {bottom:.0f}")
        honest(renderer, gc, x, y, s, prop, angle, ismath, mtext)

    explorer = registry.make(name, ledger.load(story))
    with warnings.catch_warnings(record=True) as told, pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("always")
        patch.setattr(RendererSVG, "draw_text", measured)
        pictures = {key: explorer.view(**explorer.values(key)).picture for key in sample(explorer)}
    return pictures, [str(one.message) for one in told], out


def layers(picture: str) -> tuple[str, list[ElementTree.Element], str]:
    """The text of what is still behind and before, and the elements that move."""
    under, rest = picture.split('<g id="moving">')
    over = rest[rest.index('<g id="still-over">') :]
    root = ElementTree.fromstring(picture)
    assert [child.get("id") for child in root.findall(f"{SVG}g")] == ["still-under", "moving", "still-over"]
    return under, root.findall(f"{SVG}g[@id='moving']/{SVG}g"), over


def ids(picture: str) -> Iterator[str]:
    return (one.get("id") for one in ElementTree.fromstring(picture).iter() if one.get("id"))


@pytest.mark.slow
def test_the_sample_is_large_and_leaves_no_scene_out():
    assert sum(len(drawn(*pair)[0]) for pair in PAIRS) >= 200
    story = ledger.load("undercover_online")
    views = {name: registry.make(name, story).view() for name in registry.EXPLORERS}
    assert {name for name, view in views.items() if 'id="moving"' in view.picture} == set(SCENES)


@pytest.mark.parametrize(("name", "story"), PAIRS)
def test_states_are_drawn_without_a_warning_and_no_text_sticks_out(name, story):
    _, told, out = drawn(name, story)
    assert told == [] and out == []


@pytest.mark.parametrize(("name", "story"), PAIRS)
def test_what_is_still_has_the_same_bytes_in_every_state(name, story):
    still = {layers(picture)[::2] for picture in drawn(name, story)[0].values()}
    assert len(still) == 1


@pytest.mark.parametrize(("name", "story"), PAIRS)
def test_every_element_that_moves_has_an_id_and_no_two_share_one(name, story):
    roles = []
    for picture in drawn(name, story)[0].values():
        found = list(ids(picture))
        assert len(found) == len(set(found))
        assert set(re.findall(r"#(\w+)", " ".join(re.findall(r'(?:href="|url\()#\w+', picture)))) <= set(found)
        roles.append({element.get("id") for element in layers(picture)[1]})
        assert None not in roles[-1]
    assert set.intersection(*roles)  # what two states share can be matched


@pytest.mark.parametrize(("name", "story"), PAIRS)
def test_a_state_has_the_same_bytes_whichever_states_came_before(name, story):
    pictures = drawn(name, story)[0]
    key = list(pictures)[-1]
    fresh = registry.make(name, ledger.load(story))
    assert fresh.view(**fresh.values(key)).picture == pictures[key]


def test_what_moved_is_gone_from_the_figure_afterwards():
    seen: list[int] = []
    scene = charts.Scene(1, 1, [(0, 0, 1, 1)], lambda axes: axes.axhline(0))

    def line(axes: Axes, height: float) -> None:
        seen.append(len(axes.lines))
        axes.plot([0, 1], [height, height], gid="line")

    pictures = [scene.picture(charts.part(0, line, height)) for height in (0.25, 0.75, 0.25)]
    assert seen == [1, 1] and pictures[0] == pictures[2] != pictures[1]


def test_what_is_still_is_one_piece_in_all_states():
    explorer = registry.make("period_lab", ledger.load("undercover_online"))
    first, other = (wire.state(explorer.view(**explorer.values(key)))["svg"] for key in list(explorer.every_key())[3:5])
    assert 0 < len(set(other) - set(first)) < 10
    assert not [piece for piece in set(other) - set(first) if "still-under" in piece or 'still-over">' in piece]


# --- our own style ----------------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib, sys, warnings
warnings.simplefilter("error")
from claimlab.claims import ledger
from claimlab.explorers import registry
for name in sys.argv[1:]:
    picture = registry.make(name, ledger.load("undercover_online")).view().picture
    print(name, hashlib.sha256(picture.encode()).hexdigest())
"""


def printed_in(folder: Path) -> str:
    """What a fresh process says of the opening pictures, with the matplotlibrc of this folder."""
    kit = str(Path(charts.__file__).parents[2])
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {kit!r}){PROGRAM}", *SCENES],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


@pytest.mark.slow
def test_a_matplotlibrc_changes_no_byte_and_needs_no_latex(tmp_path):
    without, with_own = tmp_path / "without", tmp_path / "with"
    for folder in (without, with_own):
        folder.mkdir()
    own = "text.usetex: True\nfont.size: 22\naxes.spines.left: False\nlines.linewidth: 9\nfont.family: serif\n"
    (with_own / "matplotlibrc").write_text(own)
    assert printed_in(with_own) == printed_in(without)


@pytest.mark.parametrize("style", ["dark_background", "ggplot", "classic"])
def test_a_style_of_the_student_changes_no_byte_and_is_left_as_it_was(style):
    with matplotlib.rc_context(matplotlib.style.library[style]):
        before = dict(matplotlib.rcParams)
        explorer = registry.make("reporting_period", ledger.load(STORIES[0]))
        picture = explorer.view().picture
        assert dict(matplotlib.rcParams) == before
    assert picture == drawn("reporting_period", STORIES[0])[0][explorer.key({})]


@pytest.mark.parametrize("printed", ["1,362 件の逮捕", "约 1,362 人", "१,३६२ लोग", "١٬٣٦٢ شخصًا", "1,362 איש"])
def test_letters_our_font_lacks_are_drawn_as_text_without_a_warning(printed, article):
    claims = article.table.copy()
    claims["printed"] = claims["printed"].mask(claims["part"] == "earlier_count", printed)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        view = registry.make("lag_timeline", Ledger(article.story, claims, article.units)).view()
    assert printed in view.picture


def test_another_warning_while_drawing_is_told():
    def under(axes: Axes) -> None:
        warnings.warn("the axis is upside down", UserWarning, stacklevel=1)

    with pytest.warns(UserWarning, match="upside down"):
        charts.Scene(1, 1, [(0, 0, 1, 1)], under).picture()
