// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the circle page says.
protocol CircleWords: Sendable {
    var title: String { get }
    func ownTitle(_ name: String) -> String
    func title(around children: String) -> String
    func lead(near: Int, professionals: Int, around children: String) -> String
    var write: String { get }
    var invitations: String { get }
    var confirm: String { get }
    func joined(_ maker: String, _ moment: String) -> String
    var joinedText: String { get }
    var confirmText: String { get }
    var confirmMore: String { get }
    var unknownAge: String { get }
    var now: String { get }
    var nothingNow: String { get }
    var nothingNowText: String { get }
    var who: String { get }
    var family: String { get }
    var ownPeople: String { get }
    var professionals: String { get }
    var you: String { get }
    func child(_ age: Int) -> String
    func tie(_ kind: Tie.Kind, to names: String) -> String
    var inFamily: String { get }
    func detail(_ kind: PersonalDetail) -> String
    var hiddenDetail: String { get }
    var hiddenDetails: String { get }
    func direction(_ kind: Direction.Kind) -> String
    var firstContact: String { get }
    func since(_ day: String) -> String
    func sees(_ share: Share) -> String
    func belongs(to children: String) -> String
    func notTheirTask(_ text: String) -> String
    func write(to name: String) -> String
    var erased: String { get }
    func owner(_ name: String) -> String
    func about(_ names: String) -> String
    func late(_ day: String) -> String
    var lateNote: String { get }
    var recent: String { get }
    var more: String { get }
    var conversations: String { get }
    func conversationsText(_ unread: Int) -> String
    var whoLooked: String { get }
    var whoLookedText: String { get }
    var unableText: String { get }
    var shownName: String { get }
    var shownNameText: String { get }
    var nobody: String { get }
    var nobodyText: String { get }
}

extension Language {
    var circle: any CircleWords {
        switch self {
        case .nl: DutchCircle()
        case .en: EnglishCircle()
        }
    }
}
