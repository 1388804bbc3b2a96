// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What is told of a look whether a contact was safe, as it was typed.
struct LookDraft: Equatable {
    static let outcomeField = "look-outcome"
    static let textField = "look-text"

    var outcome = ""
    var text = ""

    init() {}

    init(_ form: FormBody) {
        (outcome, text) = (form.text(Self.outcomeField), form.text(Self.textField))
    }

    private var isEmpty: Bool { outcome.isEmpty && text.allSatisfy(\.isWhitespace) }

    /// What was told; nil where nothing was, or with the errors of what is missing.
    func look(_ language: Language, _ errors: inout [FieldError]) -> ClosedTrack.Look? {
        guard !isEmpty else { return nil }
        if !["safe", "unsafe"].contains(outcome) {
            errors.append(FieldError(Self.outcomeField, language.safety.outcomeMissing))
        }
        do {
            let text = try PlainText.paragraphs(text, limit: 2_000)
            return ClosedTrack.Look(isSafe: outcome == "safe", text)
        } catch {
            let wrong = error == .empty ? language.safety.checkedMissing : language.invitations.wrong(error)
            errors.append(FieldError(Self.textField, wrong))
            return nil
        }
    }
}

/// Asks who notes a contact with a family of a closed track whether somebody looked first.
struct LookFields: Equatable {
    let language: Language
    let draft: LookDraft
    let errors: [FieldError]

    private var words: any SafetyWords { language.safety }

    var html: HTML {
        """
        \(Notice(.acute, words.closed, words.lookText))
        \(Choices(
            language, LookDraft.outcomeField, legend: words.outcome, hint: words.lookHint,
            error: errors[LookDraft.outcomeField], .one,
            [true, false].map {
                let value = $0 ? "safe" : "unsafe"
                return Choices.Choice(value, words.isSafe($0), isChosen: draft.outcome == value)
            }))
        \(Field(
            language, LookDraft.textField, label: words.looked, hint: words.checkedHint, value: draft.text,
            error: errors[LookDraft.textField], kind: .paragraphs(rows: 3)))
        """
    }
}
