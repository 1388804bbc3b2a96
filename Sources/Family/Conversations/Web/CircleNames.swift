// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the people of a circle are called on the pages with conversations.
struct CircleNames {
    let circle: CircleSight
    let reading: Reading
    let language: Language

    private var words: any ConversationWords { language.conversations }

    /// The full name of somebody who signs in; somebody the reader may not know by name is "iemand".
    func name(_ account: ID<Account>) -> String { circle.name(of: account) ?? words.somebodyBefore }

    /// The name by which people call each other: of the family and its own people the first, of others all of it.
    func calledName(_ account: ID<Account>) -> String {
        circle.name(of: account).map(Self.firstName) ?? words.somebodyBefore
    }

    static func firstName(_ name: String) -> String { name.split(separator: " ").first.map(String.init) ?? name }

    /// What somebody is here: "ouder", "intern begeleider, basisschool De Schakel".
    func part(_ account: ID<Account>) -> String? {
        if let person = circle.person(with: account) {
            let isParent = circle.ties.contains { $0.person == person.person.id && $0.kind == .parent }
            return isParent ? words.parent : words.family
        }
        guard let face = circle.member(with: account)?.face else { return nil }
        return [face.function, face.organisation].compactMap(\.self).joined(separator: ", ")
    }

    func disc(_ account: ID<Account>) -> Disc {
        let initials = circle.name(of: account).map(Disc.initials(of:)) ?? "–"
        if circle.person(with: account) != nil { return Disc(initials, .family) }
        let kind = circle.member(with: account)?.membership.kind
        return Disc(initials, kind == .relative ? .near : .professional)
    }

    /// Whether somebody signs in and is in the circle now, so that they can read.
    func isPresent(_ account: ID<Account>) -> Bool {
        account == reading.reader
            || circle.person(with: account) != nil
            || circle.members.contains { $0.membership.account == account && $0.membership.ended == nil }
    }

    /// Family first, then their own people, then professionals; by name within.
    func sorted(_ accounts: some Sequence<ID<Account>>) -> [ID<Account>] {
        accounts.sorted { (rank($0), name($0)) < (rank($1), name($1)) }
    }

    private func rank(_ account: ID<Account>) -> Int {
        if account == reading.reader { return 0 }
        if circle.person(with: account) != nil { return 1 }
        return circle.member(with: account)?.membership.kind == .relative ? 2 : 3
    }
}
