// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    package static func questions(_ family: ID<Family>) -> Link { "/families/\(family)/access/questions" }

    /// Where a question about a line of the log is asked.
    static func newQuestion(_ family: ID<Family>, _ line: LookedLine) -> Link {
        ("/families/\(family)/access/questions/new" as Link).with(query: [
            "who": line.who.text, "day": line.day.iso, "action": line.action.rawValue,
            "item": line.item.map { "\($0.kind.rawValue).\($0.id)" },
        ])
    }

    package static func question(_ family: ID<Family>, _ id: ID<LogQuestion>) -> Link {
        "/families/\(family)/access/questions/\(id)"
    }
    static func questionWithdrawal(_ family: ID<Family>, _ id: ID<LogQuestion>) -> Link {
        "/families/\(family)/access/questions/\(id)/withdrawal"
    }
    static func questionAnswer(_ family: ID<Family>, _ id: ID<LogQuestion>) -> Link {
        "/families/\(family)/access/questions/\(id)/answer"
    }
}

extension LookedLine {
    /// The line that an address or a form names, or nil where that is none.
    init?(_ field: (String) -> String?) {
        guard let who = field("who").flatMap({ ID<Account>($0) }), let day = field("day").flatMap({ Day($0) }),
            let action = field("action").flatMap(AccessRecord.Action.init(rawValue:))
        else { return nil }
        var item: ItemName?
        if let name = field("item"), !name.isEmpty {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2, let kind = ItemName.Kind(rawValue: parts[0]), let id = ID<LookedLine>(parts[1])
            else { return nil }
            item = ItemName(kind, id)
        }
        self.init(who: who, day: day, action: action, item: item)
    }
}
