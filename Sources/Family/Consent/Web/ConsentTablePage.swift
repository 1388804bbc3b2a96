// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of who may know what, gathered in one transaction.
struct ConsentTableContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    /// With who left, as their consents stay to be read.
    let circle: CircleSight
    let consents: [KeptConsent]
    let grounds: [GroundUseSight]
    let orders: [ID<Person>: [OrderSight]]
    let mayAsk: Bool
    let toRenew: Int
    /// Whether the reader may ask to look into somebody's record.
    let mayInspect: Bool
    /// Whether the reader chooses who of the family reads with them.
    let choosesReaders: Bool

    init(at now: Moment, _ key: borrowing DossierKey, _ connection: Connection) throws {
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key, withEnded: true)
        consents = try connection.consents(key)
        grounds = try connection.groundUses(key)
        toRenew = try connection.consentsToRenew(at: now, key).count
        mayInspect = try !connection.personsToInspect(key).isEmpty
        choosesReaders = try connection.lettingRead(key) != nil
        let covered = key.reading.covered.keys.sorted()
        var orders: [ID<Person>: [OrderSight]] = [:]
        for person in covered { orders[person] = try connection.orders(of: person, key) }
        self.orders = orders
        let (reading, today) = (key.reading, key.today)
        mayAsk = covered.contains { reading.mayInvite(for: [$0], on: today) }
    }
}

/// Who may know what, per person, with what came before.
struct ConsentTablePage: Equatable {
    struct Row: Equatable {
        let party: String
        let what: String
        let until: String
        let state: String
        let link: Link?
    }

    struct About: Equatable {
        let id: String
        let name: String
        /// That a birthday gives somebody more to decide, as far as the reader hears of it today.
        let birthday: Notice?
        let order: String?
        let orders: Link?
        let limits: Link?
        let rows: [Row]
        let before: [Row]
    }

    let language: Language
    let family: ID<Family>
    let mayAsk: Bool
    let mayUseGround: Bool
    let mayInspect: Bool
    let choosesReaders: Bool
    let toRenew: Int
    let persons: [About]

    init(_ content: ConsentTableContent, at now: Moment, language: Language) {
        self.language = language
        family = content.family
        (mayAsk, toRenew, mayInspect) = (content.mayAsk, content.toRenew, content.mayInspect)
        choosesReaders = content.choosesReaders
        let (reading, covered) = (content.reading, content.reading.covered.keys)
        mayUseGround = covered.contains { reading.mayHandCard(to: $0) }
        let names = ConsentNames(circle: content.circle, reading: content.reading, language: language)
        let drawing = ConsentRows(content: content, names: names, now: now)
        persons = content.circle.persons.filter(\.isCovered).map { sight in
            let id = sight.person.id
            let standing = content.orders[id]?.first { $0.order.stands(on: now.day) }
            return About(
                id: "about-\(id)", name: names.person(id), birthday: drawing.birthday(of: sight.person),
                order: standing.map { language.orders.line($0, until: names.until($0.order.until)) },
                orders: content.reading.mayHandCard(to: id) && drawing.isMinor(sight.person)
                    ? .orders(content.family, of: id) : nil,
                limits: content.reading.mayHandCard(to: id) ? .limits(content.family, of: id) : nil,
                rows: drawing.now(about: id), before: drawing.before(about: id))
        }
    }

