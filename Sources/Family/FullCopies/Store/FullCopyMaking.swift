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
    package func beginFullCopy(at now: Moment) async throws -> FullCopyToMake? {
        guard try await database.read({ try $0.fullCopiesWait(at: now) }) else { return nil }
        return try await database.write { try $0.beginFullCopy(at: now) }
    }

    /// Whether any waits, or was left: looked before anything is written, as it is asked after each change of anything.
    package func fullCopiesWait(at now: Moment) async throws -> Bool {
        try await database.read { try $0.fullCopiesWait(at: now) }
    }

    /// A copy that is made anew at once, as its reader stands otherwise than when it was made; nil when it is not ready.
    package func beginAnew(
        _ copy: FullCopy, in family: ID<Family>, at now: Moment
    ) async throws -> FullCopyToMake? {
        try await database.write { try $0.beginAnew(copy, in: family, at: now) }
    }

    /// Takes up again what a process left that was stopped; what failed too often is given up.
    package func takeUpFullCopies(at now: Moment) async throws {
        try await database.write { connection in
            for (family, copy) in try connection.fullCopiesLeft(at: now) {
                let stops = copy.stops + 1
                try connection.execute(
                    "UPDATE full_copy SET stops = \(stops) WHERE family_id = \(family) AND id = \(copy.id)")
                try connection.giveUp(copy, in: family, at: now, unless: stops < FullCopy.mostStops)
            }
        }
    }

    /// Gathers what goes into a copy as its reader may read it at this moment, on record.
    package func gather<Value: Sendable>(
        _ job: FullCopyToMake, at now: Moment,
        _ question: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Value
    ) async throws -> Value {
        let (vault, look) = (vault, job.look(at: now))
        // It is much, and read beside what others write; it is on record before anything of it is kept.
        let found = try await database.read { connection in
            try connection.withKey(of: job.family, look, vault) { key -> (Value, Reading)? in
                guard try connection.fullCopy(job.copy.id, key) != nil else { return nil }
                return (try question(key, connection), key.reading)
            } ?? nil
        }
        try await database.write(inTurn: job.family.text, settled: { _ in nil }) { connection in
            try record(look, job.family, found.map { ($0.1, [job.copy.person]) }, connection)
        }
        guard let found else { throw FullCopyGone() }
        return found.0
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
                    copy.round == job.copy.round, let own = try vault.key(copy.reader.text)
                else { return nil }
                let sealed = try key.seal(bytes, as: number, of: file, in: copy, own)
                try connection.execute(
                    """
                    INSERT INTO full_copy_piece (family_id, copy_id, file, number, body)
                    VALUES (\(job.family), \(copy.id), \(file.name), \(number), \(sealed))
                    """)
                try connection.note(percent, of: copy, in: job.family, at: now)
                return true
            }
        }
        guard isKept == true else { throw FullCopyGone() }
    }

    /// Says that a file is whole.
    package func finish(_ file: FullCopy.File, size: Int, pieces: Int, for job: FullCopyToMake) async throws {
        try await database.write { connection in
            guard try connection.isBeingMade(job) else { throw FullCopyGone() }
            try connection.execute(
                """
                INSERT INTO full_copy_file (family_id, copy_id, name, size, pieces)
                VALUES (\(job.family), \(job.copy.id), \(file.name), \(size), \(pieces))
                """)
        }
    }

    /// Says that the copy is ready, with how its reader stood while it was made; what went wrong before is forgotten.
    ///
    /// Of when it was made the day alone is kept: a later moment would tell that something happened meanwhile.
    package func finish(_ job: FullCopyToMake, seenAs: String, at now: Moment) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                UPDATE full_copy SET state = 'ready', percent = 100, attempts = 0, stops = 0, made_at = \(Moment(now.day)),
                    until_at = \(job.copy.until ?? now + FullCopy.term), seen_as = \(seenAs)
                WHERE family_id = \(job.family) AND id = \(job.copy.id) AND state = 'making'
                    AND round = \(job.copy.round)
                """)
        }
    }

    /// Takes away what was made of a copy: it is begun again later, or given up.
    ///
    /// - Parameter isStopped: whether the server stops, which is no failure of the copy.
    package func interrupt(
        _ job: FullCopyToMake, isFinal: Bool, isStopped: Bool = false, at now: Moment
    ) async throws {
        try await database.write { connection in
            guard try connection.isBeingMade(job) else { return }
            let failed = job.copy.attempts + (isStopped ? 0 : 1)
            try connection.execute(
                "UPDATE full_copy SET attempts = \(failed) WHERE family_id = \(job.family) AND id = \(job.copy.id)")
            try connection.giveUp(
                job.copy, in: job.family, at: now, unless: !isFinal && failed < FullCopy.mostAttempts)
        }
    }

    /// One piece of a file of a copy that is ready, for its reader; nil once it was begun anew, so that nobody gets pieces
    /// of two.
    package func piece(
        _ number: Int, of file: FullCopy.File, in copy: FullCopy, _ look: Look, family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key -> [UInt8]? in
                guard try connection.fullCopy(copy.id, key)?.round == copy.round,
                    let own = try vault.key(copy.reader.text)
                else { return nil }
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
