"""What each drawing says by place, length and area, read from what is drawn, before it becomes SVG."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from claimlab import charts
from claimlab.charts import marks
from claimlab.claims.periods import ReportingPeriod


def period(start: str, months: int) -> ReportingPeriod:
    first = pd.Period(start, "M")
    return ReportingPeriod(first, first + months - 1)


@pytest.fixture
def axes() -> Axes:
    return Figure().subplots()


def by_role(axes: Axes) -> dict:
    return {child.get_gid(): child for child in axes.get_children() if child.get_gid()}


def span(bar) -> tuple[float, float]:
    return bar.get_x(), bar.get_x() + bar.get_width()


def points(line: Line2D) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in zip(*line.get_data(), strict=True)]


ENDS = period("2021-04", 30)


# --- counts over time -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "months", "count"), [("2021-04", 12, 1362), ("2022-04", 6, 753), ("2022-10", 12, 0)])
@pytest.mark.parametrize("kind", ["printed", "assumed", "part"])
def test_the_area_of_a_bar_is_its_count_over_its_months(axes, start, months, count, kind):
    charts.time.rate(axes, charts.time.Bar("x", period(start, months), count, kind), ENDS)
    bar = by_role(axes)["bar-x"]
    assert bar.get_width() * bar.get_height() == pytest.approx(count)
    first = (pd.Period(start, "M") - ENDS.start).n
    assert span(bar) == (first, first + months) and bar.get_y() == 0
    assert (bar.get_hatch() is not None) is (kind == "assumed")


def test_labels_of_a_bar_stand_over_its_middle(axes):
    axes.set_ylim(0, 200)
    bar = charts.time.Bar("x", period("2022-04", 6), 600)
    charts.time.above(axes, bar, ENDS, "600")
    charts.time.inside(axes, bar, ENDS, "none")
    drawn = by_role(axes)
    assert drawn["label-x"].get_position()[0] == drawn["inside-x"].get_position()[0] == 15
    assert 100 < drawn["label-x"].get_position()[1] < 110 and 0 < drawn["inside-x"].get_position()[1] < 10


def test_a_bracket_covers_its_months(axes):
    charts.time.bracket(axes, period("2021-10", 12), ENDS, 50, "held")
    drawn = by_role(axes)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points(drawn["bracket"])
    assert (x0, x1, x2, x3) == (6, 6, 18, 18) and y1 == y2 == 50 and y0 == y3 < 50
    assert drawn["label-bracket"].get_position()[0] == 12 and drawn["label-bracket"].get_position()[1] > 50


@pytest.mark.parametrize("months", [1, 12, 24])
def test_a_stretch_of_months_ends_where_its_last_month_ends(axes, months):
    charts.time.stretch(axes, period("2022-10", months), ENDS, "said")
    assert span(by_role(axes)["bar-period"]) == (18, 18 + months)


def test_ticks_of_a_time_axis_are_first_days(axes):
    marks.time_axis(axes, ENDS, [pd.Period("2023-10", "M"), pd.Period("2022-04", "M")])
    assert axes.get_xticks().tolist() == [12, 30]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["1 Apr\n2022", "1 Oct\n2023"]
    assert axes.get_xlim() == (-0.1, 30.1)


# --- marks on a scale -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "at", "shape"),
    [(-40, -40, "D"), (-13.1, -13.1, "D"), (0, 0, "D"), (100, 100, "D"), (-40.1, -40, "<"), (127.8, 100, ">")],
)
def test_a_percentage_is_an_arrow_only_beyond_the_edge_it_is_beyond(axes, value, at, shape):
    charts.percent.axis(axes, 3, -40, 100)
    charts.percent.percentage(axes, 2, charts.percent.Mark("from", value, "x", "assumed"))
    mark = by_role(axes)["mark-assumed"]
    assert points(mark) == [(at, -2)] and mark.get_marker() == shape
    assert axes.get_xlim() == (-40, 100)


def test_label_and_number_of_a_row_stand_at_its_two_ends_above_its_line(axes):
    charts.percent.axis(axes, 3, -40, 100)
    charts.percent.percentage(axes, 1, charts.percent.Mark("from", 5, "+5%", "steady"))
    drawn = by_role(axes)
    for role, at, side in (("label-steady", 0, "left"), ("number-steady", 1, "right")):
        text = drawn[role]
        assert text.get_position() == (at, -1 + marks.LIFT) and text.get_ha() == side
        assert text.get_transform() == axes.get_yaxis_transform()


# --- a stretch of the number line -------------------------------------------------------------------------------------


def stretch(axes: Axes, low, high, low_closed=True, high_closed=False) -> dict:
    charts.interval.axis(axes, 3, 1000, 2000)
    one = charts.interval.Stretch("", "", low, high, low_closed, high_closed, 1390, "low")
    charts.interval.stretch(axes, 3, one)
    charts.interval.reach(axes, one)
    charts.interval.about(axes, 1390)
    return by_role(axes)


def test_a_stretch_and_its_hatching_end_at_its_ends(axes):
    drawn = stretch(axes, 1350, 1400)
    assert span(drawn["hatching"]) == (1350, 1400) and points(drawn["stretch"]) == [(1350, 0), (1400, 0)]
    assert points(drawn["mark-lower-end"]) == [(1350, 0)] and points(drawn["mark-upper-end"]) == [(1400, 0)]
    assert points(drawn["handle-figure"]) == [(1390, charts.interval.ABOUT)]
    assert points(drawn["handle-reach"]) == [(1350, 0)]


@pytest.mark.parametrize("low_closed", [True, False])
@pytest.mark.parametrize("high_closed", [True, False])
def test_a_closed_end_is_filled_and_an_open_one_hollow(axes, low_closed, high_closed):
    drawn = stretch(axes, 1350, 1400, low_closed, high_closed)
    for role, closed in (("mark-lower-end", low_closed), ("mark-upper-end", high_closed)):
        assert drawn[role].get_marker() == "o"
        assert (drawn[role].get_markerfacecolor() != "white") is closed


@pytest.mark.parametrize(
    ("low", "high", "shapes", "covers"),
    [
        (None, 1400, "<o", (1000, 1400)),
        (1350, None, "o>", (1350, 2000)),
        (None, None, "<>", (1000, 2000)),
        (999, 2000, "<o", (1000, 2000)),
        (1000, 2001, "o>", (1000, 2000)),
        (200, 999, "<<", (1000, 1000)),
        (2001, 2100, ">>", (2000, 2000)),
    ],
)
def test_a_stretch_has_an_arrow_only_where_it_goes_on_beyond_the_line(axes, low, high, shapes, covers):
    drawn = stretch(axes, low, high)
    ends = drawn["mark-lower-end"], drawn["mark-upper-end"]
    assert "".join(end.get_marker() for end in ends) == shapes
    assert tuple(points(end)[0][0] for end in ends) == span(drawn["hatching"]) == covers


@pytest.mark.parametrize(
    ("value", "kind", "at", "shape"),
    [
        (1362, "inside", 1362, "D"),
        (1665, "outside", 1665, "x"),
        (999, "outside", 1000, "<"),
        (2001, "outside", 2000, ">"),
    ],
)
def test_a_spot_lies_at_its_number_on_its_row(axes, value, kind, at, shape):
    charts.interval.axis(axes, 3, 1000, 2000)
    charts.interval.spot(axes, 2, charts.interval.Spot("c", "", value, "", kind))
    mark = by_role(axes)["mark-c"]
    assert points(mark) == [(at, charts.interval.place(2))] and mark.get_marker() == shape


# --- dots -------------------------------------------------------------------------------------------------------------


def test_dots_are_piled_up_at_their_places(axes):
    places = [-0.1, 0.05, 0.15, 0.95, 0.96, 0.97, 1.05]
    charts.dots.axis(axes, 100, 200)
    charts.dots.dots(axes, 100, 200, places, 10)
    dots = [by_role(axes)[f"dot-{number}"] for number in range(1, 8)]
    assert [points(dot)[0][0] for dot in dots] == pytest.approx([95, 105, 115, 195, 195, 195, 205])
    assert [points(dot)[0][1] for dot in dots] == pytest.approx([0.55, 0.55, 0.55, 0.55, 1.55, 2.55, 0.55])
    inside = [dot.get_markerfacecolor() == charts.dots.INSIDE for dot in dots]
    assert inside == [False, True, True, True, True, True, False]
    assert [line.get_xdata()[0] for line in axes.lines if not line.get_gid()] == [100, 200]


def test_what_is_said_of_dots_stands_on_their_side(axes):
    charts.dots.words(axes, 100, 200, "1 below", "", "3 above")
    drawn = by_role(axes)
    assert drawn["label-below"].get_position()[0] < 100 < 200 < drawn["label-above"].get_position()[0]
    assert drawn["label-below"].get_ha() == "right" and drawn["label-above"].get_ha() == "left"
    assert "label-between" not in drawn


# --- averages of a total ----------------------------------------------------------------------------------------------

KINDS = {"chosen": "o", "long": "^", "short": "v", "outside": "s", "other": "X"}


@pytest.mark.parametrize("count", [100, 500, 2000])
@pytest.mark.parametrize("kind", KINDS)
def test_a_point_lies_on_the_curve_at_its_count(axes, count, kind):
    charts.quotients.axis(axes, 2000, 14, "", "")
    point = charts.quotients.Point(count, 1386 / count, "", kind)
    charts.quotients.curve(axes, 1386, 99, 2000)
    charts.quotients.mark(axes, point, f"mark-{kind}")
    charts.quotients.rectangle(axes, point)
    drawn = by_role(axes)
    mark, corner = drawn[f"mark-{kind}"], drawn["rectangle"]
    assert points(mark) == [(count, 1386 / count)] and mark.get_marker() == KINDS[kind]
    assert span(corner) == (0, count) and corner.get_y() == 0
    assert corner.get_width() * corner.get_height() == pytest.approx(1386)
    curve = points(drawn["curve"])
    assert all(x * y == pytest.approx(1386) for x, y in curve)
    assert curve[0][1] == pytest.approx(14) and curve[-1][0] == pytest.approx(2000)


def test_a_point_beyond_the_axes_stands_in_the_key_alone(axes):
    charts.quotients.axis(axes, 2000, 14, "", "")
    for count in (50, 2100):
        charts.quotients.mark(axes, charts.quotients.Point(count, 1386 / count, "", "long"), "mark-long")
    assert "mark-long" not in by_role(axes)


def test_an_average_lies_on_its_scale(axes):
    charts.quotients.averages(axes, 14, "years each")
    charts.quotients.average(axes, charts.quotients.Point(500, 2.772, "said", "chosen"))
    marks.prediction_row(axes, charts.quotients.SCALE)
    drawn = by_role(axes)
    assert points(drawn["mark-average"]) == [(2.772, charts.quotients.ANSWER)]
    assert points(drawn["scale"]) == [(0, charts.quotients.SCALE), (14 * charts.quotients.ROOM, charts.quotients.SCALE)]


def test_each_line_of_the_key_has_the_mark_of_its_point(axes):
    key = [charts.quotients.Point(9, 9, f"{kind}\ntwice", kind) for kind in KINDS]
    rows = charts.quotients.lines(key)
    assert rows == pytest.approx([2.4 * number for number in range(len(KINDS) + 1)])
    for point, row in zip(key, rows, strict=False):
        charts.quotients.words(axes, point, row, 10, point.kind)
    drawn, down = by_role(axes), axes.figure.dpi / 72
    for kind, shape in KINDS.items():
        mark, label = drawn[f"key-{kind}"], drawn[f"label-{kind}"]
        at, top = (one.get_transform().transform((0, 1))[1] for one in (mark, label))
        assert mark.get_marker() == shape and 3 * down < top - at < 9 * down, kind


# --- one case, and lengths --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "at", "shape"), [(14, 25.5, "D"), (18, 29.5, "D"), (19, 29.7, ">"), (40, 29.7, ">")]
)
def test_a_case_leads_from_its_first_month_to_its_last(axes, months, at, shape):
    start = pd.Period("2022-03", "M")
    charts.lags.case(axes, start, start + months, ENDS, "first", "last")
    charts.lags.case_start(axes, start, ENDS)
    charts.lags.case_end(axes, start + months, ENDS)
    drawn = by_role(axes)
    first, last = drawn["handle-month"], drawn["handle-lag"]
    assert points(first) == [(11.5, charts.lags.CASE)] and first.get_marker() == "o"
    assert points(last) == [(at, charts.lags.CASE)] and last.get_marker() == shape
    assert [x for x, _ in points(drawn["case"])] == [11.5, at]


@pytest.mark.parametrize(
    ("start", "sides", "arrow"),
    [("2021-08", [4, 4, 16, 16], False), ("2021-04", [0, 0, 12, 12], False), ("2021-03", [0, 11, 11], True)],
)
def test_the_bracket_of_the_origin_covers_its_months(axes, start, sides, arrow):
    charts.lags.origin(axes, period(start, 12), ENDS, "since")
    drawn = by_role(axes)
    assert [x for x, _ in points(drawn["origin"])] == sides
    assert ("arrow-origin" in drawn) is arrow
    if arrow:
        assert points(drawn["arrow-origin"])[0][0] == 0 and drawn["arrow-origin"].get_marker() == "<"


def test_an_origin_before_the_axis_is_an_arrow_alone(axes):
    charts.lags.origin(axes, period("2020-04", 12), ENDS, "since")
    assert "origin" not in by_role(axes) and "arrow-origin" in by_role(axes)


def test_counted_periods_and_the_total_lie_over_their_months(axes):
    charts.lags.counted(axes, "earlier", period("2021-04", 12), ENDS, "")
    charts.lags.counted(axes, "gap", period("2022-04", 6), ENDS, "", printed=False)
    charts.lags.total(axes, period("2022-10", 12), ENDS, "")
    drawn = by_role(axes)
    bars = [drawn[f"bar-{role}"] for role in ("earlier", "gap", "total")]
    assert [span(bar) for bar in bars] == [(0, 12), (12, 18), (18, 30)]
    assert bars[0].get_linestyle() == "solid" and bars[1].get_linestyle() != "solid"


def test_the_months_of_the_total_go_through_all_rows_and_their_edges_cross_no_label(axes):
    charts.lags.calendar(axes, ENDS, [])
    charts.lags.through(axes, period("2022-10", 6), ENDS)
    (band,), edges = axes.patches, [points for lines in axes.collections for points in lines.get_segments()]
    assert span(band) == (18, 24)
    rows = {charts.lags.CASE, charts.lags.ORIGIN}
    assert {float(x) for edge in edges for x, _ in edge} == {18, 24} and len(edges) == 4
    for edge in edges:
        low, high = (float(y) for _, y in edge)
        assert (low + high) / 2 in [pytest.approx(row) for row in rows] and high - low < 0.4


@pytest.mark.parametrize(("low", "high", "ends", "shape"), [
    (14, 14, [14, 14], "o"), (12.1, 13.1, [12.1, 13.1], "o"), (36, 36, [36, 36], "o"), (30, 40, [30, 36], "o"),
    (40, 41, [36, 36], ">"),
])  # fmt: skip
def test_a_length_ends_at_its_ends(axes, low, high, ends, shape):
    rows = [charts.lags.Length("a\nb", 1, 1, "", "outside"), charts.lags.Length("", low, high, "", "assumed")]
    charts.lags.scale(axes, rows, 36)
    charts.lags.length(axes, rows[1], charts.lags.places(rows)[1], "x")
    mark = by_role(axes)["mark-x"]
    assert points(mark) == [(end, -2.45) for end in ends] and mark.get_marker() == shape
    assert axes.get_xlim() == (0, 36) and axes.get_ylim()[0] < -2.45


# --- ranges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", charts.ranges.LOOKS)
def test_the_bar_of_a_range_ends_at_its_ends(axes, kind):
    charts.ranges.axis(axes, 3, 0, 9)
    charts.ranges.row(axes, 1, charts.ranges.Range("x", "", "", 3, 5, kind))
    bar = by_role(axes)["bar-x"]
    assert span(bar) == (3, 5) and bar.get_y() + bar.get_height() / 2 == pytest.approx(-1)
    assert "arrow-x" not in by_role(axes)


def test_a_range_without_an_upper_end_goes_on_to_an_arrow_at_the_edge(axes):
    charts.ranges.axis(axes, 1, 0, 9)
    charts.ranges.row(axes, 0, charts.ranges.Range("x", "", "", 3, None, "other"))
    drawn = by_role(axes)
    assert span(drawn["bar-x"]) == (3, 9)
    assert points(drawn["arrow-x"]) == [(9, 0)] and drawn["arrow-x"].get_marker() == ">"


def test_lines_go_through_at_the_two_ends(axes):
    charts.ranges.through(axes, 4, 5)
    assert Counter(line.get_xdata()[0] for line in axes.lines) == {4: 1, 5: 1}
