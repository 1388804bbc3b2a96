// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestPaper
import Town

/// Something that leaves no trace for some readers: how it comes to be in one of two towns, and from whom it is kept.
enum Kept: String, CaseIterable, Sendable {
    case heldConversation, heldPromise, heldMember, hiddenMember, privateLine, askedWhy, heldFromWhoMayDecide
    case heldGoal, secretAddress, notAsked, withheld, groundUsed
    case heldMeeting, meetingWithHidden
    case ownForgetting, wordsAsked, nothingErased

    static let family = "de-wit-yildiz"

    /// Those who find no trace; some of them because it is kept from them, others because it is not theirs.
    var readers: [String] {
        switch self {
        case .heldConversation: ["joost", "sanne", "hanna"]
        case .heldPromise: ["joost", "truus"]
        case .heldMember: ["joost", "sanne"]
        case .hiddenMember: ["aylin", "truus"]
        case .privateLine: ["aylin", "marieke"]
        case .askedWhy: ["joost", "sem"]
        case .heldFromWhoMayDecide: ["sanne", "hanna"]
        case .heldGoal: ["joost", "truus", "sanne"]
        case .secretAddress: ["joost", "truus"]
        case .notAsked: ["joost", "sem", "truus"]
        case .withheld: ["sem", "aylin"]
        case .groundUsed: ["aylin", "joost", "truus"]
        case .heldMeeting: ["joost", "sanne", "truus"]
        case .meetingWithHidden: ["joost", "truus"]
        case .ownForgetting: ["aylin", "joost"]
        case .wordsAsked: ["joost", "sem"]
        case .nothingErased: ["aylin", "truus", "sanne"]
        }
    }

    /// What would find it, if anything did.
    static let word = "zwaluwbrug"
}

/// Two towns with the same people, identifiers and clock, of which one has something that the other lacks.
struct TwoTowns {
    let with: WebTown
    let without: WebTown
    /// Identifiers of what only one of them has, by the part of the address in which they would stand.
    let addresses: [String]

    /// - Parameter live: whether live lines are asked for, too: one that opens does not end by itself.
    init(_ kept: Kept, live: Bool = true) async throws {
        with = try await WebTown()
        without = try await WebTown()
        try await without.lack(kept)
        if kept == .meetingWithHidden { try await without.hideLater() }
        addresses = try await with.make(kept).filter { live || !$0.hasSuffix("/events") }
    }

    /// All that a reader gets in both, by address, where it is not the same.
    func differences(for reader: String) async throws -> [String] {
        let one = try await Self.heard(by: reader, in: with, addresses)
        let other = try await Self.heard(by: reader, in: without, addresses)
        let both = Set(one.keys).union(other.keys)
        return both.filter { one[$0] != other[$0] }.sorted().map { place in
            let (lines, others) = (one[place]?.split(separator: "\n") ?? [], other[place]?.split(separator: "\n") ?? [])
            return
                "\(place): \(lines.first { !others.contains($0) } ?? "") | \(others.first { !lines.contains($0) } ?? "")"
        }
    }

    /// Every page that is reached by links, then each address asked for by itself, read and written; what a search finds.
    static func heard(by reader: String, in web: WebTown, _ addresses: [String]) async throws -> [String: String] {
        let browser = try await web.browser(of: reader)
        let circle = try web.circle(Kept.family)
        var heard: [String: String] = [:]
        for page in try await Crawl(browser, from: ["/", "/today", "/families", circle]).pages {
            heard[page.path] = said(page.answer)
        }
        for path in addresses { heard["GET " + path] = said(try await browser.get(path)) }
        let token = try await browser.get("/account").token ?? ""
        let sending = form([
            "token": token, "form": "01900000-0000-7000-8000-000000000000", "message": Kept.word,
            "reason": "weSpoke", "words": Kept.word, "said": "yes", "version": "1", "persons": "",
            "expectation": "", "answer": "yes", "decision": "erase", "step": "start", "details": "pickUpTimes",
        ])
        for path in addresses { heard["POST " + path] = said(try await browser.post(path, sending)) }
        for path in ["/search", circle + "/search"] {
            heard["found " + path] = said(try await browser.post(path, sending))
        }
        for (name, text) in try await copies(for: browser, in: web) { heard["copy " + name] = text }
        return heard
    }

    /// All that a reader takes along, about whomever they may, without which names the copies have.
    private static func copies(for browser: TownBrowser, in web: WebTown) async throws -> [(String, String)] {
        let page = try web.circle(Kept.family) + "/take-along"
        guard try await browser.get(page).status == .ok else { return [] }
        for person in ["aylin", "joost", "sem", "noor"] { try await web.askCopy(of: person, by: browser) }
        try await web.makeCopies()
        var copies: [(String, String)] = []
        for (place, link) in try await web.copyFiles(browser).enumerated() where !link.hasSuffix(".zip") {
            let answer = try await browser.get(link)
            copies.append(("\(place)", link.hasSuffix(".pdf") ? try PaperJudge(answer.bytes).text : answer.text))
        }
        return copies
    }

