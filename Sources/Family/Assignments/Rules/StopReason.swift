// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why help that a municipality assigned came to an end (iJw 3.2, code list JZ588).
package enum StopReason: String, CaseIterable, Sendable {
    case death = "02"
    /// For a time: help goes on later, so it is no end.
    case forNow = "20"
    case asPlanned = "31"
    case earlyByClient = "32"
    case earlyByProvider = "33"
    case earlyTogether = "34"
    case outside = "35"
    case byMunicipality = "36"
    case changeAsked = "37"
    case otherProvider = "38"
    case otherDomain = "39"

    /// Whether it counts as left early (*uitval*); nil where it counts neither way (NJi, harmonised outcome set).
    package var isLeftEarly: Bool? {
        switch self {
        case .asPlanned: false
        case .earlyByClient, .earlyByProvider, .earlyTogether, .outside: true
        case .death, .forNow, .byMunicipality, .changeAsked, .otherProvider, .otherDomain: nil
        }
    }
}
