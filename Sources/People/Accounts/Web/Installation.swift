// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import PeopleRules
import PeopleStore
import Site

/// What every handler works with: this installation's data, keys, clock and ways.
package struct Installation: Sendable {
    package let database: Database
    package let vault: Vault
    package let clock: Clock
    package let ids: IDSource
    package let secrets: SecretSource
    package let cookies: CookieSettings
    /// Such as "Rondom van Zuilen-Ondiep".
    package let name: String?
    /// Whether its people are invented and sign in with one click.
    package let isDemo: Bool
    /// Whether mail goes out from here.
    package let sendsMail: Bool
    /// Whether the phone of who is on duty is rung from here.
    package let hasDutyPhone: Bool
    /// Where a reader can go, by who they are; the features above this storey know.
    package let navigation: @Sendable (Visit) -> [Frame.Entry]
    /// Where browsers find it, and for whom passkeys are made; without one there are no passkeys.
    package let address: RelyingParty?
    /// Whether a proxy stands in front, which tells where a request came from.
    package let isBehindProxy: Bool
    /// Hears the digest of a session that was ended, so that what it has open ends with it.
    package let sessionEnded: @Sendable (String) async -> Void
    /// Hears what the cookie of a guest says who leaves, so that their visit ends with it.
    package let guestLeft: @Sendable (String) async -> Void
    /// Ends, in the transaction in which somebody's work ends, what was theirs to do for that organisation.
    package let workEnded: @Sendable (Professional, Moment, Connection) throws -> Void
    /// Where "Snel weg" leads.
    package let neutralSite: NeutralSite
    /// Whom a family can turn to that is independent of who helps.
    package let independentHelp: IndependentHelp
    /// Whom who reports a worry can call besides 112 and Veilig Thuis; nil where there is no such number.
    package let crisis: IndependentHelp.Contact?
    package let passwords: PasswordHashing
    let formTokens: FormTokens

    package init(
        database: Database, vault: Vault, clock: Clock = .machine, ids: IDSource = .unguessable,
        secrets: SecretSource = .unguessable, cookies: CookieSettings, name: String? = nil, isDemo: Bool = false,
        sendsMail: Bool = false, hasDutyPhone: Bool = false, address: RelyingParty? = nil, isBehindProxy: Bool = false,
        neutralSite: NeutralSite = .usual, independentHelp: IndependentHelp = .usual,
        crisis: IndependentHelp.Contact? = nil,
        navigation: @escaping @Sendable (Visit) -> [Frame.Entry] = { _ in [] },
        sessionEnded: @escaping @Sendable (String) async -> Void = { _ in },
        guestLeft: @escaping @Sendable (String) async -> Void = { _ in },
        workEnded: @escaping @Sendable (Professional, Moment, Connection) throws -> Void = { _, _, _ in },
        passwords: PasswordHashing = PasswordHashing()
    ) {
        self.database = database
        self.vault = vault
        self.clock = clock
        self.ids = ids
        self.secrets = secrets
        self.cookies = cookies
        self.name = name
        self.isDemo = isDemo
        self.sendsMail = sendsMail
        self.hasDutyPhone = hasDutyPhone
        self.navigation = navigation
        self.address = address
        self.isBehindProxy = isBehindProxy
        self.sessionEnded = sessionEnded
        self.guestLeft = guestLeft
        self.workEnded = workEnded
        self.neutralSite = neutralSite
        self.independentHelp = independentHelp
        self.crisis = crisis
        self.passwords = passwords
        formTokens = FormTokens(CSRF(secret: Array(vault.digest("forms", for: .csrf).utf8)))
    }

    /// The frame around a page for a visit.
    package func frame(_ visit: Visit, title: String) -> Frame {
        var frame = bareFrame(visit.language, title: title)
        frame.path = visit.address
        frame.help = .explaining(visit.address, isProfessional: visit.signedIn?.account.kind == .professional)
        frame.token = visit.token
        frame.neutralSite = neutralSite
        frame.leavesQuickly = visit.signedIn?.account.kind == .familyMember
        guard visit.signedIn?.session.isLimited != true else { return frame }
        frame.navigation = navigation(visit)
        if let account = visit.signedIn?.account {
            let closeness: Disc.Closeness = account.kind == .familyMember ? .family : .professional
            frame.reader = Frame.Reader(
                name: account.profile.name, disc: Disc(Disc.initials(of: account.profile.name), closeness),
                link: .account, behalf: visit.signedIn?.organisation?.name)
        }
        return frame
    }

    /// The frame around a page that shows nobody's name, such as an error.
    package func bareFrame(_ language: Language, title: String) -> Frame {
        var frame = Frame(language, title: title)
        frame.installation = name
        frame.footer = [Frame.Entry(.accessibility, language.site.accessibility, .about)]
        frame.isDemo = isDemo
        return frame
    }
}
