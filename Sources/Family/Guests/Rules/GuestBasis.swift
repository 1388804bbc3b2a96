// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// On what somebody outside refers a young person: the yes of who must agree, or another ground (Jeugdwet 7.3.4, 7.3.11).
package enum GuestBasis: Hashable, Sendable {
    case agreed(Set<Agreeing>)
    /// Without a yes that is needed: why, and which other professional was asked.
    case ground(reason: String, second: String)

    /// Whose yes is needed.
    package enum Agreeing: String, CaseIterable, Sendable {
        case youngPerson, authority
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        case youngPersonMissing, authorityMissing
        case reasonMissing, secondMissing
        /// Not born yet, or too old for youth care (Jeugdwet 1.1: until 23 at the latest).
        case notYoung
    }

    /// Whose yes help needs: under 12 all with authority, from 12 the young person too, from 16 the young person alone.
    package static func needed(born birth: Day, on today: Day) -> Set<Agreeing> {
        if today < birth.adding(years: 12) { return [.authority] }
        return today < birth.adding(years: 16) ? [.youngPerson, .authority] : [.youngPerson]
    }

    /// Whether it bears a referral of somebody born then.
    ///
    /// - Throws: ``Refusal``
    package func check(born birth: Day, on today: Day) throws(Refusal) {
        guard birth <= today, today < birth.adding(years: 23) else { throw .notYoung }
        switch self {
        case .agreed(let all):
            let missing = Self.needed(born: birth, on: today).subtracting(all)
            guard !missing.contains(.youngPerson) else { throw .youngPersonMissing }
            guard missing.isEmpty else { throw .authorityMissing }
        case .ground(let reason, let second):
            guard !reason.isEmpty else { throw .reasonMissing }
            guard !second.isEmpty else { throw .secondMissing }
        }
    }
}

extension GuestBasis {
    /// As fields of a text: what it is, and what belongs to it.
    var fields: [String] {
        switch self {
        case .agreed(let all): ["agreed", all.map(\.rawValue).sorted().joined(separator: ","), ""]
        case .ground(let reason, let second): ["ground", reason, second]
        }
    }

    init?(fields: [String]) {
        guard fields.count == 3 else { return nil }
        switch fields[0] {
        case "agreed":
            self = .agreed(Set(fields[1].split(separator: ",").compactMap { Agreeing(rawValue: String($0)) }))
        case "ground": self = .ground(reason: fields[1], second: fields[2])
        default: return nil
        }
    }
}
