// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Connection {
    /// The assignments of an organisation by digests of what they are called.
    func assignments(
        by column: SQL, _ digests: Set<String>, of organisation: ID<Organisation>
    ) throws -> [String: ID<Assignment>] {
        guard !digests.isEmpty else { return [:] }
        let found = try rows(
            """
            SELECT \(column), id FROM assignment
            WHERE organisation = \(organisation) AND \(column) IN \(list: digests.sorted()) ORDER BY heard_day, id
            """
        ) { (digest: $0.text(0), id: $0.id(1, Assignment.self)) }
        return Dictionary(found.map { ($0.digest, $0.id) }) { $1 }
    }

    /// The digest of the file in which a message with this number was read; nil when none was.
    func digest(of message: AssignmentMessage, for organisation: ID<Organisation>) throws -> String? {
        try row(
            """
            SELECT digest FROM assignment_message
            WHERE organisation = \(organisation) AND sender = \(message.sender)
                AND kind = \(message.kind.rawValue) AND identification = \(message.identification)
            ORDER BY sender
            """
        ) { $0.text(0) }
    }

    /// - Parameter digest: of the file, under a key: by what is known of a message nobody finds out the rest.
    func keep(
        _ message: AssignmentMessage, digest: String, for organisation: ID<Organisation>, at now: Moment
    ) throws {
        try execute(
            """
            INSERT INTO assignment_message (organisation, sender, identification, kind, digest, read_at)
            VALUES (\(organisation), \(message.sender), \(message.identification), \(message.kind.rawValue),
                \(digest), \(now))
            """)
    }

    /// Lays down a new assignment with whom it is about; how it stands is saved after it.
    func add(
        _ assignment: Assignment, client: AssignedClient, reference: String?, _ keys: borrowing BroughtKeys
    ) throws {
        let id = assignment.id
        try execute(
            """
            INSERT INTO assignment (id, organisation, municipality, reference_digest, number_digest, state, asked_day,
                assigned_day, from_day, is_withdrawn, is_lapsed, heard_day, name, birth, citizen_number)
            VALUES (\(id), \(assignment.organisation), \(assignment.municipality), \(reference),
                \(reference == nil ? id.text : nil), \(assignment.state.rawValue), \(assignment.asked),
                \(assignment.terms?.assigned), \(assignment.terms?.from), FALSE, FALSE, \(assignment.heard),
                \(try keys.seal(client.name, at: .assignment("name", of: id), of: id)),
                \(try keys.seal(client.birth.text, at: .assignment("birth", of: id), of: id)),
                \(try keys.seal(client.citizenNumber.digits, at: .assignment("citizen_number", of: id), of: id)))
            """)
    }

    /// Gives an assignment its number at the municipality.
    func number(
        _ id: ID<Assignment>, _ number: String, digest: String, _ keys: borrowing BroughtKeys
    ) throws {
        try execute(
            """
            UPDATE assignment
            SET number_digest = \(digest), number = \(try keys.seal(number, at: .assignment("number", of: id), of: id))
            WHERE id = \(id)
            """)
    }

    /// Counts what became true of an assignment, and no more what is not.
    func count(from before: Assignment?, to next: Assignment, _ ids: IDSource) throws {
        let (were, are) = (before?.counts ?? [], next.counts)
        for count in were.subtracting(are) {
            try remove(count.kind, of: next.organisation, in: count.month, count.shape)
        }
        for count in are.subtracting(were) {
            try record(
                try Fact(
                    kind: count.kind, organisation: next.organisation, month: count.month, shape: count.shape,
                    ids: ids))
        }
    }
}
