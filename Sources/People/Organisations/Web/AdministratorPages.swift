// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// The administrators of one organisation, for who administers the installation; for everybody else they are not there.
struct AdministratorPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations/:organisation/administrators", use: list)
        router.post("organisations/:organisation/administrators", use: appoint)
        router.post("organisations/:organisation/administrators/:account/cards", use: makeCard)
        router.post("organisations/:organisation/administrators/:account/end", use: dismiss)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page("", nil, visit)
    }

    /// An account of its own with a card, also for who works there: administrating sees no family.
    @Sendable private func appoint(_ request: Request, _ visit: Visit) async throws -> Response {
        let administrator = try await administrator(visit)
        let organisation = try await organisation(visit).id
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.organisations
        let typed = form.text("name")
        let name: PlainText
        do { name = try PlainText.line(typed) } catch {
            return try await page(typed, error == .empty ? words.personNameMissing : words.unreadable, visit)
        }
        let (vault, now) = (installation.vault, visit.now)
        let card = CardMaking(installation, by: administrator.id, visit)
        let account = Account(
            id: installation.ids.next(at: now), kind: .administrator, profile: AccountProfile(name: name.text))
        let isFirst = try await installation.database.write { connection in
            guard try connection.submitted(submission, by: administrator.id) == nil else { return false }
            try connection.create(account, administering: .organisation(organisation), vault)
            try card.make(for: account.id, connection)
            let outcome = Link.administrators(organisation).text
            try connection.record(Submission(form: submission, account: administrator.id, at: now, outcome: outcome))
            return true
        }
        return isFirst ? card.page(visit) : .seeOther(.administrators(organisation))
    }

    @Sendable private func makeCard(_ request: Request, _ visit: Visit) async throws -> Response {
        let administrator = try await administrator(visit)
        let appointed = try await appointed(visit)
        let card = CardMaking(installation, by: administrator.id, visit)
        try await installation.database.write { try card.make(for: appointed.id, $0) }
        return card.page(visit, isReplacing: true)
    }

    @Sendable private func dismiss(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await administrator(visit)
        let organisation = try await organisation(visit).id
        let (account, now) = (try await appointed(visit).id, visit.now)
        let ended = try await installation.database.write {
            try $0.dismiss(account, from: organisation, at: now)
        }
        for digest in ended ?? [] { await installation.sessionEnded(digest) }
        return .seeOther(.administrators(organisation))
    }

    private func administrator(_ visit: Visit) async throws -> Account {
        let administrator = try await installation.administrator(visit)
        guard administrator.scope == .installation else { throw Problem.notFound }
        return administrator.account
    }

    private func organisation(_ visit: Visit) async throws -> Organisation {
        let id: ID<Organisation> = try visit.id("organisation")
        guard let organisation = try await installation.database.read({ try $0.organisation(id) }) else {
            throw Problem.notFound
        }
        return organisation
    }

    private func appointed(_ visit: Visit) async throws -> Account {
        let account: ID<Account> = try visit.id("account")
        let organisation = try await organisation(visit).id
        let vault = installation.vault
        let all = try await installation.database.read { try $0.administrators(of: organisation, vault) }
        guard let found = all.first(where: { $0.id == account }) else { throw Problem.notFound }
        return found
    }

    private func page(_ name: String, _ error: String?, _ visit: Visit) async throws -> Response {
        _ = try await administrator(visit)
        let organisation = try await organisation(visit)
        let vault = installation.vault
        let all = try await installation.database.read { connection in
            try vault.refresh()
            return try connection.administrators(of: organisation.id, vault)
        }
        let page = AdministratorsPage(
            organisation: organisation, administrators: all, name: name, error: error, token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.organisations.administrators)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}

/// Who administers an organisation, what can be done about their accounts, and the form that appoints one more.
struct AdministratorsPage: Hashable {
    let organisation: Organisation
    let administrators: [Account]
    let name: String
    let error: String?
    let token: String
    let form: FormID
    let language: Language

    private var words: any OrganisationWords { language.organisations }

    var html: HTML {
        """
        \(PageHead(
            words.administrators, lead: words.administratorsLead(organisation.name),
            above: More(.organisation(organisation.id), organisation.name),
            errors: error.map { ErrorSummary(language, [FieldError("name", $0)]) }))
        \(administrators, appointed)
        \(Section("add", words.appoint, adding))
        """
    }

    private func appointed(_ account: Account) -> HTML {
        let name = account.profile.name
        let card = ActForm(
            .administratorCards(organisation.id, account.id), token: token, title: words.title(PersonAct.card),
            about: name, .quiet)
        let end = ActForm(
            .administratorEnd(organisation.id, account.id), token: token, title: words.title(PersonAct.work),
            about: name, .quiet)
        return Section("a-\(account.id)", name, "<div class=\"actions\">\(card)\(end)</div>").html
    }

    private var adding: HTML {
        """
        <form class="flow" action="\(Link.administrators(organisation.id))" method="post">\(CSRF.field(token))\(form.field)
        \(Field(language, "name", label: words.personName, value: name, error: error, limit: 120))
        <p>\(Button(words.makeAccount, .submit()))</p>
        </form>
        """
    }
}
