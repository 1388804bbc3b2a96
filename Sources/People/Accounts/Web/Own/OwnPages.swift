// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// The page about oneself, and ending what is open elsewhere.
struct OwnPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account", use: show)
        router.post("account/sessions/end", use: endSession)
        router.post("account/sessions/end-others", use: endOthers)
        router.post("account/devices/end", use: forgetDevice)
        router.post("account/language", use: chooseLanguage)
        router.post("account/cards/end", use: endCards)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let (vault, now, account) = (installation.vault, visit.now, signedIn.account)
        let done = request.uri.queryParameters["done"].flatMap { OwnDone(rawValue: String($0)) }
        let page = try await installation.database.read { connection in
            try vault.refresh()
            return AccountPage(
                account: account, signInName: try connection.signInName(of: account.id, vault),
                hasPassword: try connection.passwordHash(of: account.id, vault) != nil,
                hasSecondFactor: try connection.hasAuthenticator(account.id),
                recoveryCodes: try connection.recoveryCodesLeft(of: account.id),
                sessions: try connection.sessions(of: account, at: now),
                devices: try connection.rememberedDevices(of: account.id, at: now),
                records: try connection.signInRecords(of: account.id, limit: 10), current: signedIn.session,
                behalf: signedIn.organisation?.name,
                canChoose: try account.kind == .professional
                    && connection.organisations(of: account.id, on: now.day).count > 1,
                hasNewCard: try connection.hasOpenCard(account.id, at: now), done: done, token: visit.token ?? "",
                language: visit.language, today: now.day)
        }
        return .page(Layout(installation.frame(visit, title: visit.language.accounts.accountTitle), page.html).html)
    }

    @Sendable private func endSession(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let digest = try await FormBody.read(request).text("session")
        let now = visit.now
        let isEnded = try await installation.database.write { connection in
            guard let session = try connection.sessions(of: account, at: now).first(where: { $0.digest == digest })
            else { return false }
            try connection.end(session)
            return true
        }
        if isEnded { await installation.sessionEnded(digest) }
        return .seeOther(.account(done: .ended))
    }

    @Sendable private func endOthers(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let ended = try await installation.database.write {
            try $0.endSessions(of: signedIn.account.id, but: signedIn.session)
        }
        await tell(ended)
        return .seeOther(.account(done: .ended))
    }

    @Sendable private func forgetDevice(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account().id
        let form = try await FormBody.read(request)
        guard let device = form.id("device", RememberedDevice.self) else { throw Problem.malformed }
        await tell(try await installation.database.write { try $0.forget(device, of: account) })
        return .seeOther(.account(done: .ended))
    }

    @Sendable private func chooseLanguage(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        guard let language = Language(rawValue: try await FormBody.read(request).text("language")) else {
            throw Problem.malformed
        }
        let vault = installation.vault
        let profile = AccountProfile(name: account.profile.name, language: language.rawValue)
        try await installation.database.write { try $0.save(profile, of: account.id, vault) }
        var response = Response.seeOther(.account(done: .language))
        response.setCookie(LanguageChoice.cookie(language, isSecure: installation.cookies.isSecure))
        return response
    }

    /// A card that its owner knows nothing of opens nothing any more.
    @Sendable private func endCards(_ request: Request, _ visit: Visit) async throws -> Response {
        let (account, now) = (try visit.account().id, visit.now)
        try await installation.database.write { _ = try $0.voidCards(of: account, at: now) }
        return .seeOther(.account(done: .card))
    }

    private func tell(_ ended: [String]) async { for digest in ended { await installation.sessionEnded(digest) } }
}

extension Link {
    static func account(done: OwnDone) -> Link { .account.with(query: ["done": done.rawValue]) }
}
