// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Files
import Kernel
import PeopleRules
import Testing

@Suite struct `Taking back a message` {
    private let noon = Moment(today, hour: 12)

    private func check(
        by account: String = "mother", at moment: Moment? = nil, withdrawnAt: Moment? = nil
    ) throws(Withdrawal.Refusal) {
        try Withdrawal.check(
            of: id("mother"), writtenAt: noon, withdrawnAt: withdrawnAt, by: id(account), at: moment ?? noon)
    }

    @Test func `is possible until midnight`() throws {
        try check()
        try check(at: Moment(today, hour: 23, minute: 59))
        #expect(throws: Withdrawal.Refusal.dayIsOver) { try check(at: Moment(today + 1)) }
        #expect(throws: Withdrawal.Refusal.dayIsOver) { try check(at: noon + .days(1)) }
    }

    @Test func `is for who wrote it, once`() {
        #expect(throws: Withdrawal.Refusal.notTheAuthor) { try check(by: "father") }
        #expect(throws: Withdrawal.Refusal.notTheAuthor) { try check(by: "father", at: Moment(today + 1)) }
        #expect(throws: Withdrawal.Refusal.alreadyWithdrawn) { try check(withdrawnAt: noon) }
    }

    @Test func `leaves it sealed for thirty days`() {
        #expect(Withdrawal.isKept(withdrawnAt: noon, at: noon + .days(30) - .seconds(1)))
        #expect(!Withdrawal.isKept(withdrawnAt: noon, at: noon + .days(30)))
    }
}

@Suite struct `That a message is not right` {
    private let inCharge = ProfessionalInCharge(
        direction: Direction(kind: .careCoordination, holder: id("helper"), since: "2026-01-01"), firstContact: nil,
        members: [`That a message is not right`.member("helper", at: "team")], on: today)

    private static func member(
        _ name: String, at organisation: String?, kind: Membership.Kind = .professional, from: Day = "2026-01-01",
        ended: Moment? = nil
    ) -> Membership {
        Membership(
            id: id(name), account: id(name), kind: kind, organisation: organisation.map { id($0) }, covers: [],
            share: .all, term: Period(from: from, until: nil), ended: ended)
    }

    private func hearer(
        _ inCharge: ProfessionalInCharge? = nil, author: String = "father", teller: String = "thirteen",
        isTold: Bool = false
    ) throws(Concern.Refusal) -> Promise.Owner {
        try Concern.hearer(
            of: inCharge ?? self.inCharge, author: id(author), teller: id(teller), isTold: isTold)
    }

    @Test func `is heard by the professional in charge`() throws {
        #expect(try hearer() == .account(id("helper")))
    }

    @Test func `is heard at the desk when that is who wrote it, or who tells it`() throws {
        #expect(try hearer(author: "helper") == .organisation(id("team")))
        #expect(try hearer(teller: "helper") == .organisation(id("team")))
    }

    @Test func `is not told of one's own message, nor twice, nor where nobody hears`() {
        #expect(throws: Concern.Refusal.ownMessage) { try hearer(author: "thirteen") }
        #expect(throws: Concern.Refusal.alreadyTold) { try hearer(isTold: true) }
        let nobody = ProfessionalInCharge(direction: nil, firstContact: nil, members: [], on: today)
        #expect(throws: Concern.Refusal.nobodyToHear) { try hearer(nobody) }
    }

    @Test func `goes to nobody of the family, whoever directs`() {
        let direction = Direction(kind: .contact, holder: id("mother"), since: "2026-01-01")
        let members = [
            Self.member("coach", at: nil, kind: .relative), Self.member("gone", at: "old", ended: Moment(today)),
            Self.member("later", at: "second", from: "2026-02-01"), Self.member("helper", at: "team"),
        ]
        let found = ProfessionalInCharge(direction: direction, firstContact: nil, members: members, on: today)
        #expect(found.account == nil && found.desk == id("team"))
        let called = ProfessionalInCharge(
            direction: direction, firstContact: id("later"), members: members, on: today)
        #expect(called.desk == id("second"))
    }
}

