// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody finds a message not right ("Dit is niet oké"): told to the professional in charge, and to nobody else.
package enum Concern {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case ownMessage
        case alreadyTold
        /// There is no professional in the circle who could hear of it.
        case nobodyToHear
    }

    /// Who hears of it: the professional in charge; where that is who wrote it, who tells it, or nobody, the desk of an
    /// organisation in the circle.
    ///
    /// - Throws: ``Refusal``
    package static func hearer(
        of inCharge: ProfessionalInCharge, author: ID<Account>, teller: ID<Account>, isTold: Bool
    ) throws(Refusal) -> Promise.Owner {
        guard author != teller else { throw .ownMessage }
        guard !isTold else { throw .alreadyTold }
        if let account = inCharge.account, account != author, account != teller { return .account(account) }
        guard let desk = inCharge.desk else { throw .nobodyToHear }
        return .organisation(desk)
    }
}

/// Who is in charge of safety around a family: the safety coordinator, else the professional director; else nobody by
/// name, and the desk of an organisation in the circle.
///
/// Never somebody of the family: safety information does not go to them.
package struct ProfessionalInCharge: Hashable, Sendable {
    package let account: ID<Account>?
    package let desk: ID<Organisation>?

    /// Decides from who directs, who is called first, and the professionals of the circle on a day.
    package init(
        direction: Direction?, firstContact: ID<Account>?, members: some Sequence<Membership>, on day: Day
    ) {
        let professionals = members.filter { $0.kind == .professional && $0.isActive(on: day) }
            .sorted { ($0.term.from, $0.id) < ($1.term.from, $1.id) }
        let director = direction.flatMap { direction in professionals.first { $0.account == direction.holder } }
        account = director?.account
        let first = professionals.first { $0.account == firstContact }
        desk = ([director, first].compactMap(\.self) + professionals).compactMap(\.organisation).first
    }

    /// Who owes what is asked of whoever is in charge: themself, else the inbox of their organisation.
    package var owner: Promise.Owner? { account.map { .account($0) } ?? desk.map { .organisation($0) } }
}
