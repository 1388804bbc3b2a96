// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What is known of somebody who asks to decide, before it is known how they stand in the circle.
struct Lead: Hashable, Sendable {
    /// The organisation whose people they lead, unless anything of the family is kept from them.
    let led: ID<Organisation>?
    let isOfFamily: Bool

    /// With how they stand.
    ///
    /// - Parameter about: for one of whom they must be there to count as a member; nil where anybody will do.
    func onlooker(
        _ standing: Standing, about: Set<ID<Person>>? = nil, _ look: Look
    ) -> SecondProfessional.Onlooker {
        let isMember = standing.memberships.contains {
            $0.kind == .professional && $0.isActive(on: look.at.day) && $0.serves(standing.onBehalfOf)
                && (about.map($0.covers.isDisjoint) ?? false) == false
        }
        return SecondProfessional.Onlooker(
            reader: look.reader, isMember: isMember, led: led, isOfFamily: isOfFamily)
    }
}

extension Connection {
    /// Whom a reader leads as far as this family goes, and whether they are of it.
    func leads(_ look: Look, in family: ID<Family>) throws -> Lead {
        let isKeptOut = try accountsKeptOut(of: family).contains(look.reader)
        let work = try work(behind: look.behalf, of: look.reader, on: look.at.day)
        return Lead(
            led: isKeptOut ? nil : work.first { $0.function == .teamLead }?.organisation,
            isOfFamily: try accountsOfPersons(in: family).contains(look.reader))
    }
}
