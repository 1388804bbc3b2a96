// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import Foundation
import Kernel
import TestFiles
import Testing

@Suite struct `A report from another system` {
    private let folder = FileManager.default.temporaryDirectory.path
    private static let pdf = MadeFile.pdf

    @Test func `in these tests is valid by the schemas`() throws {
        for made in [MadeReportMessage.vtMelding(), .vtMelding(sash: nil), .zorgmelding(Self.pdf)] {
            let complaints = try StufSchema.messages.complaints(about: made.bytes, in: folder)
            #expect(complaints.isEmpty, "\(complaints)")
        }
    }

    @Test func `from the police keeps what was seen apart from what it means, and what holds for safety`() throws {
        let message = try ReportMessage(xml: MadeReportMessage.vtMelding().bytes)
        let worry = message.worry
        #expect(worry.facts == "Het kind zat op de trap." && worry.interpretation == "Het lijkt vaker te gebeuren.")
        #expect(worry.incident == "2026-11-19\nThuis\nBuren belden om geschreeuw.")
        #expect(worry.told == "Moeder weet het.\nMarit Vos, mondeling, Zij wil hulp.")
        #expect(worry.help == "De Brug helpt moeder." && worry.place == "Hoogstraat 9, 3511AB Utrecht")
        #expect(
            worry.safety == [
                SafetyCondition(.stalking, "hoog"), SafetyCondition(.banned, "Vader, tot 30 november."),
            ])
        #expect(
            worry.persons == [
                ReportedPerson(kind: .child, name: "Saar Vos", birth: "2015-03-04", role: .youngPerson),
                ReportedPerson(kind: .parent, name: "Marit Vos", birth: "1988-01-01", role: .parentWithAuthority),
            ])
        #expect(message.reporter.kind == .police && message.reporter.reach == "0900 8844")
        #expect(message.reporter.name == "Agent Smit, Politie Midden-Nederland")
        #expect(message.head.identification == "PL0900-2026123456" && message.head.reference == "R-77")
        #expect(ReportedWorry(text: worry.text) == worry)
        #expect(ReportMessage.Head(text: message.head.text) == message.head)
    }

    @Test(arguments: ["melder", "informant"])
    func `keeps who told of it with who sent it, and not with whom it is about`(role: String) throws {
        let made = MadeReportMessage.vtMelding().changed {
            $0.object = $0.object.replacing("<BG:voornamen>Marit", with: "<BG:voornamen>Wilma")
                .replacing("ouder met gezag", with: role)
        }
        let message = try ReportMessage(xml: made.bytes)
        #expect(message.worry.persons.map(\.name) == ["Saar Vos"] && !message.worry.text.contains("Wilma"))
        #expect(message.reporter.name == "Agent Smit, Politie Midden-Nederland, Wilma Vos")
        #expect(!message.reporter.mayBeNamed)
        let other = MadeReportMessage.zorgmelding(Self.pdf).changed {
            $0.object = $0.object.replacing("<ZKN:code>112<", with: "<ZKN:code>\(role == "melder" ? 391 : 392)<")
        }
        let zorgmelding = try ReportMessage(xml: other.bytes)
        #expect(zorgmelding.worry.persons.map(\.name) == ["Saar Vos"] && !zorgmelding.reporter.mayBeNamed)
        #expect(zorgmelding.reporter.name.hasSuffix("Marit Vos"))
    }

    @Test func `that says no more than a form is kept as versions before could read it`() {
        let person = ReportedPerson(kind: .child, name: "Saar", birth: "2015-03-04")
        var worry = ReportedWorry(persons: [person], place: "Straat", facts: "f", onlyReporter: "o")
        #expect(FieldText.fields(of: worry.text).first == "1" && ReportedWorry(text: worry.text) == worry)
        worry.help = "De Brug"
        #expect(FieldText.fields(of: worry.text).first == "2" && ReportedWorry(text: worry.text) == worry)
    }

    @Test func `with a document brings it along, and reads roles by their number`() throws {
        let message = try ReportMessage(xml: MadeReportMessage.zorgmelding(Self.pdf).bytes)
        #expect(message.worry.facts == "Zorg om Saar\nLeefgebied: Gezin" && message.files.map(\.name.text) == ["1.pdf"])
        #expect(message.worry.persons.map(\.role) == [.youngPerson, .parentWithAuthority])
        #expect(message.head.kind == .zorgmelding && message.head.contact == "Agent Smit")
    }

    @Test func `that was kept before conditions for safety were, is read as it was`() {
        let before = ["1", "Straat", "f", "i", "n", "t", "o", "child", "Saar", "2015-03-04", "parent", "", ""]
        let worry = ReportedWorry(text: FieldText.joined(before))
        #expect(worry?.persons.map(\.name) == ["Saar", ""] && worry?.onlyReporter == "o" && worry?.safety == [])
        #expect(ReportedWorry(text: FieldText.joined(["2", "", "", "", "", "", "", "", "3"])) == nil)
        #expect(ReportedWorry(text: "3") == nil)
    }

    /// What is wrong is said by element and line, without a word of what stood there.
    @Test(arguments: [
        (MadeReportMessage.vtMelding().changed { $0.head = "<!DOCTYPE x>" }, ReportMessageFlaw.documentType),
        (.vtMelding().changed { $0.head = "<!DOCTYPE x [<!ENTITY a 'b'>]>" }, .documentType),
        (.vtMelding().changed { $0.name = "vtoDi01" }, .otherMessage),
        (.vtMelding().changed { $0.sender = "" }, .wrong(element: "organisatie", line: 5)),
        (.vtMelding(sash: "erg"), .wrong(element: "SASHniveau", line: 21)),
        (
            .vtMelding().changed { $0.object = $0.object.replacing("ouder met gezag", with: "buurman") },
            .wrong(element: "jeugzorgrol", line: 38)
        ),
        (
            .vtMelding().changed { $0.object = $0.object.replacing("20261119", with: "20261319") },
            .wrong(element: "datumIncident", line: 14)
        ),
        (
            .vtMelding().changed { $0.object = $0.object.replacing("JZ:betreft", with: "JZ:beter") },
            .missing(element: "betreft")
        ),
        (.vtMelding().changed { $0.object = "<JZ:object/><" }, .notXML(line: 11)),
        (.zorgmelding(Array("MZ program".utf8)), .wrong(element: "inhoud", line: 24)),
        (.zorgmelding(pdf, named: "melding.exe"), .wrong(element: "inhoud", line: 24)),
    ])
    func `that is not right says where`(made: MadeReportMessage, flaw: ReportMessageFlaw) {
        #expect(throws: flaw) { try ReportMessage(xml: made.bytes) }
        let stored = flaw.stored
        #expect(ReportMessageFlaw(word: stored.word, element: stored.element, line: stored.line) == flaw)
    }

    @Test func `in another encoding, or too large, is refused before it is read`() {
        let utf16 = Array(MadeReportMessage.vtMelding().text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        #expect(throws: ReportMessageFlaw.notXML(line: nil)) { try ReportMessage(xml: utf16) }
        let large = [UInt8](repeating: 32, count: ReportMessage.longest + 1)
        #expect(throws: ReportMessageFlaw.tooLarge) { try ReportMessage(xml: large) }
        let bomb = String(repeating: "<a>", count: 100_000)
        #expect(throws: ReportMessageFlaw.self) { try ReportMessage(xml: Array(bomb.utf8)) }
    }

    @Test(arguments: [
        ReportReply.seen, .watched(by: "Ilse Koster & <collega>, 030 1234567"), .advice("Bel \"de\" school."),
        .watched(by: String(repeating: "naam ", count: 100)),
    ])
    func `is answered by a message that is valid by the schemas`(reply: ReportReply) throws {
        let sent = Moment("2026-11-23", hour: 9, minute: 5)
        for made in [MadeReportMessage.vtMelding(), .zorgmelding(Self.pdf)] {
            let head = try ReportMessage(xml: made.bytes).head
            let made = ReportMessageAnswer(reply, to: head, number: "12345678", desk: "Gebiedsteam <Zuilen>", at: sent)
            guard let answer = made else {
                #expect(head.kind == .zorgmelding && reply == .seen)
                continue
            }
            let complaints = try StufSchema.messages.complaints(about: answer.xml, in: folder)
            #expect(complaints.isEmpty, "\(complaints)")
            let text = String(decoding: answer.xml, as: UTF8.self)
            #expect(text.contains("PL0900-2026123456") && text.contains("202611230905"))
            #expect(text.contains("Ilse Koster &amp; &lt;collega&gt;<") == text.contains("030 1234567"))
        }
    }

    @Test(arguments: [
        (MadeReportMessage.vtMelding().changed { $0.name = "vtoDi01" }, "Fo03"),
        (.vtMelding(sash: "erg"), "Fo03"), (.vtMelding().changed { $0.head = "<!DOCTYPE x>" }, "Fo02"),
    ])
    func `that is not right is answered with what is wrong`(made: MadeReportMessage, code: String) throws {
        let flaw = try #require(throws: ReportMessageFlaw.self) { try ReportMessage(xml: made.bytes) }
        let fault = ReportMessageFault(
            flaw, of: made.bytes, desk: "Gebiedsteam", reference: "abc", at: Moment("2026-11-23", hour: 9))
        #expect(try StufSchema.faults.complaints(about: fault.xml, in: folder) == "")
        #expect(fault.name == code + "-abc.xml")
        let text = String(decoding: fault.xml, as: UTF8.self)
        #expect(text.contains("<StUF:crossRefnummer>R-77<") == (code == "Fo03"))
        #expect(!text.contains("Vos") && !text.contains("erg<"))
    }

    @Test(arguments: [
        ("Ilse Koster, 030 1234567", "Ilse Koster", "030 1234567"),
        ("Team Zuid +31 30 123 45 67 (dag en nacht)", "Team Zuid (dag en nacht)", "+31 30 123 45 67"),
        ("Ilse", "Ilse", nil), ("030-1234567", "030-1234567", "030-1234567"),
    ])
    func `names who keeps sight, and the number apart`(text: String, name: String, phone: String?) throws {
        let head = try ReportMessage(xml: MadeReportMessage.vtMelding().bytes).head
        let answer = try #require(
            ReportMessageAnswer(
                .watched(by: text), to: head, number: "12345678", desk: "Team", at: Moment("2026-11-23")))
        let xml = String(decoding: answer.xml, as: UTF8.self)
        #expect(xml.contains("<JZ:naamContactpersoon>\(name)</JZ:naamContactpersoon>"))
        #expect(xml.contains("<JZ:telefoonnummer>") == (phone != nil))
        if let phone { #expect(xml.contains("<JZ:telefoonnummer>\(phone)</JZ:telefoonnummer>")) }
    }
}
