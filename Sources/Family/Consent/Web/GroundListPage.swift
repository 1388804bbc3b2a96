// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// When a ground counts, or counts no more, as it was typed.
struct GroundTermDraft: Equatable {
    var ground = ""
    var from = ""
    var until = ""
    /// Which one ends, as the form names it, and on what day.
    var ended = ""
    var last = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (ground, from, until) = (form.text("ground"), form.text("from"), form.text("until"))
        (ended, last) = (form.text("ended"), form.text("last"))
    }
}

/// The grounds of this installation with when each counts, and the forms that add and end one.
struct GroundListPage: Equatable {
    let terms: [GroundTerm]
    let draft: GroundTermDraft
    let today: Day
    let token: String
    let forms: (FormID, FormID)
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any GroundListWords { language.groundList }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.organisations, words.toOrganisations),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Section("grounds", words.title, isTitleHidden: true, table))\
        \(Section("add", words.add, adding))\
        \(if: !open.isEmpty, Section("end", words.end, ending).html)
        """
    }

    /// In the order in which professionals choose among them.
    private var inOrder: [GroundTerm] { Ground.allCases.flatMap { ground in terms.filter { $0.ground == ground } } }
    private var open: [GroundTerm] { inOrder.filter { $0.isOpen(on: today) } }

    private var table: HTML {
        Table(
            words.title, words.columns.map { Table.Column($0) },
            inOrder.map { term in
                let said = language.grounds.ground(term.ground)
                return ["\(said.label)", "\(said.text)", "\(term.ground.article)", "\(counts(term))"]
            }, isStacked: true, isDense: true
        ).html
    }

    private func counts(_ term: GroundTerm) -> String {
        words.counts(
            from: language.dateInside(term.term.from), until: term.term.until.map { language.dateInside($0) })
    }

    private var adding: HTML {
        """
        <form class="flow" action="\(Link.groundList)" method="post">\(CSRF.field(token))\(forms.0.field)
        \(Choices(language, "ground", legend: language.grounds.ground, error: draft.errors["ground"], .one,
            Ground.allCases.map {
                Choices.Choice(
                    $0.rawValue, language.grounds.ground($0).label, text: $0.article + ".",
                    isChosen: draft.ground == $0.rawValue)
            }))
        \(Field(language, "from", label: words.from, value: draft.from, error: draft.errors["from"], kind: .date))
        \(Field(language, "until", label: words.until, hint: words.untilHint, value: draft.until,
            error: draft.errors["until"], kind: .date))
        \(Actions([Button(words.add, .submit())]))
        </form>
        """
    }

    private var ending: HTML {
        """
        <form class="flow" action="\(Link.groundListEnd)" method="post">\(CSRF.field(token))\(forms.1.field)
        \(Choices(language, "ended", legend: words.whichEnds, error: draft.errors["ended"], .one, open.map { term in
            Choices.Choice(
                term.formValue, language.grounds.ground(term.ground).label, text: counts(term),
                isChosen: draft.ended == term.formValue)
        }))
        \(Field(language, "last", label: words.until, hint: words.lastHint, value: draft.last,
            error: draft.errors["last"], kind: .date))
        \(Actions([Button(words.endButton, .submit(), .quiet)]))
        </form>
        """
    }
}

extension GroundTerm {
    /// How a form names it.
    var formValue: String { "\(ground.rawValue).\(term.from.iso)" }
}

extension Link {
    static let groundListEnd: Link = "/grounds/end"
}
