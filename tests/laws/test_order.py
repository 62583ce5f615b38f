"""Law 4: order does not matter. Refinements of one layer commute; repeating one adds nothing."""

from itertools import permutations
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kieumau
from kieumau.errors import PluginError
from kieumau.rules.citations import Citation, Fidelity
from kieumau.rules.conditions import Holds
from kieumau.rules.criteria import Allows, Narrowing, Tightening
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import AddIndicator, Clarify, Tighten, Waive
from kieumau.wording import Text
from tests.effort import share
from tests.strategies import (
    CITED,
    Case,
    asking,
    bases,
    cases,
    chained,
    grouping,
    issuing,
    layered,
    measure,
    refining,
    standard,
)


@st.composite
def reordered(draw):
    """Draw a case, and one whose refinements of each plugin are permuted and repeated."""
    case = draw(bases().flatmap(layered).flatmap(cases))
    plugins = []
    for plugin in case.chain.plugins:
        own = plugin.refinements
        again = draw(st.lists(st.sampled_from(own), max_size=2)) if own else []
        order = draw(st.permutations([*own, *again]))
        plugins.append(evolve(plugin, refinements=tuple(order)))
    chain = chained(*draw(st.permutations(plugins)))
    return case, Case(chain, standard(chain), case.known)


@given(reordered())
@share(2)
def test_order_and_repetition_do_not_change_the_meaning(pair):
    """Permuted and repeated refinements and plugins give the same digest and outcome."""
    one, other = (case.standard for case in pair)
    facts = pair[0].facts

    assert one.digest == other.digest
    assert one.evaluate(facts).outcome == other.evaluate(facts).outcome


@given(reordered())
@share(2)
def test_order_and_repetition_do_not_change_what_is_said(pair):
    """Nor do they change the text digest or one byte of the verdict."""
    one, other = (case.standard for case in pair)
    facts = pair[0].facts

    assert one.text_digest == other.text_digest
    assert one.evaluate(facts) == other.evaluate(facts)
    assert one.evaluate(facts).to_json() == other.evaluate(facts).to_json()


ELSEWHERE = (Citation("i0", Text("Điều 2", "Article 2")),)
SAID = Text("Nói", "Said")
ALSO = {"fidelity": Fidelity.TEXT, "also": Holds("q")}
ALIKE = {
    "tighten": (Tighten("i", CITED, **ALSO), Tighten("i", ELSEWHERE, **ALSO)),
    "narrow": (
        Tighten("i", CITED, **ALSO),
        Tighten("i", CITED, narrows=Narrowing(waive=False), **ALSO),
    ),
    "waive": (Waive("i", SAID, CITED, Holds("w")), Waive("i", SAID, ELSEWHERE, Holds("w"))),
    "clarify": (Clarify("i", CITED, SAID), Clarify("i", ELSEWHERE, SAID)),
}


def two_criteria():
    """Return a base of two criteria, the first's indicator open to everything."""
    yes = [measure(id_, Kind.YES_NO) for id_ in "pqw"]
    own = asking("i", Holds("p"), allows=Allows(Tightening(also=True), waive=True))
    return issuing(yes, grouping("c", own), grouping("d", asking("k", Holds("q"))))


@pytest.mark.parametrize("alike", ALIKE.values(), ids=ALIKE)
def test_what_one_layer_says_twice_with_other_grounds_has_no_order(alike):
    """The same condition, waiver or guidance with two citations is said the same either way."""
    waived = Waive("i", SAID, CITED)
    found = []
    for done in (alike, alike[::-1]):
        chain = refining(two_criteria(), *done)
        above = refining(two_criteria(), waived, id_="xa").plugins[1]
        above = evolve(above, manifest=evolve(above.manifest, refines="tinh"))
        made = standard(chained(*chain.plugins, above))
        found.append((made.digest, made.text_digest))

    assert found[0] == found[1]


def test_one_indicator_added_in_two_places_is_refused_in_either_order():
    """An id stands for one thing: in which criterion it is belongs to that."""
    extra = asking("j", Holds("w"))
    added = AddIndicator("c", extra), AddIndicator("d", extra)
    for done in permutations(added):
        with pytest.raises(PluginError, match="KM-424"):
            standard(refining(two_criteria(), *done))


PLUGIN = """\
format: kieumau/plugin/1
id: {id}
version: "1"
kind: {kind}
title: {id}
{more}
"""
BASE_RULES = """\
format: kieumau/rules/1
set: {id: bo, title: Bộ, rule: any, fidelity: derived, citation: {instrument: vb}}
criteria:
  - id: c
    title: Tiêu chí
    indicators:
      - {id: i, title: Chỉ tiêu, requires: có p, citation: {instrument: vb}, fidelity: text}
"""
ADDS = """\
format: kieumau/rules/1
add:
  - to: c
    indicator: {{id: {id}, title: T, requires: có q, citation: {{instrument: vb}}, fidelity: text}}
"""


def write(folder: Path, manifest: str, **files: str) -> Path:
    """Write a plugin's folder."""
    (folder / "rules").mkdir(parents=True)
    (folder / "plugin.yaml").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        path = folder / ("measures.yaml" if name == "measures" else f"rules/{name}.yaml")
        path.write_text(text, encoding="utf-8")
    return folder


def test_neither_the_order_of_plugins_nor_of_their_files_matters(tmp_path):
    """Folders asked for in any order, with rules in files of any name, are one standard."""
    instrument = "instruments:\n  - {id: vb, title: Văn bản}\n"
    measures = "format: kieumau/measures/1\nmeasures:\n" + "".join(
        f"  - {{id: co_{id_}, name: có {id_}, kind: yes/no}}\n" for id_ in "pq"
    )
    found = set()
    for at, names in enumerate(permutations(("a", "b"))):
        root = tmp_path / str(at)
        base = PLUGIN.format(id="goc", kind="base", more=instrument)
        folders = [write(root / "goc", base, measures=measures, bo=BASE_RULES)]
        for id_ in ("mot", "hai"):
            manifest = PLUGIN.format(id=id_, kind="refinement", more="refines: goc")
            rules = dict(zip(names, (ADDS.format(id=f"{id_}-{n}") for n in (1, 2)), strict=True))
            folders.append(write(root / id_, manifest, **rules))
        for order in permutations(folders):
            made = kieumau.load(list(order), on="2023-12-31")
            found.add((made.digest, made.text_digest))

    assert len(found) == 1
