// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A question about the log as the one who answers it reads it.
package struct QuestionToAnswer: Sendable {
    package let family: ID<Family>
    package let sight: LogQuestionSight
    /// The line it is about, as the asker read it; nil when it was erased.
    package let phrase: String?
    /// Who asks; nil when it was erased.
    package let asker: String?
    /// Whether it was the reader who looked.
    package let isOwn: Bool
}

extension Dossiers {
    /// A question for who may answer it; nil for anybody else, as for one that does not exist.
    package func question(
        _ id: ID<LogQuestion>, in family: ID<Family>, _ look: Look
    ) async throws -> QuestionToAnswer? {
        let vault = vault
        let found = try await database.read { connection in
            try connection.withAnsweringKey(of: id, in: family, for: look, vault) { key, stored in
                let opened = try stored.opened(key)
                return Answering(
                    question: QuestionToAnswer(
                        family: key.family, sight: opened.sight, phrase: opened.phrase,
                        asker: try key.name(of: stored.question.person),
                        isOwn: stored.question.line.who == look.reader),
                    reading: key.reading)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, found.map { ($0.reading, Set($0.reading.covered.keys)) }, connection)
        }
        return found?.question
    }

    /// Answers a question: the answer, the promise kept and the journal are one transaction with the access record.
    ///
    /// - Returns: whether it was done; not for who may not answer, nor where the asker's part was erased.
    /// - Throws: ``LogQuestion/Refusal/alreadyAnswered``
    package func answer(
        _ id: ID<LogQuestion>, in family: ID<Family>, saying text: PlainText, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done = try connection.withAnsweringKey(of: id, in: family, for: look, vault) { key, stored in
                    try connection.answer(stored, saying: text, at: look.at, key, vault)
                    return key.reading
                }
                try record(look, family, done.map { ($0, Set($0.covered.keys)) }, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }
}

private struct Answering: Sendable {
    let question: QuestionToAnswer
    let reading: Reading
}

extension Connection {
    fileprivate func answer(
        _ stored: StoredQuestion, saying text: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard stored.question.isOpen else { throw LogQuestion.Refusal.alreadyAnswered }
        let answerer = key.reading.reader
        let name = try account(answerer, vault)?.profile.name ?? ""
        let sealed = try key.seal(
            FieldText.joined(["1", name, text.text]), in: stored.part,
            at: .answer(to: stored.question.id, in: key.family))
        try execute(
            """
            UPDATE log_question SET answered_at = \(now), answered_by = \(answerer), answer = \(sealed)
            WHERE family_id = \(key.family) AND id = \(stored.question.id) AND answered_at IS NULL
            """)
        if let promise = try promise(stored.question.promise, in: ID(as: key.family)), promise.promise.isOpen {
            try save(try promise.promise.settled(at: now), of: promise)
        }
        try journal(
            JournalEntry(
                at: now, kind: .questionAnswered, who: answerer, item: ItemName(.question, stored.question.id),
                persons: [stored.question.person]), key, vault)
    }
}
