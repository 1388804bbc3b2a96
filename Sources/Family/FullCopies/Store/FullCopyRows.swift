// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Whether any waits, or was left half made.
    func fullCopiesWait(at now: Moment) throws -> Bool {
        try row(
            """
            SELECT 1 FROM full_copy
            WHERE state IN ('asked', 'making') AND (state = 'asked' OR touched_at < \(now - FullCopy.silence))
            ORDER BY asked_at, id LIMIT 1
            """
        ) { $0.int(0) } != nil
    }

    /// Whether it is still this round of it that is made.
    func isBeingMade(_ job: FullCopyToMake) throws -> Bool {
        try row(
            """
            SELECT 1 FROM full_copy
            WHERE family_id = \(job.family) AND id = \(job.copy.id) AND state = 'making' AND round = \(job.copy.round)
            """
        ) { $0.int(0) } != nil
    }

    /// Begins the one that was asked for first.
    func beginFullCopy(at now: Moment) throws -> FullCopyToMake? {
        let waiting = try row(
            """
            SELECT \(FullCopy.columns), family_id, language FROM full_copy WHERE state = 'asked'
            ORDER BY asked_at, id LIMIT 1
            """
        ) { (copy: FullCopy(row: $0), family: $0.id(12, Family.self), language: $0.text(13)) }
        guard let waiting else { return nil }
        return try begin(waiting.copy, in: waiting.family, waiting.language, at: now)
    }

    /// Begins one anew that is ready.
    func beginAnew(
        _ copy: FullCopy, in family: ID<Family>, at now: Moment
    ) throws -> FullCopyToMake? {
        let ready = try row(
            """
            SELECT \(FullCopy.columns), language FROM full_copy
            WHERE family_id = \(family) AND id = \(copy.id) AND state = 'ready'
            """
        ) { (copy: FullCopy(row: $0), language: $0.text(12)) }
        guard let ready else { return nil }
        try removeFiles(of: copy.id, of: family)
        return try begin(ready.copy, in: family, ready.language, at: now)
    }

    /// The number of the round goes up: who began it before writes nothing of it any more.
    ///
    /// Until when it can be fetched stays as it was, whatever stops it in between.
    private func begin(
        _ copy: FullCopy, in family: ID<Family>, _ language: String, at now: Moment
    ) throws -> FullCopyToMake {
        try execute(
            """
            UPDATE full_copy SET state = 'making', percent = 0, round = round + 1, touched_at = \(now)
            WHERE family_id = \(family) AND id = \(copy.id)
            """)
        let begun = FullCopy(
            id: copy.id, reader: copy.reader, person: copy.person, asked: copy.asked, state: .making,
            attempts: copy.attempts, stops: copy.stops, round: copy.round + 1, often: copy.often, until: copy.until)
        return FullCopyToMake(copy: begun, family: family, language: language)
    }

    /// What is being made, as it says, and was not touched for a while.
    func fullCopiesLeft(at now: Moment) throws -> [(ID<Family>, FullCopy)] {
        try rows(
            """
            SELECT \(FullCopy.columns), family_id FROM full_copy
            WHERE state = 'making' AND touched_at < \(now - FullCopy.silence) ORDER BY asked_at, id
            """
        ) { ($0.id(12, Family.self), FullCopy(row: $0)) }
    }

    /// Takes away what was made of it; it is asked for again, or failed.
    func giveUp(_ copy: FullCopy, in family: ID<Family>, at now: Moment, unless again: Bool) throws {
        try removeFiles(of: copy.id, of: family)
        try execute(
            """
            UPDATE full_copy SET state = \(again ? "asked" : "failed"), percent = 0,
                until_at = COALESCE(until_at, \(again ? nil : now + FullCopy.term))
            WHERE family_id = \(family) AND id = \(copy.id) AND state = 'making'
            """)
    }

    /// Says how far it is, and that somebody is still at it.
    func note(_ percent: Int, of copy: FullCopy, in family: ID<Family>, at now: Moment) throws {
        try execute(
            """
            UPDATE full_copy SET percent = \(percent), touched_at = \(now)
            WHERE family_id = \(family) AND id = \(copy.id)
            """)
    }
}

extension DossierKey {
    /// A piece sealed three times: for its reader, and in both parts that what is in it lies in.
    ///
    /// Whichever of the three keys is destroyed, the copy opens nowhere any more, in no back-up either.
    func seal(
        _ bytes: [UInt8], as number: Int, of file: FullCopy.File, in copy: FullCopy, _ own: PartKey
    ) throws -> [UInt8] {
        let place = SealedPlace.piece(number, of: file, in: copy.id, family)
        let once = own.seal(bytes, at: place)
        let twice = try seal(once, in: part(about: [copy.person]), at: place)
        return try seal(twice, in: sharedPart, at: place)
    }

    func open(
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
