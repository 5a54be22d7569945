"""How JupyterLab opens: settings that it knows, used wherever it is started from here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "settings/overrides.json"
SCHEMAS = Path(sys.prefix, "share/jupyter/lab/schemas")


def test_every_setting_is_one_that_jupyterlab_has():
    for plugin, values in json.loads(OVERRIDES.read_text(encoding="utf-8")).items():
        package, _, name = plugin.partition(":")
        schema = json.loads((SCHEMAS / package / f"{name}.json").read_text(encoding="utf-8"))
        for setting, value in values.items():
            known = schema["properties"][setting]
            assert isinstance(value, {"string": str, "boolean": bool}[known["type"]])
            assert value in [one["const"] for one in known.get("oneOf", [{"const": value}])]


@pytest.mark.parametrize("file", ["Makefile", "README.md"])
def test_they_are_used_where_it_is_started(file):
    started = [
        line for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if "-m jupyterlab --LabApp" in line
    ]
    assert started
    for line in started:
        assert "--LabApp.app_settings_dir=settings --LabApp.default_url=/doc/tree/" in line


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a script of Binder's, which is Linux")
def test_binder_gets_them_too_and_the_states(tmp_path):
    assert os.access(ROOT / "postBuild", os.X_OK)
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "JUPYTERLAB_DIR": str(tmp_path)}
    subprocess.run([shutil.which("sh") or "sh", "postBuild"], cwd=ROOT, env=env, check=True)
    assert (tmp_path / "settings/overrides.json").read_bytes() == OVERRIDES.read_bytes()
    drawn = [path.parent.name for path in (ROOT / "notebooks/claimlab/states").glob("*/period_lab.*.json.gz")]
    assert {"undercover_online", "lost_property"} <= set(drawn)
    assert "urlpath=doc/tree/notebooks/00_start_here.ipynb" in (ROOT / "README.md").read_text(encoding="utf-8")
