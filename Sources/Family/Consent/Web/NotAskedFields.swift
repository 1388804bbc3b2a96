// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Whom not to ask, as it was typed.
struct NotAskedDraft: Equatable {
    var who: Set<ID<Person>> = []
    var reason = ""
    /// Who is asked to decide, as a form names them.
    var second = ""

    init() {}

    init(_ form: FormBody) {
        who = Set(form.ids("unasked"))
        (reason, second) = (form.text("unaskedReason"), form.text("unaskedSecond"))
    }

    /// Whether anything of it was filled in.
    var isBegun: Bool { !who.isEmpty || !second.isEmpty || !reason.allSatisfy(\.isWhitespace) }

    /// What was typed well; nil where nobody is left out, and with the errors where something is missing.
    func typed(_ form: FormBody, _ language: Language, _ errors: inout [FieldError]) -> LeavingOut? {
        let words = language.notAsked
        guard !who.isEmpty else {
            // Were it passed over, somebody would be asked whom it is dangerous to ask.
            if isBegun { errors.append(FieldError("unasked", words.whoMissing)) }
            return nil
        }
        let reason = form.paragraphs("unaskedReason", missing: words.reasonMissing, language, &errors)
        let second = Promise.Owner(formValue: second)
        if second == nil { errors.append(FieldError("unaskedSecond", words.secondMissing)) }
        guard let reason, let second else { return nil }
        return LeavingOut(who, because: reason, asking: second)
    }
}

/// The fields with which somebody is not asked, because asking is dangerous.
struct NotAskedFields {
    let language: Language
    let draft: NotAskedDraft
    let errors: [FieldError]
    /// Who could be left out, by what they are called.
    let persons: [(id: ID<Person>, name: String)]
    let candidates: [SecondCandidate]

    private var words: any NotAskedWords { language.notAsked }

    var html: HTML {
        """
        <p>\(words.text)</p>
        \(Choices(language, "unasked", legend: words.who, error: errors["unasked"], .several, persons.map {
            Choices.Choice($0.id.text, $0.name, isChosen: draft.who.contains($0.id))
        }))
        \(Field(language, "unaskedReason", label: words.reason, hint: words.reasonHint, value: draft.reason,
            error: errors["unaskedReason"], kind: .paragraphs(rows: 3)))
        \(Choices(language, "unaskedSecond", legend: language.holds.second, hint: words.secondHint,
            error: errors["unaskedSecond"], .one, candidates.choices(draft.second, language)))
        """
    }
}

extension NotAsked.Refusal {
    func error(_ language: Language) -> FieldError {
        let words = language.notAsked
        return switch self {
        case .notYours: FieldError("unasked", words.whoMissing)
        case .noOtherYes: FieldError("unasked", words.noOtherYes)
        case .over, .before: FieldError("unasked", words.over)
        }
    }
}
