// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Who opened what, when, on what ground and with what outcome (*wie keek mee*; outside: AuditEvent).
///
/// The fields are those of NEN 7513: user (who, in what role, on whose behalf, from where), event (what action,
/// when, outcome), objects (which persons, which item) and ground. It names accounts, persons and items by their
/// identifiers and holds no text of a dossier: it outlives the dossier by law (at least five years, Stcrt. 2019,
/// 38007).
package struct AccessRecord: Hashable, Sendable {
    /// What was done, as NEN 7513 and DICOM code it.
    package enum Action: String, Sendable, CaseIterable {
        case create = "C"
        case read = "R"
        case update = "U"
        case delete = "D"
        case execute = "E"
    }

    package enum Outcome: String, Sendable, CaseIterable {
        case granted, refused
    }

    package let at: Moment
    package let who: ID<Account>
    /// Family, relative, or professional; nil where a stranger tried.
    package let role: LookerRole
    package let onBehalfOf: ID<Organisation>?
    package let action: Action
    package let item: ItemName
    package let persons: Set<ID<Person>>
    package let ground: ReadingGround
    package let outcome: Outcome
    /// The network address the request came from.
    package let from: String

    package init(
        at: Moment, who: ID<Account>, role: LookerRole, onBehalfOf: ID<Organisation>?, action: Action, item: ItemName,
        persons: Set<ID<Person>>, ground: ReadingGround, outcome: Outcome, from: String
    ) {
        self.at = at
        self.who = who
        self.role = role
        self.onBehalfOf = onBehalfOf
        self.action = action
        self.item = item
        self.persons = persons
        self.ground = ground
        self.outcome = outcome
        self.from = from
    }
}

/// In what role somebody looked.
package enum LookerRole: String, Sendable, CaseIterable {
    case family, relative, professional, privacyOfficer, stranger
}

extension AccessRecord {
    /// The record as text, to be sealed: fields apart by a character (U+001F) that none but the last may hold.
    package var text: String {
        FieldText.joined([
            "1", String(at.milliseconds), who.text, role.rawValue, onBehalfOf?.text ?? "", action.rawValue,
            item.kind.rawValue, item.id, FieldText.joined(persons), ground.rawValue, outcome.rawValue, from,
        ])
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 12)
        guard fields.count == 12, fields[0] == "1", let at = Int64(fields[1]), let who = ID<Account>(fields[2]),
            let role = LookerRole(rawValue: String(fields[3])), let action = Action(rawValue: String(fields[5])),
            let kind = ItemName.Kind(rawValue: String(fields[6])),
            let ground = ReadingGround(rawValue: String(fields[9])),
            let outcome = Outcome(rawValue: String(fields[10]))
        else { return nil }
        let organisation = ID<Organisation>(fields[4])
        guard let persons: Set<ID<Person>> = FieldText.ids(of: fields[8]), fields[4].isEmpty || organisation != nil
        else { return nil }
        self.init(
            at: Moment(milliseconds: at), who: who, role: role, onBehalfOf: organisation, action: action,
            item: ItemName(kind, stored: String(fields[7])), persons: persons, ground: ground,
            outcome: outcome, from: String(fields[11]))
    }
}

extension Reading {
    /// Whether the reader is shown that somebody looked ("Who looked").
    ///
    /// Shown to somebody of the family are professionals who opened what is about them, or about a child of whom they
    /// read all. Not shown: reading by the family itself and its own people, private talks (conversations the reader
    /// takes no part in), meetings for which they were not asked, questions of others, what somebody finds not right, what is held, and members hidden from
    /// them. A missing line never reveals that something is held.
    /// Nothing is about a member of the circle, so members are shown nothing.
    package func isShown(
        _ record: AccessRecord, lookersHidden: Set<ID<Account>>, takesPartIn conversations: Set<String>,
        emergencies: [EmergencyAccess] = []
    ) -> Bool {
        guard record.ground != .emergency || emergencies.contains(where: { $0.explains(record) }) else { return false }
        guard let ownPerson, record.outcome == .granted, record.who != reader, !lookersHidden.contains(record.who)
        else { return false }
        switch record.role {
        case .family, .relative, .stranger, .privacyOfficer: return false
        case .professional: break
        }
        guard !held.items.contains(record.item), record.item.kind != .concern, !Self.isOfDesk(record.item.kind),
            record.item.kind != .circle || !hiddenMembers.contains(where: { $0.text == record.item.id })
        else { return false }
        // Who reads a young person's story, or what they do not agree with, is theirs to know and nobody else's.
        let isOwn = [ItemName.Kind.question, .story, .objection].contains(record.item.kind)
        if isOwn, !record.persons.contains(ownPerson) { return false }
        let isAmongSome = record.item.kind == .conversation || record.item.kind == .meeting
        if isAmongSome, !conversations.contains(record.item.id) { return false }
        return record.persons.contains { covered[$0]?.share == .all }
    }
}

extension Reading {
    /// What professionals decide among themselves about safety, and what one of the family asked of them alone: that they
    /// did stands in no log of the family.
    fileprivate static func isOfDesk(_ kind: ItemName.Kind) -> Bool {
        [.hold, .emergency, .safetyCard, .decision, .copy, .forgetting, .keeping, .indication, .match].contains(kind)
    }
}

extension EmergencyAccess {
    /// Whether somebody read by it.
    package func explains(_ record: AccessRecord) -> Bool {
        record.who == who && opened <= record.at && record.at < ends
    }
}
