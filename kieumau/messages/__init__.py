"""What every diagnostic says, in Vietnamese and English, by its stable code.

Pure data: 1xx files and syntax, 2xx fields, 3xx conditions and names, 4xx plugins, contract, time
and cases, 5xx facts, 6xx programs and engines, 7xx use, 8xx warnings to authors, 9xx workbooks
and ledgers.
Codes never change their meaning and are never given to another problem.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.batches import BATCHES
from kieumau.messages.certificates import CERTIFICATES
from kieumau.messages.conditions import CONDITIONS
from kieumau.messages.facts import FACTS
from kieumau.messages.fields import FIELDS
from kieumau.messages.files import FILES
from kieumau.messages.ledgers import LEDGER_CHECKS, LEDGERS
from kieumau.messages.message import DID_YOU_MEAN, Message
from kieumau.messages.plugins import PLUGINS
from kieumau.messages.programs import PROGRAMS
from kieumau.messages.registries import REGISTRIES
from kieumau.messages.sweeps import SWEEPS
from kieumau.messages.use import USE
from kieumau.messages.warnings import WARNINGS
from kieumau.messages.workbooks import WORKBOOKS

__all__ = ["DID_YOU_MEAN", "MESSAGES", "Message"]

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {
        **FILES,
        **FIELDS,
        **REGISTRIES,
        **CONDITIONS,
        **PLUGINS,
        **FACTS,
        **PROGRAMS,
        **BATCHES,
        **LEDGER_CHECKS,
        **CERTIFICATES,
        **USE,
        **SWEEPS,
        **WARNINGS,
        **WORKBOOKS,
        **LEDGERS,
    }
)
"""Every message, in the order of the codes."""
