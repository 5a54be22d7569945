"""The type check of the JavaScript finds an error, and says in which file and line it stands."""

import pytest

import javascript_types
from claimlab.display import live

pytestmark = pytest.mark.slow

GOOD = "const double = (/** @type {number} */ n) => 2 * n;\n"
BAD = '\n// the second file of the module\ndouble("three");\n'


def test_an_error_is_told_with_its_file_and_its_line():
    (told,) = javascript_types.errors(f"{GOOD}\n{BAD}", {"good.js": GOOD, "bad.js": BAD})
    assert told.startswith("bad.js:3: Argument of type 'string' is not assignable to parameter of type 'number'.")


def test_a_module_that_cannot_be_read_is_told():
    assert javascript_types.errors("const = ;", {"broken.js": "const = ;"})


def test_every_file_of_the_face_is_checked():
    assert len(javascript_types.FILES) > 1
    for name, written in javascript_types.FILES.items():
        checked = {"types.js": javascript_types.FACES, "desk.js": javascript_types.DESK}
        assert written in checked.get(name, live.MODULE), name


def test_the_faces_have_no_type_error():
    for module in (javascript_types.FACES, javascript_types.DESK):
        assert javascript_types.errors(module, javascript_types.FILES) == []


@pytest.mark.parametrize(
    ("file", "right", "slip", "told"),
    [
        ("boxes.js", "lines[0].label", "lines[0].labels", "Property 'labels' does not exist on type 'Line'"),
        ("forms.js", "if (cleared)", "if (cleared === 1)", "the types 'boolean' and 'number' have no overlap"),
        ("states.js", "    /** @param {string} key */\n", "", "Parameter 'key' implicitly has an 'any' type"),
        ("mount.js", "send({ open: true })", "send({ opened: true })", "Type 'true' is not assignable to type 'never'"),
    ],
)
def test_a_slip_in_one_of_the_faces_is_told(file, right, slip, told):
    written = javascript_types.FILES[file]
    assert written.count(right) == 1
    slipped = written.replace(right, slip)
    module = javascript_types.FACES.replace(written, slipped)
    (error,) = javascript_types.errors(module, {**javascript_types.FILES, file: slipped})
    line = slipped[: written.index(right)].count("\n") + 1
    assert error.startswith(f"{file}:{line}: ") and told in error
