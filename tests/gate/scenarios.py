"""Edits to small trees and what the gate must say of them, each of a class that projects meet."""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["SCENARIOS", "Scenario"]


@frozen
class Scenario:
    """A tree, an edit (a file that is None is deleted), and what is stale or newly in conflict after it.

    ``stale`` holds (file, figure) of the copies that must be reported; nothing else may be. ``conflicts`` the same of
    ends of new contradictions. ``noted`` are figures of changes that deserve a note.
    """

    name: str
    before: dict[str, str]
    after: dict[str, str | None]
    stale: set[tuple[str, str]] = field(factory=set)
    conflicts: set[tuple[str, str]] = field(factory=set)
    noted: set[tuple[str, str]] = field(factory=set)


SCENARIOS = [
    Scenario(
        "a limit is raised in one place of four",
        {
            "README.md": "# Ledgerlite\n\nLedgerlite keeps invoices.\n\n- Attach scans of up to 20 MB\n"
            "- Keep them for 7 years\n\nIt needs 20 MB of memory to start.\n",
            "docs/attachments.md": "# Attachments\n\nA scan may be at most 20 MB. Larger scans are refused.\n",
            "docs/help.md": "# Help\n\n**My scan is refused.**\nThe limit is twenty megabytes per scan.\n",
            "docs/api.md": "# API\n\n| Field | Meaning |\n|---|---|\n| `scan` | at most 20971520 bytes |\n",
            "CHANGELOG.md": "# Changelog\n\n## 1.4.0 (2023-02-02)\n\n- Scans may now have 20 MB instead of 5 MB.\n",
        },
        {
            "README.md": "# Ledgerlite\n\nLedgerlite keeps invoices.\n\n- Attach scans of up to 30 MB\n"
            "- Keep them for 7 years\n\nIt needs 20 MB of memory to start.\n",
        },
        stale={
            ("docs/attachments.md", "at most 20 MB"),
            ("docs/help.md", "twenty megabytes per scan"),
            ("docs/api.md", "at most 20971520 bytes"),
        },
    ),
    Scenario(
        "a head count in prose, in a table and in words",
        {
            "about.md": "# The Varna choir\n\nThe choir has 64 singers and gives 12 concerts a year.\n",
            "facts.md": "# Facts\n\n| | |\n|---|---|\n| Singers | 64 |\n| Concerts a year | 12 |\n",
            "press/release.md": "# Spring concert\n\nThe sixty-four singers of the choir will perform on 4 May 2025.\n",
            "history.md": "# History\n\nIn 1988 the choir had 64 singers for the first time.\n",
        },
        {"about.md": "# The Varna choir\n\nThe choir has 71 singers and gives 12 concerts a year.\n"},
        stale={("facts.md", "64"), ("press/release.md", "sixty-four")},
    ),
    Scenario(
        "all copies of a count follow",
        {
            "README.md": "# Fernbed\n\nThe nursery grows 340 kinds of fern.\n",
            "visit.md": "# Visit\n\nSee our three hundred and forty kinds of fern. Parking costs 340 yen.\n",
        },
        {
            "README.md": "# Fernbed\n\nThe nursery grows 355 kinds of fern.\n",
            "visit.md": "# Visit\n\nSee our 355 kinds of fern. Parking costs 340 yen.\n",
        },
        noted={("README.md", "355"), ("visit.md", "355")},
    ),
    Scenario(
        "a date is moved in the programme and not on the travel page",
        {
            "programme.md": "# Programme\n\nThe symposium takes place from 12 to 14 May 2026 in Graz.\n",
            "travel.md": "# Travel\n\nThe symposium takes place from 12 to 14 May 2026; book early.\n",
            "faq.md": "# Questions\n\nWhen does the symposium start? The symposium starts on 12 May 2026.\n",
            "archive.md": "# Earlier meetings\n\nThe symposium of 2022 took place on 12 May 2022.\n",
        },
        {"programme.md": "# Programme\n\nThe symposium takes place from 19 to 21 May 2026 in Graz.\n"},
        stale={("travel.md", "from 12 to 14 May 2026"), ("faq.md", "12 May 2026")},
    ),
    Scenario(
        "a deadline is put off",
        {
            "call.md": "# Call for papers\n\nThe deadline for abstracts is 30 June 2025.\n",
            "index.md": "# Welcome\n\nAbstracts can be submitted until the deadline of 30 June 2025.\n",
            "dinner.md": "# Dinner\n\nThe dinner is on 30 June 2025 at the harbour.\n",
        },
        {"call.md": "# Call for papers\n\nThe deadline for abstracts is 15 July 2025.\n"},
        stale={("index.md", "30 June 2025")},
    ),
    Scenario(
        "a required version",
        {
            "README.md": "# Tidepool\n\nTidepool requires Python 3.9 or newer.\n",
            "docs/install.md": "# Installation\n\nYou need Python 3.9+ and a C compiler.\n",
            "docs/changes.md": "# Changes\n\n## 2.0\n\n- Requires Python 3.9 or newer.\n",
        },
        {"README.md": "# Tidepool\n\nTidepool requires Python 3.11 or newer.\n"},
        stale={("docs/install.md", "3.9+")},
    ),
    Scenario(
        "units are converted",
        {
            "trail.md": "# The ridge trail\n\nThe ridge trail is 42 km long and climbs 1,200 m.\n",
            "map.md": "# Map\n\nThe ridge trail (42 kilometres) is marked in red.\n",
        },
        {"trail.md": "# The ridge trail\n\nThe ridge trail is 26 miles long and climbs 3,940 feet.\n"},
    ),
    Scenario(
        "text is moved, reworded and reformatted",
        {
            "a.md": "# Mill\n\nThe mill grinds 240 tonnes of flour a year. It has 18 workers.\n\n## Visits\n\n"
            "Open on 5 days a week.\n",
            "b.md": "# Notes\n\nNothing here.\n",
        },
        {
            "a.md": "# Mill\n\n## Visits\n\nYou can come on **five** days a week.\n",
            "b.md": "# Notes\n\nNothing here.\n\nEach year, 240 tonnes of flour are ground by the mill.\n"
            "The mill has eighteen workers.\n",
        },
    ),
    Scenario(
        "a new sentence contradicts an untouched file",
        {
            "plan.md": "# Lighthouse\n\nThe Skerry lighthouse is 38 metres high. It was lit in 1871.\n",
            "walk.md": "# Walks\n\nThe walk takes two hours.\n",
        },
        {
            "walk.md": "# Walks\n\nThe walk takes two hours.\n\nThe Skerry lighthouse is 43 metres high.\n",
        },
        conflicts={("plan.md", "38 metres"), ("walk.md", "43 metres")},
    ),
    Scenario(
        "a contradiction that was there before is not the edit's",
        {
            "plan.md": "# Lighthouse\n\nThe Skerry lighthouse is 38 metres high.\n",
            "walk.md": "# Walks\n\nThe Skerry lighthouse is 43 metres high. The walk takes two hours.\n",
        },
        {"walk.md": "# Walks\n\nThe Skerry lighthouse is 43 metres high. The walk takes three hours.\n"},
        noted={("walk.md", "three hours")},
    ),
    Scenario(
        "a new release is written up",
        {
            "CHANGELOG.md": "# Changelog\n\n## 1.0.0 (2024-01-10)\n\n- Up to 8 projects for each user.\n",
            "README.md": "# Taskpad\n\nEach user may have up to 16 projects.\n",
        },
        {
            "CHANGELOG.md": "# Changelog\n\n## 1.1.0 (2024-06-01)\n\n- Up to 16 projects for each user.\n\n"
            "## 1.0.0 (2024-01-10)\n\n- Up to 8 projects for each user.\n",
        },
    ),
    Scenario(
        "a file is renamed and edited",
        {
            "guide.md": "# Guide\n\nThe reservoir holds 96 million litres.\n\nIt is fed by the river Ane.\n"
            "It supplies three towns.\n",
            "leaflet.md": "# Leaflet\n\nThe reservoir holds 96 million litres of water.\n",
        },
        {
            "guide.md": None,
            "manual.md": "# Guide\n\nThe reservoir holds 88 million litres.\n\nIt is fed by the river Ane.\n"
            "It supplies three towns.\n",
        },
        stale={("leaflet.md", "96 million litres")},
    ),
    Scenario(
        "a price in one of three places",
        {
            "tickets.md": "# Tickets\n\nA day ticket for the museum costs €14.50.\n",
            "groups.md": "# Groups\n\nInstead of €14.50 for a day ticket, groups pay €9 a head.\n",
            "cafe.md": "# Café\n\nThe lunch menu costs €14.50.\n",
        },
        {"tickets.md": "# Tickets\n\nA day ticket for the museum costs €16.\n"},
        stale={("groups.md", "€14.50")},
    ),
    Scenario(
        "a small number that many things share",
        {
            "team.md": "# Team\n\nThe project has three maintainers. Releases come every three months.\n",
            "support.md": "# Support\n\nWe support three versions of the database at a time.\n",
            "governance.md": "# Governance\n\nThe three maintainers decide by vote.\n",
        },
        {"team.md": "# Team\n\nThe project has four maintainers. Releases come every three months.\n"},
        stale={("governance.md", "three")},
    ),
    Scenario(
        "a rate is changed in a table and left in prose",
        {
            "limits.md": "# Limits\n\n| Limit | Value |\n|---|---|\n| Requests per minute | 600 |\n| Keys | 12 |\n",
            "quickstart.md": "# Quick start\n\nA client may send 600 requests per minute.\n",
            "status.md": "# Status\n\nThe probe runs every 600 seconds.\n",
        },
        {"limits.md": "# Limits\n\n| Limit | Value |\n|---|---|\n| Requests per minute | 900 |\n| Keys | 12 |\n"},
        stale={("quickstart.md", "600")},
    ),
    Scenario(
        "a rounded copy",
        {
            "census.md": "# Census\n\nThe island of Roe has 31,245 inhabitants.\n",
            "intro.md": "# Introduction\n\nRoe is an island with about 31,000 inhabitants.\n",
        },
        {"census.md": "# Census\n\nThe island of Roe has 33,910 inhabitants.\n"},
        stale={("intro.md", "about 31,000")},
    ),
    Scenario(
        "facts come and go",
        {
            "park.md": "# Park\n\nThe park has 14 lakes.\n\nThe park has 9 bridges.\n",
            "map.md": "# Map\n\nAll 14 lakes and 9 bridges of the park are shown.\n",
        },
        {"park.md": "# Park\n\nThe park has 14 lakes.\n\nThe park has 120 benches.\n"},
    ),
    Scenario(
        "the past stays the past",
        {
            "clinic.md": "# Clinic\n\nThe clinic has 85 beds.\n",
            "story.md": "# Our story\n\n1931  Founded with 20 beds.\n1964  A new wing brings it to 85 beds.\n\n"
            "In 1990 the clinic had 85 beds.\n",
            "site.md": "# Welcome\n\nOur clinic has 85 beds.\n",
        },
        {"clinic.md": "# Clinic\n\nThe clinic has 97 beds.\n"},
        stale={("site.md", "85")},
    ),
    Scenario(
        "figures of one year are copies of one another, those of another year are not",
        {
            "report.md": "# Report\n\n| Year | Visitors |\n|---|---|\n| 2022 | 46,500 |\n| 2023 | 46,900 |\n",
            "summary.md": "# Summary\n\nIn 2023 the zoo had 46,900 visitors.\n\nIn 2019 it had 46,900 visitors too.\n",
        },
        {
            "report.md": "# Report\n\n| Year | Visitors |\n|---|---|\n| 2022 | 46,500 |\n| 2023 | 47,250 |\n",
        },
        stale={("summary.md", "46,900")},
    ),
    Scenario(
        "a port",
        {
            "README.md": "# Relay\n\nRelay listens on port 7400.\n",
            "deploy.md": "# Deploy\n\nOpen port 7400 in the firewall. The log keeps 7,400 lines.\n",
        },
        {"README.md": "# Relay\n\nRelay listens on port 7500.\n"},
        stale={("deploy.md", "7400")},
    ),
    Scenario(
        "a sum of money in another notation",
        {
            "budget.md": "# Budget\n\nThe programme has a budget of €2.4 million.\n",
            "press.md": "# Press\n\nThe programme, with its budget of 2,400,000 euros, starts in May.\n",
        },
        {"budget.md": "# Budget\n\nThe programme has a budget of €3.1 million.\n"},
        stale={("press.md", "2,400,000 euros")},
    ),
    Scenario(
        "one of two equal figures",
        {
            "team.md": "# Team\n\nThe office has 12 engineers and 12 designers.\n",
            "jobs.md": "# Jobs\n\nJoin our 12 engineers.\n\nJoin our 12 designers.\n",
        },
        {"team.md": "# Team\n\nThe office has 15 engineers and 12 designers.\n"},
        stale={("jobs.md", "12")},
    ),
    Scenario(
        "a span of time in other units",
        {
            "terms.md": "# Terms\n\nA trial lasts 14 days.\n",
            "faq.md": "# Questions\n\nHow long is the trial? The trial lasts two weeks.\n",
            "returns.md": "# Returns\n\nGoods can be returned within 14 days.\n",
        },
        {"terms.md": "# Terms\n\nA trial lasts 30 days.\n"},
        stale={("faq.md", "two weeks")},
    ),
    Scenario(
        "a founding year",
        {
            "firm.md": "# Firm\n\nThe firm was founded in 1987 in Ghent.\n",
            "press.md": "# Press\n\nFounded in 1987, the firm sells clocks.\n",
            "people.md": "# People\n\nThe director was born in 1987.\n",
        },
        {"firm.md": "# Firm\n\nThe firm was founded in 1978 in Ghent.\n"},
        stale={("press.md", "1987")},
    ),
    Scenario(
        "an item is put into a list",
        {"tools.md": "# Tools\n\n- hammer: 3 kg\n- saw: 2 kg\n", "shop.md": "# Shop\n\nThe saw weighs 2 kg.\n"},
        {"tools.md": "# Tools\n\n- axe: 4 kg\n- hammer: 3 kg\n- saw: 2 kg\n"},
    ),
    Scenario(
        "a count in a badge, a table, in words and in a listing of files",
        {
            "README.md": "# Quillcheck\n\n![rules](https://img.shields.io/badge/rules-38-blue)\n\n"
            "Quillcheck has 38 rules for prose.\n\n| What | Count |\n|---|---|\n| Rules | 38 |\n| Presets | 38 |\n",
            "docs/overview.md": "# Overview\n\nThirty-eight rules come with Quillcheck.\n\n"
            "```\nquillcheck/\n  rules/        # 38 rules\n  presets/      # 6 presets\n  cli.py\n```\n",
            "docs/speed.md": "# Speed\n\nA page takes 38 ms. The test suite has 38 fixtures.\n",
        },
        {
            "README.md": "# Quillcheck\n\n![rules](https://img.shields.io/badge/rules-38-blue)\n\n"
            "Quillcheck has 41 rules for prose.\n\n| What | Count |\n|---|---|\n| Rules | 38 |\n| Presets | 38 |\n",
        },
        stale={("README.md", "38"), ("docs/overview.md", "Thirty-eight"), ("docs/overview.md", "38")},
    ),
    Scenario(
        "a price, and the same sum for something else in the next sentence",
        {
            "fees.md": "# Fees\n\nA replacement card costs £12. Members who lose a locker key pay £12 as well.\n",
            "join.md": "# Join\n\nIf you lose your card, a new one costs £12.\n\nThe annual patron's fee is £12.\n",
            "faq.md": "# Questions\n\n**What does a replacement card cost?**\nTwelve pounds, at the desk.\n",
            "events.md": "# Events\n\nTickets for the talk on 3 May cost £12.\n",
        },
        {"fees.md": "# Fees\n\nA replacement card costs £15. Members who lose a locker key pay £12 as well.\n"},
        stale={("join.md", "£12"), ("faq.md", "Twelve pounds")},
    ),
    Scenario(
        "a day that news announced",
        {
            "news/2025-03-02-regatta.md": "---\ntitle: The regatta returns\ndate: 2025-03-02\n---\n"
            "The Solent Cup regatta will start on 21 June 2025 in Cowes. Entries close on 1 May 2025.\n",
            "news/2025-04-10-helpers.md": "---\ntitle: Helpers wanted\ndate: 2025-04-10\n---\n"
            "We look for forty helpers for the Solent Cup regatta on Saturday, 21 June.\nTraining is on 21 May.\n",
            "news/2025-07-01-thanks.md": "---\ntitle: Thanks\ndate: 2025-07-01\n---\n"
            "The Solent Cup regatta started on 21 June 2025 in fine weather.\n",
            "calendar.md": "# Calendar\n\n| Event | Date |\n|---|---|\n| Solent Cup regatta | 21 June 2025 |\n"
            "| Summer ball | 21 June 2025 |\n",
        },
        {
            "news/2025-03-02-regatta.md": "---\ntitle: The regatta returns\ndate: 2025-03-02\n---\n"
            "The Solent Cup regatta will start on 28 June 2025 in Cowes. Entries close on 1 May 2025.\n",
        },
        stale={("news/2025-04-10-helpers.md", "Saturday, 21 June"), ("calendar.md", "21 June 2025")},
    ),
    Scenario(
        "a required version in a badge, a list and a comment, and one that was required once",
        {
            "README.md": "# Loomly\n\n![node](https://img.shields.io/badge/node-%3E%3D18-green)\n\n"
            "Loomly requires Node.js 18 or later and PostgreSQL 14.\n",
            "install.md": "# Installation\n\n- Node.js 18+\n- PostgreSQL 14 or newer\n- 18 GB of disk\n\n"
            "```sh\n# needs Node 18 or newer\nnpm install loomly\n```\n",
            "testing.md": "# Testing\n\nWe test on Node.js 18 and Node.js 20.\n",
            "upgrade.md": "# Upgrading\n\n## 3.x to 4.0\n\nLoomly 4.0 dropped Node.js 16; it required Node.js 18.\n",
        },
        {
            "README.md": "# Loomly\n\n![node](https://img.shields.io/badge/node-%3E%3D18-green)\n\n"
            "Loomly requires Node.js 20 or later and PostgreSQL 14.\n",
        },
        stale={("README.md", "18"), ("install.md", "18+"), ("install.md", "18 or newer")},
    ),
    Scenario(
        "the same figure of other things",
        {
            "about.md": "# About\n\nThe archive holds 12,400 photographs in 60 cabinets.\n",
            "budget.md": "# Budget\n\nThe roof repair cost 12,400 euros. The archive closes on 60 days a year.\n",
            "visitors.md": "# Visitors\n\nThe archive had 12,400 visitors last year. The hall seats 60 people.\n",
            "maps.md": "# Maps\n\nThe map collection holds 12,400 sheets.\n",
        },
        {"about.md": "# About\n\nThe archive holds 13,150 photographs in 64 cabinets.\n"},
        noted={("about.md", "13,150"), ("about.md", "64")},
    ),
    Scenario(
        "a table is converted",
        {
            "specs.md": "# Specifications\n\n| Item | Value |\n|---|---|\n| Memory | 4096 MB |\n| Disk | 512000 MB |\n"
            "| Cable | 150 cm |\n",
            "shop.md": "# Shop\n\nThe box has 4 GB of memory, a disk of 512 GB and a cable of 1.5 m.\n",
            "old.md": "# Notes\n\nThe box has 4096 MB of memory and a disk of 512000 MB.\n",
        },
        {
            "specs.md": "# Specifications\n\n| Item | Value |\n|---|---|\n| Memory | 4 GB |\n| Disk | 512 GB |\n"
            "| Cable | 1.5 m |\n",
        },
    ),
    Scenario(
        "a part of a sum is raised, and an old sum was wrong before",
        {
            "kit.md": "# Kit\n\nThe kit has 12 screws, 9 bolts and 4 nuts: 25 in all.\n",
            "box.md": "# Box\n\nThe box has 12 hooks, 9 rings and 4 clips: 28 in all.\n",
            "fair.md": "# Fair\n\nThe Linden fair lasted ten days, from 1 to 10 June 2019.\n",
        },
        {
            "kit.md": "# Kit\n\nThe kit has 13 screws, 9 bolts and 4 nuts: 25 in all.\n",
            "fair.md": "# Fair\n\nThe Linden fair lasted ten days, from 1 to 14 June 2019.\n",
        },
        conflicts={
            ("kit.md", "13"),
            ("kit.md", "9"),
            ("kit.md", "4"),
            ("kit.md", "25 in all"),
            ("fair.md", "ten days"),
            ("fair.md", "from 1 to 14 June 2019"),
        },
    ),
    Scenario(
        "plans and proposals keep up, minutes and logs do not",
        {
            "venue.md": "# Venue\n\nThe Alder hall seats 450 people.\n",
            "plans/seating.md": "# Seating\n\nThe Alder hall seats 450 people.\n",
            "specs/stage.md": "# Stage\n\nThe Alder hall seats 450 people.\n",
            "minutes/may.md": "# Minutes\n\nThe Alder hall seats 450 people.\n",
            "session-log-12.md": "# Log\n\nThe Alder hall seats 450 people.\n",
        },
        {"venue.md": "# Venue\n\nThe Alder hall seats 520 people.\n"},
        stale={("plans/seating.md", "450"), ("specs/stage.md", "450")},
    ),
]
