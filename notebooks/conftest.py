"""For pytest with nbval: notebooks are checked with no kept answers and no chosen story, and folds are passed over."""

import os
import tempfile
from pathlib import Path

FOLDS = Path(__file__).resolve().parents[1] / "tests/tools/nbval_folds.txt"

# Kernels inherit it, and it is set before any of them starts, so nothing that anybody has kept is seen.
_empty = tempfile.TemporaryDirectory(prefix="claimlab-")
os.environ["CLAIMLAB_WORK_FOLDER"] = _empty.name


def pytest_configure(config):
    """Have nbval compare a saved result as it was before it was folded."""
    if not getattr(config.option, "nbval_sanitize_with", "") and FOLDS.exists():
        config.option.nbval_sanitize_with = str(FOLDS)
