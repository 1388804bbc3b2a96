// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyWeb
import Foundation
import Kernel
import Mail
import PeopleRules
import PeopleStore
import Site

/// Serves an installation.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve this installation.",
        discussion: """
            Refuses, with exit code 2: a database that is not there, is damaged, or is of a newer or older release; keys that \
            do not open it; the data or keys of an invented town; data and keys in one PostgreSQL cluster unless \
            --same-cluster; plain http to other machines unless --behind-proxy.

            Stops on SIGTERM or SIGINT: answers what was asked, ends live streams, and exits with 0.
            """
    )

    @OptionGroup var places: Places

    @OptionGroup var listening: Listening

    @OptionGroup var mailing: Mailing

    @Flag(help: "TLS stands in front: cookies are for https alone, the proxy tells who asks (RONDOM_BEHIND_PROXY).")
    var behindProxy = false

    @Flag(help: "Data and key store may share a PostgreSQL cluster, and so its back-ups (RONDOM_SAME_CLUSTER).")
    var sameCluster = false

    @Option(help: "What this installation is called, in the footer of each page (RONDOM_NAME).")
    var name: String?

    @Option(help: "Where “Snel weg” leads, over https (RONDOM_LEAVE_TO; https://www.buienradar.nl/).")
    var leaveTo: String?

    private var neutralSite: NeutralSite {
        get throws {
            guard let address = leaveTo ?? Setting.text("LEAVE_TO") else { return .usual }
            guard let site = NeutralSite(checked: address) else {
                throw ValidationError("--leave-to is an address such as https://www.buienradar.nl/.")
            }
            return site
        }
    }

    @Option(help: "The confidential adviser, as “Jeugdstem, 088 555 10 00” (RONDOM_ADVISER).")
    var adviser: String?

    @Option(help: "Who supports families free of charge, with a phone number (RONDOM_SUPPORT).")
    var support: String?

    private var independentHelp: IndependentHelp {
        get throws {
            let usual = IndependentHelp.usual
            return IndependentHelp(
                adviser: try contact(adviser ?? Setting.text("ADVISER"), "adviser") ?? usual.adviser,
                support: try contact(support ?? Setting.text("SUPPORT"), "support"))
        }
    }

    private func contact(_ text: String?, _ name: String) throws -> IndependentHelp.Contact? {
        guard let text else { return nil }
        guard let contact = IndependentHelp.Contact(checked: text) else {
            throw ValidationError("--\(name) is a name and a phone number, such as “Jeugdstem, 088 555 10 00”.")
        }
        return contact
    }

    @Option(help: "Where browsers find it, such as https://rondom.example; passkeys need it (RONDOM_ADDRESS).")
    var address: String?

    @Option(help: "A gateway that rings who is on duty for an acute report: https://… (RONDOM_DUTY_PHONE).")
    var dutyPhone: String?

    private var dutyCall: DutyCall? {
        get throws {
            guard let address = dutyPhone ?? Setting.text("DUTY_PHONE") else { return nil }
            guard let call = DutyCall(address) else {
                throw ValidationError("--duty-phone is an address over https, such as https://phone.example/ring.")
            }
            return call
        }
    }

    @Option(help: "A gateway that rings by mail, with or instead of that: an address (RONDOM_DUTY_MAIL; needs --mail).")
    var dutyMail: String?

    private func dutyMail(by mail: Mailing.Settings?) throws -> DutyMail? {
        guard let address = dutyMail ?? Setting.text("DUTY_MAIL") else { return nil }
        guard let to = try? MailAddress(address) else {
            throw ValidationError("--duty-mail is a mail address, such as ring@phone.example.")
        }
        guard let mail else { throw ValidationError("--duty-mail needs --mail, by which it goes out.") }
        let letters = DutyLetters()
        return DutyMail(from: mail.from, to: to, by: mail.server) { desk, times, isEscalated in
            guard let subject = letters.subject(desk),
                let text = letters.text(desk, times: times, isEscalated: isEscalated)
            else { return nil }
            return DutyMail.Text(subject: subject, body: text)
        }
    }

    @Option(help: "Whom to call besides 112 and Veilig Thuis: “Spoed voor Jeugd, 030 123 45 67” (RONDOM_CRISIS).")
    var crisis: String?

    func run() async throws {
        let isBehindProxy = try behindProxy || Setting.isOn("BEHIND_PROXY")
        let publicAddress = try publicAddress(isBehindProxy)
        let mail = try mailing.settings(leadingTo: publicAddress)
        guard isBehindProxy || listening.isLoopback else {
            throw Stop.refused(
                "Plain http to other machines is refused. Put a proxy with TLS in front and say --behind-proxy, or listen "
                    + "at 127.0.0.1.")
        }
        let vault = try places.openVault()
        guard !vault.isDemo else {
            throw Stop.refused("These are the keys of an invented town. Make your own with “rondom key create”.")
        }
        let database = try await places.openDatabase()
        guard try await !database.read({ try $0.isDemo() }) else {
            throw Stop.refused("This database holds the invented town. Serve it with “rondom demo”.")
        }
        try await Places.match(database, vault)
        try await refuseSameCluster(database, vault)
        let server = Server(
            database: database, vault: vault, host: listening.address, port: try listening.portNumber,
            patience: try listening.patience, isDemo: false, isSecure: isBehindProxy, isBehindProxy: isBehindProxy,
            address: publicAddress, name: name ?? Setting.text("NAME"), neutralSite: try neutralSite,
            independentHelp: try independentHelp, crisis: try contact(crisis ?? Setting.text("CRISIS"), "crisis"),
            mail: mail, dutyCall: try dutyCall, dutyMail: try dutyMail(by: mail))
        try await server.run()
    }

    /// On this machine alone it is found at its own port; a proxy's address only the administrator knows.
    private func publicAddress(_ isBehindProxy: Bool) throws -> RelyingParty? {
        guard let text = address ?? Setting.text("ADDRESS") else {
            return isBehindProxy ? nil : try listening.localAddress
        }
        guard let party = RelyingParty(address: text), !isBehindProxy || text.lowercased().hasPrefix("https://") else {
            throw Stop.refused("--address is https:// and a name, without a path: https://rondom.example.")
        }
        return party
    }

    private func refuseSameCluster(_ database: Database, _ vault: Vault) async throws {
        guard try !(sameCluster || Setting.isOn("SAME_CLUSTER")), let ofKeys = try vault.clusterIdentifier(),
            try await database.clusterIdentifier() == ofKeys
        else { return }
        throw Stop.refused(
            "Data and key store are in one PostgreSQL cluster, so each back-up of it holds both. Put the key store in "
                + "another cluster or in a file, or say --same-cluster.")
    }
}
