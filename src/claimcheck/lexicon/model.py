"""Aliases, synonyms and parts: what words the rest of the program takes as the same, and what belongs to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from claimcheck.lexicon.remember import remembered

__all__ = ["Lexicon", "fold"]


@remembered
def fold(surface: str) -> str:
    """A name folded for lookup: lower case, straight apostrophes, single spaces."""
    return " ".join(surface.replace("’", "'").lower().split())


@frozen(eq=False, slots=False)
class Lexicon:
    """What names and nouns mean the same.

    ``aliases`` maps folded surfaces to canonical entity names ("beijing": "China"); ``synonyms`` maps a lemma or a
    phrase of lemmas to the one that stands for all ("drill": "exercise"); ``parts`` maps an entity to the wholes that
    it directly belongs to ("Tajikistan": {"Central Asia"}). Mappings are never changed in place.
    """

    aliases: Mapping[str, str] = field(factory=dict, repr=False)
    synonyms: Mapping[str, str] = field(factory=dict, repr=False)
    parts: Mapping[str, frozenset[str]] = field(factory=dict, repr=False)

    def canonical(self, surface: str) -> str | None:
        """The entity that a surface form names, or None."""
        return self.aliases.get(fold(surface))

    def synonym(self, lemma: str) -> str:
        """The lemma that stands for all its synonyms; a lemma without synonyms stands for itself."""
        return self.synonyms.get(lemma, lemma)

    def wholes(self, entity: str) -> frozenset[str]:
        """Everything that the entity is directly or indirectly a part of."""
        found: set[str] = set()
        queue = [entity]
        while queue:
            for whole in self.parts.get(queue.pop(), ()):
                if whole not in found:
                    found.add(whole)
                    queue.append(whole)
        return frozenset(found)

    def within(self, part: str, whole: str) -> bool:
        """Whether ``part`` is the same as, or lies inside, ``whole``."""
        return part == whole or whole in self.wholes(part)

    def extended(
        self,
        *,
        aliases: Mapping[str, Iterable[str]] | None = None,
        synonyms: Mapping[str, Iterable[str]] | None = None,
        parts: Mapping[str, Iterable[str]] | None = None,
    ) -> Lexicon:
        """A lexicon with more entries: canonical name → surfaces, lemma → synonyms, whole → parts."""
        new_aliases = dict(self.aliases)
        for name, surfaces in (aliases or {}).items():
            new_aliases[fold(name)] = name
            new_aliases.update((fold(surface), name) for surface in surfaces)
        new_synonyms = dict(self.synonyms)
        for lemma, others in (synonyms or {}).items():
            target = new_synonyms.get(lemma, lemma)
            new_synonyms.update((other, target) for other in others if other != target)
        new_parts = {entity: set(wholes) for entity, wholes in self.parts.items()}
        for whole, members in (parts or {}).items():
            for member in members:
                new_parts.setdefault(member, set()).add(whole)
        return Lexicon(new_aliases, new_synonyms, {k: frozenset(v) for k, v in new_parts.items()})
