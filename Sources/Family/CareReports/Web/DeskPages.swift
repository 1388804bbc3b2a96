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

/// Whether an organisation runs a desk, and who is at it: for its team leads, and for who administers the installation.
package struct DeskPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations/:organisation/desk", use: show)
        router.post("organisations/:organisation/desk", use: save)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let organisation = try await requireLead(visit)
        let form = try await FormBody.read(request)
        let (now, ids) = (visit.now, installation.ids)
        let chosen = Set(form.ids("member", Account.self))
        let isOpen = form.text("desk") == "yes"
        do {
            try await installation.database.write { connection in
                let work = Set(try connection.professionals(in: organisation.id, on: now.day).map(\.account))
                try connection.setDesk(
                    of: organisation.id, members: isOpen ? chosen.intersection(work) : nil, at: now, ids)
            }
        } catch is DeskStillNeeded {
            return try await page(visit, [FieldError("desk", visit.language.careReports.deskStillNeeded)])
        }
        return .seeOther(.deskOf(organisation.id))
    }

    private func page(_ visit: Visit, _ errors: [FieldError] = []) async throws -> Response {
        let organisation = try await requireLead(visit)
        // A team lead who may not read them, as they are at the desk, may be whom they are about.
        let isAdministrator = try visit.account().kind == .administrator
        let (vault, now) = (installation.vault, visit.now)
        let (desk, people, isForsaken) = try await installation.database.read { connection in
            let work = Set(try connection.professionals(in: organisation.id, on: now.day).map(\.account))
            return (
                try connection.reportDesk(organisation.id, on: now.day), try connection.accounts(work.sorted(), vault),
                try isAdministrator && connection.hasForsakenReports(on: now.day, at: organisation.id)
            )
        }
        let page = DeskPage(
            language: visit.language, organisation: organisation, desk: desk, isForsaken: isForsaken,
            people: people.sorted { $0.profile.name < $1.profile.name }, errors: errors, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.careReports.deskTitle)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .conflict)
    }

    /// - Throws: ``Problem/notFound`` for everybody else.
    private func requireLead(_ visit: Visit) async throws -> Organisation {
        let account = try visit.account()
        let id: ID<Organisation> = try visit.id("organisation")
        if account.kind == .administrator {
            _ = try await installation.administratorOfAll(visit)
        } else {
            try visit.requireProfessional()
            let today = visit.today
            let work = try await installation.database.read { try $0.professionals(of: account.id, on: today) }
            guard work.contains(where: { $0.organisation == id && $0.function == .teamLead }) else {
                throw Problem.notFound
            }
        }
        guard let organisation = try await installation.database.read({ try $0.organisation(id) }) else {
            throw Problem.notFound
        }
        return organisation
    }
}

/// Whether an organisation runs a desk, and who is at it.
struct DeskPage {
    let language: Language
    let organisation: Organisation
    let desk: ReportDesk?
    /// Whether reports lie there that nobody can read.
    let isForsaken: Bool
    let people: [Account]
    let errors: [FieldError]
    let token: String
    let form: FormID

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(
            words.deskTitle, lead: words.deskLead(organisation.name), above: desk.map { _ in More(.desk, words.board) },
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: isForsaken, Notice(.acute, words.forsaken, words.forsakenText).html)
        \(FamilyForm(
            action: .deskOf(organisation.id), page: .deskOf(organisation.id), token: token, form: form,
            content: """
                \(Choices(
                    language, "desk", legend: words.deskLegend, error: errors["desk"], .several,
                    [Choices.Choice("yes", words.deskOpen, isChosen: desk != nil)]))
                \(Choices(
                    language, "member", legend: words.members, hint: words.membersHint, .several,
                    people.map {
                        Choices.Choice(
                            $0.id.text, $0.profile.name, isChosen: desk?.crew.members.contains($0.id) ?? false)
                    }))
                """,
            buttons: [Button(words.deskSave, .submit())]).html)
        """
    }
}
