// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What the pages about organisations say to administrators.
package protocol OrganisationWords: Sendable {
    var title: String { get }
    var lead: String { get }
    /// To the list of grounds.
    var grounds: String { get }
    /// To within how many days things are done.
    var norms: String { get }
    var none: String { get }
    var noneText: String { get }
    func people(_ count: Int) -> String
    var add: String { get }
    var name: String { get }
    var kind: String { get }
    var kindMissing: String { get }
    var nameMissing: String { get }
    var unreadable: String { get }
    func name(_ kind: Organisation.Kind) -> String

    func peopleLead(_ organisation: String) -> String
    var nobody: String { get }
    var nobodyText: String { get }
    var invite: String { get }
    var waysNone: String { get }
    var waysSome: String { get }
    func sessions(_ count: Int) -> String

    var inviteTitle: String { get }
    func inviteLead(_ organisation: String) -> String
    var personName: String { get }
    var personNameMissing: String { get }
    var jobTitle: String { get }
    var jobTitleHint: String { get }
    var jobTitleMissing: String { get }
    var function: String { get }
    var functionMissing: String { get }
    var known: String { get }
    var knownHint: String { get }
    var knownUnknown: String { get }
    var makeAccount: String { get }
    func name(_ function: Professional.Function) -> String

    func title(_ act: PersonAct) -> String
    func text(_ act: PersonAct) -> String
    var elsewhere: String { get }
    var administrators: String { get }
    func administratorsLead(_ organisation: String) -> String
    var appoint: String { get }
    var phone: String { get }
    var phoneLead: String { get }
    var phoneHint: String { get }
    var phoneWrong: String { get }
    var phoneSave: String { get }
    func done(_ act: PersonAct) -> String
    var added: String { get }
}

extension Language {
    package var organisations: any OrganisationWords {
        switch self {
        case .nl: DutchOrganisations()
        case .en: EnglishOrganisations()
        }
    }
}
