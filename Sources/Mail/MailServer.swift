// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The mail server that takes our letters, and how we speak to it.
package struct MailServer: Sendable {
    /// How the line is kept from others.
    package enum Line: Hashable, Sendable {
        /// Plain at first; nothing is said before it is TLS (RFC 3207).
        case startTLS
        /// TLS from the first byte (RFC 8314).
        case tls
        /// Open: for a server on the same machine.
        case plain
    }

    /// By what it lets us in.
    package struct Login: Sendable {
        package let user: String
        package let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// How long we wait, in seconds.
    package struct Patience: Hashable, Sendable {
        package let connecting: Int
        package let inAll: Int

        package init(connecting: Int, inAll: Int) {
            self.connecting = connecting
            self.inAll = inAll
        }

        package static let usual = Patience(connecting: 10, inAll: 30)
    }

    package let host: String
    package let port: Int
    package let line: Line
    package let login: Login?
    /// A file with the certificates of who vouches for it, instead of the system's.
    package let authorities: String?
    package let patience: Patience

    /// A server from `smtp://host`, `smtp://host:port`, `smtps://host` or `smtps://host:port`; nil for anything else.
    ///
    /// Nil, too, where a password would go over an open line.
    package init?(
        _ address: String, withoutTLS: Bool = false, login: Login? = nil, authorities: String? = nil,
        patience: Patience = .usual
    ) {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil,
            parts.port.map((1...65_535).contains) ?? true
        else { return nil }
        switch parts.scheme {
        case "smtp": line = withoutTLS ? .plain : .startTLS
        case "smtps" where !withoutTLS: line = .tls
        default: return nil
        }
        guard login == nil || line != .plain else { return nil }
        self.host = host
        port = parts.port ?? (line == .tls ? 465 : line == .plain ? 25 : 587)
        self.login = login
        self.authorities = authorities
        self.patience = patience
    }

    /// As libcurl wants it; the path is the name by which we introduce ourselves.
    func address(introducing name: String) -> String {
        "\(line == .tls ? "smtps" : "smtp")://\(host):\(port)/\(name)"
    }
}
