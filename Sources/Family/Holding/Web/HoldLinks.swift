// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// What is held in a family, for who decides about it.
    package static func holds(_ family: ID<Family>) -> Link { "/families/\(family)/holds" }

    /// Where it is proposed to hold an item.
    package static func newHold(_ family: ID<Family>, of item: ItemName) -> Link {
        ("/families/\(family)/holds/new" as Link).with(query: ["item": item.formValue])
    }

    /// Where it is proposed to show a hidden member again.
    package static func hiding(_ family: ID<Family>, _ member: ID<Membership>) -> Link {
        "/families/\(family)/members/\(member)/hiding"
    }

    package static func hold(_ family: ID<Family>, _ id: ID<Hold>) -> Link { "/families/\(family)/holds/\(id)" }

    static func holdAnswer(_ family: ID<Family>, _ id: ID<Hold>) -> Link { "/families/\(family)/holds/\(id)/answer" }

    static func holdDecision(_ family: ID<Family>, _ id: ID<Hold>) -> Link {
        "/families/\(family)/holds/\(id)/decision"
    }
}

extension Promise {
    /// Whether it is kept on the page of something that is held.
    var isAboutHold: Bool { kind == .reviewHold || Hold.Decision(rawValue: subject.kind) != nil }
}

extension ItemName {
    /// How an address and a form name it: `conversation.…`.
    package var formValue: String { "\(kind.rawValue).\(id)" }

    /// Reads what ``formValue`` wrote; nil for anything else.
    package init?(formValue: String) {
        let parts = formValue.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]), let id = ID<ItemName>(parts[1]) else {
            return nil
        }
        self.init(kind, id)
    }
}
