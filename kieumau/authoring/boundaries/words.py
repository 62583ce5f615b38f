"""The sentence of a boundary case, as a policy officer would say it, in both languages."""

from collections.abc import Iterable

from kieumau.authoring.boundaries.probes import Probe, Side
from kieumau.authoring.branches import Item, Part
from kieumau.documents.fields import personal_data
from kieumau.language.names import Vocabulary
from kieumau.language.spell import spell_constant
from kieumau.render.observed import observed
from kieumau.render.speech import Voice, speak
from kieumau.render.values import fact_said
from kieumau.rules.conditions import MeasureRef
from kieumau.standard import Standard
from kieumau.verdicts.findings import Finding
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import LANGUAGES, Lang, Text

__all__ = ["sentence", "status_said", "subject"]

_MOST_CHANGES = 2
_STATUS = {
    "met": Text("đạt", "is met"),
    "not_met": Text("không đạt", "is not met"),
    "undetermined": Text("chưa đủ căn cứ", "is undetermined"),
    "not_applicable": Text("không phát sinh", "does not arise"),
    "waived": Text("được miễn", "is waived"),
}
_STATE = {
    "met": Text("đạt", "holds"),
    "unmet": Text("không đạt", "does not hold"),
    "unknown": Text("chưa rõ", "is not known"),
}
_SIDES = {
    Side.BELOW: Text("dưới ngưỡng {limit}", "below the threshold of {limit}"),
    Side.AT: Text("đúng ngưỡng {limit}", "exactly at the threshold of {limit}"),
    Side.ABOVE: Text("trên ngưỡng {limit}", "above the threshold of {limit}"),
    Side.BEFORE: Text("trước ngày {limit}", "before {limit}"),
    Side.ON: Text("đúng ngày {limit}", "on {limit}"),
    Side.AFTER: Text("sau ngày {limit}", "after {limit}"),
}
_COMPARED = {
    Side.BELOW: Text("thấp hơn {limit}", "below {limit}"),
    Side.AT: Text("bằng {limit}", "equal to {limit}"),
    Side.ABOVE: Text("cao hơn {limit}", "above {limit}"),
    Side.BEFORE: Text("trước {limit}", "before {limit}"),
    Side.ON: Text("cùng ngày với {limit}", "the same day as {limit}"),
    Side.AFTER: Text("sau {limit}", "after {limit}"),
}
_ENDS = Text("chỉ tiêu «{title}» {status}.", "the indicator «{title}» {status}.")
_MISSING = Text("Chưa có số liệu «{name}»: ", "The figure «{name}» is missing: ")
_NEVER = Text("{name}: chưa thực hiện: ", "{name}: not done: ")
_CHOICE = Text("{name} là «{choice}»: ", "{name} is «{choice}»: ")
_ONLY = Text(
    "Trong {n} điều kiện chỉ đạt một điều kiện là «{which}»: ",
    "Of {n} conditions only «{which}» holds: ",
)
_EXACTLY = Text("Đạt đúng {k} trong {n} điều kiện: ", "Exactly {k} of {n} conditions hold: ")
_REFUSED = Text(
    "Chưa đạt yêu cầu và không thuộc trường hợp được miễn: ",
    "The requirement fails and no waiver applies: ",
)
_WAIVER = Text("Trường hợp miễn «{which}» {state}: ", "The waiver «{which}» {state}: ")
_WAIVER_STATE = {
    "met": Text("được áp dụng", "applies"),
    "unmet": Text("không áp dụng", "does not apply"),
    "unknown": Text("chưa rõ có áp dụng hay không", "may or may not apply"),
}
_BRANCH = Text("Điều kiện «{which}» {state}: ", "The condition «{which}» {state}: ")


def status_said(status: str) -> Text:
    """Return a status or an outcome in words."""
    return _STATUS[status]


def subject(why: Probe | Item) -> str:
    """Return the id of the indicator a case is about."""
    return why.indicator if isinstance(why, Item) else why.indicator.id


def sentence(
    why: Probe | Item, changed: Iterable[str], verdict: Verdict, standard: Standard
) -> Text:
    """Return what a boundary case says, with its figures where they may stand in a text."""
    writer = _Words(verdict, standard, tuple(changed))
    said = Text(*(writer.said(why, lang) for lang in LANGUAGES))
    if personal_data(said.vi) or personal_data(said.en):  # a long number looks like an identity
        return Text(*(_capital(writer.end(subject(why), lang)) for lang in LANGUAGES))
    return said