    /// An answer without what is another for each form and session.
    private static func said(_ answer: Answer) -> String {
        let heard = Heard(answer)
        // A calendar's names are digests under a key of the installation, which the towns do not share.
        let text = heard.text.replacing(/name="(token|form)" value="[^"]*"/, with: "").replacing(
            /UID:[0-9A-Za-z_=-]+/, with: "UID")
        let headers = heard.headers.filter { !$0.hasPrefix("set-cookie") && !$0.hasPrefix("content-length") }
        return "\(heard.status)\n\(headers.joined(separator: "\n"))\n\(text)"
    }
}

extension WebTown {
    /// Makes what is kept; the addresses at which it would be found.
    fileprivate func make(_ kept: Kept) async throws -> [String] {
        let ids = IDSource.unguessable
        let circle = try circle(Kept.family)
        switch kept {
        case .heldConversation:
            let talk = try await talk(ids.next(at: clock.now))
            try await hold(ItemName(.conversation, talk), from: ["joost", "sanne", "truus"])
            let path = circle + "/conversations/\(talk)"
            return [path]
                + ["/messages", "/copy", "/participants", "/events", "/draft", "/read-mark"].map { path + $0 }
                + [circle + "/holds/new?item=conversation.\(talk)"]
        case .heldPromise, .heldFromWhoMayDecide:
            let promise = try await promise(ids.next(at: clock.now))
            let hold = try await hold(
                ItemName(.promise, promise),
                from: kept == .heldPromise ? ["joost", "sanne", "truus"] : ["sanne", "hanna"])
            let path = circle + "/promises/\(promise)"
            return [path, path + "/closing", circle + "/holds/new?item=promise.\(promise)"]
                + [circle + "/holds", circle + "/holds/\(hold)", circle + "/holds/\(hold)/answer"]
        case .heldMember, .hiddenMember:
            let member = try await member(ids.next(at: clock.now))
            let readers = ["joost", "truus", "sanne", "aylin"]
            if kept == .heldMember {
                try await hold(ItemName(.circle, member), from: readers)
            } else {
                try await hide(member, from: readers)
            }
            let path = circle + "/members/\(member)"
            return [path, path + "/ending", path + "/expectation", path + "/card"]
        case .privateLine:
            let talk = try await talk(
                ids.next(at: clock.now), by: "sem", with: ["priya"], about: "sem", isPrivate: true)
            let path = circle + "/conversations/\(talk)"
            return [path, path + "/messages", path + "/events"]
        case .askedWhy: return try await askWhy()
        case .heldGoal:
            let (goal, action) = try await goal(ids.next(at: clock.now))
            try await hold(ItemName(.goal, goal), from: ["joost", "truus", "sanne"])
            return [circle + "/plan/goals/\(goal)", circle + "/holds/new?item=goal.\(goal)"]
                + action.map {
                    let path = circle + "/plan/actions/\($0)"
                    return [path, path + "/start", path + "/ticks", circle + "/holds/new?item=action.\($0)"]
                }.joined()
        case .secretAddress, .notAsked, .withheld, .groundUsed: return try await decide(kept)
        case .heldMeeting:
            let meeting = try await meeting(ids.next(at: clock.now), with: ["aylin", "joost", "sanne"])
            try await hold(ItemName(.meeting, meeting), from: ["joost", "sanne"])
            return addresses(of: meeting, in: circle) + [circle + "/holds/new?item=meeting.\(meeting)"]
        case .meetingWithHidden:
            let meeting = try await meeting(ids.next(at: clock.now), with: ["aylin", "joost", "truus", "tom"])
            try await hideLater()
            return addresses(of: meeting, in: circle)
        case .ownForgetting, .wordsAsked, .nothingErased: return try await forget(kept)
        }
    }

    private func addresses(of meeting: ID<Meeting>, in circle: String) -> [String] {
        let path = circle + "/meetings/\(meeting)"
        let parts = [
            "answers", "time", "cancellation", "seen", "points", "change", "minutes", "remarks", "calendar",
        ]
        return [path] + parts.map { path + "/" + $0 }
    }

    /// A helper is hidden from two who were asked to a meeting with him.
    fileprivate func hideLater() async throws {
        try await hide(try filled.membership("de-wit-yildiz/tom"), from: ["joost", "truus"])
    }

    private func meeting(_ id: ID<Meeting>, with others: [String]) async throws -> ID<Meeting> {
        let (vault, now) = (vault, clock.now)
        let asked = MeetingToPropose(
            id: id, about: [try filled.person("noor")], inviting: Set(try others.map { try filled.account($0) }),
            times: [Meeting.Time(now + .hours(4), minutes: 60)],
            text: MeetingText(subject: "Over de \(Kept.word)", place: "Bij de \(Kept.word)"))
        try await deed("marieke", ItemName(.meeting, id)) { key, connection in
            try connection.propose(asked, at: now, ids: .unguessable, key, vault)
        }
        return id
    }

