// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Inviting somebody to work for an organisation: an account without a way in, and a card that opens it once.
struct InvitePages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations/:organisation/people/new", use: show)
        router.post("organisations/:organisation/people", use: invite)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administrator(visit, of: visit.id("organisation"))
        return page(InviteDraft(), try await organisation(visit), visit)
    }

    @Sendable private func invite(_ request: Request, _ visit: Visit) async throws -> Response {
        let administrator = try await installation.administrator(visit, of: visit.id("organisation")).account
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let organisation = try await organisation(visit)
        var draft = InviteDraft(
            name: form.text("name"), title: form.text("title"), function: form.text("function"),
            known: form.text("known"))
        guard let invited = parsed(&draft, visit.language) else {
            return page(draft, organisation, visit, status: .badRequest)
        }
        let card = CardMaking(installation, by: administrator.id, visit)
        switch try await add(invited, draft.known, organisation, administrator, submission, card, visit) {
        case .unknown:
            draft.errors = [FieldError("known", visit.language.organisations.knownUnknown)]
            return page(draft, organisation, visit, status: .badRequest)
        case .before(let outcome): return .seeOther(Link(local: outcome) ?? .organisations)
        case .added: return .seeOther(.organisation(organisation.id).with(query: ["done": "added"]))
        case .card: return card.page(visit)
        }
    }

    private enum Outcome: Sendable {
        /// Nobody has the sign-in name that was filled in.
        case unknown
        /// The form came twice; code and figures were shown the first time.
        case before(String)
        /// An account that there was works here, too.
        case added
        case card
    }

    private func add(
        _ invited: InvitedProfessional, _ known: String, _ organisation: Organisation, _ administrator: Account,
        _ submission: ID<Submission>, _ card: CardMaking, _ visit: Visit
    ) async throws -> Outcome {
        let (vault, now) = (installation.vault, visit.now)
        let fresh = Account(
            id: installation.ids.next(at: now), kind: .professional, profile: AccountProfile(name: invited.name.text))
        let id: ID<Professional> = installation.ids.next(at: now)
        return try await installation.database.write { connection in
            if let before = try connection.submitted(submission, by: administrator.id) { return .before(before) }
            var account = fresh
            if !known.isEmpty {
                let found = try (try? SignInName(known)).flatMap { try connection.credentials($0, vault)?.account }
                guard let found, found.kind == .professional else { return .unknown }
                account = found
            } else {
                try connection.create(fresh, vault)
                try card.make(for: fresh.id, connection)
            }
            try connection.add(
                Professional(
                    id: id, account: account.id, organisation: organisation.id, function: invited.function,
                    title: invited.title.text, period: Period(from: now.day)))
            let outcome = Link.person(organisation.id, id).text
            try connection.record(Submission(form: submission, account: administrator.id, at: now, outcome: outcome))
            return known.isEmpty ? .card : .added
        }
    }

    private func parsed(_ draft: inout InviteDraft, _ language: Language) -> InvitedProfessional? {
        let words = language.organisations
        func line(_ typed: String, _ field: String, _ missing: String) -> PlainText? {
            do { return try PlainText.line(typed) } catch {
                draft.errors.append(FieldError(field, error == .empty ? missing : words.unreadable))
                return nil
            }
        }
        let name = line(draft.name, "name", words.personNameMissing)
        let title = line(draft.title, "title", words.jobTitleMissing)
        let function = Professional.Function(rawValue: draft.function)
        if function == nil { draft.errors.append(FieldError("function", words.functionMissing)) }
        guard let name, let title, let function else { return nil }
        return InvitedProfessional(name: name, title: title, function: function)
    }

    private func organisation(_ visit: Visit) async throws -> Organisation {
        let id: ID<Organisation> = try visit.id("organisation")
        guard let organisation = try await installation.database.read({ try $0.organisation(id) }) else {
            throw Problem.notFound
        }
        return organisation
    }

    private func page(
        _ draft: InviteDraft, _ organisation: Organisation, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = InvitePage(
            organisation: organisation, draft: draft, token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.organisations.inviteTitle)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }
}
