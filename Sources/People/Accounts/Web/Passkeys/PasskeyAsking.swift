// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site
import WebAuthn

/// Asks devices for passkeys and takes in what they answer; nil where an installation has no address for them.
struct PasskeyAsking: Sendable {
    private let installation: Installation
    private let party: RelyingParty

    init?(_ installation: Installation) {
        guard let party = installation.address else { return nil }
        self.installation = installation
        self.party = party
    }

    /// A form in which the owner of a passkey comes in, and the cookie that goes with it.
    func useForm(_ visit: Visit, back: Link?) -> (form: PasskeyForm, cookie: Cookie) {
        let question = DeviceQuestion(from: installation.secrets, at: visit.now)
        let form = PasskeyForm(
            .passkeySessions, .use(back: back), host: party.host,
            question: String(decoding: question.bytes(installation.vault), as: UTF8.self), token: visit.token,
            visit.language)
        return (form, question.cookie(installation.cookies))
    }

    /// A form in which an account gets a passkey, and the cookie that goes with it.
    func makeForm(
        _ action: Link, for account: Account, known: [Passkey], offersRemembering: Bool, _ visit: Visit
    ) -> (form: PasskeyForm, cookie: Cookie) {
        let question = DeviceQuestion(from: installation.secrets, at: visit.now)
        let owner = PasskeyForm.Owner(
            handle: installation.vault.passkeyHandle(of: account.id), name: account.profile.name,
            known: known.map(\.credential), offersRemembering: offersRemembering)
        let form = PasskeyForm(
            action, .make(owner), host: party.host,
            question: String(decoding: question.bytes(installation.vault), as: UTF8.self), token: visit.token,
            visit.language)
        return (form, question.cookie(installation.cookies))
    }

    /// What a request answers, with the question it answers; nil when it is none of ours.
    func answer(_ form: FormBody, _ request: Request) -> (DeviceAnswer, to: DeviceQuestion)? {
        guard let question = DeviceQuestion(in: request, installation.cookies),
            let answer = DeviceAnswer(form.text(PasskeyForm.field))
        else { return nil }
        return (answer, question)
    }

    /// The passkey that an answer made for an account, not kept yet.
    ///
    /// The question counts as answered from then on, also when the answer is not good.
    func made(
        _ answer: DeviceAnswer, to question: DeviceQuestion, for account: ID<Account>, id: ID<Passkey>, label: String,
        at now: Moment, _ connection: Connection
    ) throws -> Passkey? {
        let bytes = question.bytes(installation.vault)
        guard try connection.takeAnswer(to: bytes, askedAt: question.askedAt, at: now) else { return nil }
        do { try check(bytes).made(answer.request, answer.statement) } catch { return nil }
        guard let key = answer.madeKey else { return nil }
        return Passkey(
            id: id, account: account, credential: answer.credential, publicKey: key,
            counter: answer.statement.counter, label: label, madeAt: now)
    }

    /// The account whose passkey an answer used; its counter and use are written down.
    ///
    /// The question counts as answered from then on, also when the answer is not good. Nothing here counts as guessing:
    /// nobody guesses a signature, and nobody can lock another out of a passkey.
    func used(
        _ answer: DeviceAnswer, to question: DeviceQuestion, at now: Moment, _ connection: Connection
    ) throws -> Account? {
        let vault = installation.vault
        let bytes = question.bytes(vault)
        guard try connection.takeAnswer(to: bytes, askedAt: question.askedAt, at: now),
            let passkey = try connection.passkey(credential: answer.credential, vault)
        else { return nil }
        do {
            try check(bytes).used(answer.request, answer.statement, counterBefore: passkey.counter)
        } catch { return nil }
        guard answer.isSigned(by: passkey, of: vault.passkeyHandle(of: passkey.account), for: party) else { return nil }
        try connection.note(passkey, counter: answer.statement.counter, used: now)
        return try connection.account(passkey.account, vault)
    }

    private func check(_ question: [UInt8]) -> PasskeyCheck {
        PasskeyCheck(party, hostDigest: DeviceSignature.digest(ofHost: party.host), challenge: question)
    }
}
