// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// How those who looked are called: by name, or by function where the name would put them in danger.
struct LookerFaces {
    let content: LookedContent
    let language: Language

    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    func name(_ account: ID<Account>) -> String {
        function(account)?.capitalised ?? desk(account) ?? names.name(account)
    }

    /// Who was on duty and stands in no circle is known by that.
    private func desk(_ account: ID<Account>) -> String? {
        guard content.circle.name(of: account) == nil, let organisation = content.onDuty[account] else { return nil }
        return language.emergency.desk(organisation)
    }

    /// What somebody is in the circle; left out where that is how they are called.
    ///
    /// Of who is here for several organisations, as they looked: for that one. Where it is hidden from the reader,
    /// no other stands in its place.
    func part(_ account: ID<Account>, onBehalfOf organisation: ID<Organisation>?) -> String? {
        guard function(account) == nil else { return nil }
        let own = content.circle.members.filter { $0.membership.account == account }
        guard let organisation, Set(own.map(\.membership.organisation)).count > 1 else { return names.part(account) }
        let face =
            own.last { $0.membership.organisation == organisation } ?? own.last { $0.membership.organisation == nil }
        return face?.face.map { [$0.function, $0.organisation].compactMap(\.self).joined(separator: ", ") }
    }

    func disc(_ account: ID<Account>) -> Disc {
        function(account) == nil ? names.disc(account) : Disc("–", .professional)
    }

    private func function(_ account: ID<Account>) -> String? {
        let own = content.circle.members.filter { $0.membership.account == account }
        guard own.contains(where: { content.asFunction.contains($0.membership.id) }) else { return nil }
        return own.last?.face?.function ?? language.access.role(.professional)
    }
}
