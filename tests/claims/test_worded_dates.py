"""What a date is the date of, in the words that are shown: the event beside it, past what stands between them."""

from __future__ import annotations

import pytest
from sentences import claim, claims

MEASURES = [
    # an event's noun right before its date, whatever the clause tells
    ("Angola's withdrawal from the cartel in 2019 first raised this fear.", "2019", "angolan withdrawal from cartel"),
    ("Growers were ruined by the frost in Alsace in April 1991.", "April 1991", "frost in alsace"),
    (
        "The shortage was deepened by the strike in Gdansk earlier in the year, which closed the port.",
        "earlier in the year",
        "strike in gdansk",
    ),
    ("They lived through the siege of Orm in 1994.", "1994", "siege of orm"),
    ("After the looting at the beginning of the year, the shops stayed shut.", "the beginning of the year", "looting"),
    ("The council discussed the merger in May 2011.", "May 2011", "merger discussed"),
    # an event behind its date, where the clause only tells of a turn of things
    ("The low point came in 1993 with the closure of the last pit.", "1993", "closure of last pit"),
    ("This deepened in 2008 after the collapse of Norbank.", "2008", "collapse of norbank"),
    ("That shifted in 2015 in the wake of the shooting at Orm College.", "2015", "shooting at orm college"),
    ("A turning point came in 1974 in the aftermath of the coup in Lisbon.", "1974", "coup in lisbon"),
    ("Nepal had suffered in 1934 from an earthquake in the east.", "1934", "earthquake in east"),
    ("Sales fell in 2009 after the fire at the mill.", "2009", "sales fell"),
    # a date that is only named or looked back to
    ("The year to remember is 1962, when the lake froze over.", "1962", "lake froze"),
    ("The date to remember is 1987, when there was a large fire at the docks in Orlen.", "1987", "large fire at docks"),
    ("One need only think back to 2003, and the blackout in Rome.", "2003", "blackout in rome"),
    (
        "If we look back to 1986, when there was an explosion at the plant, the lesson is plain.",
        "1986",
        "explosion at plant",
    ),
    (
        "If we look at the mid-1990s, when Ole Lund did a tour of Peru and visited four ports, it is plain.",
        "the mid-1990s",
        "tour of peru",
    ),
    ("As we saw in 2019, the dam can hold.", "2019", ""),
    ("What we saw happening in Orm in 2011 was grim.", "2011", "events in orm"),
    ("What we saw in May 2012 was a collapse of prices.", "May 2012", "collapse of prices"),
    # a possessive date
    ("She missed last month's conference on fisheries.", "last month's", "conference on fisheries missed"),
    (
        "One of two essays for this year's Annual Review of Birds looks at swans.",
        "this year's",
        "annual review of birds",
    ),
    # a clause or an aside between a date and its verb
    ("In 2004, while the roof was being mended, thieves stole the altarpiece.", "2004", "thieves stole altarpiece"),
    ("In 1977, after two years of drought, the lake that feeds the mill dried up.", "1977", "lake dried up"),
    ("Later in May, a trawler that had left Vigo without a list was stopped.", "Later in May", "trawler stopped"),
    (
        "In early 1999, the Orm Players, the oldest troupe in the county, staged a festival of farces.",
        "early 1999",
        "festival of farces",
    ),
    ("In 2018, the bank, which had lost half of its customers, moved to Basel.", "2018", "bank moved to basel"),
    ("In March 2012, a judge who had studied the case for years freed the sailors.", "March 2012", "sailors freed"),
    (
        "While talks were already under way, by autumn 2016 Norway signed a deal with the Danish government.",
        "by autumn 2016",
        "deal with danish government signed",
    ),
    (
        "Then in 2013 Maria Lund presented the northern line, and in 2014 the council built it.",
        "2013",
        "northern line presented",
    ),
    (
        "In 2010 researchers at Cusco University discovered that the lake was shrinking.",
        "2010",
        "discovery by researchers on lake shrinking",
    ),
    ("In 2010 elections in Peru were cancelled.", "2010", "elections in peru"),
    # verbs that only lead to another
    ("In 2015, Maria Lund sailed to Malta and bought a hotel.", "2015", "maria lund bought hotel"),
    ("In 2020 the guild continued to train and pay apprentices.", "2020", "guild training apprentices"),
    ("They began digging the canal in 1893.", "1893", "canal dug"),
    ("The bishop paid a visit to Orm in 1907.", "1907", "visit to orm"),
    (
        "Last month the minister travelled to Chile, and the bill was passed.",
        "Last month",
        "travel of minister to chile",
    ),
    # what those in office do
    ("In May 2014 customs officers seized a rare parrot.", "May 2014", "rare parrot seized"),
    ("In February 2021, Turkish police detained Ana Ruiz.", "February 2021", "ana ruiz detained"),
    (
        "In January 2021, security agencies arrested a Chilean national for planning an attack.",
        "January 2021",
        "chilean national arrested for planning attack",
    ),
    ("In May 2014 the firm closed the mill.", "May 2014", "firm closed mill"),
    # the clause that fills a noun
    ("The fact that both cities were rebuilt in 1950 is forgotten.", "1950", "cities rebuilt"),
    ("The idea that Peru will leave the pact in 2031 is wrong.", "2031", "pact left"),
    ("News that the bridge was closed in May 2012 surprised few.", "May 2012", "bridge closed"),
    # what is said
    (
        "In June 2011, botanists in Kew reported that a fern which had been thought lost grows in Peru.",
        "June 2011",
        "report by botanists on fern growing in peru",
    ),
    (
        "In 2009 detectives revealed that the painting, a copy made by a pupil, had been in the cellar.",
        "2009",
        "revelation by detectives on painting in cellar",
    ),
    (
        "In 2013 the ministry pledged that the army would clear the mines.",
        "2013",
        "pledge by ministry on army clearing mines",
    ),
    (
        "In October 2020 the council announced that a Danish firm would fund and build new sheds.",
        "October 2020",
        "new sheds announced",
    ),
    ("On 3 May 2016 the port said it would deepen the basin.", "3 May 2016", "statement by port on deepening basin"),
    # captions
    ("Ole Lund, right, addresses a rally in Oslo in June 2014: he lost the vote.", "June 2014", "rally in oslo"),
    (
        "The mayor shakes hands with a nurse during a ceremony in Chur, in June 2020: the hospital is new.",
        "June 2020",
        "ceremony in chur",
    ),
    ("Nurses applaud during a strike meeting in Leeds, 12 May 1988.", "12 May 1988", "strike meeting in leeds"),
    (
        "Pilgrims climb the steps of the temple in Kandy on May 4: the feast draws thousands.",
        "May 4",
        "pilgrims climb steps of temple",
    ),
    # what somebody is shown to do
    ("The best clip was of a guard chasing a fox on 3 May 2016.", "3 May 2016", "guard chasing fox"),
    ("The latest sign was the mayor visiting the mosque last week.", "last week", "mayor visiting mosque"),
    # clefts
    ("It was only in 1994 that some of the ferries ran again.", "1994", "ferries ran"),
    ("It is only now, two years on, that some of the huts are opening again.", "two years on", "huts opening"),
    # lengths of time
    ("The crew spent three weeks painting the hull.", "three weeks", "hull painted"),
    (
        "The theft came two weeks after the guard left for Spain.",
        "two weeks",
        "time from guard left for spain to theft",
    ),
    ("Two months after the fire, the mill is still closed.", "Two months", "time since fire"),
    # known counts and counts of another clause
    (
        "Protecting herds remained a top priority for the five republics of the Andes in 2021.",
        "2021",
        "protecting herds remained top priority for republics",
    ),
    ("By 2016 Norway signed a deal with Peru that both would build 30 sheds.", "By 2016", "deal with peru signed"),
    ("In 2016 the orchard sold 40 tonnes of plums.", "2016", "plums sold"),
    # an event that is named once for several dates
    (
        "She recalled a trip to Oslo by the mayor in May 2011 and her deputy in June 2012.",
        "June 2012",
        "trip to oslo by deputy",
    ),
    ("It closed after visits to Peru in 2010 and Chile in 2012.", "2012", "visit to chile"),
    ("The council built a school in 1990, a bridge in 1994 and a pool in 1999.", "1999", "council built pool"),
    ("Rome hosted the games in 1960 and Munich in 1972.", "1972", "munich hosted games"),
    ("They met in May 2011 and June 2012.", "June 2012", ""),
    # a capital that is meant as a city
    ("They saw the fall of Lima in 1881.", "1881", "fall of lima"),
    ("He paid a visit to Lima in 1990.", "1990", "visit to lima"),
    ("Lima signed the treaty in 1990.", "1990", "treaty signed"),
    # an event levelled at somebody
    ("The embargo followed the 2014 sanctions levied against Peru.", "2014", "sanctions against peru"),
    ("They feared the 1998 attack planned on the port.", "1998", "attack on port"),
    # what a noun is said to be, and what would be
    (
        "After 2009, the perception in Lima was that the fighting in the hills was getting worse.",
        "After 2009",
        "fighting getting worse",
    ),
    ("In 2010 the fear was that the bank would fail.", "2010", "fear"),
    # how a time is for somebody
    ("It was a tough six months for the miners of Orm.", "six months", "tough period for miners"),
    ("It was open for six months for the miners of Orm.", "six months", "open"),
    # a verb that tells nothing of what happened
    ("While 2011 may have appeared quiet, the truth is another.", "2011", ""),
    (
        "Ole Lund attends a press briefing after signing papers in Oslo in May 2014: the deal was never ratified.",
        "May 2014",
        "press briefing in oslo",
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "wanted"), MEASURES, ids=[f"{text} {figure}" for text, figure, _ in MEASURES]
)
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


def test_what_happened_then_is_the_event_told_of_before() -> None:
    told = "The strike in Gdansk at the beginning of the year cost jobs.\n\n"
    again = "In what happened at the beginning of the year there is a lesson."
    assert [one.measure for one in claims(told + again)] == ["strike in gdansk"] * 2
    assert [one.measure for one in claims(again)] == ["events"]
