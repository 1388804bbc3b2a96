// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import PeopleRules

/// Somebody about whom a worry is.
package struct ReportedPerson: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case child, unborn, sibling, parent, other, unknown
    }

    package let kind: Kind
    /// Empty for somebody whose name is not known.
    package let name: String
    /// nil for a child that is not born yet, and when it is not known.
    package let birth: Day?
    /// What they are to the child, where a message from another system says so.
    package let role: YouthCareRole?

    package init(kind: Kind, name: String, birth: Day?, role: YouthCareRole? = nil) {
        self.kind = kind
        self.name = name
        self.birth = birth
        self.role = role
    }

    /// Whether they made the report or told of it, and are nobody it is about.
    package var tells: Bool { role?.tells ?? false }

    /// Whether it is about them, and not about what they do by their work or where they can be called.
    package var isConcerned: Bool { role.map { !$0.tells && !$0.stands } ?? true }

    /// By what another report about the same person is known: the name as people type it and the day of birth; nil when
    /// one of them lacks, for then it would point at too many.
    package var likeness: String? {
        let folded = Self.folded(name)
        guard !folded.isEmpty, let birth else { return nil }
        return folded + "\n" + birth.iso
    }

    /// Whether they are called like somebody who works at the desk.
    package func isCalled(_ other: String) -> Bool {
        let own = Self.folded(name)
        return !own.isEmpty && own == Self.folded(other)
    }

    /// The words of a text that can't be read otherwise, as names are compared; without what is longer than any name.
    package static func words(in bytes: [UInt8]) -> Set<String> {
        let words = folded(String(decoding: bytes, as: UTF8.self)).split(separator: " ")
        return Set(words.filter { $0.count <= 40 }.map(String.init))
    }

    /// Whether somebody can be named there: all words of their name stand in it.
    package static func isNamed(_ name: String, in words: Set<String>) -> Bool {
        let own = folded(name).split(separator: " ").map(String.init)
        return !own.isEmpty && own.allSatisfy(words.contains)
    }

    private static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
    }
}
