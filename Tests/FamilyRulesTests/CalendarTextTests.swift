// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A calendar file` {
    private static func event(
        _ summary: String, starts: Moment = Moment("2026-12-03", hour: 15, minute: 30), location: String = "",
        isCancelled: Bool = false
    ) -> CalendarText.Event {
        CalendarText.Event(
            uid: "one@rondom", starts: starts, ends: starts + .hours(1), changed: Moment("2026-11-23", hour: 9),
            sequence: 2, isCancelled: isCancelled, summary: summary, location: location,
            url: "https://rondom.example/m/1")
    }

    private static func lines(_ event: CalendarText.Event) -> [String] {
        let text = Array(CalendarText(name: "Overleg", events: [event]).text.utf8)
        let folds = [UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: " ")]
        let whole = String(decoding: text.split(separator: folds).joined(), as: UTF8.self)
        return whole.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `has what calendars ask for, each line ended as the standard says`() {
        let text = CalendarText(name: "Overleg", events: [Self.event("Noor")]).text
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.hasSuffix("END:VCALENDAR\r\n"))
        let isWhole = text.replacing("\r\n", with: "").allSatisfy { !$0.isNewline }
        #expect(isWhole)
        for line in ["UID:one@rondom", "DTSTAMP:20261123T080000Z", "SEQUENCE:2", "STATUS:CONFIRMED", "SUMMARY:Noor"] {
            #expect(Self.lines(Self.event("Noor")).contains(line), "\(line)")
        }
        #expect(Self.lines(Self.event("Noor", isCancelled: true)).contains("STATUS:CANCELLED"))
        #expect(!text.contains("LOCATION"))
    }

    /// A winter's and a summer's hour, and both nights on which the clock is changed.
    @Test(arguments: [
        (Moment("2026-12-03", hour: 15, minute: 30), "20261203T143000Z", "20261203T153000Z"),
        (Moment("2026-07-03", hour: 15, minute: 30), "20260703T133000Z", "20260703T143000Z"),
        (Moment("2026-10-25", hour: 1, minute: 30), "20261024T233000Z", "20261025T003000Z"),
        (Moment("2026-03-29", hour: 1, minute: 30), "20260329T003000Z", "20260329T013000Z"),
    ])
    func `says moments in universal time`(starts: Moment, from: String, until: String) {
        let lines = Self.lines(Self.event("Noor", starts: starts))
        #expect(lines.contains("DTSTART:" + from) && lines.contains("DTEND:" + until))
    }

    @Test(arguments: [
        ("Noor; Sem, en \\ nog iets", "SUMMARY:Noor\\; Sem\\, en \\\\ nog iets"), ("een\ntwee", "SUMMARY:een\\ntwee"),
        ("BEGIN:VEVENT\r\nX", "SUMMARY:BEGIN:VEVENT\\nX"),
    ])
    func `holds no text that reads as more than text`(summary: String, line: String) {
        #expect(Self.lines(Self.event(summary)).contains(line))
    }

    @Test(arguments: [
        String(repeating: "a", count: 300), String(repeating: "é", count: 120), String(repeating: "李", count: 60),
        String(repeating: "👩🏽‍👧", count: 20), "نور " + String(repeating: "دي فيت ", count: 20),
    ])
    func `breaks no letter, in any script, and has no line of more than 75 bytes`(summary: String) {
        let text = CalendarText(name: summary, events: [Self.event(summary, location: summary)]).text
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(Self.lines(Self.event(summary)).contains("SUMMARY:" + summary))
    }
}
