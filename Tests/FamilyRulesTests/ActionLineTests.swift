// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A line that says who does what, when` {
    /// A Monday.
    private static let today: Day = "2026-11-23"

    @Test(arguments: [
        ("Oma haalt Noor op · Oma · elke dinsdag", "Oma haalt Noor op", ["Oma"], "elke dinsdag"),
        ("Bril regelen - Oma en Marieke - 3 december", "Bril regelen", ["Oma", "Marieke"], "3 december"),
        ("Bril regelen; 3 december; Oma", "Bril regelen", ["Oma"], "3 december"),
        ("oma haalt Noor op elke dinsdag", "oma haalt Noor op", ["Oma"], "elke dinsdag"),
        (
            "Oma en Marieke gaan naar de opticien, morgen", "Oma en Marieke gaan naar de opticien", ["Oma", "Marieke"],
            "morgen"
        ),
        ("Elke week bellen", "bellen", [], "Elke week"),
        ("Call school | Marieke | in two weeks", "Call school", ["Marieke"], "in two weeks"),
        ("Marieke calls school by December 3", "Marieke calls school", ["Marieke"], "by December 3"),
        ("Iets doen", "Iets doen", [], ""), ("Doe het zo", "Doe het zo", [], ""),
        ("Iets · iemand · ooit", "Iets", ["iemand"], "ooit"),
        ("morgen", "morgen", [], ""),
        ("阿姨 接 孩子 · 阿姨 · morgen", "阿姨 接 孩子", ["阿姨"], "morgen"),
    ])
    func `is read as what, who and when, and nothing of it is lost`(
        line: String, what: String, who: [String], when: String
    ) {
        let read = ActionLine(line, names: ["Oma", "Marieke", "Marieke Postma"], today: Self.today)
        #expect(read == ActionLine(what: what, who: who, when: when))
    }

    @Test(arguments: [
        ("vandaag", "by 2026-11-23"), ("morgen", "by 2026-11-24"), ("tomorrow", "by 2026-11-24"),
        ("overmorgen", "by 2026-11-25"), ("dinsdag", "by 2026-11-24"), ("maandag", "by 2026-11-30"),
        ("uiterlijk 3 december", "by 2026-12-03"), ("voor 3 dec", "by 2026-12-03"),
        ("donderdag 3 december 2026", "by 2026-12-03"), ("3-12", "by 2026-12-03"), ("3-12-2027", "by 2027-12-03"),
        ("December 3rd", "by 2026-12-03"), ("1 maart", "by 2027-03-01"), ("29 februari", "by 2028-02-29"),
        ("over drie dagen", "by 2026-11-26"), ("binnen twee weken", "by 2026-12-07"), ("in 6 weeks", "by 2027-01-04"),
        ("volgende week", "by 2026-12-04"), ("volgende week dinsdag", "by 2026-12-01"), ("deze week", "by 2026-11-27"),
        ("eind november", "by 2026-11-30"), ("2026-12-03", "by 2026-12-03"),
        ("elke dag", "daily 2026-11-23"), ("dagelijks", "daily 2026-11-23"),
        ("elke schooldag", "workingDays 2026-11-23"),
        ("elke dinsdag", "weekly-2 2026-11-23"), ("iedere dinsdag en donderdag", "weekly-24 2026-11-23"),
        ("op dinsdagen", "weekly-2 2026-11-23"), ("Tuesdays and Fridays", "weekly-25 2026-11-23"),
        ("every Tuesday", "weekly-2 2026-11-23"), ("elke week", "weeks-1 2026-11-23"),
        ("elke twee weken", "weeks-2 2026-11-23"), ("om de week", "weeks-2 2026-11-23"),
        ("every other week", "weeks-2 2026-11-23"), ("elke maand", "monthly 2026-11-23"),
        ("elke dinsdag vanaf 1 december", "weekly-2 2026-12-01"), ("elke dag, vanaf morgen", "daily 2026-11-24"),
    ])
    func `says when, in Dutch and in English`(phrase: String, time: String) {
        let read = ActionTimeReader(today: Self.today).time(in: phrase)
        #expect(read?.text == time)
        #expect(read.flatMap { ActionTime(text: $0.text) } == read)
    }

    @Test(arguments: [
        "", "ooit", "Marieke", "31 november", "29 februari 2027", "elke kat", "elke 40 weken", "over veel weken", "en",
        "drie", "13-13", "elke",
    ])
    func `says no time that nobody meant`(phrase: String) {
        #expect(ActionTimeReader(today: Self.today).time(in: phrase) == nil)
    }

    @Test(arguments: [
        ("Truus de Wit", WhoIsMeant.one(id("truus"))), ("truus", .one(id("truus"))), ("Oma", .one(id("truus"))),
        ("Sanne", .several), ("Sanne Kuipers", .one(id("sanne"))), ("ik", .one(id("me"))), ("buurman", .nobody),
    ])
    func `means somebody of the circle by their name`(name: String, meant: WhoIsMeant) {
        let known = [
            KnownDoer(id("truus"), names: ["Truus de Wit", "Truus", "oma", "oma van Noor"]),
            KnownDoer(id("sanne"), names: ["Sanne Kuipers", "Sanne", "intern"]),
            KnownDoer(id("other"), names: ["Sanne Smit", "Sanne", "coach"]),
        ]
        #expect(WhoIsMeant(name, among: known, reader: id("me")) == meant)
    }

    @Test func `comes one a line, without the empty ones`() {
        #expect(ActionLine.lines(of: " a\r\n\n  \nb ") == ["a", "b"])
    }
}
