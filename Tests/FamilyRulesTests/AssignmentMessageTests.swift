// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import Kernel
import TestFiles
import Testing

private func day(_ text: String) throws -> Day { try #require(Day(text)) }

@Suite struct `A message of a municipality or a provider` {
    @Test func `tells what is assigned, began, stopped or is asked for`() throws {
        let assigned = try AssignmentMessage(xml: MadeMessage.assigned(until: "2027-09-06", reference: "V-17").bytes)
        #expect(assigned.kind == .assignment && assigned.municipality == "0344" && assigned.provider == "12345678")
        #expect(assigned.identification == "A1" && assigned.day == Day(2026, 11, 20) && assigned.sender == "0344")
        #expect(assigned.client.name == "Fatima el Bouali" && assigned.client.birth.text == "2014-03-01")
        let terms = Assignment.Terms(
            assigned: try day("2026-09-01"), from: try day("2026-09-07"), until: try day("2027-09-06"))
        #expect(
            assigned.lines == [
                AssignmentMessage.Line(number: "300201", reference: "V-17", category: "45", event: .assigned(terms))
            ])
        let others: [(MadeMessage, Assignment.Event, String)] = [
            (.started(), .started(try day("2026-10-05")), "12345678"),
            (.started(delivery: "3"), .startTakenBack(try day("2026-10-05")), "12345678"),
            (.stopped(), .stopped(try day("2026-11-10"), .earlyByClient), "12345678"),
            (.stopped(reason: "20"), .stopped(try day("2026-11-10"), .forNow), "12345678"),
            (.stopped(delivery: "3"), .stopTakenBack(try day("2026-11-10")), "12345678"),
            (.asked(), .asked, "12345678"),
        ]
        for (made, event, sender) in others {
            let message = try AssignmentMessage(xml: made.bytes)
            #expect(message.lines.map(\.event) == [event] && message.sender == sender)
        }
        let removed = try AssignmentMessage(xml: MadeMessage.assigned(until: "2026-09-01", reason: "13").bytes)
        guard case .withdrawn = removed.lines[0].event else { return #expect(Bool(false)) }
    }

    @Test(arguments: [("1", "2014-03-00"), ("2", "2014-00-00"), ("3", "0000-00-00")])
    func `may not know the whole day of birth`(use: String, expected: String) throws {
        let made = MadeMessage.started().changed {
            $0.birth = "<ijw:Datum>2014-03-01</ijw:Datum><ijw:DatumGebruik>\(use)</ijw:DatumGebruik>"
        }
        #expect(try AssignmentMessage(xml: made.bytes).client.birth == BirthDate(expected))
    }

    static let flawed: [(String, MadeMessage, AssignmentMessageFlaw)] = [
        ("a day that is none", .started(on: "2027-06-31"), .wrong(element: "Begindatum", line: 13)),
        ("an end before the beginning", .stopped(on: "2026-10-01"), .wrong(element: "Einddatum", line: 13)),
        ("help until before it may begin", .assigned(until: "2026-09-01"), .wrong(element: "Einddatum", line: 13)),
        ("a reason that is none", .stopped(reason: "99"), .wrong(element: "RedenBeeindiging", line: 13)),
        ("a delivery that is none", .started(delivery: "2"), .wrong(element: "StatusAanlevering", line: 13)),
        (
            "a citizen number that fails the test", .started().changed { $0.citizenNumber = "123456789" },
            .wrong(element: "Bsn", line: 7)
        ),
        (
            "a provider with seven figures", .started().changed { $0.provider = "1234567" },
            .wrong(element: "Afzender", line: 3)
        ),
        (
            "a municipality in letters", .started().changed { $0.municipality = "abcd" },
            .wrong(element: "Ontvanger", line: 4)
        ),
        ("a code of another message", .started().changed { $0.code = "436" }, .wrong(element: "BerichtCode", line: 3)),
        ("an identification too long", .started(id: "1234567890123"), .wrong(element: "Identificatie", line: 5)),
        ("an older version", .started().changed { $0.version = "3_1" }, .otherVersion),
        ("a declaration", .started().changed { $0.kind = "jw323" }, .otherMessage),
        ("no products", .started().changed { $0.products = [] }, .missing(element: "StartProduct")),
        ("a name with a line end", .started().changed { $0.name = "Fa\u{202E}tima" }, .wrong(element: "Naam", line: 8)),
        (
            "a bomb",
            .started().changed {
                $0.head = "<!DOCTYPE b [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
                $0.name = "&b;"
            }, .documentType
        ),
        (
            "an entity from a file",
            .started().changed {
                $0.head = "<!DOCTYPE b [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                $0.name = "&a;"
            }, .documentType
        ),
        ("an entity nobody defined", .started().changed { $0.name = "&b;" }, .notXML(line: 9)),
    ]

    @Test(arguments: flawed.indices)
    func `is refused with what is wrong`(place: Int) {
        let (name, made, flaw) = Self.flawed[place]
        #expect(throws: flaw, "\(name)") { try AssignmentMessage(xml: made.bytes) }
    }

    @Test func `is refused when it is no XML at all`() {
        #expect(throws: AssignmentMessageFlaw.notXML(line: nil)) {
            try AssignmentMessage(xml: [0xFF, 0xFE, 0x3C, 0x00])
        }
        for text in ["", "Beste collega", "<a><b></a>", "<a>"] {
            #expect("\(text)") {
                try AssignmentMessage(xml: Array(text.utf8))
            } throws: {
                if case .notXML? = $0 as? AssignmentMessageFlaw { true } else { false }
            }
        }
        #expect(throws: AssignmentMessageFlaw.otherMessage) { try AssignmentMessage(xml: Array("<Bericht/>".utf8)) }
        let started = MadeMessage.started().xml
        let wide = started.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        #expect(throws: AssignmentMessageFlaw.notXML(line: nil)) { try AssignmentMessage(xml: wide) }
        for encoding in ["UTF-7", "utf-16", "ISO-8859-1"] {
            let other = started.replacing("encoding=\"UTF-8\"", with: "encoding='\(encoding)'")
            #expect(throws: AssignmentMessageFlaw.notXML(line: nil)) { try AssignmentMessage(xml: Array(other.utf8)) }
        }
        let many = MadeMessage.started().changed { $0.products = Array(repeating: $0.products[0], count: 101) }
        #expect(throws: AssignmentMessageFlaw.self) { try AssignmentMessage(xml: many.bytes) }
        let nameless = MadeMessage.asked("")
        #expect(throws: AssignmentMessageFlaw.self) { try AssignmentMessage(xml: nameless.bytes) }
        let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        #expect(throws: AssignmentMessageFlaw.self) { try AssignmentMessage(xml: Array(deep.utf8)) }
        let large = [UInt8](repeating: UInt8(ascii: " "), count: AssignmentMessage.longest + 1)
        #expect(throws: AssignmentMessageFlaw.tooLarge) { try AssignmentMessage(xml: large) }
    }
}
