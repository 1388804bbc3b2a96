// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say on which a child's safety is assessed and read.
protocol RiskWords: Sendable {
    var title: String { get }
    /// What stands in the title bar and the history of a browser: nothing of safety.
    var tab: String { get }
    var heading: String { get }
    var lead: String { get }
    var familyLead: String { get }
    var door: String { get }
    var all: String { get }
    var none: String { get }
    var noneText: String { get }
    func of(_ name: String) -> String
    var open: String { get }

    /// The agreed sentence of a conclusion, and what to do.
    func sentence(_ conclusion: RiskConclusion) -> String
    func toDo(_ conclusion: RiskConclusion) -> String
    var erased: String { get }
    /// Step five of the reporting code, for professionals.
    var reporting: String { get }
    var reportingText: String { get }

    func assessed(_ name: String, _ day: String, until: String) -> String
    func expired(_ day: String) -> String
    var notDiscussed: String { get }
    var waitsForSignature: String { get }
    var notSigned: String { get }
    var replaced: String { get }

    var fresh: String { get }
    var freshLead: String { get }
    func instrument(_ instrument: RiskInstrument) -> String
    func instrumentText(_ instrument: RiskInstrument) -> String
    var person: String { get }
    var personMissing: String { get }
    var name: String { get }
    var nameHint: String { get }
    var nameMissing: String { get }
    var version: String { get }
    var versionHint: String { get }
    func question(_ question: RiskQuestion, _ instrument: RiskInstrument) -> String
    func answer(_ answer: RiskAnswer) -> String
    var notMade: String { get }
    var unanswered: String { get }
    var own: String { get }
    var ownSafety: String { get }
    var ownRisk: String { get }
    var asTable: String { get }
    func safetyNow(_ now: RiskConclusion.SafetyNow) -> String
    func futureRisk(_ risk: RiskConclusion.FutureRisk) -> String
    var reason: String { get }
    var reasonMissing: String { get }
    var outcome: String { get }
    var outcomeHint: String { get }
    var outcomeMissing: String { get }
    var assessedOn: String { get }
    var notThen: String { get }
    var validUntil: String { get }
    var validHint: String { get }
    var notUntil: String { get }
    var cosigner: String { get }
    var cosignerHint: String { get }
    var cosignerMissing: String { get }
    var nobodyTrained: String { get }
    var save: String { get }
    var renews: String { get }

    var conclusion: String { get }
    var by: String { get }
    func table(_ number: Int) -> String
    var tableLabel: String { get }
    var discussed: String { get }
    var talk: String { get }
    var release: String { get }
    var releaseText: String { get }
    var discussedOn: String { get }
    var notDiscussedThen: String { get }
    var talkHint: String { get }
    var talkMissing: String { get }
    var releaseButton: String { get }
    var renew: String { get }
    var weigh: String { get }
    func weighText(_ cause: RiskContradiction) -> String
    var weighLabel: String { get }
    var weighHint: String { get }
    var weighMissing: String { get }
    var weighButton: String { get }
    func weighed(_ name: String, _ day: String) -> String
    var notWeighed: String { get }
}

extension Language {
    var risks: any RiskWords {
        switch self {
        case .nl: DutchRisks()
        case .en: EnglishRisks()
        }
    }
}

extension RiskWords {
    /// How an instrument is called, with its version.
    func instrument(_ assessed: AssessedRisk) -> String {
        let called = assessed.instrument == .other ? assessed.name : instrument(assessed.instrument)
        return assessed.version.isEmpty ? called : "\(called), \(assessed.version)"
    }

    /// What an indication rests on.
    func facts(_ indication: RiskIndication, _ assessed: AssessedRisk?, _ language: Language) -> [Facts.Fact] {
        guard let assessed else { return [Facts.Fact(conclusion, erased)] }
        let answers = RiskQuestion.allCases.compactMap { asked in
            assessed.answers[asked].map { Facts.Fact(question(asked, assessed.instrument), answer($0)) }
        }
        return [
            Facts.Fact(conclusion, sentence(assessed.conclusion)), Facts.Fact(by, instrument(assessed)),
            Facts.Fact(outcome, assessed.outcome),
        ] + answers
            + [
                assessed.reason.isEmpty ? nil : Facts.Fact(reason, assessed.reason),
                Facts.Fact(tableLabel, table(assessed.mapping)),
                Facts.Fact(assessedOn, language.dateInside(indication.assessed)),
                Facts.Fact(validUntil, language.dateInside(indication.until)),
            ].compactMap(\.self)
    }
}
