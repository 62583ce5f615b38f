"""The collector: each case is a test, and a case that fails is explained."""

import sys

import pytest

from kieumau.errors import MissingExtraError
from kieumau.testing import assert_cases
from tests.authoring.small import CASES, plugin

pytest_plugins = ["pytester"]
ON = ("-p", "kieumau.testing.pytest_plugin", "-p", "no:cacheprovider")


def test_each_case_is_a_test_of_its_own(pytester):
    """Named after its id, beneath its file."""
    plugin(pytester.path / "bo-nho")

    done = pytester.runpytest(*ON, "-v")

    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["*cases/a.yaml::goc PASSED*", "*cases/a.yaml::thap PASSED*"])


def test_a_failing_case_is_explained_without_a_traceback(pytester):
    """What differs, why, and what to write."""
    plugin(pytester.path / "bo-nho", a=CASES.replace("outcome: not_met", "outcome: met"))

    done = pytester.runpytest(*ON)

    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(
        [
            "*a.yaml:22:*KM-451 kết luận là không đạt (not_met), mong đợi đạt (met)*",
            "*Thực tế: 450/500 = 90%*",
            "*outcome: not_met*",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")


def test_the_explanation_can_be_in_english(pytester):
    """By an option."""
    plugin(pytester.path / "bo-nho", a=CASES.replace("outcome: not_met", "outcome: met"))

    done = pytester.runpytest(*ON, "--kieumau-lang", "en")

    done.stdout.fnmatch_lines(["*the outcome is not met (not_met), expected met (met)*"])


def test_a_file_that_cannot_be_read_is_an_error_with_its_place(pytester):
    """Not a crash of the run."""
    plugin(pytester.path / "bo-nho", b="format: kieumau/cases/1\ncases: {a: \n")

    done = pytester.runpytest(*ON)

    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*b.yaml:*KM-*"])


def test_nothing_is_collected_outside_a_plugin_or_unasked(pytester):
    """A folder `cases` elsewhere is nobody's business; nor is one where nothing was turned on."""
    folder = pytester.path / "khac" / "cases"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("a: 1\n", "utf-8")
    plugin(pytester.path / "bo-nho")

    assert pytester.runpytest("-p", "no:cacheprovider").ret == pytest.ExitCode.NO_TESTS_COLLECTED
    pytester.runpytest(*ON).assert_outcomes(passed=2)


def test_assert_cases_says_what_fails(tmp_path):
    """One line in any test."""
    good = plugin(tmp_path / "a")
    bad = plugin(tmp_path / "b", a=CASES.replace("outcome: not_met", "outcome: met"))

    assert_cases(good)
    with pytest.raises(AssertionError, match="kết luận là không đạt"):
        assert_cases(bad)
    with pytest.raises(AssertionError, match="hai-long: indicator «Dân hài lòng» not_applicable"):
        assert_cases(good, complete=True)


@pytest.mark.parametrize(
    ("module", "library"),
    [("kieumau.testing.pytest_plugin", "pytest"), ("kieumau.testing.strategies", "hypothesis")],
)
def test_without_its_library_it_says_which_extra_is_missing(monkeypatch, module, library):
    """KM-732, not a ModuleNotFoundError."""
    import importlib

    for name in [each for each in sys.modules if each.startswith("kieumau.testing.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtraError, match="testing"):
        importlib.import_module(module)


def test_the_cases_of_an_installed_plugin_are_tests_too(pytester):
    """Found through its entry point, wherever it is installed."""
    plugin(pytester.path / "bo-nho")

    done = pytester.runpytest(*ON, "--kieumau-plugin", "tai-lap-5764")

    found = done.parseoutcomes()
    assert found["passed"] > 2
    assert not {"failed", "errors"} & set(found)


def test_a_plugin_that_is_not_installed_is_a_mistake_of_use(pytester):
    """With what is meant, perhaps."""
    done = pytester.runpytest(*ON, "--kieumau-plugin", "tai-lap-5746", "--kieumau-lang", "en")

    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*KM-411*", "*tai-lap-5764*"])
