// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Where a worry is reported.
struct ReportFormPage {
    let language: Language
    let desks: [Organisation]
    /// Whether somebody is on duty at one of them.
    let isStaffed: Bool
    /// Who reports, where they are signed in at their work.
    let signedIn: (name: String, organisation: String)?
    let draft: ReportDraft
    let token: String?
    let form: FormID
    /// When the form was given out, with the proof of it.
    let made: String
    /// Whom to call besides 112 and Veilig Thuis.
    let crisis: IndependentHelp.Contact?

    private var words: any CareReportWords { language.careReports }
    private var messages: any ReportMessageWords { language.reportMessages }

    var html: HTML {
        """
        \(PageHead(
            words.newTitle, lead: words.newLead,
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.acute, words.dangerTitle, danger))
        \(if: desks.isEmpty, Notice(.near, words.noDesk).html, else: filled)
        """
    }

    private var danger: String {
        [crisis.map { words.crisis($0.name, $0.phone) }, isStaffed ? words.dangerText : words.dangerNobody]
            .compactMap(\.self).joined(separator: " ")
    }

    private var filled: HTML {
        """
        <form class="form section--tight" action="\(Link.reports)" method="post" enctype="multipart/form-data">
        \(token.map(CSRF.field))\(form.field)<input type="hidden" name="made" value="\(made)">
        <input type="hidden" name="page" value="\(Link.newReport)">
        <p class="hidden-visually" aria-hidden="true"><input type="text" name="website" value="" tabindex="-1" \
        autocomplete="off" aria-label="\(words.leaveEmpty)"></p>
        \(about)\(what)\(reporting)\(files)
        \(Actions([Button(words.send, .submit())]))
        </form>
        """
    }

    private var about: HTML {
        """
        \(Section("about", words.aboutTitle, isTight: true, persons))
        \(field("place", words.place, words.placeHint, .line))
        """
    }

    private var persons: HTML {
        let more: HTML = "\(person(2))\(person(3))"
        return "\(person(1))\(Details(words.more, more))"
    }

    private func person(_ number: Int) -> HTML {
        """
        \(field("name-\(number)", words.personName, words.personNameHint, .line))
        \(Picker(
            language: language, name: "kind-\(number)", label: words.personKind, chosen: draft.text("kind-\(number)"),
            error: nil, choices: ReportedPerson.Kind.allCases.map { Choices.Choice($0.rawValue, words.kind($0)) }).html)
        \(field("birth-\(number)", words.birth, nil, .date))
        """
    }

    private var what: HTML {
        """
        \(field("facts", words.facts, words.factsHint, .paragraphs(rows: 6)))
        \(field("interpretation", words.interpretation, words.interpretationHint, .paragraphs(rows: 3)))
        \(field("incident", words.incident, words.incidentHint, .paragraphs(rows: 3)))
        \(field("told", words.told, words.toldHint, .paragraphs(rows: 2)))
        \(field("only", words.only, words.onlyHint, .paragraphs(rows: 2)))
        \(if: signedIn != nil, field("conditions", messages.conditions, messages.conditionsHint, .paragraphs(rows: 3)))
        \(Choices(
            language, "urgency", legend: words.urgencyLegend, error: draft.errors["urgency"], .one,
            [CareReport.Urgency.acute, .day, .regular].filter { isStaffed || $0 != .acute }.map {
                Choices.Choice($0.rawValue, words.howSoon($0), isChosen: draft.urgency == $0)
            }))
        \(Choices(
            language, "colleague", legend: words.colleagueLegend, error: draft.errors["colleague"], .several,
            [Choices.Choice("yes", words.colleague, isChosen: draft.text("colleague") == "yes")]))
        \(if: desks.count > 1, Picker(
            language: language, name: "desk", label: words.desk, chosen: draft.text("desk"),
            error: draft.errors["desk"], choices: desks.map { Choices.Choice($0.id.text, $0.name) }).html)
        """
    }

    private var reporting: HTML {
        guard signedIn == nil else {
            return """
                \(Notice(.about, words.reportingAs(signedIn?.name ?? "", signedIn?.organisation ?? "")))
                \(field("reach", words.reach, words.reachHint, .line))
                """
        }
        return """
            \(Picker(
                language: language, name: "reporter", label: words.reporter, chosen: draft.text("reporter"),
                error: draft.errors["reporter"],
                choices: [Choices.Choice("", words.choose)]
                    + ReportOrigin.Kind.allCases.map { Choices.Choice($0.rawValue, words.reporter($0)) }).html)
            \(field("reporter-name", words.reporterName, words.reporterNameHint, .line))
            \(field("reach", words.reach, words.reachHint, .line))
            \(Choices(
                language, "named", legend: words.namedLegend, hint: words.namedHint, .several,
                [Choices.Choice("yes", words.named, isChosen: draft.text("named") == "yes")]))
            """
    }

    /// Last of all, so that what was typed is read before a file that is too large.
    private var files: HTML {
        FileField(
            language, "file", label: messages.filesLabel, hint: messages.filesHint,
            error: draft.errors["file"] ?? (draft.hasFiles ? messages.filesAgain : nil),
            endings: [".jpg", ".jpeg", ".png", ".webp", ".pdf"]
        ).html
    }

    private func field(_ name: String, _ label: String, _ hint: String?, _ kind: Field.Kind) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: draft.text(name), error: draft.errors[name], kind: kind
        ).html
    }
}
