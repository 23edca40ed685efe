"""Ages, lengths, areas and weights in words: which dimension of what."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.bearings import FROM, endpoint
from claimcheck.claims.measured.dimensions import DIMENSION_NOUNS, DIMENSIONS, after_both
from claimcheck.claims.measured.model import Measured, main_verb, subject_of
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import agent_of, antecedent
from claimcheck.claims.worded.surface import befell, joined, participle_of, passive, phrase_words, spelled
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Kind

__all__ = ["of_age", "of_size"]


def of_age(reading: Reading, mention: Mention, text: str) -> str:
    """ "age of moses lekai": an age with the person or thing that has it."""
    named = _apposed(reading, mention)
    if mention.kind is _AGE and named:
        return f"age of {named}"
    if mention.kind is not _AGE:
        if _aged(reading, mention, text):
            return joined(["age", "of", *text.split()])
        alone = not text and named and reading.tokens[mention.last].text == ","
        return f"age of {named}" if alone else text
    if not text:
        return "age"
    words = text.split()
    if words == ["die"]:
        return "age at death"
    if len(words) > 1 and words[-1].endswith("ed") and reading.norms[mention.last : mention.last + 1] == [","]:
        text = " ".join(words[:-1])  # "the driver, aged 34, was arrested"
    if _words("ages") & set(text.split()):
        return text
    return joined(["age", "of", *text.split()])


def _aged(reading: Reading, mention: Mention, text: str) -> bool:
    """Whether a bare bounded number after those whom it tells of is their age: "members are over 60", "girls between
    12 and 14".
    """
    at = mention.first
    quantity = mention.quantity
    if not at or not text or quantity is None or max(quantity.low or 0, quantity.high or 0) > _OLDEST:
        return False
    follows = reading.tags[mention.last : mention.last + 1]
    if reading.norms[at] not in _words("bounds") or follows in (["N"], ["A"], ["Z"], ["U"]):
        return False
    people = {lemma(word) for word in text.split()} & persons()
    return bool(people) and (reading.tags[at - 1] in "NZ" or reading.norms[at - 1] in {"is", "are", "was", "were"})


_AGE = Kind.AGE
_OLDEST = 110


@cache
def persons() -> frozenset[str]:
    """Nouns for people."""
    table = load_table("people")
    return frozenset({*table["generic"], *table["specific"], *table["bearers"]}) - {"job", "case"}


def _apposed(reading: Reading, mention: Mention) -> str:
    """The name that a figure stands beside between commas: "Claudia Imhof, 34, …"."""
    at = mention.first - 1
    if at < 1 or reading.tokens[at].text != "," or mention.last >= len(reading.tokens):
        return ""
    if reading.tokens[mention.last].text not in ",.)":
        return ""
    return next((name.canonical.lower() for name in reading.names if name.last == at and not name.place), "")


def of_size(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "length of bridge", "area of orchards": the dimension of a thing that has the extent ("the 480-metre bridge",
    "a cable of 827 km"), not of a stuff of which there is so much; how far a thing is from another; how much was done.
    """
    unit = mention.quantity.unit if mention.quantity is not None else None
    if unit is None or mention.quantity is None or mention.quantity.per:
        return text
    kind = dimension(unit) or ""
    if reading.norms[mention.last : mention.last + 2] in _OF_IT and (stuff := antecedent(reading, mention.last + 1)):
        return joined(stuff)  # "Some 900,000 litres of it pour out"
    far = _distance(reading, mention, what) if kind == "length" else ""
    if far:
        return far
    done = _done(reading, mention, what, kind)
    if done:
        return done
    if (not text or text in DIMENSION_NOUNS) and (tall := _of_pronoun(reading, mention, text)):
        return tall
    if text in _STATES and what.first < 0 and (named := _state_of(reading, mention, text)):
        return named
    noun = _words_of("dimension_of").get(kind)
    if noun is None or not text or what.first < 0 or _named(text):
        return text
    if noun == "area" and not _words("ground") & {lemma(word) for word in text.split()}:
        return joined([noun, "of", *text.split()])
    if noun == "length" and _has(reading, mention, what):
        return joined([noun, "of", *text.split()])
    if noun == "weight" and what.event == "weigh":
        return joined([noun, "of", *text.split()])
    if noun == "power" and what.last <= mention.first:
        thing = [word for word in text.split() if verb_lemma(word) != what.event]
        return joined([noun, "of", *thing]) if thing else text
    if noun == "weight" and (heavy := _heavy(reading, mention, what)):
        return joined([noun, "of", *heavy])
    return text


def _heavy(reading: Reading, mention: Mention, what: Measured) -> list[str]:
    """What weighs so much by itself: "a 40-tonne lorry", "a crane weighing 300 tonnes"."""
    at = mention.last
    bound = "-" in mention.span.cover(reading.scan.document.text)
    weighing = mention.first > 0 and verb_lemma(reading.norms[mention.first - 1]) == "weigh"
    if weighing or (bound and at <= what.first <= at + 1):
        return spelled(reading, what.first, what.last)
    return []


