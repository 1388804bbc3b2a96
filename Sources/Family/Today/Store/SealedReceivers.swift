// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// For whom promises are, in families of which only a key can tell the names.
struct SealedReceivers {
    private struct Face {
        let membership: ID<Membership>
        let part: ID<Part>
        let text: [UInt8]?
    }

    private struct Place: Hashable {
        let family: ID<Family>
        let account: ID<Account>
    }

    private var faces: [Place: Face] = [:]

    /// One question for all of them.
    init(of promises: some Collection<StoredPromise>, _ connection: Connection) throws {
        let accounts = Set(promises.compactMap(\.receiver)).sorted()
        guard !accounts.isEmpty else { return }
        let rows = try connection.rows(
            """
            SELECT family_id, account_id, id, part_id, face FROM membership
            WHERE account_id IN \(list: accounts) AND family_id IN \(list: Set(promises.compactMap(\.family)).sorted())
            ORDER BY family_id, id
            """
        ) { row in
            let place = Place(family: row.id(0), account: row.id(1))
            return (place, Face(membership: row.id(2), part: row.id(3), text: row.bytesIfAny(4)))
        }
        for (place, face) in rows { faces[place] = face }
    }

    /// The name of who a promise is for; nil for what was promised to an organisation, and where the key opens no name.
    func name(of waiting: Waiting, _ key: borrowing DossierKey) throws -> String? {
        guard case .promise(let promise) = waiting.subject else { return nil }
        switch promise.receiver {
        case .organisation: return nil
        case .person(let person): return try key.name(of: ID(as: person))
        case .account(let account):
            if let person = key.reading.persons.first(where: { $0.account == account }) {
                return try key.name(of: person.id)
            }
            guard let face = faces[Place(family: key.family, account: account)] else { return nil }
            let text = try key.open(face.text, in: face.part, at: .face(of: face.membership, in: key.family))
            return text.flatMap(MemberFace.init(text:))?.name
        }
    }
}

extension StoredPromise {
    fileprivate var receiver: ID<Account>? {
        guard case .account(let account) = promise.receiver else { return nil }
        return account
    }
}
