// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Reading {
    /// Whether the reader may propose a meeting about these persons: who reads what is planned with them.
    package func mayPropose(about persons: Set<ID<Person>>) -> Bool { !isEmergency && readsPlan(about: persons) }

    /// Whether the reader may propose one about anybody.
    package var mayPropose: Bool { !isEmergency && readsPlan }

    /// Whether the reader was asked, and may still read about all it is about.
    package func isInvited(to meeting: Meeting) -> Bool {
        meeting.invited.contains(reader) && mayTakePart(about: meeting.about)
    }

    /// Whether the reader may know of a meeting at all.
    ///
    /// Who was asked, and besides, from outside, the professional who directs and plans with all it is about, and who opened the
    /// family in an emergency: these see that it is, not where, nor what is said there. Nobody knows of one with somebody
    /// who is hidden or held from them.
    ///
    /// - Parameter hidden: the accounts of who is hidden from the reader.
    package func maySee(_ meeting: Meeting, directs: Bool, membersHidden hidden: Set<ID<Account>>) -> Bool {
        guard !held.items.contains(ItemName(.meeting, meeting.id)), hidden.isDisjoint(with: meeting.invited) else {
            return false
        }
        if isInvited(to: meeting) { return true }
        let isProfessional = membership?.kind == .professional && ownPerson == nil
        return (directs && isProfessional || isEmergency) && readsPlan(about: meeting.about)
    }

    /// Whether the reader chooses its time, changes it and calls it off: who convened it; once they are gone or while
    /// they are away, whoever was asked and could propose one.
    ///
    /// - Parameter isConvenerHere: whether who convened it may still come, and is not away.
    package func runs(_ meeting: Meeting, isConvenerHere: Bool) -> Bool {
        guard isInvited(to: meeting) else { return false }
        return meeting.convener == reader || !isConvenerHere && mayPropose(about: meeting.about)
    }

    /// Whether the reader writes what was said and decided: who was asked and could propose one.
    package func mayWriteMinutes(of meeting: Meeting) -> Bool {
        isInvited(to: meeting) && mayPropose(about: meeting.about)
    }

    /// Whether something of a meeting that stands in the journal is the reader's to see: who was asked.
    func maySeeMeeting(_ entry: JournalEntry) -> Bool {
        let invited: Set<ID<Account>> = FieldText.ids(of: entry.detail) ?? []
        return invited.contains(reader) && mayTakePart(about: entry.persons)
    }
}

extension Meeting {
    /// Whether a colleague is asked in the place of who is away: it begins before they are back, the colleague was not
    /// asked, may read about all it is about, and need be kept from nobody who was.
    package func isStoodIn(
        for away: ID<Account>, by colleague: Reading, until end: Day,
        _ mustNotMeet: (ID<Account>, ID<Account>) -> Bool, at now: Moment
    ) -> Bool {
        guard state == .proposed || state == .planned, isComing(at: now) else { return false }
        let first = time?.starts ?? times.map(\.starts).min() ?? now
        return first.day < end && invited.contains(away) && !invited.contains(colleague.reader)
            && colleague.mayTakePart(about: about)
            && !invited.contains { $0 != away && mustNotMeet($0, colleague.reader) }
    }
}

extension Meeting {
    /// Whether who takes over a helper's work comes in their place: it is still to come, they may read about all it is
    /// about, and need be kept from nobody who was asked.
    package func isTakenOver(
        from left: ID<Account>, by next: Reading, _ mustNotMeet: (ID<Account>, ID<Account>) -> Bool, at now: Moment
    ) -> Bool {
        guard state == .proposed || state == .planned, isComing(at: now) else { return false }
        return invited.contains(left) && next.mayTakePart(about: about)
            && !invited.contains { $0 != left && $0 != next.reader && mustNotMeet($0, next.reader) }
    }
}

/// Who belongs at a meeting about some persons: all who may read about them, but for those who must not meet.
package struct WhoBelongs: Hashable, Sendable {
    /// All who could come.
    package let everybody: [ID<Account>]
    /// Those who are asked together.
    package let together: Set<ID<Account>>
    /// Whom a meeting apart is for, with all of the others whom they can meet; empty where one meeting does.
    package let apart: Set<ID<Account>>
    /// Those who are missed where nobody asks them.
    private let expected: [ID<Account>]

    /// For a professional, who may know whom to keep apart.
    ///
    /// - Parameters:
    ///   - candidates: those of the circle whom the proposer knows, in the order in which they are asked first.
    ///   - mayCome: whether somebody may read about all it is about.
    package init(
        _ candidates: [ID<Account>], besides proposer: ID<Account>, mayCome: (ID<Account>) -> Bool,
        mustNotMeet: (ID<Account>, ID<Account>) -> Bool
    ) {
        let come = candidates.filter { $0 != proposer && mayCome($0) && !mustNotMeet($0, proposer) }
        everybody = come
        expected = come
        let first = Self.group(come, beginning: [], mustNotMeet)
        together = first
        let rest = come.filter { !first.contains($0) }
        guard !rest.isEmpty else {
            apart = []
            return
        }
        let second = Self.group(rest, beginning: [], mustNotMeet)
        apart = Self.group(come, beginning: second, mustNotMeet)
    }

    /// For anybody else: whatever is kept from somebody, or whom they must not meet, can't be told from it.
    ///
    /// - Parameters:
    ///   - known: all of the circle whom the proposer knows.
    ///   - expected: those of them who, by what the proposer sees of the circle, have to do with whom it is about.
    package init(knowing known: [ID<Account>], besides proposer: ID<Account>, expected: (ID<Account>) -> Bool) {
        everybody = known.filter { $0 != proposer }
        self.expected = everybody.filter(expected)
        together = Set(self.expected)
        apart = []
    }

    /// Those who belong there, were not asked, and could meet all who were.
    package func missing(
        asking invited: Set<ID<Account>>, mustNotMeet: (ID<Account>, ID<Account>) -> Bool
    ) -> [ID<Account>] {
        expected.filter { one in !invited.contains(one) && !invited.contains { mustNotMeet(one, $0) } }
    }

    private static func group(
        _ all: [ID<Account>], beginning: Set<ID<Account>>, _ mustNotMeet: (ID<Account>, ID<Account>) -> Bool
    ) -> Set<ID<Account>> {
        all.reduce(into: beginning) { group, one in
            if !group.contains(where: { mustNotMeet($0, one) }) { group.insert(one) }
        }
    }
}