class _Words:
    def __init__(self, verdict: Verdict, standard: Standard, changed: tuple[str, ...]) -> None:
        self.verdict, self.standard, self.changed = verdict, standard, changed
        self.vocabulary: Vocabulary = standard.composed.vocabulary
        self.titles = {each.id: each.title for each in standard.composed.indicators}

    def said(self, why: Probe | Item, lang: Lang) -> str:
        start = self.item(why, lang) if isinstance(why, Item) else self.probe(why, lang)
        return _capital(start + self.end(subject(why), lang))

    def end(self, indicator: str, lang: Lang) -> str:
        status = self.verdict.finding(indicator).status.value
        title = self.titles[indicator].say(lang)
        return _ENDS.say(lang).format(title=title, status=status_said(status).say(lang))

    def item(self, item: Item, lang: Lang) -> str:
        which = item.title.say(lang)
        if item.part is Part.INDICATOR:
            return self.changes(lang)
        if item.part is Part.WAIVER:
            state = _WAIVER_STATE[item.state].say(lang)
            return _WAIVER.say(lang).format(which=which, state=state)
        return _BRANCH.say(lang).format(which=which, state=_STATE[item.state].say(lang))

    def changes(self, lang: Lang) -> str:
        """Return the one or two figures that make the case what it is."""
        if not 1 <= len(self.changed) <= _MOST_CHANGES:
            return ""
        said = (
            f"{measure.name.say(lang)}: "
            f"{speak(fact_said(self.verdict.facts.get(id_), measure), Voice(lang))}"
            for id_ in self.changed
            for measure in (self.vocabulary[id_],)
        )
        return "; ".join(said) + " → "

    def probe(self, probe: Probe, lang: Lang) -> str:
        match probe.side:
            case Side.MISSING:
                return _MISSING.say(lang).format(name=self.vocabulary[probe.name].name.say(lang))
            case Side.REFUSED:
                return _REFUSED.say(lang)
            case Side.CHOICE:
                return self.choice(probe, lang)
            case Side.ONLY | Side.EXACTLY:
                return self.counted(probe, lang)
            case _:
                return self.threshold(probe, lang)

    def choice(self, probe: Probe, lang: Lang) -> str:
        test = self.test(probe)
        measure = self.vocabulary[test.about.measures[0]] if test else None
        if measure is None:
            return ""
        name = next(each.name for each in measure.choices if each.id == probe.name)
        said = {"name": measure.name.say(lang), "choice": name.say(lang)}
        return _CHOICE.say(lang).format(**said)

    def counted(self, probe: Probe, lang: Lang) -> str:
        finding = self.verdict.finding(probe.step)
        n = len(finding.children)
        if probe.side is Side.EXACTLY:
            return _EXACTLY.say(lang).format(k=probe.name, n=n)
        which = finding.children[int(probe.name) - 1].title.say(lang)
        return _ONLY.say(lang).format(n=n, which=which)

    def threshold(self, probe: Probe, lang: Lang) -> str:
        test, compare = self.test(probe), probe.compare
        if test is None or compare is None:
            return ""
        measure = self.vocabulary[compare.measure]
        name = measure.name.say(lang)
        if probe.side is Side.NEVER:
            return _NEVER.say(lang).format(name=name)
        figure = speak(observed(test, self.verdict), Voice(lang))
        if isinstance(compare.against, MeasureRef):
            limit = self.vocabulary[compare.against.measure].name.say(lang)
            place = _COMPARED[probe.side].say(lang).format(limit=limit)
            return f"{name} {place} ({figure}): "
        limit = spell_constant(compare.against, measure, lang)
        return f"{name} {figure} ({_SIDES[probe.side].say(lang).format(limit=limit)}): "

    def test(self, probe: Probe) -> Finding | None:
        """Return the finding of a probe's test; for an end of a range, that of the range."""
        own = self.verdict.finding(probe.indicator.id).tests
        exact = next((each for each in own if each.id == probe.step), None)
        if exact is not None:
            return exact
        step = self.standard.program.steps[self.standard.program.position[probe.step]]
        names = {t.measure for f in getattr(step, "forms", ()) for t in getattr(f, "terms", ())}
        return next((each for each in own if names & {*each.about.measures}), None)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
