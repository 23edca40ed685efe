"""Money: the noun that an amount is an amount of, wherever it stands."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.gerunds import TO_DO, deed_noun, undertaken
from claimcheck.claims.measured.model import (
    NOTHING,
    Measured,
    apposed,
    from_phrase,
    labelled,
    listed,
    main_verb,
    object_of,
    outermost,
    set_at,
    stands_for,
    subject_of,
    verb_of,
)
from claimcheck.claims.phrases import Phrase, contains_little, phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_money"]

_SPENDING = frozenset(
    {"spend", "pay", "cost", "invest", "sell", "buy", "charge", "earn", "award", "lend", "owe", "raise"}
)

_OUTLAYS = frozenset({"spending", "cost", "expenditure", "investment", "outlay", "price", "bill", "expense"})


def of_money(reading: Reading, mention: Mention) -> Measured:
    """What the money is for: "a $57 million contract", "aid in the amount of $14.5m", "spent $15m as assistance"."""
    verb = main_verb(reading, mention)
    event = verb_of(reading, verb)
    for way in (_attributive, _amount_of, _label, _headed, _linked, _costs, _moved, _object, set_at, _subject, _listed):
        found = way(reading, mention, verb)
        if found is not None and found.measure:
            return found.of(event)
    return NOTHING.of(event)


def _label(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    beside = labelled(reading, mention) or apposed(reading, mention)
    if beside is None or verb is None or not verb < beside.first:
        return beside
    # "must pay Arnott, a smoker's widow, $9m": whom the money goes to, no noun for it.
    return None if verb_of(reading, verb) in load_table("transfers")["to_whom"]["verbs"] else beside


def _headed(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "Share capital CHF 2.4 million, fully paid up": the noun of an entry right before its amount."""
    phrase = phrase_before(reading, mention.first)
    if phrase is None or phrase.last != mention.first or reading.tags[phrase.head] != "N":
        return None
    first, _ = reading.clause(mention.first)
    paid = verb is not None and verb > mention.first and reading.norms[mention.last : mention.last + 1] == [","]
    if not paid or any(mark in "VXPG" for mark in reading.tags[first : mention.first]):
        return None
    return from_phrase(reading, phrase, "the noun of the entry")