@Suite struct `Letting somebody more take part` {
    private let talk = Conversation(
        id: id("talk"), about: [Household.eleven.id], participants: [id("mother"), id("helper")])

    private func added(
        _ account: String? = "other", to talk: Conversation? = nil, by adder: String = "mother",
        covers: [Person] = [Household.eleven], held: Standing.Held = .init(),
        meets: (ID<Account>, ID<Account>) -> Bool = { _, _ in true }
    ) throws(Conversation.AddingRefusal) -> Conversation {
        let membership = Household.membership(of: "other", covers: covers)
        guard let reader = try? Household.standing(of: adder).reading(on: today) else { throw .mayNotTakePart }
        let reading = try? Household.standing(of: account ?? "", memberships: [membership], held: held).reading(
            on: today)
        return try (talk ?? self.talk).adding(account.map { id($0) }, by: reader, whoReads: reading, meets: meets)
    }

    @Test func `keeps who takes part already`() throws {
        #expect(try added().participants == [id("mother"), id("helper"), id("other")])
    }

    @Test func `is refused to who takes no part`() {
        #expect(throws: Conversation.AddingRefusal.mayNotTakePart) { try added(by: "father") }
    }

    @Test func `is refused for a private line`() throws {
        let line = Conversation(
            id: id("talk"), about: [Household.thirteen.id], participants: [id("thirteen"), id("helper")],
            isPrivateLine: true)
        #expect(throws: Conversation.AddingRefusal.privateLine) { try added(to: line, by: "thirteen") }
    }

    @Test func `is refused for nobody, and for who is there`() {
        #expect(throws: Conversation.AddingRefusal.nobodyChosen) { try added(nil) }
        #expect(throws: Conversation.AddingRefusal.takesPartAlready) { try added("helper") }
    }

    /// One answer for all three, so that it tells nothing.
    @Test func `is refused in the same way for who may not read, from whom it is held, and who must not meet`() {
        let refusal = Conversation.AddingRefusal.mayNotRead(id("other"))
        #expect(throws: refusal) { try added(covers: [Household.thirteen]) }
        let held = Standing.Held(items: [ItemName(.conversation, talk.id)])
        #expect(throws: refusal) { try added(held: held) }
        for (one, other) in [("other", "helper"), ("helper", "other")] {
            #expect(throws: refusal) { try added(meets: { !($0 == id(one) && $1 == id(other)) }) }
        }
    }
}

@Suite struct `A private line` {
    private func hearers(_ reader: String, hidden: Set<ID<Membership>> = []) throws -> Set<ID<Account>> {
        let members = [
            Household.membership(of: "helper", covers: [Household.thirteen, Household.eleven]),
            Household.membership(of: "grandmother", covers: [Household.thirteen], kind: .relative),
            Household.membership(of: "teacher", covers: [Household.eleven]),
            Household.membership(of: "before", covers: [Household.thirteen], ended: Moment(today)),
        ]
        let reading = try Household.standing(of: reader, hidden: hidden).reading(on: today)
        return PrivateLine.hearers(for: reading, among: members, on: today)
    }

    private func opened(
        by reader: String = "thirteen", to hearer: String? = "helper", isTold: Bool = true
    ) throws -> Conversation {
        let reading = try Household.standing(of: reader).reading(on: today)
        return try PrivateLine.opened(
            id("line"), by: reading, to: hearer.map { id($0) }, hearers: [id("helper")], isTold: isTold)
    }

    @Test func `is to a professional who is there for the young person`() throws {
        #expect(try hearers("thirteen") == [id("helper")])
        #expect(try hearers("seventeen").isEmpty)
        #expect(try hearers("mother").isEmpty)
        #expect(try hearers("thirteen", hidden: [id("membership of helper")]).isEmpty)
    }

    @Test func `is for a child under twelve, too, who asks for help`() throws {
        #expect(try hearers("eleven") == [id("helper"), id("teacher")])
    }

