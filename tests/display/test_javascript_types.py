"""The type check of the JavaScript finds an error, and says in which file and line it stands."""

import javascript_types
from claimlab.display import live

GOOD = "const double = (/** @type {number} */ n) => 2 * n;\n"
BAD = '\n// the second file of the module\ndouble("three");\n'


def test_an_error_is_told_with_its_file_and_its_line():
    (told,) = javascript_types.errors(f"{GOOD}\n{BAD}", {"good.js": GOOD, "bad.js": BAD})
    assert told.startswith("bad.js:3: Argument of type 'string' is not assignable to parameter of type 'number'.")


def test_a_module_that_cannot_be_read_is_told():
    assert javascript_types.errors("const = ;", {"broken.js": "const = ;"})


def test_every_file_of_the_face_is_checked():
    for path in live.FACE.glob("*.js"):
        assert path.read_text(encoding="utf-8") in live.MODULE
