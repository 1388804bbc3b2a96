// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A question about the log as it is kept.
struct StoredQuestion {
    let question: LogQuestion
    let part: ID<Part>
    let sealed: [UInt8]?
    let answeredBy: ID<Account>?
    let sealedAnswer: [UInt8]?

    /// The columns that `init(row:)` reads, in its order.
    static let columns: SQL = """
        id, asker_id, person_id, who_id, day, action, item_kind, item_id, organisation_id, promise_id, asked_at,
        answered_at, part_id, question, answered_by, answer, withdrawn_at
        """

    init(row: borrowing Row) throws {
        let kind = row.ifAny(6) { $0.text($1) }.flatMap(ItemName.Kind.init(rawValue:))
        let item = kind.map { ItemName($0, stored: row.text(7)) }
        guard let action = AccessRecord.Action(rawValue: row.text(5)) else {
            throw DatabaseError.damaged("question \(row.text(0))")
        }
        question = LogQuestion(
            id: row.id(0), asker: row.id(1), person: row.id(2),
            line: LookedLine(who: row.id(3), day: try row.day(4), action: action, item: item),
            organisation: row.ifAny(8) { $0.id($1) }, promise: row.id(9), asked: row.moment(10),
            answered: row.ifAny(11) { $0.moment($1) }, withdrawn: row.ifAny(16) { $0.moment($1) })
        part = row.id(12)
        sealed = row.ifAny(13) { $0.bytes($1) }
        answeredBy = row.ifAny(14) { $0.id($1) }
        sealedAnswer = row.ifAny(15) { $0.bytes($1) }
    }

    /// The question in words, with what the line said; nothing where it was erased.
    func opened(_ key: borrowing DossierKey) throws -> OpenedQuestion {
        let text = try key.open(sealed, in: part, at: .question(question.id, in: key.family))
        let asked = text.map { FieldText.fields(of: $0, atMost: 3).map(String.init) } ?? []
        let words = try key.open(sealedAnswer, in: part, at: .answer(to: question.id, in: key.family))
        let said = words.map { FieldText.fields(of: $0, atMost: 3).map(String.init) } ?? []
        let answer = answeredBy.map { by in
            LogAnswer(
                text: said.count == 3 ? said[2] : nil, by: by, name: said.count == 3 ? said[1] : nil,
                at: question.answered ?? question.asked)
        }
        return OpenedQuestion(
            phrase: asked.count == 3 ? asked[1] : nil,
            sight: LogQuestionSight(
                question: question, text: asked.count == 3 && !asked[2].isEmpty ? asked[2] : nil, answer: answer))
    }
}

/// A question and the line it is about, in words.
struct OpenedQuestion {
    let phrase: String?
    let sight: LogQuestionSight
}

extension SealedPlace {
    static func question(_ question: ID<LogQuestion>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("log_question", "question", row: question.text, owner: family.text)
    }
    static func answer(to question: ID<LogQuestion>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("log_question", "answer", row: question.text, owner: family.text)
    }
}
