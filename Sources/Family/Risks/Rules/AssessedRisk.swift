// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What was assessed, as it stays: the conclusion, and by which instrument, with its own outcome in its own words.
package struct AssessedRisk: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, Hashable {
        case unanswered(RiskQuestion)
        /// The assessor comes to something else than the table, and does not say why.
        case reasonMissing
    }

    /// What the assessor comes to, where that is not what the table says.
    package struct Own: Hashable, Sendable {
        package let safetyNow: RiskConclusion.SafetyNow?
        package let futureRisk: RiskConclusion.FutureRisk?
        package let reason: String

        package init(
            safetyNow: RiskConclusion.SafetyNow? = nil, futureRisk: RiskConclusion.FutureRisk? = nil,
            reason: String = ""
        ) {
            (self.safetyNow, self.futureRisk, self.reason) = (safetyNow, futureRisk, reason)
        }
    }

    package let instrument: RiskInstrument
    /// How the instrument is called, where it is another one.
    package let name: String
    /// The version of the instrument.
    package let version: String
    /// The number of the table by which it was read.
    package let mapping: Int
    package let answers: [RiskQuestion: RiskAnswer]
    package let conclusion: RiskConclusion
    /// Why the assessor comes to something else than the table; empty where they do not.
    package let reason: String
    /// The instrument's outcome in its own words.
    package let outcome: String

    private init(
        instrument: RiskInstrument, name: String, version: String, mapping: Int, answers: [RiskQuestion: RiskAnswer],
        conclusion: RiskConclusion, reason: String, outcome: String
    ) {
        (self.instrument, self.name, self.version, self.mapping) = (instrument, name, version, mapping)
        (self.answers, self.conclusion, self.reason, self.outcome) = (answers, conclusion, reason, outcome)
    }

    /// One that is read now by a table.
    ///
    /// - Throws: ``Refusal``
    package static func read(
        by mapping: RiskMapping, named name: String = "", version: String, _ answers: [RiskQuestion: RiskAnswer],
        own: Own = Own(), outcome: String
    ) throws(Refusal) -> AssessedRisk {
        let read: RiskConclusion
        do { read = try mapping.conclusion(of: answers) } catch {
            switch error {
            case .unanswered(let question): throw .unanswered(question)
            }
        }
        let conclusion = RiskConclusion(own.safetyNow ?? read.safetyNow, own.futureRisk ?? read.futureRisk)
        let differs = conclusion != read
        guard !differs || !own.reason.isEmpty else { throw .reasonMissing }
        return AssessedRisk(
            instrument: mapping.instrument, name: name, version: version, mapping: mapping.version, answers: answers,
            conclusion: conclusion, reason: differs ? own.reason : "", outcome: outcome)
    }
}

extension AssessedRisk {
    /// To be sealed; the outcome in words comes last.
    package var sealed: String {
        let given = answers.map { "\($0.key.rawValue)=\($0.value.rawValue)" }.sorted().joined(separator: ",")
        return FieldText.joined([
            "1", instrument.rawValue, name, version, String(mapping), given, conclusion.safetyNow.rawValue,
            conclusion.futureRisk.rawValue, reason, outcome,
        ])
    }

    /// Reads what ``sealed`` wrote; nil for anything else.
    ///
    /// The conclusion is the one that was written down, whatever the table says by now.
    package init?(sealed: String) {
        let fields = FieldText.fields(of: sealed, atMost: 10).map(String.init)
        guard fields.count == 10, fields[0] == "1", let instrument = RiskInstrument(rawValue: fields[1]),
            let mapping = Int(fields[4]), let now = RiskConclusion.SafetyNow(rawValue: fields[6]),
            let later = RiskConclusion.FutureRisk(rawValue: fields[7])
        else { return nil }
        let given = fields[5].split(separator: ",").compactMap { pair -> (RiskQuestion, RiskAnswer)? in
            let halves = pair.split(separator: "=").map(String.init)
            guard halves.count == 2, let question = RiskQuestion(rawValue: halves[0]),
                let answer = RiskAnswer(rawValue: halves[1])
            else { return nil }
            return (question, answer)
        }
        self.init(
            instrument: instrument, name: fields[2], version: fields[3], mapping: mapping,
            answers: Dictionary(given) { first, _ in first }, conclusion: RiskConclusion(now, later),
            reason: fields[8], outcome: fields[9])
    }
}
