// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What is to be held, as it was typed.
struct HoldDraft: Equatable {
    /// `account.…` and `person.…`.
    var from: Set<String> = []
    var reason = ""
    var second = ""
    var review = ""
    var errors: [FieldError] = []

    init(review: String) { self.review = review }

    init(_ form: FormBody) {
        from = Set(form.texts("from"))
        (reason, second, review) = (form.text("reason"), form.text("second"), form.text("review"))
    }
}

/// What was typed well, as values.
struct HoldTyped: Sendable {
    let from: Set<ID<Account>>
    let fromPersons: Set<ID<Person>>
    let reason: PlainText
    let second: Promise.Owner
    let review: Day

    /// nil with the errors in the draft.
    ///
    /// - Parameter missing: what is said where nobody was chosen.
    init?(_ form: FormBody, _ draft: inout HoldDraft, missing: String, _ language: Language) {
        let words = language.holds
        let names = draft.from.map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
        from = Set(names.filter { $0.first == "account" }.compactMap { ID($0.last ?? "") })
        fromPersons = Set(names.filter { $0.first == "person" }.compactMap { ID($0.last ?? "") })
        if from.isEmpty, fromPersons.isEmpty { draft.errors.append(FieldError("from", missing)) }
        let reason = form.needed("reason", words.reasonMissing, language, &draft.errors)
        let second = Promise.Owner(formValue: draft.second)
        if second == nil { draft.errors.append(FieldError("second", words.secondMissing)) }
        let review = Day(draft.review)
        if review == nil { draft.errors.append(FieldError("review", words.reviewTooLate)) }
        guard let reason, let second, let review, draft.errors.isEmpty else { return nil }
        (self.reason, self.second, self.review) = (reason, second, review)
    }
}

/// A decision about what is held, as it was typed.
struct DecisionDraft: Equatable {
    var said = ""
    var what = ""
    var reason = ""
    var second = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (said, what) = (form.text("said"), form.text("what"))
        (reason, second) = (form.text("reason"), form.text("second"))
    }
}

extension FormBody {
    /// A text of several lines that must be there, or nil with the error that says so.
    func needed(
        _ field: String, _ missing: String, _ language: Language, _ errors: inout [FieldError]
    ) -> PlainText? {
        do { return try PlainText.paragraphs(text(field), limit: 2_000) } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.invitations.wrong(error)))
            return nil
        }
    }
}
