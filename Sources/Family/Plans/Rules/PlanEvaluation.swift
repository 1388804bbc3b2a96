// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Looking back together (*evaluatie*): a score for each goal, what changes, and when we look again.
package struct PlanEvaluation: Hashable, Sendable {
    /// What becomes of a goal.
    package enum Outcome: String, Sendable, CaseIterable {
        case goOn, change, reached, stop

        /// The state of the goal from then on.
        package var state: Goal.State {
            switch self {
            case .goOn, .change: .open
            case .reached: .reached
            case .stop: .stopped
            }
        }
    }

    /// The longest from one evaluation to the next.
    package static let longest = 365

    package enum Refusal: Kernel.Refusal {
        case scoreOutOfRange
        /// After today, within a year; with a goal that goes on there is one.
        case nextOutOfRange
    }

    package let id: ID<PlanEvaluation>
    package let on: Day
    package let next: Day?

    /// - Throws: ``Refusal``
    package init(
        _ id: ID<PlanEvaluation>, on day: Day, next: Day?, goals: [GoalEvaluation], openGoals: Int
    ) throws(Refusal) {
        guard goals.allSatisfy({ $0.scores.allSatisfy { (1...10).contains($0.score) } }) else {
            throw .scoreOutOfRange
        }
        let ended = goals.count { $0.outcome.state != .open }
        if let next {
            guard day < next, next - day <= Self.longest else { throw .nextOutOfRange }
        } else if ended < openGoals {
            throw .nextOutOfRange
        }
        (self.id, self.on, self.next) = (id, day, next)
    }
}

/// How one goal came out of an evaluation.
package struct GoalEvaluation: Hashable, Sendable {
    /// Who gave a score.
    package enum Giver: Hashable, Sendable {
        case person(ID<Person>)
        case professional(ID<Account>)
    }

    package struct Score: Hashable, Sendable {
        package let giver: Giver
        package let score: Int

        package init(_ giver: Giver, _ score: Int) {
            self.giver = giver
            self.score = score
        }
    }

    package let goal: ID<Goal>
    package let outcome: PlanEvaluation.Outcome
    package let scores: [Score]

    package init(_ goal: ID<Goal>, _ outcome: PlanEvaluation.Outcome, scores: [Score]) {
        self.goal = goal
        self.outcome = outcome
        self.scores = scores
    }

    /// To be sealed.
    package var text: String {
        let said = scores.map { score in
            switch score.giver {
            case .person(let id): "p\(id.text)\(score.score)"
            case .professional(let id): "a\(id.text)\(score.score)"
            }
        }
        return FieldText.joined(["1", said.joined(separator: ",")])
    }

    /// Reads what ``text`` wrote.
    package static func scores(in text: String) -> [Score] {
        let fields = FieldText.fields(of: text, atMost: 2)
        guard fields.count == 2, fields[0] == "1" else { return [] }
        return fields[1].split(separator: ",").compactMap { said in
            guard let score = Int(said.dropFirst(37)) else { return nil }
            let id = said.dropFirst().prefix(36)
            if said.first == "p" { return ID(id).map { Score(.person($0), score) } }
            return ID(id).map { Score(.professional($0), score) }
        }
    }
}
