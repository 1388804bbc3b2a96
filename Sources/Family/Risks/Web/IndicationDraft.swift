// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// An indication as it was typed.
struct IndicationDraft: Equatable {
    static let ownSafety = "own-safety"
    static let ownRisk = "own-risk"

    var instrument: RiskInstrument
    var renews: ID<RiskIndication>?
    var person: ID<Person>?
    var name = ""
    var version = ""
    var answers: [RiskQuestion: String] = [:]
    var ownSafety = ""
    var ownRisk = ""
    var reason = ""
    var outcome = ""
    var assessed: String
    var until: String
    var cosigner = ""
    var errors: [FieldError] = []

    /// A fresh form: assessed today, valid for half a year.
    init(_ instrument: RiskInstrument, on today: Day) {
        self.instrument = instrument
        assessed = today.iso
        until = (today + RiskIndication.usual).iso
    }

    init(_ form: FormBody) {
        instrument = RiskInstrument(rawValue: form.text("instrument")) ?? .other
        (renews, person) = (form.id("renews"), form.id("person"))
        (name, version) = (form.text("name"), form.text("version"))
        for question in RiskQuestion.allCases { answers[question] = form.text(question.rawValue) }
        (ownSafety, ownRisk) = (form.text(Self.ownSafety), form.text(Self.ownRisk))
        (reason, outcome) = (form.text("reason"), form.text("outcome"))
        (assessed, until) = (form.text("assessed"), form.text("until"))
        cosigner = form.text("cosigner")
    }

    var given: [RiskQuestion: RiskAnswer] { answers.compactMapValues(RiskAnswer.init(rawValue:)) }
    var mapping: RiskMapping { RiskMapping.current(of: instrument) }
}

/// What was typed well, as values.
struct IndicationTyped: Sendable {
    let person: ID<Person>
    let renews: ID<RiskIndication>?
    let assessed: AssessedRisk
    let on: Day
    let until: Day
    let cosigner: Promise.Owner?

    /// nil with the errors in the draft.
    init?(_ form: FormBody, _ draft: inout IndicationDraft, _ language: Language) {
        let (words, wrong) = (language.risks, language.invitations.wrong)
        if draft.person == nil { draft.errors.append(FieldError("person", words.personMissing)) }
        let name =
            draft.instrument == .other ? form.line("name", missing: words.nameMissing, wrong, &draft.errors) : nil
        let version = form.optional("version", limit: 60, wrong, &draft.errors)
        let reason = form.optional("reason", limit: 2_000, wrong, &draft.errors)
        let outcome = form.needed("outcome", words.outcomeMissing, language, &draft.errors)
        let (on, until) = (Day(draft.assessed), Day(draft.until))
        if on == nil { draft.errors.append(FieldError("assessed", words.notThen)) }
        if until == nil { draft.errors.append(FieldError("until", words.notUntil)) }
        let missing = draft.mapping.unanswered(in: draft.given)
        draft.errors += missing.map { words.error(.unanswered($0)) }
        let read = Self.read(draft, name?.text ?? "", version?.text ?? "", reason?.text ?? "", outcome?.text ?? "")
        if missing.isEmpty, case .failure(let refusal) = read { draft.errors.append(words.error(refusal)) }
        guard draft.errors.isEmpty, let person = draft.person, let on, let until, case .success(let assessed) = read
        else { return nil }
        (self.person, renews, self.assessed) = (person, draft.renews, assessed)
        (self.on, self.until, cosigner) = (on, until, Promise.Owner(formValue: draft.cosigner))
    }

    private static func read(
        _ draft: IndicationDraft, _ name: String, _ version: String, _ reason: String, _ outcome: String
    ) -> Result<AssessedRisk, AssessedRisk.Refusal> {
        let own = AssessedRisk.Own(
            safetyNow: RiskConclusion.SafetyNow(rawValue: draft.ownSafety),
            futureRisk: RiskConclusion.FutureRisk(rawValue: draft.ownRisk), reason: reason)
        do throws(AssessedRisk.Refusal) {
            return .success(
                try AssessedRisk.read(
                    by: draft.mapping, named: name, version: version, draft.given, own: own, outcome: outcome))
        } catch { return .failure(error) }
    }
}

extension RiskWords {
    /// Where to mend what a rule refused.
    func error(_ refusal: AssessedRisk.Refusal) -> FieldError {
        switch refusal {
        case .unanswered(let question): FieldError(question.rawValue, unanswered)
        case .reasonMissing: FieldError("reason", reasonMissing)
        }
    }

    /// The same; nil for what is not there for who asked it.
    func error(_ refusal: RiskIndication.Refusal) -> FieldError? {
        switch refusal {
        case .notThen: FieldError("assessed", notThen)
        case .notUntil: FieldError("until", notUntil)
        case .cosignerMissing: FieldError("cosigner", cosignerMissing)
        case .notDiscussedThen: FieldError("discussed", notDiscussedThen)
        case .notYours, .doesNotStand, .releasedBefore, .nothingToWeigh: nil
        }
    }
}
