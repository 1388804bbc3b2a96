// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What somebody does for a goal, by when (*actie*).
package struct PlanAction: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case open, done, stopped
    }

    package let id: ID<PlanAction>
    package let goal: ID<Goal>
    package let state: State
    package let version: Int
    package let begun: Moment

    package init(id: ID<PlanAction>, goal: ID<Goal>, state: State = .open, version: Int = 1, begun: Moment) {
        self.id = id
        self.goal = goal
        self.state = state
        self.version = version
        self.begun = begun
    }
}

/// What an action says: what, who, when.
package struct ActionText: Hashable, Sendable {
    package let what: String
    package let who: [Doer]
    package let when: ActionTime
    package let provisions: [Provision]
    /// That it was put off.
    package let delay: Delay?

    /// When it should have been done, and why it was not.
    package struct Delay: Hashable, Sendable {
        package let was: Day
        package let why: String

        package init(was: Day, why: String) {
            self.was = was
            self.why = why
        }
    }

    package init(what: String, who: [Doer], when: ActionTime, provisions: [Provision] = [], delay: Delay? = nil) {
        self.what = what
        self.who = who
        self.when = when
        self.provisions = provisions
        self.delay = delay
    }

    package var accounts: Set<ID<Account>> { Set(who.compactMap(\.account)) }

    /// To be sealed.
    package var text: String {
        FieldText.joined([
            "1", what, who.map(\.text).joined(separator: "\u{1E}"), when.text,
            provisions.map(\.rawValue).joined(separator: ","), delay?.was.iso ?? "", delay?.why ?? "",
        ])
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 7).map(String.init)
        guard fields.count == 7, fields[0] == "1", let when = ActionTime(text: fields[3]) else { return nil }
        self.init(
            what: fields[1], who: fields[2].split(separator: "\u{1E}").compactMap { Doer(text: $0) }, when: when,
            provisions: fields[4].split(separator: ",").compactMap { Provision(rawValue: String($0)) },
            delay: Day(fields[5]).map { Delay(was: $0, why: fields[6]) })
    }
}

/// How far an action is, on a day.
package enum ActionProgress: Hashable, Sendable {
    case notBegun, begun, done, stopped
    /// Since this day.
    case late(Day)

    /// - Parameters:
    ///   - ticked: the last day for which it was ticked.
    package init(_ action: PlanAction, _ when: ActionTime?, ticked: Day?, on today: Day) {
        switch action.state {
        case .done: self = .done
        case .stopped: self = .stopped
        case .open:
            guard let when, let due = when.current(on: today, ticked: ticked) else {
                self = .begun
                return
            }
            if due < today {
                self = .late(due)
            } else if case .each(_, let from) = when, from <= today {
                self = .begun
            } else {
                self = ticked == nil ? .notBegun : .begun
            }
        }
    }
}
