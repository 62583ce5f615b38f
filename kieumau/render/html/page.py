r"""The one door to jinja2: a template and values to a page that stands alone.

Whatever a value holds is escaped, kept on one line and rid of control characters, in element text
and in attributes alike; templates must quote their attributes. Nothing is fetched: style and
script are inside the page, and its Content-Security-Policy names them by their hashes, so that
nothing else could run. So a template may hold no ``style=`` and no ``on...=`` attribute.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping
from importlib.resources import files
from types import MappingProxyType

from kieumau.errors import MissingExtraError
from kieumau.render.speech import clean, safe_url
from kieumau.render.standard_words import Term
from kieumau.verdicts.findings import Status
from kieumau.wording import Lang, Text

__all__ = ["STATUS_CLASSES", "render_page", "style_text"]

STATUS_CLASSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.MET: "met",
        Status.NOT_MET: "not-met",
        Status.UNDETERMINED: "open",
        Status.NOT_APPLICABLE: "na",
        Status.WAIVED: "waived",
    }
)
"""How the stylesheet names statuses."""


def render_page(
    template: str,
    lang: Lang,
    *,
    script: str = "",
    style: str = "",
    rules: str = "",
    filters: Mapping[str, Callable[..., str]] = MappingProxyType({}),
    **values: object,
) -> str:
    """Return a page made from a template of this package.

    The same values give the same bytes.

    Parameters
    ----------
    template
        The file name of a template beside this module (``standard.html.j2``); it should extend
        ``layout.html.j2`` and fill its blocks ``title`` and ``main``.
    script
        The file name of a script beside this module to put inside the page; it may only add
        comfort, for the page must be whole without it.
    style
        The file name of a stylesheet beside this module that this kind of page needs as well.
    rules
        Further style made for this page; data in it must be escaped (`style_text`).
    filters
        Filters by name that return markup: what they were given is escaped already.
    values
        What the template speaks of. One that is missing is an error, not a blank. The filter
        ``safe_url`` makes an address from data fit to be linked to.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed (``kieumau[html]``).
    """
    try:
        import jinja2  # noqa: PLC0415 (an extra)
        from markupsafe import Markup  # noqa: PLC0415 (comes with it)
    except ImportError:
        raise MissingExtraError("html", Text("Trang HTML", "An HTML page")) from None

    def tidy(value: object) -> object:
        """Clean text from data; markup is what templates and this package wrote."""
        return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        loader=jinja2.FunctionLoader(_read),
        finalize=tidy,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["safe_url"] = safe_url
    for name, made in filters.items():
        environment.filters[name] = _markup(made, Markup)
    look = "".join((_read("style.css"), _read(style) if style else "", rules))
    code = _read(script) if script else ""
    return environment.get_template(template).render(
        lang=lang,
        skip=Term.SKIP.fill(lang),
        policy=_policy(look, code),
        style=Markup(look),  # noqa: S704 (files of this package, not data)
        code=Markup(code),  # noqa: S704
        **values,
    )


def style_text(text: str) -> str:
    r"""Return text from data as a string of a stylesheet, quotes and all; nothing can end it.

    >>> style_text('Mẫu "A"')
    '"M\\001eabu\\000020\\000022A\\000022"'
    """
    said = (c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in clean(text))
    return f'"{"".join(said)}"'


def _markup(made: Callable[..., str], markup: type) -> Callable[..., object]:
    return lambda *given: markup(made(*given))


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return a policy under which a page can only show itself."""
    allowed = [f"style-src {_fingerprint(style)}"]
    allowed += [f"script-src {_fingerprint(script)}"] if script else []
    return "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))


def _fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
