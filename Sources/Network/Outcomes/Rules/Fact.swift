// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Something that happened and is worth counting, with no person in it.
///
/// It has no field that could name one, and this storey can't import those where children are. Its id begins with
/// the first moment of its month, so that not even the time of writing ties it to a family.
package struct Fact: Hashable, Sendable {
    /// What is counted, and how it may be counted.
    package enum Shape: Hashable, Sendable {
        /// Something that lasts: a wait, help. Without an end it is still running.
        case spell(began: Day, ended: Day?)
        case verdict(Bool)
        /// 1 to 10.
        case grade(Int)
        case count(Int)
    }

    package enum Refusal: Kernel.Refusal {
        /// A spell ends on the day it began or later.
        case endsBeforeItBegan
        case gradeOutOfRange
        case countBelowZero
    }

    package let id: ID<Fact>
    package let kind: FactKind
    package let team: ID<Team>?
    package let organisation: ID<Organisation>?
    /// The code of the area.
    package let area: String?
    package let targetGroup: TargetGroup
    package let month: Month
    package let shape: Shape

    /// - Throws: ``Refusal`` when the shape can't be.
    package init(
        kind: FactKind, team: ID<Team>? = nil, organisation: ID<Organisation>? = nil, area: String? = nil,
        targetGroup: TargetGroup = .youth, month: Month, shape: Shape, ids: IDSource
    ) throws(Refusal) {
        try Self.check(shape)
        self.init(
            stored: ids.next(at: Moment(month.first)), kind: kind, team: team, organisation: organisation, area: area,
            targetGroup: targetGroup, month: month, shape: shape)
    }

    /// A fact as it was written down.
    package init(
        stored id: ID<Fact>, kind: FactKind, team: ID<Team>?, organisation: ID<Organisation>?, area: String?,
        targetGroup: TargetGroup, month: Month, shape: Shape
    ) {
        self.id = id
        self.kind = kind
        self.team = team
        self.organisation = organisation
        self.area = area
        self.targetGroup = targetGroup
        self.month = month
        self.shape = shape
    }

    private static func check(_ shape: Shape) throws(Refusal) {
        switch shape {
        case .spell(let began, let ended?) where ended < began: throw .endsBeforeItBegan
        case .grade(let grade) where !(1...10).contains(grade): throw .gradeOutOfRange
        case .count(let count) where count < 0: throw .countBelowZero
        case .spell, .verdict, .grade, .count: break
        }
    }
}

/// What is counted; installations add indicators of their own from the four shapes.
package struct FactKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Spells.
    package static let waitForTriage = FactKind(rawValue: "waitForTriage")
    /// Aanmeldwachttijd.
    package static let waitForFirstAppointment = FactKind(rawValue: "waitForFirstAppointment")
    /// Behandelwachttijd.
    package static let waitForStart = FactKind(rawValue: "waitForStart")
    package static let help = FactKind(rawValue: "help")
    /// Verdicts.
    package static let promiseKeptOnTime = FactKind(rawValue: "promiseKeptOnTime")
    package static let feedbackOnTime = FactKind(rawValue: "feedbackOnTime")
    package static let warmHandover = FactKind(rawValue: "warmHandover")
    /// Whether one who was asked to a meeting came.
    package static let cameToMeeting = FactKind(rawValue: "cameToMeeting")
    /// Verder zonder hulp (NJi 3.1), as the family sees it, and as its helpers do.
    package static let furtherWithoutHelp = FactKind(rawValue: "furtherWithoutHelp")
    package static let furtherWithoutHelpAsHelpersSee = FactKind(rawValue: "furtherWithoutHelpAsHelpersSee")
    /// Grades.
    package static let familyExperience = FactKind(rawValue: "familyExperience")
    package static let collaboration = FactKind(rawValue: "collaboration")
    /// Counts.
    package static let handovers = FactKind(rawValue: "handovers")
    package static let helpers = FactKind(rawValue: "helpers")
}

/// For whom the network works (doelgroep): data, never code.
package struct TargetGroup: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let youth = TargetGroup(rawValue: "youth")
}
