"""The phrase table: every command with its help, in Vietnamese and English, a module each."""

from kieumau.cli.commands.batch import BATCH
from kieumau.cli.commands.cases import CASES
from kieumau.cli.commands.check import CHECK
from kieumau.cli.commands.common import LANG
from kieumau.cli.commands.compare import COMPARE
from kieumau.cli.commands.evaluate import EVALUATE
from kieumau.cli.commands.import_ import IMPORT
from kieumau.cli.commands.ledger import LEDGER
from kieumau.cli.commands.listing import LIST
from kieumau.cli.commands.new import NEW
from kieumau.cli.commands.preview import PREVIEW
from kieumau.cli.commands.schema import SCHEMA
from kieumau.cli.commands.show import SHOW
from kieumau.cli.commands.sign import SIGN
from kieumau.cli.commands.sweep import SWEEP
from kieumau.cli.commands.table import TABLE
from kieumau.cli.commands.targets import TARGETS
from kieumau.cli.commands.template import TEMPLATE
from kieumau.cli.commands.test import TEST
from kieumau.cli.commands.verify import VERIFY
from kieumau.cli.grammar import Command
from kieumau.wording import Text

__all__ = ["ABOUT", "COMMANDS", "LANG"]

ABOUT = Text(
    "kieumau đánh giá Công an phường theo bộ tiêu chí và giải thích vì sao.",
    "kieumau judges whether a ward police unit meets its criteria, and explains why.",
)
COMMANDS: tuple[Command, ...] = (
    EVALUATE,
    BATCH,
    COMPARE,
    LIST,
    SHOW,
    PREVIEW,
    SWEEP,
    TARGETS,
    NEW,
    CHECK,
    TEST,
    CASES,
    TABLE,
    IMPORT,
    TEMPLATE,
    SCHEMA,
    VERIFY,
    SIGN,
    LEDGER,
)
"""In the order of the help page."""
