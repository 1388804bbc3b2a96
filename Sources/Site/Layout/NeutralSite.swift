// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where "Snel weg" leads: a site that anybody could have been looking at, chosen by the installation.
package struct NeutralSite: Hashable, Sendable {
    /// With its scheme; https alone.
    package let address: String

    /// The weather.
    package static let usual = NeutralSite("https://www.buienradar.nl/")

    /// An address of another site over https, or nil for anything else.
    ///
    /// It stands in a header and in what browsers may send forms on to, so nothing that could end either is let in.
    package init?(checked address: String) {
        guard address.hasPrefix("https://"), address.utf8.count <= 200 else { return nil }
        let rest = address.dropFirst("https://".count)
        let host = rest.prefix { $0 != "/" }
        guard host.contains("."), host.utf8.allSatisfy(Self.isOfHost),
            rest.utf8.allSatisfy({ Self.isOfHost($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.address = address
    }

    private init(_ address: String) { self.address = address }

    /// Scheme and host.
    package var origin: String {
        "https://" + address.dropFirst("https://".count).prefix { $0 != "/" }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
