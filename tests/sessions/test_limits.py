"""What a session refuses, and that whatever happens in the middle leaves it as it was."""

import copy
import os
import pickle
import threading

import pytest

import kieumau
from kieumau.engines.live import LiveRete
from tests.sessions.conftest import WARD, YEAR, codes, refused


def test_another_thread_may_read_but_not_change_it(session):
    """Neither assert, correct nor close."""
    found = []

    def elsewhere():
        assert session.verdict() == session._standing.verdict
        for change in (session.assert_facts, session.correct):
            with pytest.raises(kieumau.UsageError) as error:
                change({"so_can_bo": 7})
            found.extend(codes(error))
        with pytest.raises(kieumau.UsageError) as error:
            session.close()
        found.extend(codes(error))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()

    assert found == ["KM-624"] * 3
    assert session.assert_facts({"so_can_bo": 7})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_may_read_but_not_change_it(session):
    """And leaves the parent's alone."""
    session.assert_facts({"so_can_bo": 7})
    child = os.fork()
    if not child:  # pragma: no cover (another process)
        try:
            assert session.facts["so_can_bo"].value == 7
            session.assert_facts({"so_phieu": 1})
        except kieumau.UsageError as error:
            session.close()
            os._exit(0 if error.diagnostics[0].code == "KM-625" else 1)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert session.assert_facts({"so_phieu": 1})


def test_a_closed_session_can_be_read(session, standard):
    """But takes nothing more; closing again does no harm."""
    session.assert_facts({"so_can_bo": 7})
    session.close()
    session.close()

    assert session.closed
    assert session.verdict() == standard.evaluate(session.facts)
    refused(session, {"so_phieu": 1}, "KM-626")


def test_it_cannot_be_copied_or_pickled(session):
    """Its facts can."""
    for refuse in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(kieumau.UsageError, match="KM-627"):
            refuse(session)
    assert pickle.loads(pickle.dumps(session.facts)) == session.facts  # noqa: S301


def test_a_listener_must_not_use_the_session_that_tells_it(standard, engine):
    """It is refused, which ends the change: the session is as it was, and goes on."""
    opened = []

    def listener(_):
        if opened:
            opened.pop().assert_facts({"so_vu": 1})

    session = standard.session(WARD, YEAR, engine=engine, listener=listener)
    opened.append(session)
    refused(session, {"so_can_bo": 7}, "KM-628")
    made = session.assert_facts({"so_can_bo": 7})

    assert [move.id for move in made.indicators] == ["du-can-bo"]
    assert session.verdict() == standard.evaluate(session.facts)


def test_whatever_a_listener_raises_leaves_the_session_as_it_was(standard, engine):
    """At whichever event; afterwards everything is derived anew, and rightly."""
    left = [None]

    def listener(_):
        if left[0] is not None:
            left[0] -= 1
            if left[0] < 0:
                left[0] = None
                raise KeyboardInterrupt

    session = standard.session(WARD, YEAR, engine=engine, listener=listener)
    months = [{"so_can_bo": 7}, {"so_phieu": 9, "so_phieu_hai_long": 9}, {"co_hom_thu": True}]
    for given in months:
        for at in range(40):
            left[0] = at
            standing = session._standing
            try:
                session.assert_facts(given)
                break
            except KeyboardInterrupt:
                assert session._standing is standing
        assert session.verdict() == standard.evaluate(session.facts)
    assert len(session.facts.facts) == 4


@pytest.mark.usefixtures("durable_rules")
def test_a_broken_engine_leaves_the_session_as_it_was(standard):
    """After an error of durable_rules nothing has changed, and the next arrival is right."""
    session = standard.session(WARD, YEAR, engine="rete")
    assert isinstance(session._live, LiveRete)
    real = session._live._driver

    class Broken:
        error = real.error

        def __getattr__(self, name):
            if name == "start_action_for_state":
                raise real.error("304")
            return getattr(real, name)

    session._live._driver = Broken()
    refused(session, {"so_can_bo": 7, "co_hom_thu": True}, "KM-603")
    session._live._driver = real
    session.assert_facts({"so_can_bo": 7})

    assert session.verdict() == standard.evaluate(session.facts)


@pytest.mark.usefixtures("durable_rules")
def test_only_what_is_newly_found_is_asserted(standard):
    """Forward chaining proper: a finding goes into the rule set once, whatever else arrives."""
    session = standard.session(WARD, YEAR, engine="rete")
    real, asserted = session._live._driver, []

    class Heard:
        error = real.error

        def assert_facts(self, rules, facts):
            asserted.append(facts.count('"id"'))
            return real.assert_facts(rules, facts)

        def __getattr__(self, name):
            return getattr(real, name)

    session._live._driver = Heard()
    for month in ({"so_can_bo": 7}, {"so_vu": 2}, {"co_hom_thu": True}, {"dien_tich": 120}):
        session.assert_facts(month)
    assert asserted == [1, 1, 1]  # so_vu is only shown, and decides nothing

    asserted.clear()
    assert session.assert_facts({"loai_tru_so": {"unknown": "đang sửa"}}).facts
    assert asserted == []  # nothing was found
    session.correct({"so_can_bo": 3})
    assert sum(asserted) > 3  # from the beginning
