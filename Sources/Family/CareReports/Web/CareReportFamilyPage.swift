// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// The family to which a report is linked, chosen on a step of its own: names are read there, which families can see,
/// so it is opened when somebody means to, and never with each report.
extension CareReportPages {
    @Sendable func chooseFamily(_ request: Request, _ visit: Visit) async throws -> Response {
        try await choosing(visit.typed.map { ReportDraft($0) } ?? ReportDraft(), visit)
    }

    func choosing(_ draft: ReportDraft, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<CareReport> = try visit.id("report")
        let may = try await desk.read(id, try visit.look(.read, at: ItemName(.careReport, id))) { key, _ in
            key.item.state != .received && key.item.allows(.assign(.desk), by: key.worker)
        }
        guard may == true else { throw Problem.notFound }
        let page = CareReportFamilyPage(
            language: visit.language, report: id, families: try await families(visit), draft: draft,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.careReports.board)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    /// The families around who asks, without a word of them, so that nothing in their logs tells of a report; none from
    /// whom anything of them is kept.
    func familiesAround(_ visit: Visit) async throws -> Set<ID<Family>> {
        let (account, today) = (try visit.account().id, visit.today)
        return try await installation.database.read { connection in
            Set(try connection.families(around: account, on: today))
                .subtracting(try connection.familiesKept(from: account))
        }
    }

    /// By name, as on their list of families.
    private func families(_ visit: Visit) async throws -> [FamilyToLink] {
        let around = try await familiesAround(visit)
        let look = try visit.look(.read, at: ItemName(.family, try visit.account().id))
        return try await dossiers.families(look).filter { around.contains($0.family) }.compactMap { entry in
            entry.name.map { FamilyToLink(id: entry.family, name: $0) }
        }
        .sorted { $0.name < $1.name }
    }
}

/// The families from which its reader chooses.
struct CareReportFamilyPage {
    let language: Language
    let report: ID<CareReport>
    let families: [FamilyToLink]
    let draft: ReportDraft
    let token: String
    let form: FormID

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(
            words.family, lead: words.linkHint, above: More(.careReport(report), words.toReport),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: families.isEmpty, Empty(words.noFamilies, words.noFamiliesText).html, else: choices)
        """
    }

    private var choices: HTML {
        FamilyForm(
            action: .careReportAssignment(report), page: .careReportFamily(report), token: token, form: form,
            content: """
                <input type="hidden" name="to" value="family">
                \(Picker(
                    language: language, name: "family", label: words.whichFamily, chosen: draft.text("family"),
                    error: draft.errors["family"],
                    choices: [Choices.Choice("", words.choose)]
                        + families.map { Choices.Choice($0.id.text, $0.name) }).html)
                """,
            buttons: [Button(words.assign, .submit())]
        ).html
    }
}
