// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Who was chosen for each family.
struct AbsenceDivisionDraft: Equatable {
    var choices: [ID<Membership>: ID<Account>] = [:]
    var error: String?

    init() {}

    init(_ form: FormBody) {
        for seat in form.ids("seats", Membership.self) {
            choices[seat] = form.id("for-\(seat)", Account.self)
        }
    }
}

/// The families of one who is away, by number and since when, each with who stands in.
struct AbsenceDivisionPage: Equatable {
    let language: Language
    let sight: AbsenceDivision
    let draft: AbsenceDivisionDraft
    let token: String
    let form: FormID

    private var words: any AbsenceWords { language.absences }
    private var link: Link { .absenceDivision(sight.absence.id) }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var html: HTML {
        let away = sight.away ?? language.circle.erased
        let errors = draft.error.flatMap { error in
            sight.seats.first.map { ErrorSummary(language, [FieldError("for-\($0.membership)", error)]) }
        }
        return """
            \(PageHead(words.divide(away), lead: words.divideLead, above: More(.absences, words.title), errors: errors))
            \(if: sight.seats.isEmpty, Empty(words.noFamilies, words.noFamiliesText).html, else: fields)
            """
    }

    private var fields: HTML {
        FamilyForm(
            action: link, page: link, token: token, form: form,
            content: "\(Array(sight.seats.enumerated()), { seat($0.offset, $0.element) })",
            buttons: [Button(words.divideButton, .submit())]
        ).html
    }

    private func seat(_ place: Int, _ seat: AbsenceDivision.Seat) -> HTML {
        let chosen = draft.choices[seat.membership] ?? seat.standIn
        return """
            <input type="hidden" name="seats" value="\(seat.membership)">
            \(Choices(
                language, "for-\(seat.membership)",
                legend: words.familyNumber(place + 1, since: language.dateInside(seat.since)),
                error: place == 0 ? draft.error : nil, .one,
                sight.colleagues.map {
                    Choices.Choice($0.account.text, $0.name, text: $0.title, isChosen: $0.account == chosen)
                }))
            """
    }
}

extension Link {
    static func absenceDivision(_ absence: ID<Absence>) -> Link { "/absences/\(absence)/division" }
}
