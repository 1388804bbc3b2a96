// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Changing one's password, or choosing a first one.
struct PasswordPages: Sendable {
    private let installation: Installation
    private let proof: OwnProof

    init(_ installation: Installation) {
        self.installation = installation
        proof = OwnProof(installation)
    }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account/password", use: show)
        router.post("account/password", use: change)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        page(PasswordPage(try await proof.need(visit, evenIfFresh: true), try await nameless(visit), visit), visit)
    }

    @Sendable private func change(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let form = try await FormBody.read(request, limit: 16_384)
        let vault = installation.vault
        var page = PasswordPage(try await proof.need(visit, evenIfFresh: true), try await nameless(visit), visit)
        let known = try await installation.database.read { try $0.signInName(of: signedIn.account.id, vault) }
        guard let chosen = page.chosen(form, known: known, visit.language) else {
            return self.page(page, visit, status: .badRequest)
        }
        if let refusal = try await proof.refusal(form, page.need, visit) {
            page.errors.append(refusal.error)
            return self.page(page, visit, status: refusal.wait == nil ? .badRequest : .tooManyRequests, refusal.wait)
        }
        do {
            try await keep(chosen, signedIn, visit)
        } catch let refusal as SignInName.Refusal {
            page.credentials.refuse(refusal, visit.language)
            page.errors = page.credentials.errors
            return self.page(page, visit, status: .badRequest)
        }
        return .seeOther(.account(done: .password))
    }

    private func keep(
        _ chosen: (name: SignInName?, password: Password), _ signedIn: SignedIn, _ visit: Visit
    ) async throws {
        let (vault, now, account) = (installation.vault, visit.now, signedIn.account.id)
        let hash: PasswordHash
        do { hash = try await installation.passwords.hash(chosen.password) } catch is PasswordHashing.Busy {
            throw Problem.busy
        }
        let ended = try await installation.database.write { connection in
            if let name = chosen.name { try connection.setSignInName(name, for: account, vault) }
            try connection.setPassword(hash, for: account, at: now, vault)
            return try connection.endSessions(of: account, but: signedIn.session)
        }
        for digest in ended { await installation.sessionEnded(digest) }
    }

    /// Whether a name must be chosen, too.
    private func nameless(_ visit: Visit) async throws -> Bool {
        let (vault, account) = (installation.vault, try visit.account().id)
        return try await installation.database.read { connection in
            try vault.refresh()
            return try connection.signInName(of: account, vault) == nil
        }
    }

    private func page(
        _ page: PasswordPage, _ visit: Visit, status: HTTPResponse.Status = .ok, _ wait: Duration? = nil
    ) -> Response {
        var frame = installation.frame(visit, title: visit.language.own.passwordTitle)
        frame.isNarrow = true
        frame.isError = !page.errors.isEmpty
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let wait { response.headers[.retryAfter] = String(wait.secondsLeft) }
        return response
    }
}

/// The form for another password.
struct PasswordPage: Hashable {
    let need: OwnProof.Need
    /// Whether a sign-in name must be chosen, too.
    let asksName: Bool
    let token: String
    let language: Language
    var credentials = ChosenCredentials()
    var errors: [FieldError] = []

    init(_ need: OwnProof.Need, _ asksName: Bool, _ visit: Visit) {
        self.need = need
        self.asksName = asksName
        token = visit.token ?? ""
        language = visit.language
    }

    /// What was chosen, or nil with the errors.
    mutating func chosen(
        _ form: FormBody, known: String?, _ language: Language
    ) -> (name: SignInName?, password: Password)? {
        if asksName {
            credentials = ChosenCredentials(form)
            let parsed = credentials.parsed(language)
            errors = credentials.errors
            return parsed.map { ($0.name, $0.password) }
        }
        do {
            let name = known.flatMap { try? SignInName($0) }
            return (nil, try Password(form.text(ChosenCredentials.passwordField), name: name))
        } catch {
            errors.append(FieldError(ChosenCredentials.passwordField, language.signIn.refused(error)))
            return nil
        }
    }

    private var words: any OwnWords { language.own }

    var html: HTML {
        """
        \(PageHead(
            words.passwordTitle, lead: words.passwordLead, above: More(.account, words.back),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        <form class="flow" action="\(Link.ownPassword)" method="post">\(CSRF.field(token))
        \(OwnProof.part(need, errors, language))
        \(if: asksName, credentials.fields(language), else: ChosenCredentials.passwordPart(
            language, error: errors[ChosenCredentials.passwordField]))
        <p>\(Button(words.save, .submit()))</p>
        </form>
        """
    }
}