    @Test func `is between two, about the young person alone`() throws {
        let line = try opened()
        #expect(line.participants == [id("thirteen"), id("helper")] && line.about == [Household.thirteen.id])
        #expect(line.isPrivateLine)
        for parent in ["mother", "father", "stepfather"] {
            #expect(try !Household.standing(of: parent).reading(on: today).mayRead(line))
        }
    }

    @Test func `is refused to adults, without a hearer, to somebody else, and before it was said what is no secret`() {
        #expect(throws: PrivateLine.Refusal.notAYoungPerson) { try opened(by: "mother") }
        #expect(throws: PrivateLine.Refusal.nobodyChosen) { try opened(to: nil) }
        #expect(throws: PrivateLine.Refusal.notTheirs) { try opened(to: "mother") }
        #expect(throws: PrivateLine.Refusal.notTold) { try opened(isTold: false) }
    }
}

@Suite struct `The name of a file` {
    @Test(arguments: [
        ("foto.JPG", FileKind.jpeg, "foto.jpg"), ("C:\\Users\\a\\scan.pdf", .pdf, "scan.pdf"),
        ("../../etc/passwd.png", .png, "passwd.png"), ("a\u{202E}gpj.png", .png, "agpj.png"), (".png", .png, "-.png"),
        ("naam\r\nX: y.pdf", .pdf, "naamX y.pdf"), ("\"; rm -rf.pdf", .pdf, " rm -rf.pdf"),
        ("Çocuğum 写真.jpeg", .jpeg, "Çocuğum 写真.jpeg"),
        ("verslag.docx.pdf", .pdf, "verslag.docx.pdf"),
        (String(repeating: "a", count: 300) + ".pdf", .pdf, String(repeating: "a", count: 100) + ".pdf"),
    ])
    func `is safe to save under`(given: String, kind: FileKind, name: String) {
        #expect(AttachmentName(given, kind: kind).text.trimmingPrefix(" ") == name.trimmingPrefix(" "))
    }

    @Test func `comes back with what it is`() {
        let attachment = Attachment(
            id: id("file"), name: AttachmentName("a b.pdf", kind: .pdf), kind: .pdf, size: 7, pieces: 1)
        #expect(Attachment(id: id("file"), text: attachment.text) == attachment)
        for text in ["", "1", "2\u{1F}pdf\u{1F}7\u{1F}1\u{1F}a.pdf", "1\u{1F}svg\u{1F}7\u{1F}1\u{1F}a.svg"] {
            #expect(Attachment(id: id("file"), text: text) == nil)
        }
    }
}

@Suite struct `What is looked for` {
    @Test(arguments: [
        ("bril", "De BRIL van Noor", true), ("BRIL noor", "Noor zoekt haar bril.", true), ("brillen", "bril", false),
        ("cafe", "In het Café", true), ("café", "cafe", true), ("wisniewska", "Zofia Wiśniewska", true),
        ("çocuk", "COCUK", true), ("写真", "een 写真 van thuis", true), ("noor vader", "Noor en mama", false),
    ])
    func `is found whatever its case and accents`(typed: String, text: String, isFound: Bool) throws {
        #expect(try SoughtWords(typed).stand(in: text) == isFound)
    }

    @Test func `is shown with what stands around it`() throws {
        let long = String(repeating: "voor ", count: 40) + "de Bril ligt hier " + String(repeating: "na ", count: 60)
        let excerpt = try SoughtWords("bril").excerpt(of: long)
        #expect(excerpt.contains("de Bril ligt") && excerpt.hasPrefix("… ") && excerpt.hasSuffix(" …"))
        #expect(excerpt.count < 200)
        #expect(try SoughtWords("bril").excerpt(of: "De bril") == "De bril")
    }

    @Test func `is something, and not too much`() {
        for nothing in ["", "  ", "\n"] { #expect(throws: SoughtWords.Refusal.empty) { try SoughtWords(nothing) } }
        #expect(throws: SoughtWords.Refusal.tooLong) { try SoughtWords(String(repeating: "a", count: 101)) }
    }
}
