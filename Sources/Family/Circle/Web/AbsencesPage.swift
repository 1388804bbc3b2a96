// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Who is away and who stands in, and the colleagues for whom that can be arranged.
struct AbsencesPage: Equatable {
    let language: Language
    let sight: AbsenceSight
    let token: String

    private var words: any AbsenceWords { language.absences }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.today, language.today.title)))
        \(Section("now", words.now, now))
        \(if: !divisions.isEmpty, Section("divide", words.divideDoor, Entries(divisions).html).html)
        \(if: !colleagues.isEmpty, Section("who", words.who, Entries(colleagues).html).html)
        """
    }

    private var now: HTML {
        guard !sight.absences.isEmpty else { return Empty(words.nobodyAway, words.nobodyAwayText).html }
        return "<ul class=\"promises\">\(sight.absences, row)</ul>"
    }

    private func name(_ account: ID<Account>) -> String { sight.names[account] ?? language.circle.erased }

    private func row(_ absence: Absence) -> HTML {
        PromiseRow(
            .begun, due: words.term(language.dateInside(absence.from), language.dateInside(absence.until)),
            what: words.isAway(
                name(absence.who),
                language.list(
                    [name(absence.standIn)] + absence.standIns.subtracting([absence.standIn]).map(name).sorted()),
                areMany: absence.standIns.count > 1),
            act: ActForm(
                .absenceEnd(absence.id), token: token, title: words.back, about: name(absence.who), .quiet)
        ).row
    }

    /// For who arranges it, of each who is away.
    private var divisions: [Entry] {
        guard !sight.colleagues.isEmpty else { return [] }
        return sight.absences.map {
            Entry(.absenceDivision($0.id), .people, words.divide(name($0.who)), words.divideText)
        }
    }

    private var colleagues: [Entry] {
        sight.colleagues.map { Entry(.newAbsence(of: $0.account), .people, $0.name, $0.title) }
    }
}

/// One colleague who is away: who stands in, and for which days.
struct AbsenceFormPage: Equatable {
    let language: Language
    let away: AbsenceSight.Colleague
    let colleagues: [AbsenceSight.Colleague]
    let draft: AbsenceDraft
    let token: String
    let form: FormID

    private var words: any AbsenceWords { language.absences }

    var html: HTML {
        """
        \(PageHead(
            words.formTitle(away.name), lead: words.formLead, above: More(.absences, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: .absences, page: .newAbsence(of: away.account), token: token, form: form, content: fields,
            buttons: [Button(words.button, .submit())]).html)
        """
    }

    private var fields: HTML {
        """
        <input type="hidden" name="who" value="\(away.account)">
        \(Choices(
            language, "standIn", legend: words.standIn, error: draft.errors["standIn"], .one,
            colleagues.map {
                Choices.Choice($0.account.text, $0.name, text: $0.title, isChosen: draft.standIn == $0.account)
            }))
        \(Field(
            language, "from", label: words.from, value: draft.from, error: draft.errors["from"], kind: .date))
        \(Field(
            language, "until", label: words.until, hint: words.untilHint, value: draft.until,
            error: draft.errors["until"], kind: .date))
        <p class="soft">\(words.familiesSee)</p>
        """
    }
}
