// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages about who directs say.
protocol DirectionWords: Sendable {
    var title: String { get }
    var doorText: String { get }
    /// Who directs, in one sentence.
    func directs(_ name: String, _ kind: Direction.Kind) -> String
    func youDirect(_ kind: Direction.Kind) -> String
    func kind(_ kind: Direction.Kind) -> String
    func kindText(_ kind: Direction.Kind) -> String
    func act(_ act: Direction.Act) -> String
    var isNow: String { get }
    var since: String { get }
    var agreedBy: String { get }
    var reviewOn: String { get }
    var why: String { get }
    var support: String { get }
    var supportOffered: String { get }
    var supportText: String { get }
    func cause(_ cause: DirectionChange.Cause, by name: String?, second: String?) -> String
    var expect: String { get }
    var expectText: String { get }
    var tasks: String { get }
    var member: String { get }
    var does: String { get }
    var mandate: String { get }
    var mandateHint: String { get }
    var doesNot: String { get }
    var sayYours: String { get }
    var notSaid: String { get }
    var firstContact: String { get }
    func isFirstContact(_ name: String) -> String
    func absent(_ organisation: String) -> String
    var noFirstContact: String { get }
    var chooseFirstContact: String { get }
    var chooseButton: String { get }
    var chooseMissing: String { get }
    var history: String { get }
    func period(from: String, until: String?) -> String
    var acts: String { get }
    var underWay: String { get }
    var underWayMore: String { get }
    var takeOver: String { get }
    var takeOverText: String { get }
    var handOver: String { get }
    var handOverText: String { get }
    var back: String { get }
    var backText: String { get }
    var backButton: String { get }
    var otherKind: String { get }
    var otherKindText: String { get }
    var without: String { get }
    var withoutText: String { get }
    // MARK: Forms
    var kindAsked: String { get }
    var kindMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var review: String { get }
    var reviewHint: String { get }
    var reviewOutside: String { get }
    var noDay: String { get }
    var talkDay: String { get }
    var whoAgreed: String { get }
    var whoAgreedHint: String { get }
    var nobodyAgreed: String { get }
    var reviewTitle: String { get }
    func reviewLead(_ name: String, isFamily: Bool) -> String
    var goesWell: String { get }
    var otherwise: String { get }
    var changeButton: String { get }
    var withoutTitle: String { get }
    var withoutLead: String { get }
    var causeAsked: String { get }
    func causeLabel(_ cause: DirectionChange.Cause) -> String
    var causeMissing: String { get }
    var second: String { get }
    var secondHint: String { get }
    var secondMissing: String { get }
    var askSecond: String { get }
    var changed: String { get }
    var changedText: String { get }
}

extension Language {
    var direction: any DirectionWords {
        switch self {
        case .nl: DutchDirection()
        case .en: EnglishDirection()
        }
    }
}
