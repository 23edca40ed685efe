"""Abbreviations that a document defines: "Shanghai Cooperation Organization (SCO)", "security company (SC)"."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import define, field

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.shapes import word_table
from claimcheck.lexicon import Lexicon, fold

__all__ = ["Definitions"]

# "(SCO)", "(the “PLA”)": letters that the words before them may define.
_DEFINED = regex.compile(
    r"\((?:the\s+|or\s+)?[\"“'‘]?(\p{Lu}[\p{L}&-]{1,9})[\"”'’]?(?:(?:,| or) [\"“'‘]?(\p{Lu}{2,9})[\"”'’]?)?\)"
)
# "Ana Ruiz (alias “Lira”)", "Tom Hale, also known as Teo": another name of somebody, and whose it is before it.
_ALSO = regex.compile(
    r"(?:alias|aka|a\.k\.a\.|also known as|better known as|nicknamed) "
    r"[\"“'‘]?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3})"
)
_WHOSE = regex.compile(r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}(?=,? \(?$)")
# "SCO (Shanghai …": letters that the words after them may define.
_EXPANDED = regex.compile(r"\b(\p{Lu}[\p{Lu}&]{1,9})\s*\((\p{Lu}[^()\n]{5,80})\)")
_KNOWN_AS = ("alias ", "aka ", "a.k.a. ", "known as ", "nicknamed ")
_INITIAL = regex.compile(r"\p{Lu}\.")
_LOOK_BACK = 120


def _spells(name: str, letters: str) -> bool:
    """Whether an abbreviation's letters stand in a name in order, the first of both the same ("Pellworm": PWM)."""
    rest = iter(name.lower())
    return name[:1] == letters[:1] and all(letter in rest for letter in letters.lower())


def _initials(words: Sequence[str]) -> str:
    return "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())


@define
class Definitions:
    """The names and the common nouns that a text's abbreviations stand for."""

    lexicon: Lexicon
    aliases: dict[str, str] = field(factory=dict)
    abbreviations: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Definitions:
        """Read the definitions that a text makes."""
        found = cls(lexicon)
        for match in _DEFINED.finditer(text):
            words = text[max(0, match.start() - _LOOK_BACK) : match.start()].split()
            found.enter(words[-10:], match.group(1))
            if match.group(2) and fold(match.group(1)) in found.aliases:  # "(IJU or IJG)"
                found.aliases.setdefault(fold(match.group(2)), found.aliases[fold(match.group(1))])
        for match in _EXPANDED.finditer(text):
            found.enter(match.group(2).split(), match.group(1))
        for match in _ALSO.finditer(text) if any(word in text for word in _KNOWN_AS) else ():
            before = _WHOSE.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
            other = match.group(1)
            if before and lexicon.canonical(other) is None and fold(other) not in found.aliases:
                whom = before.group()
                found.aliases[fold(other)] = found.aliases.get(fold(whom)) or lexicon.canonical(whom) or whom
        return found

    def enter(self, words: list[str], letters: str) -> None:
        """Enter an abbreviation whose letters the words spell: of a name, or of common nouns."""
        capitals = [letter for letter in letters if letter.isupper()]
        ends = (".", ";", ":", "]")
        ended = [at for at, word in enumerate(words[:-1]) if word.endswith(ends) and not _INITIAL.fullmatch(word)]
        words = words[ended[-1] + 1 :] if ended else words
        for start in range(len(words)):
            tail = words[start:]
            house = tail[:-1] if len(tail) > 2 and tail[-1].lower() in word_table("corporate") else tail
            if tail[0][:1].isupper() and "".join(capitals) in (_initials(tail), _initials(house)) and len(capitals) > 1:
                full = " ".join(house if "".join(capitals) == _initials(house) else tail)
                full = f"{words[start - 1]} {full}" if start and _INITIAL.fullmatch(words[start - 1]) else full
                canonical = self.lexicon.canonical(full) or full
                if self.lexicon.canonical(letters) is None:
                    self.aliases.setdefault(fold(letters), canonical)
                self.aliases.setdefault(fold(full), canonical)
                self.aliases.setdefault(fold(" ".join(tail)), canonical)
                return
        named = [word for word in words if word[:1].isupper()]
        if len(capitals) > 2 and len(named) > 1 and _spells("".join(named[-len(capitals) :]), letters):
            start = words.index(named[-min(len(named), len(capitals))])
            start += words[start].lower() in grammar().closed
            self.aliases.setdefault(fold(letters), " ".join(words[start:]))
            return
        short = letters.removesuffix("s").lower()
        tail = words[-len(short) :]
        if len(tail) == len(short) > 1 and all(w[:1] == c for w, c in zip(tail, short, strict=True)):
            self.abbreviations[short] = " ".join([*tail[:-1], lemma(tail[-1])])
