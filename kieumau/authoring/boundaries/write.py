"""Writing proposed cases as a case file for the author to read, mend and keep."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import frozen

from kieumau.authoring.boundaries.points_words import points_sentence, rule_of
from kieumau.authoring.boundaries.probes import PointsProbe, Probe
from kieumau.authoring.boundaries.propose import Proposal, Proposed
from kieumau.authoring.boundaries.words import sentence, status_said, subject
from kieumau.rules.facts import Scalar
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Lang, Text, say_date

__all__ = ["case_file", "written_value"]

_PLAIN = re.compile(r"[a-z][a-z0-9_]*")
_WORDS = ("true", "false", "null", "none", "yes", "no", "on", "off", "y", "n")
_AMBIGUOUS = 3
_HEAD = Text(
    "Các trường hợp ranh giới do «kieumau cases --boundaries» lập từ chính các quy tắc.\n"
    "Kết quả mong đợi (expect) là kết quả hiện nay của bộ quy tắc, KHÔNG phải ý kiến của cơ quan\n"
    "ban hành. Đọc từng trường hợp: đúng ý thì giữ lại; sai thì sửa quy tắc hoặc xóa trường hợp.",
    "Boundary cases that «kieumau cases --boundaries» made from the rules themselves.\n"
    "What they expect is what the rules come to now, NOT what their issuer meant.\n"
    "Read each: keep it where it is right; where it is wrong mend the rule or delete the case.",
)
_BASE = Text(
    "Phường giả định có đủ số liệu, đạt mọi chỉ tiêu; các trường hợp khác dựa theo.",
    "An invented ward with every figure in order; the other cases start from it.",
)
_NEARLY = Text(
    "Phường giả định để các trường hợp khác dựa theo; chưa đạt: {unmet}.",
    "An invented ward the other cases start from; it does not meet: {unmet}.",
)


def case_file(proposal: Proposal, lang: Lang = "vi") -> str:
    """Return the cases of a proposal as YAML; empty when there is none.

    Parameters
    ----------
    lang
        The language of the comment, of yes and no, and of the decimal mark.
    """
    if not proposal.cases and not proposal.base.new:
        return ""
    return "\n".join(_File(proposal, lang).lines()) + "\n"


@frozen
class _File:
    proposal: Proposal
    lang: Lang

    def lines(self) -> Iterator[str]:
        yield "format: kieumau/cases/1"
        yield from (f"# {line}" for line in _HEAD.say(self.lang).split("\n"))
        if self.proposal.base.new:
            facts = self.proposal.base.facts
            ward, period = facts.ward, facts.period
            codes = [json.dumps(each, ensure_ascii=False) for each in (ward.code, ward.name)]
            province = json.dumps(ward.province)
            yield f"ward: {{code: {codes[0]}, name: {codes[1]}, province: {province}}}"
            yield f"period: {{from: {period.first}, to: {period.last}}}"
        yield "cases:"
        if self.proposal.base.new:
            yield from self.base()
        for each in self.proposal.cases:
            yield from self.case(each)

    def base(self) -> Iterator[str]:
        base, standard = self.proposal.base, self.proposal.standard
        verdict = standard.evaluate(base.facts, engine="plain")
        said = _BASE
        if base.unmet:
            said = Text(
                _NEARLY.vi.format(unmet="; ".join(each.vi for each in base.unmet)),
                _NEARLY.en.format(unmet="; ".join(each.en for each in base.unmet)),
            )
        yield from self.opening(base.id, said)
        if base.facts.facts:
            yield "    facts:"
            for fact in base.facts:
                yield self.fact(fact.measure, fact.value)  # type: ignore[arg-type]
        yield f"    expect: {{outcome: {verdict.outcome.value}}}"

    def case(self, proposed: Proposed) -> Iterator[str]:
        standard = self.proposal.standard
        verdict = standard.evaluate(proposed.seen.facts, engine="plain")
        why, rule = proposed.why, rule_of(proposed.why)
        if isinstance(why, Probe) or rule is None:
            assert not isinstance(why, PointsProbe)  # noqa: S101 (it always has a rule)
            said = sentence(why, proposed.changes, verdict, standard)
            about = [subject(why)]
        else:
            about = ([] if rule.whole else [rule.id]) + ([why.child.id] if why.child else [])
            now = verdict.outcome.value if rule.whole else verdict.finding(rule.id).status.value
            said = points_sentence(why, rule, proposed.seen, status_said(now), standard.program)
        yield from self.opening(proposed.id, said)
        yield f"    like: {self.proposal.base.id}"
        if proposed.changes:
            yield "    facts:"
            yield from (self.fact(*each) for each in proposed.changes.items())
        findings = (f"{each}: {verdict.finding(each).status.value}" for each in about)
        yield "    expect:"
        yield f"      outcome: {verdict.outcome.value}"
        if about:
            yield f"      findings: {{{', '.join(findings)}}}"

    def opening(self, id_: str, said: Text) -> Iterator[str]:
        yield f"  - id: {id_}"
        yield "    sentence:"
        yield f"      vi: {json.dumps(said.vi, ensure_ascii=False)}"
        yield f"      en: {json.dumps(said.en, ensure_ascii=False)}"
        on = self.proposal.standard.on
        period = self.proposal.base.facts.period
        if on != period.last and period.last not in self.proposal.standard.valid:
            yield f"    on: {on}"

    def fact(self, id_: str, value: Scalar | None) -> str:
        measure = self.proposal.standard.composed.vocabulary[id_]
        return f"      {id_}: {written_value(measure, value, self.lang)}"


def written_value(measure: Measure, value: Scalar | None, lang: Lang) -> str:
    """Return a value as an author writes it in YAML and the reader takes it.

    Examples
    --------
    >>> satisfied = Measure("ty_le", Text("tỷ lệ"), Kind.PERCENT, decimals=3)
    >>> written_value(satisfied, Decimal("94.900"), "vi")
    '94,9%'
    >>> written_value(satisfied, Decimal("1.125"), "en")  # 1.125 could be a thousand
    '1.1250%'
    """
    match value:
        case None:
            return "null"
        case bool():
            words = ("có", "không") if lang == "vi" else ("yes", "no")
            return words[not value]
        case date():
            return say_date(value)
        case str():
            plain = _PLAIN.fullmatch(value) and value not in _WORDS
            quoted = measure.kind is Kind.CHOICE and not plain
            return json.dumps(value) if quoted else value
    text = format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if len(text.partition(".")[2]) == _AMBIGUOUS:
        text += "0"
    said = text.replace(".", ",") if lang == "vi" else text
    return f"{said}%" if measure.kind is Kind.PERCENT else said
