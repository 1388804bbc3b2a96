// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// By what somebody came to a conclusion: an instrument with a table of its own, or any other, by its name.
package enum RiskInstrument: String, CaseIterable, Sendable {
    /// Actuarieel Risicotaxatie Instrument Jeugdbescherming: scores for safety and risk, and a profile of five levels.
    case arij
    /// Licht Instrument Risicotaxatie Kindveiligheid: a professional's worded judgement of now and of later.
    case lirik
    case other
}

/// What is asked of an instrument's outcome.
package enum RiskQuestion: String, CaseIterable, Sendable {
    /// Of the ARIJ: unsafe now, or not.
    case safety
    /// Of the ARIJ: the level of risk.
    case risk
    /// Of the ARIJ: the dynamic profile, where it was made.
    case profile
    case safetyNow, futureRisk
}

/// What an instrument can come to.
package enum RiskAnswer: String, CaseIterable, Sendable {
    case safe, unsafe, doubtful, structurallyUnsafe, acutelyUnsafe
    case low, lowToMiddle, middle, middleToHigh, high, unknown
}

/// How the outcome of an instrument becomes a common conclusion: a table that the network agreed on, with a number.
///
/// A table that changes gets a new number and stands beside the old one. What was concluded by the old one stays: it is
/// kept with its outcome, its conclusion and the number.
package struct RiskMapping: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, Hashable {
        /// Nothing, or no answer of this table.
        case unanswered(RiskQuestion)
    }

    /// What one answer says on the axes.
    package struct Answer: Hashable, Sendable {
        package let answer: RiskAnswer
        package let safetyNow: RiskConclusion.SafetyNow?
        package let futureRisk: RiskConclusion.FutureRisk?

        init(_ answer: RiskAnswer, _ safetyNow: RiskConclusion.SafetyNow) {
            (self.answer, self.safetyNow, futureRisk) = (answer, safetyNow, nil)
        }

        init(_ answer: RiskAnswer, _ futureRisk: RiskConclusion.FutureRisk) {
            (self.answer, safetyNow, self.futureRisk) = (answer, nil, futureRisk)
        }
    }

    package struct Question: Hashable, Sendable {
        package let question: RiskQuestion
        package let answers: [Answer]
        package let isNeeded: Bool

        init(_ question: RiskQuestion, isNeeded: Bool = true, _ answers: [Answer]) {
            (self.question, self.answers, self.isNeeded) = (question, answers, isNeeded)
        }
    }

    package let instrument: RiskInstrument
    package let version: Int
    package let questions: [Question]

    package init(_ instrument: RiskInstrument, version: Int, _ questions: [Question]) {
        (self.instrument, self.version, self.questions) = (instrument, version, questions)
    }

    /// What these answers come to: the most serious that any of them says on each axis.
    ///
    /// - Throws: ``Refusal``
    package func conclusion(of answers: [RiskQuestion: RiskAnswer]) throws(Refusal) -> RiskConclusion {
        if let question = unanswered(in: answers).first { throw .unanswered(question) }
        var (safety, risk) = ([RiskConclusion.SafetyNow](), [RiskConclusion.FutureRisk]())
        for asked in questions {
            guard let answer = asked.answers.first(where: { $0.answer == answers[asked.question] }) else { continue }
            if let now = answer.safetyNow { safety.append(now) }
            if let later = answer.futureRisk { risk.append(later) }
        }
        return RiskConclusion(
            safety.max() ?? .doubtful, risk.max { $0.seriousness < $1.seriousness } ?? .unknown)
    }
}

extension RiskMapping {
    /// What has to be answered and is not, in the order of the questions.
    package func unanswered(in answers: [RiskQuestion: RiskAnswer]) -> [RiskQuestion] {
        questions.filter { asked in
            guard let given = answers[asked.question] else { return asked.isNeeded }
            return !asked.answers.contains { $0.answer == given }
        }.map(\.question)
    }

    /// All tables, also those that were replaced.
    package static let all = [arij1, lirik1, other1]

    /// The table by which an instrument is read now: the last of its own.
    package static func current(of instrument: RiskInstrument) -> RiskMapping {
        all.filter { $0.instrument == instrument }.max { $0.version < $1.version } ?? other1
    }

    /// The ARIJ says that it is unsafe now and not how: it counts as acute until the assessor says otherwise, with a reason.
    ///
    /// The levels between two of ours count as the higher one.
    private static let arij1 = RiskMapping(
        .arij, version: 1,
        [
            Question(.safety, [Answer(.safe, .safe), Answer(.unsafe, .acutelyUnsafe)]),
            Question(.risk, [Answer(.low, .low), Answer(.middle, .middle), Answer(.high, .high)]),
            Question(
                .profile, isNeeded: false,
                [
                    Answer(.low, .low), Answer(.lowToMiddle, .middle), Answer(.middle, .middle),
                    Answer(.middleToHigh, .high), Answer(.high, .high),
                ]),
        ])

    private static let lirik1 = RiskMapping(.lirik, version: 1, axes)
    private static let other1 = RiskMapping(.other, version: 1, axes)

    /// Where a professional concludes on both axes themself.
    private static let axes = [
        Question(
            .safetyNow,
            [
                Answer(.safe, .safe), Answer(.doubtful, .doubtful), Answer(.structurallyUnsafe, .structurallyUnsafe),
                Answer(.acutelyUnsafe, .acutelyUnsafe),
            ]),
        Question(
            .futureRisk,
            [Answer(.low, .low), Answer(.middle, .middle), Answer(.high, .high), Answer(.unknown, .unknown)]),
    ]
}
