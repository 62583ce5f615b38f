"""Time both engines per ward on a synthetic program: python -m benchmarks.engines."""

import random
from timeit import repeat

from kieumau.engines.choose import availability, choose
from kieumau.engines.engine import Engine, EngineName
from kieumau.program.box import Box
from kieumau.program.meaning import evaluate
from kieumau.program.steps import Count, Leaf, Linear, Program, Step, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Kind, Measure
from kieumau.wording import Text

LEAVES, COMPOSITES, MEASURES = 80, 45, 60
ABSENT = {"all known": 0.0, "10 % absent": 0.1, "60 % absent": 0.6}


def program() -> Program:
    """80 leaves, a fifth of them ratios, under 45 composites in layers."""
    chance = random.Random(1)  # noqa: S311 (nothing secret)
    ids = [f"m{at}" for at in range(MEASURES)]
    steps: list[Step] = []
    for at in range(LEAVES):
        form = Linear((Term(1, ids[at % MEASURES]),), Op.GE, chance.randrange(60))
        if at % 5 == 0:
            parts = (Term(100, chance.choice(ids)), Term(-90, chance.choice(ids)))
            form = Linear(parts, Op.GE, 0, (Term(1, chance.choice(ids)),))
        steps.append(Leaf(f"l{at}", (form,), IfZero.NOT_APPLICABLE))
    for at in range(COMPOSITES):
        latest = [step.id for step in steps[-LEAVES:]]
        children = tuple(chance.sample(latest, chance.choice([2, 2, 3, 3, 4, 6])))
        k = chance.choice([1, len(children), len(children), 2])
        steps.append(Count(f"c{at}", k, children))
    measures = tuple(Measure(id_, Text(id_), Kind.INTEGER) for id_ in ids)
    return Program(measures, tuple(steps), steps[-1].id)


def ward(of: Program, absent: float) -> Box:
    chance = random.Random(2)  # noqa: S311 (nothing secret)
    values = {measure.id: chance.randrange(100) for measure in of.measures}
    known = {id_: (at, at) for id_, at in values.items() if chance.random() >= absent}
    return Box(known, exact=True)


def microseconds(engine: Engine, box: Box, times: int) -> float:
    return min(repeat(lambda: engine.run(box), number=times, repeat=5)) / times * 1e6


def main() -> None:
    subject = program()
    uses = sum(len(step.children) for step in subject.steps if isinstance(step, Count))
    print(f"{LEAVES} leaves, {COMPOSITES} composites, {uses} uses, {MEASURES} measures")
    names: list[EngineName] = ["plain", *(["rete"] if availability().available else [])]
    engines = [choose(subject, name) for name in names]
    for chosen in engines:
        print(chosen.why.en)
    print(f"{'us a ward':12}", *(f"{label:>12}" for label in ABSENT))
    boxes = [ward(subject, absent) for absent in ABSENT.values()]
    for chosen in engines:
        times = 5000 if chosen.engine.name == "plain" else 300
        for box in boxes:
            assert chosen.engine.run(box) == tuple(map(int, evaluate(subject, box)))
        took = [microseconds(chosen.engine, box, times) for box in boxes]
        print(f"{chosen.engine.name:12}", *(f"{each:12.1f}" for each in took))


if __name__ == "__main__":
    main()
