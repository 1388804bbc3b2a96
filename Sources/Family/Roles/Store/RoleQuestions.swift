// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// As what a member was asked in; nil where nobody said.
    package func role(of membership: ID<Membership>, _ key: borrowing DossierKey) throws -> Role? {
        try row(
            """
            SELECT role FROM invitation
            WHERE family_id = \(key.family) AND membership_id = \(membership) AND role IS NOT NULL
            ORDER BY made_at DESC, id DESC LIMIT 1
            """
        ) { Role(rawValue: $0.text(0)) } ?? nil
    }

    /// The parts of life of which the reader is shown goals and actions, by the names of ``LifeDomain``; nil for all.
    ///
    /// Their own actions they always see.
    package func lifeDomains(_ key: borrowing DossierKey) throws -> Set<String>? {
        guard key.reading.ownPerson == nil, let membership = key.reading.membership else { return nil }
        return try role(of: membership.id, key)?.preset.lifeDomains
    }

    /// Keeps as what somebody is asked in.
    package func note(_ role: Role, of invitation: ID<Invitation>, _ key: borrowing DossierKey) throws {
        try execute(
            "UPDATE invitation SET role = \(role.rawValue) WHERE family_id = \(key.family) AND id = \(invitation)")
    }
}
