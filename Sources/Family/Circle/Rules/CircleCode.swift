// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A code by which a family lets a helper into its circle whom it meets somewhere (*code voor een hulpverlener*).
///
/// It opens nothing: who has it can ask to be invited, once. Who must agree then see by what name and for which
/// organisation somebody came, and say yes or no as with any invitation.
package struct CircleCode: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Used, ended or over; or the helper is of the family, or works for nobody.
        case notForYou
        /// Only who made it ends it.
        case notYours
    }

    /// How long it can be used.
    package static let term = Duration.days(7)
    /// How many a person has open at once.
    package static let most = 5

    package let id: ID<CircleCode>
    package let by: ID<Account>
    package let persons: Set<ID<Person>>
    package let share: Share
    package let made: Moment
    package let used: Moment?
    package let ended: Moment?

    package init(
        id: ID<CircleCode>, by maker: ID<Account>, persons: Set<ID<Person>>, share: Share, made: Moment,
        used: Moment? = nil, ended: Moment? = nil
    ) {
        (self.id, by, self.persons, self.share) = (id, maker, persons, share)
        (self.made, self.used, self.ended) = (made, used, ended)
    }

    package var ends: Moment { made + Self.term }

    package func isOpen(at now: Moment) -> Bool { used == nil && ended == nil && now < ends }

    /// One that somebody of the family makes now, for whom they could invite as well.
    ///
    /// - Throws: ``InvitationRefusal``
    package static func made(
        _ id: ID<CircleCode>, by reader: Reading, for persons: Set<ID<Person>>, share: Share,
        mustAgree: [ID<Person>: WhoMustAgree], at now: Moment
    ) throws(InvitationRefusal) -> CircleCode {
        guard reader.ownPerson != nil else { throw .notYoursToInvite }
        let code = CircleCode(id: id, by: reader.reader, persons: persons, share: share, made: now)
        _ = try code.draft(ID(as: id), for: .whoeverDoesIt, nil, at: now)
            .sent(by: reader, mustAgree: mustAgree, notAsking: nil)
        return code
    }

    /// The invitation that it starts, from the other end: nobody said yes yet, not who made the code either, as only now
    /// they learn who came.
    ///
    /// - Throws: ``InvitationRefusal`` as for any invitation by who made it, as they stand now.
    package func invitation(
        _ id: ID<Invitation>, for helper: ID<Account>, of organisation: ID<Organisation>, by maker: Reading,
        mustAgree: [ID<Person>: WhoMustAgree], at now: Moment
    ) throws(InvitationRefusal) -> Invitation {
        let draft = draft(id, for: .account(helper), organisation, at: now)
        _ = try draft.sent(by: maker, mustAgree: mustAgree, notAsking: nil)
        return draft
    }

    private func draft(
        _ id: ID<Invitation>, for invited: Invitation.Invited, _ organisation: ID<Organisation>?, at now: Moment
    ) -> Invitation {
        Invitation(
            id: id, kind: .professional, by: by, invited: invited, organisation: organisation, persons: persons,
            share: share, made: now)
    }
}

extension Reading {
    /// Whether the reader makes codes: somebody of the family, for whom they may invite.
    package func mayMakeCode(on day: Day) -> Bool {
        ownPerson != nil && covered.keys.contains { mayInvite(for: [$0], on: day) }
    }
}
