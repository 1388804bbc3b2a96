// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Why an organisation may share something at all, besides that somebody agreed (*grondslag*; AVG 6 and 9).
///
/// An installation maintains which of them count, from when until when. Whoever uses one records why, about whom, and
/// towards whom; where nobody agreed, a second professional confirms it.
package enum Ground: String, Hashable, Sendable, CaseIterable {
    /// Who helps with the same, or stands in for them, as far as that help needs (Jeugdwet 7.3.11 lid 2 a).
    case directlyInvolved
    /// The law asks it: the supervisor under an order inquires (Jeugdwet 7.3.11 lid 4).
    case required
    /// A report to Veilig Thuis (Wmo 2015 5.2.6).
    case reportToSafeHome
    /// A report to the child protection board (BW 1:240).
    case reportToBoard
    /// To keep silent would do more harm (conflict van plichten).
    case conflictOfDuties
    /// A public task (AVG 6 lid 1 e).
    case publicTask
    /// Consent, where it can be one (AVG 6 lid 1 a).
    case consent

    /// The article it rests on, as it is cited.
    package var article: String {
        switch self {
        case .directlyInvolved: "Jeugdwet 7.3.11 lid 2 a"
        case .required: "Jeugdwet 7.3.11 lid 4"
        case .reportToSafeHome: "Wmo 2015 5.2.6"
        case .reportToBoard: "BW 1:240"
        case .conflictOfDuties: "Sr 40"
        case .publicTask: "AVG 6 lid 1 e"
        case .consent: "AVG 6 lid 1 a"
        }
    }

    /// Whether a second professional must confirm its use: nobody of the family agreed to it.
    package var needsSecond: Bool {
        switch self {
        case .directlyInvolved, .consent: false
        case .required, .reportToSafeHome, .reportToBoard, .conflictOfDuties, .publicTask: true
        }
    }

    /// Whether consent can stand in its place for an organisation of this kind: a municipality's missing ground is not
    /// mended by it (Autoriteit Persoonsgegevens, 2016: people depend on it and can't refuse freely).
    package static func isMendedByConsent(for organisation: Organisation.Kind) -> Bool {
        switch organisation {
        case .municipality, .areaTeam: false
        case .school, .generalPractice, .careProvider, .youthProtection, .healthService, .other: true
        }
    }
}

/// When a ground counts in an installation.
package struct GroundTerm: Hashable, Sendable {
    package let ground: Ground
    package let term: Period

    package init(_ ground: Ground, _ term: Period) {
        self.ground = ground
        self.term = term
    }

    /// The grounds that count on a day.
    package static func counting(_ terms: [GroundTerm], on day: Day) -> [Ground] {
        Ground.allCases.filter { ground in terms.contains { $0.ground == ground && $0.term.contains(day) } }
    }
}
