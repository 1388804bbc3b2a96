// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What was typed in a form about direction or a handover.
struct DirectionDraft: Equatable {
    var kind: Direction.Kind?
    var cause: DirectionChange.Cause?
    var reason = ""
    var review = ""
    var talkDay = ""
    /// Who of the family was there, or said yes.
    var persons: Set<ID<Person>> = []
    var offersSupport = false
    var storyConfirmed = false
    var introduced = false
    var leaves = false
    var to: ID<Account>?
    /// Who is asked, as a form names them.
    var second = ""
    var cold: Handover.Cold?
    /// Why there was no talk with the family.
    var coldReason = ""
    var errors: [FieldError] = []

    init(kind: Direction.Kind? = nil, review: Day? = nil, talkDay: Day? = nil) {
        self.kind = kind
        self.review = review?.iso ?? ""
        self.talkDay = talkDay?.iso ?? ""
    }

    init(_ form: FormBody) {
        kind = Direction.Kind(rawValue: form.text("kind"))
        cause = DirectionChange.Cause(rawValue: form.text("cause"))
        reason = form.text("reason")
        review = form.text("review")
        talkDay = form.text("talkDay")
        persons = Set(form.ids("persons"))
        offersSupport = form.texts("support").contains("yes")
        storyConfirmed = form.texts("story").contains("yes")
        introduced = form.texts("introduced").contains("yes")
        leaves = form.texts("leaves").contains("yes")
        to = form.id("to")
        second = form.text("second")
        cold = Handover.Cold(rawValue: form.text("cold"))
        coldReason = form.text("coldReason")
    }
}

extension DirectionDraft {
    /// What was written, to be handed back.
    var texts: [String] { [reason, coldReason].filter { !$0.allSatisfy(\.isWhitespace) } }

    /// The reason, which must be there; nil with the error in the draft.
    mutating func checkedReason(_ language: Language) -> PlainText? { checked("reason", reason, language) }

    /// The same of why there was no talk.
    mutating func checkedColdReason(_ language: Language) -> PlainText? {
        checked("coldReason", coldReason, language)
    }

    private mutating func checked(_ field: String, _ typed: String, _ language: Language) -> PlainText? {
        do { return try PlainText.paragraphs(typed, limit: 2_000) } catch {
            let words = language.direction
            errors.append(
                FieldError(field, error == .empty ? words.reasonMissing : language.invitations.wrong(error)))
            return nil
        }
    }

    /// A day that must be there; nil with the error in the draft.
    mutating func checkedDay(_ field: String, _ typed: String, _ language: Language) -> Day? {
        guard let day = Day(typed) else {
            errors.append(FieldError(field, language.direction.noDay))
            return nil
        }
        return day
    }
}