def _listed(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    return listed(reading, mention)


def _costs(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "the bridge cost £18m": the cost of the bridge; "sold the mill for £2m": its price."""
    if verb is None or verb > mention.first:
        return None
    word = verb_of(reading, verb)
    if word == "set" and "back" in reading.norms[verb + 1 : mention.first]:
        word = "cost"  # "sets a tenant back £20,600"
    noun = "cost" if word in {"cost", "price"} else load_table("transfers")["price_of"].get(word)
    if noun is None or (noun != "cost" and word != "fetch" and reading.norms[mention.first - 1] not in {"for", "at"}):
        return None
    deed = undertaken(reading, verb) if noun == "cost" else None
    if deed is not None and (done := deed_noun(reading, deed[0])):
        target = from_phrase(reading, deed[1], "").measure if deed[1] is not None else ""
        text = " of ".join(part for part in (noun, done, target) if part)
        last = deed[1].last if deed[1] is not None else deed[0] + 1
        return Measured(text, noun, "", deed[0], last, TO_DO, 0.9)
    thing = None if noun == "cost" else object_of(reading, verb, mention.first - 1)
    phrase = thing or subject_of(reading, verb, reading.clause(mention.first)[0])
    if phrase is None and noun == "cost" and reading.norms[verb - 1 : verb] == ["it"]:
        phrase = _undertaken(reading, mention.last)
        if phrase is None:
            return Measured(noun, noun, "", verb, verb + 1, f"the verb “{reading.tokens[verb].text}”", 0.7)
    if phrase is None or (noun != "cost" and reading.tags[phrase.head] != "N"):
        return None
    found = from_phrase(reading, phrase, f"the subject of “{reading.tokens[verb].text}”", keep_names=True)
    return evolve(found, measure=f"{noun} of {found.measure}", head=noun)


def _undertaken(reading: Reading, at: int) -> Phrase | None:
    """ "it costs £940 to produce an ounce of gold": what is produced."""
    if reading.norms[at : at + 1] != ["to"] or reading.tags[at + 1 : at + 2] not in (["V"], ["G"]):
        return None
    return phrase_after(reading, at + 2)


def _moved(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "spent $4m on buses", "$5bn has been budgeted for the lander": the noun of the verb, and what it is for."""
    verb = _relative_verb(reading, mention) or verb
    if verb is None:
        return None
    nouns, word = load_table("transfers")["noun_of"], verb_of(reading, verb)
    particle = f"{word} {reading.norms[verb + 1]}" if verb + 1 < mention.first else ""
    noun = nouns.get(particle) or nouns.get(word)
    if noun is None:
        return None
    held = particle not in nouns and verb < mention.first and _common_object(reading, verb, mention.first)
    if held and not _recipient(reading, verb, mention):
        return None
    tokens, tags = reading.tokens, reading.tags
    at = mention.last if verb < mention.first else verb + 1
    if at < len(tokens) and tokens[at].norm == "from" and (giver := phrase_after(reading, at + 1)) is not None:
        at = giver.last  # "got €460,000 from the town for the cinema"
    goal = ""
    last = mention.last
    if at < len(tokens) and tokens[at].norm in {"for", "on", "to", "towards", "into", "in"}:
        start = at + 1
        while start < len(tokens) and tags[start] in "VGXT":
            start += 1
        phrase = phrase_after(reading, start)
        if reading.norms[start : start + 1] in _PRONOUNS and (meant := stands_for(reading, start)) is not None:
            goal, last = f" {'for' if tokens[at].norm == 'to' else tokens[at].norm} {meant.measure}", start + 1
        elif phrase is not None and tags[phrase.head] == "N":
            found = from_phrase(reading, phrase, "")
            if found.head in load_table("transfers")["give"]["nouns"]:
                return evolve(found, why=f"what “{tokens[verb].text}” is spent on")
            if tokens[at].norm == "in" and noun != "investment":
                return Measured(str(noun), str(noun), "", mention.first, last, "the verb", 0.7)
            goal, last = f" {'for' if tokens[at].norm == 'to' else tokens[at].norm} {found.measure}", found.last
    goal = goal or _fronted_goal(reading, verb)
    if not goal and verb_of(reading, verb) in load_table("transfers")["receive"]["verbs"] and noun == "payment":
        return None  # "potholes get £170 million"
    why = f"the verb “{reading.tokens[verb].text}”"
    return Measured(f"{noun}{goal}", str(noun), "", mention.first, last, why, 0.9 if goal else 0.7)


_PRONOUNS = (["it"], ["them"], ["this"])


def _fronted_goal(reading: Reading, verb: int) -> str:
    """What a clause says at its start that money is for: "For the cinema the owners got €460,000"."""
    first, _ = reading.clause(verb)
    phrase = phrase_after(reading, first + 1) if reading.norms[first] == "for" else None
    if phrase is None or phrase.last >= verb or reading.tags[phrase.head] != "N":
        return ""
    return f" for {from_phrase(reading, phrase, '').measure}"


def _relative_verb(reading: Reading, mention: Mention) -> int | None:
    """The verb of a clause that hangs on the amount: "the $8m that China has spent on an outpost"."""
    at = mention.last
    if at >= len(reading.tokens) or reading.tokens[at].norm not in {"that", "which"}:
        return None
    return next((i for i in range(at + 1, min(at + 8, len(reading.tags))) if reading.tags[i] == "V"), None)


def _common_object(reading: Reading, verb: int, ceiling: int) -> bool:
    """Whether a common noun stands between verb and amount ("provided aid of $8m"): that is then what it measures."""
    return any(mark == "N" for mark in reading.tags[verb + 1 : ceiling])


def _recipient(reading: Reading, verb: int, mention: Mention) -> bool:
    """Whether the noun between verb and amount is whom the money goes to or comes from: "fined the mill £2m"."""
    if verb_of(reading, verb) not in load_table("transfers")["to_whom"]["verbs"]:
        return False
    whom = phrase_after(reading, verb + 1)
    if whom is not None and whom.last < mention.first and reading.norms[whom.last] in _COMPLETED_BY:
        return not _PREPOSED & set(reading.norms[whom.last + 1 : mention.first])  # "paid the widow of the driver £9"
    found = object_of(reading, verb, mention.first)
    if found is None or "P" in reading.tags[verb + 1 : mention.first]:
        return False
    inserted = reading.norms[found.last] == reading.norms[mention.first - 1] == ","  # "pay Holm, a widow, $9m"
    return found.last == mention.first or inserted


_COMPLETED_BY = frozenset({"of", "who", "whose"})
_PREPOSED = frozenset({"of", "worth", "with", "for", "to", "at"}) - {"of"}


def _attributive(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    at = mention.last
    tokens, tags = reading.tokens, reading.tags
    if "per" in reading.norms[mention.core : at] and tokens[at - 1].norm in _HUNDREDS:
        return None  # "$165 per thousand cubic metres"
    if at < len(tokens) and tokens[at].text in "-–‑" and tokens[at].glued:
        at += 1
    if at < len(tokens) and tags[at] in "NAG" and (tags[at] != "A" or at + 1 < len(tokens)):
        phrase = phrase_after(reading, at)
        if phrase is not None:
            return from_phrase(reading, phrase, "the noun after the amount")
    return None


_HUNDREDS = frozenset({"hundred", "thousand", "million"})


def _amount_of(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "spending of $8m", "a budget of $8m", "aid in the amount of $8m", "at a cost of $8m"."""
    tokens = reading.tokens
    at = mention.first
    link = tokens[at - 1].norm if at else ""
    if link not in {"of", "worth", "costing", "totalling", "totaling"}:
        return None
    at = at if link == "of" else _before_dates(reading, at - 1) + 1
    phrase = phrase_before(reading, at - 1)
    if phrase is None or (phrase.last != at - 1 and link == "of"):
        return None
    if contains_little(lemma(tokens[phrase.head].norm)):
        k = phrase.first
        while k and reading.tags[k - 1] in "DMAP":
            k -= 1
        wider = phrase_before(reading, k)
        if wider is not None:
            phrase = wider
    phrase = outermost(reading, phrase) or phrase
    found = from_phrase(reading, phrase, "the noun before “of”")
    if link == "of" and found.head in load_table("transfers")["aimed_at"]["nouns"]:
        return _aimed(reading, mention, phrase) or found
    return _purpose(reading, mention, found) if found.head in _OUTLAYS else found


def _before_dates(reading: Reading, at: int) -> int:
    """The token before which dates stand that are put between a noun and its amount: "loans by 2016 totalling"."""
    while at and reading.figure_at[at - 1] >= 0:
        mention = reading.mentions[reading.figure_at[at - 1]]
        if mention.kind not in TIMES:
            break
        at = mention.first
        at -= bool(at) and reading.tags[at - 1] == "P"
    return at


def _aimed(reading: Reading, mention: Mention, goal: Phrase) -> Measured | None:
    """ "A goal of $10 billion worth of trade", "a target of $4 billion in exports": trade goal, export target."""
    at, norms = mention.last, reading.norms
    at += norms[at : at + 2] == ["worth", "of"]
    if norms[at : at + 1] not in (["of"], ["in"], ["for"]) or reading.tags[at + 1 : at + 2] == ["D"]:
        return None
    stuff = phrase_after(reading, at + 1)
    if stuff is None or reading.tags[stuff.head] != "N" or reading.figure_at[at + 1] >= 0:
        return None
    thing = from_phrase(reading, stuff, "what is aimed at")
    noun = lemma(reading.norms[goal.head])
    words = " ".join([*reading.norms[stuff.first : stuff.last], noun])
    text = f"{thing.measure} {noun}"
    return Measured(text, noun, "", why="what is aimed at", label=words)


def _purpose(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """What an outlay is for: "spending of $8m to construct an outpost" is spending on an outpost."""
    tokens = reading.tokens
    at = mention.last
    if at >= len(tokens) or tokens[at].norm not in {"on", "for", "to", "in"}:
        return found
    start = at + 1
    if start < len(tokens) and reading.tags[start] in "VG":
        start += 1
    phrase = phrase_after(reading, start)
    if phrase is None or reading.tags[phrase.head] != "N":
        return found
    goal = from_phrase(reading, phrase, "")
    return evolve(found, measure=f"{found.measure} on {goal.measure}", last=goal.last)


def _linked(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    tokens = reading.tokens
    at = mention.last
    if at < len(tokens) and tokens[at].norm == "worth" and at + 1 < len(tokens) and tokens[at + 1].norm == "of":
        at += 1
    if at < len(tokens) and tokens[at].norm in {"of", "in", "as", "worth"}:
        if tokens[at].norm == "in" and reading.tags[at + 1 : at + 2] == ["D"]:
            return None  # "€7m in the mill", "€1,121 in a year"
        if tokens[at].norm == "in" and verb_of(reading, verb) == "invest":
            return None  # "invested €7m in Peru's mines"
        phrase = phrase_after(reading, at + 1)
        if phrase is not None and reading.tags[phrase.head] == "N":
            return from_phrase(reading, phrase, f"the phrase after “{tokens[at].text}”")
    return None


def _object(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """The verb's object before the amount ("provided military aid … $8m"), or what is bought or built with it."""
    if verb is None or verb > mention.first:
        return None
    found = object_of(reading, verb, mention.first)
    if found is not None and reading.tags[found.head] == "N":
        return from_phrase(reading, found, "the object of the verb")
    tokens = reading.tokens
    at = mention.last
    if at < len(tokens) and tokens[at].norm in {"for", "on", "to", "towards"}:
        start = at + 1
        if start < len(tokens) and reading.tags[start] in "VG":
            start += 1
        phrase = phrase_after(reading, start)
        word = verb_of(reading, verb)
        if phrase is not None and reading.tags[phrase.head] == "N" and word in _SPENDING:
            return from_phrase(reading, phrase, f"what the verb “{tokens[verb].text}” pays for", confidence=0.9)
    return None


def _subject(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    if verb is None or verb > mention.first or (verb_of(reading, verb) in _SPENDING - {"cost"}):
        return None
    phrase: Phrase | None = subject_of(reading, verb, reading.clause(mention.first)[0])
    if phrase is not None and reading.tags[phrase.head] == "N":
        return from_phrase(reading, phrase, f"the subject of “{reading.tokens[verb].text}”", confidence=0.8)
    return None
