// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore

extension Town {
    /// With what two of its people sign in as in earnest, besides the click: Aylin, a mother, by password; Marieke, a
    /// professional, by password and an app.
    ///
    /// Everybody may know them: an installation that is no town refuses a town's database.
    package enum Credentials {
        package static let people = ["aylin", "marieke"]
        package static let password = "oefenen in de wijk"
        /// What Marieke's app holds.
        package static let secret = "RONDOMRONDOMRONDOMRONDOMRONDOMRO"

        /// The password, hashed beforehand: a hash for each filled town would cost a twentieth of a second.
        static let hash = PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$BnvVJaxGBqhl4cmotF3wkg$0ag7hZdcSAsEXR+3xAiuLfAql2AMttAWVl6OcF+9CRY")
    }
}

extension TownFilling {
    func fillCredentials() async throws {
        let (accounts, vault, start) = (filled.accounts, dossiers.vault, start)
        try await dossiers.database.write { connection in
            for slug in Town.Credentials.people {
                guard let account = accounts[slug] else { continue }
                try connection.setSignInName(try SignInName(slug), for: account, vault)
                try connection.setPassword(Town.Credentials.hash, for: account, at: start, vault)
            }
            guard let marieke = accounts["marieke"], let totp = TOTP(base32: Town.Credentials.secret) else { return }
            try connection.offer(totp, to: marieke, vault)
            let code = totp.code(step: TOTP.step(at: start))
            _ = try connection.confirmAuthenticator(code, of: marieke, at: start, vault)
        }
    }
}
