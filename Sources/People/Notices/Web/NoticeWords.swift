// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page about mail says.
protocol NoticeWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var offHereTitle: String { get }
    var offHereText: String { get }
    var onTitle: String { get }
    func onText(_ address: String) -> String
    var turnOff: String { get }
    var refusedTitle: String { get }
    func refusedText(_ address: String) -> String
    var codeTitle: String { get }
    var codeLabel: String { get }
    func codeHint(_ address: String) -> String
    var confirm: String { get }
    var turnOnTitle: String { get }
    var otherTitle: String { get }
    var addressLabel: String { get }
    var addressHint: String { get }
    var ownLegend: String { get }
    var ownHint: String { get }
    var own: String { get }
    var sendCode: String { get }
    var noAddress: String { get }
    var wrongAddress: String { get }
    var notOwn: String { get }
    var tooOften: String { get }
    func wrongCode(_ left: Int) -> String
    var codeIsOver: String { get }
}

extension Language {
    var notices: any NoticeWords {
        switch self {
        case .nl: DutchNotices()
        case .en: EnglishNotices()
        }
    }
}
