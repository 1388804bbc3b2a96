// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Setting up the app that shows codes, and the codes on paper for when it is gone.
struct SecondFactorPages: Sendable {
    private let installation: Installation
    private let proof: OwnProof

    init(_ installation: Installation) {
        self.installation = installation
        proof = OwnProof(installation)
    }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account/second-factor", use: show)
        router.post("account/second-factor/secrets", use: offer)
        router.post("account/second-factor", use: confirm)
        router.get("account/recovery-codes", use: showCodes)
        router.post("account/recovery-codes", use: makeCodes)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        page(try await begin(visit).html, visit, visit.language.own.secondFactor)
    }

    /// The answer shows the secret, so it is a page and leads nowhere: asked for again it is another secret.
    @Sendable private func offer(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let form = try await FormBody.read(request, limit: 16_384)
        var begin = try await begin(visit)
        guard !begin.hasOther else { throw Problem.notFound }
        if let refusal = try await proof.refusal(form, begin.need, visit) {
            begin.errors = [refusal.error]
            return page(begin.html, visit, visit.language.own.secondFactor, refusal)
        }
        let (vault, totp) = (installation.vault, TOTP(from: installation.secrets))
        try await installation.database.write { try $0.offer(totp, to: account.id, vault) }
        return page(try await secret(totp, visit).html, visit, visit.language.own.secondFactor)
    }

    /// The first app brings codes on paper with it.
    ///
    /// Who has a second factor already, such as a passkey, and showed a password alone adds none: else the password would
    /// be enough.
    @Sendable private func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let typed = String(try await FormBody.read(request, limit: 16_384).text("code").prefix(100))
        let (vault, now, account) = (installation.vault, visit.now, signedIn.account)
        let codes = RecoveryCode.fresh(from: installation.secrets)
        let outcome = try await installation.database.write { connection -> (isFirst: Bool, offered: TOTP?)? in
            if signedIn.session.isLimited, try connection.hasSecondFactor(account.id) { throw Problem.notFound }
            guard let offered = try connection.offeredAuthenticator(of: account.id, vault) else { return nil }
            guard try connection.confirmAuthenticator(typed, of: account.id, at: now, vault) else {
                return (false, offered)
            }
            let isFirst = try connection.recoveryCodesLeft(of: account.id) == nil
            if isFirst { try connection.setRecoveryCodes(codes, for: account.id, vault) }
            try connection.lift(signedIn.session)
            return (isFirst, nil)
        }
        guard let outcome else { return .seeOther(.secondFactor) }
        if let offered = outcome.offered {
            var page = try await secret(offered, visit)
            page.errors = [FieldError("code", visit.language.own.factorWrong)]
            return self.page(
                page.html, visit, visit.language.own.secondFactor, (page.errors[0], nil))
        }
        if outcome.isFirst { return try await shown(codes, visit) }
        return .seeOther(.account(done: .factor))
    }

    @Sendable private func showCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        page(try await codesBegin(visit).html, visit, visit.language.own.recoveryCodes)
    }

    @Sendable private func makeCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let form = try await FormBody.read(request, limit: 16_384)
        var begin = try await codesBegin(visit)
        guard begin.hasSecondFactor else { return .seeOther(.recoveryCodes) }
        if let refusal = try await proof.refusal(form, begin.need, visit) {
            begin.errors = [refusal.error]
            return page(begin.html, visit, visit.language.own.recoveryCodes, refusal)
        }
        let (vault, codes) = (installation.vault, RecoveryCode.fresh(from: installation.secrets))
        try await installation.database.write { try $0.setRecoveryCodes(codes, for: account.id, vault) }
        return try await shown(codes, visit)
    }

    private func shown(_ codes: [RecoveryCode], _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let today = visit.today
        let mustChoose = try await installation.database.read { connection in
            try account.kind == .professional && connection.organisations(of: account.id, on: today).count > 1
        }
        let hasBehalf = visit.signedIn?.organisation != nil
        let next: Link = visit.signedIn?.session.isLimited != true ? .account : mustChoose && !hasBehalf ? .behalf : "/"
        let page = RecoveryCodesPage(codes: codes.map(\.groups), next: next, language: visit.language)
        return self.page(page.html, visit, visit.language.own.recoveryCodes)
    }

    private func begin(_ visit: Visit) async throws -> SecondFactorPage {
        let (account, need) = (try visit.account(), try await proof.need(visit))
        let (hasApp, hasAny) = try await installation.database.read {
            (try $0.hasAuthenticator(account.id), try $0.hasSecondFactor(account.id))
        }
        let isLimited = visit.signedIn?.session.isLimited == true
        return SecondFactorPage(
            need: need, replaces: hasApp, isLimited: isLimited, hasOther: isLimited && hasAny,
            token: visit.token ?? "", language: visit.language)
    }

    private func codesBegin(_ visit: Visit) async throws -> RecoveryBeginPage {
        let (account, need) = (try visit.account(), try await proof.need(visit))
        let (has, left) = try await installation.database.read {
            (try $0.hasAuthenticator(account.id), try $0.recoveryCodesLeft(of: account.id))
        }
        return RecoveryBeginPage(
            need: need, hasSecondFactor: has, left: left, token: visit.token ?? "", language: visit.language)
    }

    private func secret(_ totp: TOTP, _ visit: Visit) async throws -> SecretPage {
        let (vault, account) = (installation.vault, try visit.account())
        let name = try await installation.database.read { try $0.signInName(of: account.id, vault) }
        return SecretPage(
            groups: totp.groups, address: totp.address(name: name ?? account.profile.name), token: visit.token ?? "",
            language: visit.language)
    }

    private func page(
        _ html: HTML, _ visit: Visit, _ title: String, _ refusal: (error: FieldError, wait: Duration?)? = nil
    ) -> Response {
        var frame = installation.frame(visit, title: title)
        frame.isNarrow = true
        frame.isError = refusal != nil
        let status: HTTPResponse.Status = refusal == nil ? .ok : refusal?.wait == nil ? .badRequest : .tooManyRequests
        var response = Response.page(Layout(frame, html).html, status: status)
        if let wait = refusal?.wait { response.headers[.retryAfter] = String(wait.secondsLeft) }
        return response
    }
}
