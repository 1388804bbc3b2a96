// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Who is asked into the circle, and what the reader is told first.
extension CircleDrawing {
    /// For three days: whoever did not come in themself hears that somebody else did.
    var joined: Notice? {
        guard let card = content.card, case .used(let at) = card.state(at: now), now < at + .days(3) else { return nil }
        let maker = circle.name(of: card.madeBy) ?? language.invitations.somebody
        return Notice(.about, words.joined(maker, language.dayAndClockInside(at, today: today)), words.joinedText)
    }

    /// Whether the reader may ask somebody in.
    var mayInvite: Bool {
        content.reading.covered.keys.contains { content.reading.mayInvite(for: [$0], on: today) }
    }

    /// Who is asked in, and for whom it waits.
    var invitations: [Entry] {
        content.invitations.map { kept in
            let invitation = kept.invitation
            let persons = circle.persons.filter { invitation.persons.contains($0.person.id) }.map { firstName($0.name) }
            return Entry(
                .invitation(content.family, invitation.id), .people,
                language.invitations.entry(kept.invitedName(language), for: language.list(persons)), waits(kept))
        }
    }

    /// Whether it waits for the reader, for others, or for the one invited.
    private func waits(_ kept: KeptInvitation) -> String {
        let waiting = kept.invitation.persons.reduce(into: Set<ID<Person>>()) { waiting, person in
            guard let agreement = content.agreements[person] else { return }
            if case .waits(let others) = kept.invitation.outcome(for: person, agreement) { waiting.formUnion(others) }
        }
        let words = language.invitations
        if content.reading.ownPerson.map(waiting.contains) == true { return words.yourAnswerNeeded }
        guard !waiting.isEmpty else { return words.waitsForInvited }
        let names = waiting.sorted().map { person in
            kept.invitation.leftOut.contains(person)
                ? words.secondProfessional : circle.name(of: person).map { firstName($0) } ?? words.somebody
        }
        return words.waits(for: language.list(names))
    }
}
