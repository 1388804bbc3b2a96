// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A question about the log as its asker reads it again, beside the line it is about.
package struct LogQuestionSight: Hashable, Sendable {
    package let question: LogQuestion
    /// What was asked besides "why"; nil where nothing was, or where it was erased.
    package let text: String?
    package let answer: LogAnswer?
}

/// What was answered, and by whom.
package struct LogAnswer: Hashable, Sendable {
    /// nil when it was erased.
    package let text: String?
    package let by: ID<Account>
    /// How the one who answered is called, for an asker who does not know them; nil when it was erased.
    package let name: String?
    package let at: Moment
}

/// What somebody asks: about which line, in which words it stands on their page, and what they add.
package struct LogQuestionDraft: Sendable {
    package let id: ID<LogQuestion>
    package let promise: ID<Promise>
    package let line: LookedLine
    /// The line in words.
    package let phrase: String
    package let text: PlainText?

    package init(
        id: ID<LogQuestion>, promise: ID<Promise>, line: LookedLine, phrase: String, text: PlainText?
    ) {
        self.id = id
        self.promise = promise
        self.line = line
        self.phrase = phrase
        self.text = text
    }
}

extension Connection {
    /// The questions that the reader asked about lines of some days, in the order in which they were asked.
    package func questions(_ key: borrowing DossierKey, from: Day, until: Day) throws -> [LogQuestionSight] {
        let stored = try rows(
            """
            SELECT \(StoredQuestion.columns) FROM log_question
            WHERE family_id = \(key.family) AND asker_id = \(key.reading.reader) AND day >= \(from) AND day < \(until)
            ORDER BY asked_at, id
            """, StoredQuestion.init(row:))
        return try stored.map { try $0.opened(key).sight }
    }

    /// The professionals whom the reader asked something that is not answered yet.
    package func askedAndOpen(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        Set(
            try rows(
                """
                SELECT who_id FROM log_question
                WHERE family_id = \(key.family) AND asker_id = \(key.reading.reader)
                    AND answered_at IS NULL AND withdrawn_at IS NULL
                ORDER BY who_id
                """
            ) { $0.id(0) })
    }

    /// Asks why: the question, the promise to answer it and what the journal tells of it.
    ///
    /// - Throws: ``LogQuestion/Refusal``
    package func ask(
        _ draft: LogQuestionDraft, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let day = draft.line.day
        let circle = try circle(key, withEnded: true)
        let looked = try looked(key, from: Moment(day), until: Moment(day + 1), among: circle, vault)
        // Of who was here for several organisations, the one on whose behalf they looked.
        let behalf = looked.first { $0.line == draft.line }?.onBehalfOf
        let work = try memberships(of: draft.line.who, in: [key.family]).map(\.membership)
            .max { $0.rank(behind: behalf) < $1.rank(behind: behalf) }
        let owner = try key.reading.asks(
            about: draft.line, shown: Set(looked.map(\.line)), open: try askedAndOpen(key), work: work, on: key.today)
        guard let person = key.reading.ownPerson else { throw LogQuestion.Refusal.noSuchLine }
        let question = LogQuestion(
            id: draft.id, asker: key.reading.reader, person: person, line: draft.line,
            organisation: work?.organisation, promise: draft.promise, asked: now)
        try keep(question, saying: draft, key)
        let promise = Promise(
            id: draft.promise, kind: .answerWhy, owner: owner, receiver: .account(question.asker),
            subject: Promise.Subject(kind: ItemName.Kind.question.rawValue, id: draft.id.text),
            urgency: .regular(workingDays: LogQuestion.norm), made: now, fallback: question.organisation)
        try add(StoredPromise(promise, in: ID(as: key.family), about: person.text))
        try journal(
            JournalEntry(
                at: now, kind: .questionAsked, who: question.asker, item: ItemName(.question, draft.id),
                persons: [person]), key, vault)
    }

    private func keep(
        _ question: LogQuestion, saying draft: LogQuestionDraft, _ key: borrowing DossierKey
    ) throws {
        let part = key.part(about: [question.person])
        let text = FieldText.joined(["1", draft.phrase, draft.text?.text ?? ""])
        let sealed = try key.seal(text, in: part, at: .question(question.id, in: key.family))
        let line = question.line
        try execute(
            """
            INSERT INTO log_question (family_id, id, asker_id, person_id, part_id, who_id, organisation_id, day, action,
                item_kind, item_id, promise_id, asked_at, question)
            VALUES (\(key.family), \(question.id), \(question.asker), \(question.person), \(part), \(line.who),
                \(question.organisation), \(line.day), \(line.action.rawValue), \(line.item?.kind.rawValue),
                \(line.item?.id), \(question.promise), \(question.asked), \(sealed))
            """)
    }

    /// Withdraws a question of the reader: nobody owes an answer any more.
    ///
    /// - Throws: ``LogQuestion/Refusal``
    package func withdraw(
        _ id: ID<LogQuestion>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let question = try question(id, in: key.family)?.question else {
            throw LogQuestion.Refusal.notYoursToWithdraw
        }
        _ = try question.withdrawn(by: key.reading, at: now)
        try execute(
            "UPDATE log_question SET withdrawn_at = \(now) WHERE family_id = \(key.family) AND id = \(id)")
        if let owed = try promise(question.promise, in: ID(as: key.family)), owed.promise.isOpen {
            try save(try owed.promise.closed(by: owed.promise.receiver, .noLongerNeeded, at: now), of: owed)
        }
        try journal(
            JournalEntry(
                at: now, kind: .questionWithdrawn, who: key.reading.reader, item: ItemName(.question, id),
                persons: [question.person]), key, vault)
    }

    func question(_ id: ID<LogQuestion>, in family: ID<Family>) throws -> StoredQuestion? {
        try row(
            """
            SELECT \(StoredQuestion.columns) FROM log_question WHERE family_id = \(family) AND id = \(id) ORDER BY id
            """, StoredQuestion.init(row:))
    }

    /// Empties what was asked and answered in these parts; that somebody asked stays.
    func emptyQuestions(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE log_question SET question = NULL, answer = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND question IS NOT NULL
            """)
    }
}

extension Looked {
    /// The line in which it stands.
    package var line: LookedLine { LookedLine(who: who, day: at.day, action: action, item: item) }
}

extension Membership {
    /// The higher, the likelier that somebody looked by this membership.
    fileprivate func rank(behind organisation: ID<Organisation>?) -> (Int, Int, Day) {
        (organisation != nil && self.organisation == organisation ? 1 : 0, ended == nil ? 1 : 0, term.from)
    }
}
