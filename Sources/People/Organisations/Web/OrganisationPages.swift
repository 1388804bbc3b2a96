// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Organisations and who works for them, for administrators; for everybody else these pages are not there.
package struct OrganisationPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations", use: list)
        router.post("organisations", use: add)
        router.get("organisations/:organisation", use: people)
        InvitePages(installation).addRoutes(to: router)
        PhonePages(installation).addRoutes(to: router)
        AdministratorPages(installation).addRoutes(to: router)
        OrganisationPersonPages(installation).addRoutes(to: router)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        // Who administers one organisation begins there.
        if case .organisation(let own) = try await installation.administrator(visit).scope {
            return .seeOther(.organisation(own))
        }
        return try await page(OrganisationDraft(), visit)
    }

    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let administrator = try await installation.administrator(visit)
        guard administrator.scope == .installation else { throw Problem.notFound }
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.organisations
        var draft = OrganisationDraft(name: form.text("name"), kind: form.text("kind"))
        var name: PlainText?
        do { name = try PlainText.line(draft.name) } catch {
            draft.errors.append(FieldError("name", error == .empty ? words.nameMissing : words.unreadable))
        }
        let kind = Organisation.Kind(rawValue: draft.kind)
        if kind == nil { draft.errors.append(FieldError("kind", words.kindMissing)) }
        guard let name, let kind else { return try await page(draft, visit, status: .badRequest) }
        let organisation = Organisation(id: installation.ids.next(at: visit.now), kind: kind, name: name.text)
        let now = visit.now
        let outcome = try await installation.database.write { connection -> String in
            if let before = try connection.submitted(submission, by: administrator.account.id) { return before }
            try connection.add(organisation)
            let outcome = Link.organisation(organisation.id).text
            try connection.record(
                Submission(form: submission, account: administrator.account.id, at: now, outcome: outcome))
            return outcome
        }
        return .seeOther(Link(local: outcome) ?? .organisations)
    }

    @Sendable private func people(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Organisation> = try visit.id("organisation")
        let administrator = try await installation.administrator(visit, of: id)
        let (vault, now) = (installation.vault, visit.now)
        let wasAdded = request.uri.queryParameters["done"] == "added"
        let found = try await installation.database.read { connection -> (Organisation, [OrganisationPerson])? in
            try vault.refresh()
            guard let organisation = try connection.organisation(id) else { return nil }
            return (organisation, try connection.people(of: id, at: now, vault))
        }
        guard let (organisation, people) = found else { throw Problem.notFound }
        let page = OrganisationPeoplePage(
            organisation: organisation, people: people, wasAdded: wasAdded,
            isInstallation: administrator.scope == .installation, language: visit.language)
        return .page(Layout(installation.frame(visit, title: visit.language.organisations.title), page.html).html)
    }

    private func page(
        _ draft: OrganisationDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let today = visit.today
        let rows = try await installation.database.read { try $0.organisations(on: today) }
        let page = OrganisationListPage(
            rows: rows.map { OrganisationListPage.Row(organisation: $0.organisation, people: $0.people) }, draft: draft,
            token: visit.token ?? "", form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.organisations.title)
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }
}

/// Who administers, and what.
struct Administrator: Sendable {
    let account: Account
    let scope: Administration
}

extension Installation {
    /// Who administers the whole installation and asks.
    ///
    /// - Throws: ``Problem/notFound`` for everybody else who is signed in.
    package func administratorOfAll(_ visit: Visit) async throws -> Account {
        let administrator = try await administrator(visit)
        guard administrator.scope == .installation else { throw Problem.notFound }
        return administrator.account
    }

    /// The administrator who asks, of an organisation or of any.
    ///
    /// - Throws: ``Problem/notFound`` for everybody else who is signed in, and for who administers another one.
    func administrator(_ visit: Visit, of organisation: ID<Organisation>? = nil) async throws -> Administrator {
        let account = try visit.account()
        guard account.kind == .administrator,
            let scope = try await database.read({ try $0.administration(of: account.id) }),
            organisation.map(scope.covers) ?? true
        else { throw Problem.notFound }
        return Administrator(account: account, scope: scope)
    }
}
