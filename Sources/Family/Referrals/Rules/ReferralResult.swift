// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// How help ended that somebody was referred to.
package enum ReferralResult: Hashable, Sendable, CaseIterable {
    /// Further without help (*verder zonder hulp*), as was planned.
    case withoutHelp
    /// Further with less, such as that of the own network or the area team.
    case withLess
    /// Another party goes on.
    case otherHelp
    case leftEarly(By)

    /// Who ended it before the plan was done.
    package enum By: String, CaseIterable, Sendable {
        case family, provider
        /// Both, together.
        case together
        /// Something from outside: a move, a measure.
        case outside
    }

    package static let allCases: [ReferralResult] =
        [.withoutHelp, .withLess, .otherHelp] + By.allCases.map { .leftEarly($0) }

    package var rawValue: String {
        switch self {
        case .withoutHelp: "withoutHelp"
        case .withLess: "withLess"
        case .otherHelp: "otherHelp"
        case .leftEarly(let by): "leftEarly." + by.rawValue
        }
    }

    package init?(rawValue: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = found
    }

    /// The reason of ending in the messages between municipality and provider (iJw 3.2, code list JZ588).
    package var stop: StopReason {
        switch self {
        case .withoutHelp, .withLess: .asPlanned
        case .otherHelp: .otherProvider
        case .leftEarly(.family): .earlyByClient
        case .leftEarly(.provider): .earlyByProvider
        case .leftEarly(.together): .earlyTogether
        case .leftEarly(.outside): .outside
        }
    }

    /// The reason of ending as Statistics Netherlands counts it (Regeling Jeugdwet, bijlage 2); nil where help goes on with
    /// another, which it does not count as an end.
    package var statisticsCode: String? {
        switch self {
        case .withoutHelp, .withLess: "01"
        case .otherHelp: nil
        case .leftEarly(.together): "02"
        case .leftEarly(.family): "03"
        case .leftEarly(.provider): "04"
        case .leftEarly(.outside): "05"
        }
    }

    /// Whether it counts as left early (*uitval*); nil where it counts neither way.
    package var isLeftEarly: Bool? { stop.isLeftEarly }
}
