"""Every state of every explorer on both stories: what verdict and description say stands in the table, on a control, or
in the sources. Drawing is left out here, so that thousands of states take seconds."""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import replace

import pandas as pd
import pytest

from claimlab import charts, text
from claimlab.analysis import figures
from claimlab.claims import ledger, references
from claimlab.explorers import registry
from claimlab.explorers.view import Explorer
from shown import table_words, words

EXPLORERS = sorted(registry.EXPLORERS)
STORIES = ("undercover_online", "lost_property")
MONTHS = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in calendar.month_name[1:])
DATES = re.compile(rf"\b(?:{MONTHS}) \d{{4}}\b|\b20[012]\d(?:/\d\d)?\b")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numbers(said: str) -> set[str]:
    """The numbers of a text, without months and years."""
    return set(NUMBER.findall(DATES.sub(" ", said)))


@functools.cache
def known(story: str) -> set[str]:
    """The numbers that have a source: of the ledger, of the derived figures, of the reference tables."""
    loaded = ledger.load(story)
    printed = [f"{cell:,.0f}" for column in ("value", "low", "high") for cell in loaded.table[column].dropna()]
    printed += loaded.table["printed"].tolist() + [figures.text_of(name, loaded) for name in figures.FIGURES]
    printed += loaded.table["paragraph"].astype(str).tolist()
    for table in references.names():
        cells = references.load(table)
        if "value" in cells:
            printed += [f"{value:,.0f}" for value in pd.to_numeric(cells["value"]).dropna()]
        printed += cells["printed"].tolist()
    return numbers(" ".join(printed))


def unaccounted(explorer: Explorer, story: str, key: str) -> set[str]:
    """The numbers that verdict and description say and nothing accounts for."""
    view = explorer.view(**explorer.values(key))
    controls = [said for control in explorer.controls for said in (control.label, *control.texts)]
    table = [*table_words(view.table), *words(view.boxes), text.number(len(view.table.rows))]
    return numbers(f"{view.verdict} {view.description}") - numbers(" ".join(map(str, controls + table))) - known(story)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("name", EXPLORERS)
def test_every_number_of_every_state_is_accounted_for(name, story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    explorer = registry.make(name, ledger.load(story))
    keys = list(explorer.every_key())
    assert 1 < len(keys) <= 1000
    assert {key: found for key in keys if (found := unaccounted(explorer, story, key))} == {}


def test_a_number_from_nowhere_is_found():
    explorer = registry.make("reporting_period", ledger.load(STORIES[0]))
    honest = explorer.draw

    def draw(**values):
        view = honest(**values)
        return replace(view, verdict=view.verdict + " That is 4,321 more.")

    lying = Explorer(explorer.title, explorer.controls, draw)
    assert unaccounted(lying, STORIES[0], lying.key({})) == {"4,321"}
