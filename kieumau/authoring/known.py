"""What an editor may offer while a plugin is written: ids, names and documents of its chain."""

from kieumau.documents.file_schemas import Known
from kieumau.documents.manifest import PluginKind
from kieumau.plugins.chain import Chain

__all__ = ["known_of"]


def known_of(chain: Chain, *, own: bool) -> Known:
    """Return what a chain offers.

    Parameters
    ----------
    own
        Whether the plugin asked for is the one being written: then only the layers below hold
        what it may refine. Else a plugin above it is written.
    """
    top = chain.asked[0]
    below = [each for each in chain.plugins if not own or each.id != top]
    if any(each.id == top and each.manifest.kind is PluginKind.BASE for each in chain.plugins):
        below = list(chain.plugins)
    criteria = {each.id: each.title for plugin in below for each in plugin.criteria}
    return Known(
        indicators={each.id: each.title for plugin in below for each in plugin.indicators},
        criteria=criteria,
        instruments={
            each.id: each.title for plugin in chain.plugins for each in plugin.manifest.instruments
        },
        measures=tuple(each for plugin in chain.plugins for each in plugin.measures),
        findings=tuple(
            id_
            for plugin in chain.plugins
            for id_ in (
                *(each.id for each in plugin.criteria),
                *(each.id for each in plugin.indicators),
            )
        ),
    )
