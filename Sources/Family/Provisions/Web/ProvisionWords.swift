// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages say on which is written down what a municipality was asked for, and decided.
protocol ProvisionWords: Sendable {
    var all: String { get }
    func of(_ name: String) -> String
    var open: String { get }

    var fresh: String { get }
    var freshLead: String { get }
    var helpMissing: String { get }
    var municipality: String { get }
    var municipalityHint: String { get }
    var municipalityMissing: String { get }
    var asked: String { get }
    var notThen: String { get }
    var asker: String { get }
    func asker(_ asker: ProvisionRequest.Asker) -> String
    var askerMissing: String { get }
    var keep: String { get }

    func waits(until day: String) -> String
    func late(since day: String) -> String
    var lateText: String { get }
    func result(_ result: ProvisionRequest.Result) -> String
    var decidedOn: String { get }
    var notDecidedThen: String { get }
    var until: String { get }
    var untilHint: String { get }
    var notUntil: String { get }
    var letter: String { get }
    var letterHint: String { get }
    var resultQuestion: String { get }
    var resultMissing: String { get }
    var decide: String { get }
    var decideText: String { get }
    var decideButton: String { get }
    var notedBy: String { get }
    var proposal: String { get }

    var objecting: String { get }
    func objectUntil(_ day: String) -> String
    func objectedUntil(_ day: String) -> String
    var objectingText: String { get }
}

extension Language {
    var provisions: any ProvisionWords {
        switch self {
        case .nl: DutchProvisions()
        case .en: EnglishProvisions()
        }
    }
}
