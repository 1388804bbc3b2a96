// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Dossiers {
    /// What a second professional is asked, for who asks and who answers; nil for anybody else, as for what is not there.
    package func decision(_ id: ID<Decided>, in family: ID<Family>, _ look: Look) async throws -> DecisionSight? {
        let vault = vault
        let sight = try await database.read { connection in
            try connection.withDecisionKey(of: id, in: family, for: look, vault) { key, asked, led in
                try connection.sight(id, asked, leading: led, key, vault).map { ($0, key.reading) }
            }
        }
        // About nobody in the log: a line there would tell of it.
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, sight.map { ($0.1, []) }, connection)
        }
        return sight?.0
    }

    /// Answers as the second professional: the answer, what follows from it and the journal are one transaction with the
    /// access record.
    ///
    /// - Returns: whether it was done; not for who is not asked, nor where the part was erased.
    /// - Throws: ``SecondProfessional/Refusal``
    package func decide(
        _ answer: SecondProfessional.Answer, because reason: PlainText?, about id: ID<Decided>, in family: ID<Family>,
        ids: IDSource, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let reading = try connection.withDecisionKey(of: id, in: family, for: look, vault) {
                    key, asked, led -> Reading? in
                    guard let sight = try connection.sight(id, asked, leading: led, key, vault) else { return nil }
                    guard sight.isOpen else { throw SecondProfessional.Refusal.answeredBefore }
                    let decided = try sight.second.answered(answer, by: look.reader, leading: led, at: look.at)
                    try connection.answer(decided, because: reason, in: key.sharedPart(or: sight.matter), key, vault)
                    try connection.carryOut(decided, about: sight, at: look.at, ids: ids, key, vault)
                    return key.reading
                }
                try record(look, family, reading.map { ($0, []) }, connection)
                return reading != nil
            }
        } catch is ErasedPart { return false }
    }
}

extension DossierKey {
    /// In which part lies what is said of it.
    fileprivate func sharedPart(or matter: DecisionMatter) -> ID<Part> {
        switch matter {
        case .readingRefusal(let refusal): part(about: [refusal.child])
        case .direction: sharedPart
        case .ground(let use, _): part(about: use.persons)
        case .withholding(let withholding, _): part(about: [withholding.person])
        case .notAsked(let notAsked, _): part(about: notAsked.about)
        case .indication(let indication, _): part(about: [indication.person])
        case .invitation(let invitation, _): part(about: invitation.persons)
        }
    }
}
