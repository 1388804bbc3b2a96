// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A copy that is made now: for whom, in which family, in which language.
package struct FullCopyToMake: Hashable, Sendable {
    package let copy: FullCopy
    package let family: ID<Family>
    package let language: String
}

/// A copy can't go on: what it is made of went meanwhile, or it was asked for anew.
package struct FullCopyGone: Error { package init() {} }

extension Dossiers {
    /// The copy that was asked for first, which is made from now on; nil where none waits.
    ///
    /// For the one process that has the lease of it.
    package func beginFullCopy() async throws -> FullCopyToMake? {
        try await database.write { try $0.beginFullCopy() }
    }

    /// A copy that is made anew at once, as its reader stands otherwise than when it was made; nil when it is not ready.
    package func beginAnew(_ copy: FullCopy, in family: ID<Family>) async throws -> FullCopyToMake? {
        try await database.write { try $0.beginAnew(copy, in: family) }
    }

    /// Takes up again what a process left that was stopped; what failed too often is given up.
    package func takeUpFullCopies(at now: Moment) async throws {
        try await database.write { connection in
            for (family, copy) in try connection.fullCopiesBeingMade() {
                try connection.giveUp(copy, in: family, at: now, unless: copy.attempts < FullCopy.mostAttempts)
            }
        }
    }

    /// Gathers what goes into a copy as its reader may read it at this moment, on record.
    package func gather<Value: Sendable>(
        _ job: FullCopyToMake, at now: Moment,
        _ question: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Value
    ) async throws -> Value {
        let person = job.copy.person
        let value = try await read(job.family, job.look(at: now)) { key, connection -> Found<Value>? in
            guard try connection.fullCopy(job.copy.id, key) != nil else { return nil }
            return Found(try question(key, connection), about: [person])
        }
        guard let value else { throw FullCopyGone() }
        return value
    }

    /// One piece of a file that goes along; nil when it went meanwhile.
    package func piece(
        _ number: Int, of attachment: Attachment, about persons: Set<ID<Person>>, for job: FullCopyToMake,
        at now: Moment
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: job.family, job.look(at: now), vault) { key in
                try connection.piece(number, of: attachment, about: persons, key)
            }
        }
    }

    /// Keeps a piece of a file of the copy, and how far the copy is.
    package func keep(
        _ bytes: [UInt8], as number: Int, of file: FullCopy.File, percent: Int, for job: FullCopyToMake, at now: Moment
    ) async throws {
        let vault = vault
        let isKept = try await database.write { connection in
            try connection.withKey(of: job.family, job.look(at: now), vault) { key -> Bool? in
                guard let copy = try connection.fullCopy(job.copy.id, key), copy.state == .making,
                    let own = try vault.key(copy.reader.text)
                else { return nil }
                let sealed = try key.seal(bytes, as: number, of: file, in: copy, own)
                try connection.execute(
                    """
                    INSERT INTO full_copy_piece (family_id, copy_id, file, number, body)
                    VALUES (\(job.family), \(copy.id), \(file.name), \(number), \(sealed))
                    """)
                try connection.note(percent, of: copy, in: job.family)
                return true
            }
        }
        guard isKept == true else { throw FullCopyGone() }
    }

    /// Says that a file is whole.
    package func finish(_ file: FullCopy.File, size: Int, pieces: Int, for job: FullCopyToMake) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO full_copy_file (family_id, copy_id, name, size, pieces)
                VALUES (\(job.family), \(job.copy.id), \(file.name), \(size), \(pieces))
                """)
        }
    }

    /// Says that the copy is ready, with how its reader stood while it was made.
    package func finish(_ job: FullCopyToMake, seenAs: String, at now: Moment) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                UPDATE full_copy SET state = 'ready', percent = 100,
                    until_at = \(job.copy.until ?? now + FullCopy.term), seen_as = \(seenAs)
                WHERE family_id = \(job.family) AND id = \(job.copy.id) AND state = 'making'
                """)
        }
    }

    /// Takes away what was made of a copy: it is begun again later, or given up.
    package func interrupt(_ job: FullCopyToMake, isFinal: Bool, at now: Moment) async throws {
        try await database.write { connection in
            try connection.giveUp(
                job.copy, in: job.family, at: now, unless: !isFinal && job.copy.attempts < FullCopy.mostAttempts)
        }
    }

    /// One piece of a file of a copy that is ready, for its reader.
    package func piece(
        _ number: Int, of file: FullCopy.File, in copy: FullCopy, _ look: Look, family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key -> [UInt8]? in
                guard try connection.fullCopy(copy.id, key) != nil, let own = try vault.key(copy.reader.text) else {
                    return nil
                }
                let sealed = try connection.row(
                    """
                    SELECT body FROM full_copy_piece
                    WHERE family_id = \(family) AND copy_id = \(copy.id) AND file = \(file.name)
                        AND number = \(number)
                    """
                ) { $0.bytes(0) }
                return try sealed.flatMap { try key.open($0, as: number, of: file, in: copy, own) }
            }
        }
    }
}

