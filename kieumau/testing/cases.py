"""A plugin's cases as an assertion."""

import os

from kieumau.wording import Lang

__all__ = ["assert_cases"]


def assert_cases(
    path: str | os.PathLike[str], *, lang: Lang = "vi", complete: bool = False
) -> None:
    """Assert that every case of a plugin comes to what it expects.

    Parameters
    ----------
    path
        The plugin's folder, or the id of an installed one.
    lang
        The language of the explanation of a failure.
    complete
        Also assert that the cases see everything of the plugin's own layer they could.

    Raises
    ------
    AssertionError
        With the explanation of each case that fails, or of what no case sees.
    KieumauError
        The plugin or its case files cannot be read.
    """
    # Imported when called: whoever imports this module pays for nothing else.
    from kieumau.authoring.cases import Standards, run_cases  # noqa: PLC0415
    from kieumau.authoring.cover import coverage  # noqa: PLC0415
    from kieumau.errors import PluginError, Problems  # noqa: PLC0415
    from kieumau.plugins.chain import read_chain  # noqa: PLC0415
    from kieumau.render.case_report import failure_lines  # noqa: PLC0415

    chain, problems = read_chain([path]), Problems()
    standards = Standards(chain)
    results = tuple(run_cases(chain, problems, (), standards))
    failed = [each for each in results if not each.passed]
    if failed:
        raise AssertionError(
            "\n".join(
                line
                for each in failed
                for line in (
                    f"{each.case.id}: {each.case.sentence.say(lang)}",
                    *failure_lines(each.case, each.verdict, each.differences, lang),
                )
            )
        )
    problems.raise_if_any(PluginError)
    if complete:
        unseen = coverage(chain, results, standards).unseen
        if unseen:
            said = (f"{e.indicator}: {e.part} «{e.title.say(lang)}» {e.state}" for e in unseen)
            raise AssertionError("\n".join(said))
