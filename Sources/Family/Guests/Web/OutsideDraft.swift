// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is typed with one act on what a guest asked.
struct OutsideDraft: Equatable {
    var step: OutsideStep?
    var text = ""
    var elsewhere = ""
    var choice = ""
    /// Whether the family agreed that an area team is asked to direct.
    var isAgreed = false
    /// What is said about a question, that is to stay without names.
    var nameless = ConsultText()
    var errors: [FieldError] = []

    init() {}

    /// The fields of each act bear its name, as several stand on one page.
    init(_ form: FormBody, _ step: OutsideStep) {
        self.step = step
        text = form.text(step.rawValue + "Text")
        elsewhere = form.text(step.rawValue + "Elsewhere")
        choice = form.text(step.rawValue + "Choice")
        isAgreed = form.text(step.rawValue + "Agreed") == "yes"
        nameless = ConsultText(form, step.rawValue + "Text")
    }

    /// What was typed in a session that expired: in the form of whichever act it was.
    init(typed form: FormBody) {
        let drafts = OutsideStep.allCases.map { OutsideDraft(form, $0) }
        self = drafts.first { !$0.typed.isEmpty || !$0.choice.isEmpty } ?? OutsideDraft()
    }

    /// All that was typed, to be handed back.
    var typed: [String] { [text, elsewhere].filter { text in text.contains { !$0.isWhitespace } } }

    /// What was typed in a field of one act; nothing where another was sent.
    func value(_ field: KeyPath<OutsideDraft, String>, of step: OutsideStep) -> String {
        self.step == step ? self[keyPath: field] : ""
    }

    /// The field at which a refusal is shown.
    var field: String { (step?.rawValue ?? "") + ([.start, .end, .passing].contains(step) ? "Choice" : "Text") }

    /// What is said with it; nil with the error that says what to mend.
    ///
    /// - Parameter isQuestion: whether it is about a question, that is to stay without names.
    mutating func saying(_ language: Language, isQuestion: Bool) -> ReferralSaying? {
        guard let step else { return nil }
        let isNo = step == .refusal || step == .giveBack
        let isNeeded = isNo || [.end, .answer, .message].contains(step)
        let text = checked(\.text, "Text", isNeeded: isNeeded, language.referrals.reasonMissing, language)
        let elsewhere = checked(
            \.elsewhere, "Elsewhere", isNeeded: isNo, language.referrals.elsewhereMissing, language)
        if isQuestion, errors.isEmpty, !text.isEmpty {
            _ = nameless.read(
                step.rawValue + "Text", with: elsewhere, missing: language.referrals.reasonMissing, .ofStrangers,
                language, &errors)
        }
        return errors.isEmpty ? ReferralSaying(text, elsewhere: elsewhere) : nil
    }

    private mutating func checked(
        _ typed: KeyPath<OutsideDraft, String>, _ field: String, isNeeded: Bool, _ missing: String,
        _ language: Language
    ) -> String {
        errors.paragraphs(
            self[keyPath: typed], limit: 5_000, at: (step?.rawValue ?? "") + field, isNeeded: isNeeded, missing,
            language)
    }

    /// The act that was chosen; nil with the error that says what to mend.
    mutating func act(_ language: Language) -> OutsideReferral.Act? {
        let act: OutsideReferral.Act? =
            switch step {
            case .taking: .take
            case .passing: choice.isEmpty ? .pass(to: nil) : ID(choice).map { .pass(to: $0) }
            case .acceptance: .accept
            case .refusal: .decline
            case .appointment: .meet
            case .giveBack: .giveBack
            case .start: OutsideDirection(typed: choice).map { .start($0) }
            case .pause: .pause
            case .resumption: .resume
            case .contact: .bridge
            case .end: ReferralResult(rawValue: choice).map { .finish($0) }
            case .answer: .answer
            case .message: .write
            case .telling: .tell
            case .hiding: .hide
            case nil: nil
            }
        if case .start(.offered) = act, !isAgreed {
            errors.append(FieldError("startAgreed", language.outsideReferrals.offerUnagreed))
        }
        if act == nil { errors.append(FieldError(field, language.referrals.choiceMissing)) }
        return errors.isEmpty ? act : nil
    }
}

extension OutsideDirection {
    /// By who directs, or the area team that is offered it.
    fileprivate init?(typed choice: String) {
        switch choice {
        case "family": self = .family
        case "practice": self = .practice
        case "provider": self = .provider
        default:
            guard let team: ID<Organisation> = ID(choice) else { return nil }
            self = .offered(to: team)
        }
    }
}