extension FullCopyToMake {
    fileprivate func look(at now: Moment) -> Look {
        Look(reader: copy.reader, for: .theOnlyOne, at: now, from: "", action: .execute, item: ItemName(.copy, copy.id))
    }
}

extension Connection {
    fileprivate func beginFullCopy() throws -> FullCopyToMake? {
        let waiting = try row(
            """
            SELECT \(FullCopy.columns), family_id, language FROM full_copy WHERE state = 'asked'
            ORDER BY asked_at, id LIMIT 1
            """
        ) { (copy: FullCopy(row: $0), family: $0.id(8, Family.self), language: $0.text(9)) }
        guard let waiting else { return nil }
        try execute(
            """
            UPDATE full_copy SET state = 'making', attempts = attempts + 1
            WHERE family_id = \(waiting.family) AND id = \(waiting.copy.id) AND state = 'asked'
            """)
        let begun = FullCopy(
            id: waiting.copy.id, reader: waiting.copy.reader, person: waiting.copy.person, asked: waiting.copy.asked,
            state: .making, attempts: waiting.copy.attempts + 1)
        return FullCopyToMake(copy: begun, family: waiting.family, language: waiting.language)
    }

    /// Until when it can be fetched stays as it was.
    fileprivate func beginAnew(_ copy: FullCopy, in family: ID<Family>) throws -> FullCopyToMake? {
        let language = try row(
            "SELECT language FROM full_copy WHERE family_id = \(family) AND id = \(copy.id) AND state = 'ready'"
        ) { $0.text(0) }
        guard let language else { return nil }
        try removeFiles(of: copy.id, of: family)
        try execute(
            """
            UPDATE full_copy SET state = 'making', percent = 0, until_at = NULL
            WHERE family_id = \(family) AND id = \(copy.id)
            """)
        return FullCopyToMake(copy: copy, family: family, language: language)
    }

    fileprivate func fullCopiesBeingMade() throws -> [(ID<Family>, FullCopy)] {
        try rows(
            "SELECT \(FullCopy.columns), family_id FROM full_copy WHERE state = 'making' ORDER BY asked_at, id"
        ) { ($0.id(8, Family.self), FullCopy(row: $0)) }
    }

    fileprivate func giveUp(_ copy: FullCopy, in family: ID<Family>, at now: Moment, unless again: Bool) throws {
        try removeFiles(of: copy.id, of: family)
        try execute(
            """
            UPDATE full_copy SET state = \(again ? "asked" : "failed"), percent = 0,
                until_at = \(again ? nil : now + FullCopy.term)
            WHERE family_id = \(family) AND id = \(copy.id) AND state = 'making'
            """)
    }

    fileprivate func note(_ percent: Int, of copy: FullCopy, in family: ID<Family>) throws {
        guard percent != copy.percent else { return }
        try execute("UPDATE full_copy SET percent = \(percent) WHERE family_id = \(family) AND id = \(copy.id)")
    }
}

extension DossierKey {
    /// A piece sealed three times: for its reader, and in both parts that what is in it lies in.
    ///
    /// Whichever of the three keys is destroyed, the copy opens nowhere any more, in no back-up either.
    fileprivate func seal(
        _ bytes: [UInt8], as number: Int, of file: FullCopy.File, in copy: FullCopy, _ own: PartKey
    ) throws -> [UInt8] {
        let place = SealedPlace.piece(number, of: file, in: copy.id, family)
        let once = own.seal(bytes, at: place)
        let twice = try seal(once, in: part(about: [copy.person]), at: place)
        return try seal(twice, in: sharedPart, at: place)
    }

    fileprivate func open(
        _ sealed: [UInt8], as number: Int, of file: FullCopy.File, in copy: FullCopy, _ own: PartKey
    ) throws -> [UInt8]? {
        let place = SealedPlace.piece(number, of: file, in: copy.id, family)
        guard let twice = try openBytes(sealed, in: sharedPart, at: place),
            let once = try openBytes(twice, in: part(about: [copy.person]), at: place)
        else { return nil }
        return try own.openBytes(once, at: place)
    }
}

extension SealedPlace {
    fileprivate static func piece(
        _ number: Int, of file: FullCopy.File, in copy: ID<FullCopy>, _ family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("full_copy_piece", "body", row: "\(copy):\(file.name):\(number)", owner: family.text)
    }
}