    func deed(
        _ who: String, _ item: ItemName,
        _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws {
        let look = Look(
            reader: try filled.account(who), at: clock.now, from: "192.0.2.7", action: .create, item: item)
        let noor = try filled.person("noor")
        let form: ID<Submission> = IDSource.unguessable.next(at: clock.now)
        _ = try await dossiers.act(try filled.family(Kept.family), look, form: form) { key, connection in
            try deed(key, connection)
            return Found("done", about: [noor])
        }
        await live.wrote(in: try filled.family(Kept.family))
    }

    private func talk(
        _ id: ID<Conversation>, by who: String = "marieke",
        with others: [String] = ["aylin", "joost", "sanne", "truus"],
        about person: String = "noor", isPrivate: Bool = false
    ) async throws -> ID<Conversation> {
        let (vault, now) = (vault, clock.now)
        let participants = Set(try (others + [who]).map { try filled.account($0) })
        let talk = Conversation(
            id: id, about: [try filled.person(person)], participants: participants, isPrivateLine: isPrivate)
        let author = try filled.account(who)
        let message: ID<FamilyRules.Message> = IDSource.unguessable.next(at: now)
        try await deed(who, ItemName(.conversation, id)) { key, connection in
            try connection.start(talk, subject: try .line("Over de \(Kept.word)"), by: author, at: now, key, vault)
            try connection.write(
                try .line("Hij stond bij de \(Kept.word)."), as: message, in: talk, by: author, at: now, key, vault)
        }
        return id
    }

    private func promise(_ id: ID<Promise>) async throws -> ID<Promise> {
        let (vault, now, noor) = (vault, clock.now, try filled.person("noor"))
        let owner = try filled.account("marieke")
        let promise = Promise(
            id: id, kind: .callBack, owner: .account(owner), receiver: .account(try filled.account("aylin")),
            subject: Promise.Subject(kind: "family", id: try filled.family(Kept.family).text), urgency: .week, made: now
        )
        try await deed("marieke", ItemName(.promise, id)) { key, connection in
            try connection.make(promise, about: [noor], saying: "Bellen over de \(Kept.word)", by: owner, key, vault)
        }
        return id
    }

    private func member(_ id: ID<Membership>) async throws -> ID<Membership> {
        let (vault, now) = (vault, clock.now)
        let member = Membership(
            id: id, account: try filled.account("thijs"), kind: .professional,
            organisation: try filled.organisation("de-brug"), covers: [try filled.person("noor")], share: .plan,
            term: Period(from: Self.today))
        let by = try filled.account("marieke")
        try await deed("marieke", ItemName(.circle, id)) { key, connection in
            let face = MemberFace(name: "Thijs Nauta", function: "begeleider bij de \(Kept.word)")
            try connection.letIn(member, face: face, by: by, at: now, key, vault)
        }
        return id
    }

    @discardableResult
    private func hold(_ item: ItemName, from readers: [String]) async throws -> ID<Hold> {
        let (vault, now) = (vault, clock.now)
        let id: ID<Hold> = IDSource.unguessable.next(at: now)
        let second = Promise.Owner.organisation(try filled.organisation("gebiedsteam"))
        let hold = try Hold(
            id, of: item, about: [try filled.person("noor")], from: Set(try readers.map { try filled.account($0) }),
            by: try filled.account("marieke"), asking: second, organisation: try filled.organisation("gebiedsteam"),
            at: now, reviewBy: Self.today + 10)
        try await deed("marieke", ItemName(.hold, id)) { key, connection in
            let toMake = HoldToMake(hold, because: try .line("Gevaar bij de \(Kept.word)"), asking: second)
            try connection.hold(toMake, ids: .unguessable, key, vault)
        }
        return id
    }

    private func hide(_ member: ID<Membership>, from readers: [String]) async throws {
        let (vault, now, noor) = (vault, clock.now, try filled.person("noor"))
        let accounts = try readers.map { try filled.account($0) }
        try await deed("marieke", ItemName(.circle, member)) { key, connection in
            for account in accounts {
                try connection.hide(
                    member, covering: [noor], from: account, by: key.reading.reader, at: now, key, vault)
            }
        }
    }

    /// A mother asks why somebody looked, on the page of it.
    private func askWhy() async throws -> [String] {
        let aylin = try await browser(of: "aylin")
        let log = try circle(Kept.family) + "/access"
        guard let ask = try await aylin.get(log).links.first(where: { $0.contains("/access/questions/new") }) else {
            return []
        }
        let open = try await OpenForm(aylin, ask)
        let fields = ["who", "day", "action", "item"].map { ($0, open.page.field($0) ?? "") }
        _ = try await aylin.post(
            log + "/questions",
            open.body([
                "question": "Waarom bij de \(Kept.word)?", fields[0].0: fields[0].1, fields[1].0: fields[1].1,
                fields[2].0: fields[2].1, fields[3].0: fields[3].1,
            ]))
        return [ask]
    }
}