    private var words: any ConsentWords { language.consent }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.circle(family), language.invitations.toCircle)))
        \(persons, section)\(if: !doors.isEmpty, Section("ask", words.askFor(.share), isTitleHidden: true, Entries(doors).html).html)
        """
    }

    private var doors: [Entry] {
        let kinds: [Asked] = mayAsk ? [.share, .help] : []
        var asking = kinds.map {
            Entry(.newConsent(family, $0), $0 == .share ? .talk : .people, words.askFor($0), words.askForText($0))
        }
        if mayUseGround {
            asking.append(Entry(.newGround(family), .about, language.grounds.title, language.grounds.door))
        }
        if mayInspect {
            asking.append(Entry(.inspections(family), .eye, language.inspections.title, language.inspections.door))
        }
        if choosesReaders {
            asking.append(Entry(.readers(family), .eye, language.lettingRead.title, language.lettingRead.door))
        }
        guard toRenew > 0 else { return asking }
        return asking + [Entry(.renewal(family), .plan, language.renewal.title, language.renewal.door(toRenew))]
    }

    private func section(_ about: About) -> HTML {
        Section(
            about.id, about.name,
            """
            \(about.birthday)\(about.order.map { Notice(.about, $0) })\
            \(about.rows.isEmpty ? "<p>\(words.nothing)</p>" : table(about.name, about.rows))
            \(if: !about.before.isEmpty, Details(words.before, table(about.name, about.before)).html)\
            \(about.orders.map { "<p>\(More($0, language.orders.title, about: about.name))</p>" as HTML })\
            \(about.limits.map { "<p>\(More($0, language.limits.title, about: about.name))</p>" as HTML })
            """
        ).html
    }

    private func table(_ name: String, _ rows: [Row]) -> HTML {
        Table(
            words.title + ": " + name,
            [Table.Column(words.who), Table.Column(words.what), Table.Column(words.until), Table.Column(words.state)],
            rows.map { row in
                [party(row), "\(row.what)", "\(row.until)", "\(row.state)"]
            }, isStacked: true, isSaid: true
        ).html
    }

    private func party(_ row: Row) -> HTML {
        guard let link = row.link else { return "\(row.party)" }
        return More(link, row.party).html
    }
}

/// The rows of the table: consents, and members who were let in without one.
struct ConsentRows {
    let content: ConsentTableContent
    let names: ConsentNames
    let now: Moment

    private var language: Language { names.language }

    func isMinor(_ person: Person) -> Bool { AgeBand(person.birth, on: now.day) != .adult }

    /// The young person hears of it ahead and alone, who reads with them on the day.
    func birthday(of person: Person) -> Notice? {
        let words = language.renewal
        if person.id == names.reading.ownPerson {
            guard let coming = Birthday.nearing(of: person.birth, on: now.day) else { return nil }
            let said = words.nearing(coming.age, on: language.dateInside(coming.day))
            return Notice(.about, said.title, said.text)
        }
        guard let came = Birthday.justCome(of: person.birth, on: now.day) else { return nil }
        let said = words.came(names.person(person.id), came.age)
        return Notice(.about, said.title, said.text)
    }

    func now(about person: ID<Person>) -> [ConsentTablePage.Row] {
        consents(about: person).filter { !isOver($0, person) }.map { row($0, person) }
            + grounds(about: person) { $0 != .refused } + members(of: person)
    }

    func before(about person: ID<Person>) -> [ConsentTablePage.Row] {
        consents(about: person).filter { isOver($0, person) }.map { row($0, person) }
            + grounds(about: person) { $0 == .refused }
    }

    /// What was shared on a ground.
    private func grounds(
        about person: ID<Person>, _ isWanted: (GroundUse.State) -> Bool
    ) -> [ConsentTablePage.Row] {
        let words = language.grounds
        return content.grounds.filter { $0.use.persons.contains(person) && isWanted($0.state) }.map { sight in
            let second = sight.second?.given.map { names.account($0.by) }
            return ConsentTablePage.Row(
                party: sight.letter?.party ?? language.circle.erased,
                what: sight.letter?.what ?? language.circle.erased, until: words.once,
                state: words.ground(sight.use.ground).label + ". " + words.state(sight.state, second: second),
                link: .ground(content.family, sight.use.id))
        }
    }

    private func consents(about person: ID<Person>) -> [KeptConsent] {
        content.consents.filter { $0.consent.persons.contains(person) }
    }

    private func isOver(_ kept: KeptConsent, _ person: ID<Person>) -> Bool {
        switch kept.outcome(for: person, at: now) {
        case .past, .ended, .unanswered: true
        case .waits, .agreed, .refused, .decided, .notNeeded, .stopped: false
        }
    }

    private func row(_ kept: KeptConsent, _ person: ID<Person>) -> ConsentTablePage.Row {
        ConsentTablePage.Row(
            party: names.party(kept), what: names.what(kept), until: names.until(kept.consent.until),
            state: names.state(kept, for: person, at: now), link: .consent(content.family, kept.consent.id))
    }

    /// Whoever is in the circle for a person though no consent here says so: let in when it began, or standing in.
    private func members(of person: ID<Person>) -> [ConsentTablePage.Row] {
        let agreed = content.consents.filter { $0.outcome(for: person, at: now).stands }.compactMap(
            \.consent.membership)
        return content.circle.members.filter { member in
            member.membership.isActive(on: now.day) && member.membership.covers.contains(person)
                && !agreed.contains(member.membership.id)
        }.map { member in
            let face = member.face
            return ConsentTablePage.Row(
                party: [face?.name, face?.function].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "),
                what: language.invitations.share(member.membership.share).label,
                until: names.until(member.membership.term.until),
                state: language.consent.letIn(language.dateInside(member.membership.term.from)),
                link: .member(content.family, member.membership.id))
        }
    }
}
