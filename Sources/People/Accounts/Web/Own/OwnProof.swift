// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Asks whoever holds the browser whether they are the account's owner, before what an intruder would change first.
///
/// By the password, guessed at as seldom as at the door; who just signed in need not show it again, unless the password
/// itself is to change. An account without a password must have signed in just now.
struct OwnProof: Sendable {
    static let field = "password"

    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    enum Need: Hashable, Sendable {
        case nothing, password, newSession
    }

    /// What is asked before a change.
    func need(_ visit: Visit, evenIfFresh: Bool = false) async throws -> Need {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let vault = installation.vault
        let isFresh = signedIn.session.isFresh(at: visit.now)
        if isFresh, !evenIfFresh { return .nothing }
        let hash = try await installation.database.read { connection in
            try vault.refresh()
            return try connection.passwordHash(of: signedIn.account.id, vault)
        }
        return hash != nil ? .password : isFresh ? .nothing : .newSession
    }

    /// Nil when it is shown; else what is wrong, and for how long the next try has to wait.
    func refusal(
        _ form: FormBody, _ need: Need, _ visit: Visit
    ) async throws -> (error: FieldError, wait: Duration?)? {
        let words = visit.language.own
        switch need {
        case .nothing: return nil
        case .newSession: return (FieldError(Self.field, words.signInAgain), nil)
        case .password: break
        }
        let (vault, now, account) = (installation.vault, visit.now, try visit.account().id)
        let places = [GuessedAt.code(of: account, vault)]
        let (wait, hash) = try await installation.database.write { connection in
            (try connection.guess(places, at: now), try connection.passwordHash(of: account, vault))
        }
        if let wait {
            return (FieldError(Self.field, visit.language.signIn.wait(visit.language.span(wait.minutesLeft))), wait)
        }
        guard try await matches(form.text(Self.field), hash) else {
            return (FieldError(Self.field, words.presentWrong), nil)
        }
        try await installation.database.write { try $0.forgive(places, at: now) }
        return nil
    }

    private func matches(_ typed: String, _ hash: PasswordHash?) async throws -> Bool {
        do { return try await installation.passwords.matches(typed, hash) } catch is PasswordHashing.Busy {
            throw Problem.busy
        }
    }

    /// The field in which it is shown, or what to do instead.
    static func part(_ need: Need, _ errors: [FieldError], _ language: Language) -> HTML {
        switch need {
        case .nothing: .empty
        case .newSession: "<p id=\"\(field)\">\(language.own.signInAgain)</p>"
        case .password:
            Field(
                language, field, label: language.own.presentPassword, hint: language.own.presentHint,
                error: errors[field], kind: .password, autocomplete: "current-password"
            )
            .html
        }
    }
}