def _of_pronoun(reading: Reading, mention: Mention, text: str) -> str:
    """ "It is 4,700 kilometres long": the length of what the sentence before tells of."""
    at = after_both(reading, mention)
    noun = text or (DIMENSIONS.get(reading.norms[at]) if at < len(reading.norms) else None)
    pronoun = next((k for k in range(mention.first - 1, -1, -1) if reading.norms[k] in {"it", "they"}), -1)
    if not noun or pronoun < 0:
        return ""
    thing = antecedent(reading, pronoun)
    return joined([noun, "of", *thing]) if thing else ""


_OF_IT = (["of", "it"], ["of", "them"])
_STATES = frozenset({"speed", "temperature", "noise"})


def _state_of(reading: Reading, mention: Mention, text: str) -> str:
    """ "They may pass at 90 km/h": the speed of what the pronoun stands for."""
    verb = main_verb(reading, mention)
    k = verb - 1 if verb is not None and verb < mention.first else -1
    while k >= 0 and reading.tags[k] in "XMTVA":
        k -= 1
    thing = antecedent(reading, k) if k >= 0 and reading.norms[k] in {"it", "they"} else []
    return joined([text, "of", *thing]) if thing else ""


def _distance(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "a joint 12 km from the shore", "lies 31 km off the coast", "the village lies 1,180 metres above the sea"."""
    norms, at = reading.norms, after_both(reading, mention)
    link = norms[at] if at < len(norms) else ""
    if (other := endpoint(reading, mention)) is not None:
        far = phrase_words(reading, other)
        thing = _thing(reading, mention)
        return joined(["distance", *(["of", *thing] if thing else []), "from", *far]) if far else ""
    if link == "of" and mention.first and norms[mention.first - 1] == "within":
        near = phrase_words(reading, phrase_after(reading, at + 1))
        return joined(["distance", "from", *near]) if near else ""
    if link not in _words("apart") or what.first >= at or link in FROM:
        return ""
    thing = _thing(reading, mention)
    after = phrase_after(reading, at + 1)
    if link in {"above", "below"}:
        sea = after is not None and any(norms[k] == "sea" for k in range(after.first, after.last))
        return joined(["altitude", "of", *thing]) if sea and thing and link == "above" else ""
    return joined(["distance", "of", *thing]) if thing else ""


def _thing(reading: Reading, mention: Mention) -> list[str]:
    """What is so far away: the noun right before the figure, else the subject of a verb of place."""
    at = mention.first
    while at > 0 and reading.tags[at - 1] == "M":
        at -= 1
    beside = phrase_before(reading, at)
    gap = reading.norms[beside.last : at] if beside is not None else ["?"]
    if beside is not None and gap in ([], [","]):
        return phrase_words(reading, beside)
    verb = main_verb(reading, mention)
    if verb is None or verb > mention.first:
        return []
    return phrase_words(reading, subject_of(reading, verb, reading.clause(mention.first)[0]))


def _done(reading: Reading, mention: Mention, what: Measured, kind: str) -> str:
    """How much of a dimension was done, where the figure is the verb's whole object or subject: "treated 360 hectares",
    "29 GWh was lost", "flies up to 150 km".
    """
    verb = main_verb(reading, mention)
    noun = _words_of("done_of").get(kind)
    if noun is None or verb is None or reading.tags[verb] != "V" or not befell(reading, verb):
        return ""
    if verb_lemma(reading.norms[verb]) in _words("extending"):
        return ""
    if verb < mention.first:
        own = all(reading.tags[k] in "MP" for k in range(verb + 1, mention.first))
        after = reading.tags[mention.last : mention.last + 1]
        if not own or "P" in reading.tags[verb + 1 : mention.first] or after in (["N"], ["A"], ["Z"], ["-"]):
            return ""
        if reading.norms[mention.last : mention.last + 1] == ["of"]:
            return ""
    elif not passive(reading, verb) or any(reading.tags[k] not in "XM" for k in range(mention.last, verb)):
        return ""
    elif mention.first and reading.tags[mention.first - 1] == "P":
        return ""
    base = verb_lemma(reading.norms[verb])
    noun = "electricity" if kind == "energy" and base in _words("supplying") else noun
    return joined([noun, participle_of(reading, verb), *(agent_of(reading, verb) if verb < mention.first else [])])


def _has(reading: Reading, mention: Mention, what: Measured) -> bool:
    """Whether the noun has the length: it stands right after the figure, or before "of" and the figure."""
    after = what.first >= mention.last and what.first - mention.last <= _NEAR
    of = mention.first > 0 and reading.norms[mention.first - 1] == "of" and what.last == mention.first - 1
    return after or of


_NEAR = 3  # tokens between a figure and its noun: a hyphen, "of" and an article


def _named(text: str) -> bool:
    """Whether a measure names a dimension or another property already."""
    return any(lemma(word) in _words("properties") for word in text.split(" of ")[0].split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("wording")[name])


@cache
def _words_of(name: str) -> dict[str, str]:
    return dict(load_table("wording")[name])
