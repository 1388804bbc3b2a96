// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Kernel
import Mail
import PeopleRules

/// How mail goes out, from options or the environment; without `--mail` none does.
struct Mailing: ParsableArguments {
    @Option(help: "The mail server: smtp://HOST:PORT or smtps://HOST:PORT (RONDOM_MAIL; no mail is sent).")
    var mail: String?

    @Option(help: "The address that mail comes from; let it say nothing about children (RONDOM_MAIL_FROM).")
    var mailFrom: String?

    @Option(help: "Who signs in at the mail server (RONDOM_MAIL_USER; nobody).")
    var mailUser: String?

    @Option(help: "The file with the password for that, on its first line (RONDOM_MAIL_PASSWORD_FILE).")
    var mailPasswordFile: String?

    @Option(help: "A file with the certificates that vouch for the mail server (RONDOM_MAIL_CA; the system's).")
    var mailCA: String?

    @Flag(help: "The mail server is on this machine, or reached by a safe way: no TLS (RONDOM_MAIL_WITHOUT_TLS).")
    var mailWithoutTLS = false

    /// What was set, checked.
    struct Settings: Sendable {
        let server: MailServer
        let from: MailAddress
        let site: String
    }

    /// - Throws: `ValidationError` where something is missing or can't be; what was set is not repeated.
    func settings(leadingTo site: RelyingParty?) throws -> Settings? {
        guard let address = mail ?? Setting.text("MAIL") else { return nil }
        guard let from = try? MailAddress(mailFrom ?? Setting.text("MAIL_FROM") ?? "") else {
            throw ValidationError("--mail needs --mail-from, an address such as post@example.nl.")
        }
        let withoutTLS = try mailWithoutTLS || Setting.isOn("MAIL_WITHOUT_TLS")
        let login = try login()
        guard login == nil || !withoutTLS else {
            throw ValidationError("A password is not sent without TLS: leave out --mail-user or --mail-without-tls.")
        }
        let authorities = mailCA ?? Setting.text("MAIL_CA")
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) {
            throw ValidationError("--mail-ca is a file with certificates that can be read.")
        }
        guard let server = MailServer(address, withoutTLS: withoutTLS, login: login, authorities: authorities) else {
            throw ValidationError("--mail is smtp://HOST, smtp://HOST:PORT, smtps://HOST or smtps://HOST:PORT.")
        }
        guard let site else { throw ValidationError("--mail needs --address, to which letters lead.") }
        return Settings(server: server, from: from, site: site.origin)
    }

    private func login() throws -> MailServer.Login? {
        guard let user = mailUser ?? Setting.text("MAIL_USER") else { return nil }
        if let password = Setting.text("MAIL_PASSWORD"), mailPasswordFile == nil {
            return MailServer.Login(user: user, password: password)
        }
        let file = mailPasswordFile ?? Setting.text("MAIL_PASSWORD_FILE")
        let text = file.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        guard let password = text?.split(whereSeparator: \.isNewline).first else {
            throw ValidationError("--mail-user needs --mail-password-file, a file that can be read.")
        }
        return MailServer.Login(user: user, password: String(password))
    }
}
