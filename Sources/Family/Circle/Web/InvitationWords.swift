// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// What the pages say on which somebody is asked into a circle.
protocol InvitationWords: Sendable {
    var invite: String { get }
    var inviteLead: String { get }
    var relative: String { get }
    var relativeText: String { get }
    var professional: String { get }
    var professionalText: String { get }
    func title(_ kind: Membership.Kind) -> String
    var formLead: String { get }
    var name: String { get }
    var relation: String { get }
    var relationHint: String { get }
    var organisation: String { get }
    var organisationHint: String { get }
    var colleague: String { get }
    var colleagueHint: String { get }
    var work: String { get }
    var workHint: String { get }
    var forWhom: String { get }
    var forWhomHint: String { get }
    var share: String { get }
    func share(_ share: Share) -> (label: String, text: String)
    var until: String { get }
    var untilHint: String { get }
    var expectation: String { get }
    var expectationHint: String { get }
    var notTheirTask: String { get }
    var notTheirTaskHint: String { get }
    var apart: String { get }
    var apartHint: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var second: String { get }
    var send: String { get }
    var toCircle: String { get }
    var kept: String { get }

    var nameMissing: String { get }
    var relationMissing: String { get }
    var organisationMissing: String { get }
    var organisationUnknown: String { get }
    func organisationWhich(_ names: String) -> String
    var colleagueUnknown: String { get }
    var expectationMissing: String { get }
    var nobodyChosen: String { get }
    var shareMissing: String { get }
    var noDay: String { get }
    var termIsOver: String { get }
    var moreThanYourOwn: String { get }
    func nobodyDecides(_ name: String, _ reason: WhoMustAgree.Reason) -> String
    func mustKnow(_ name: String) -> String
    var secondIsFirst: String { get }
    func wrong(_ refusal: PlainText.Refusal) -> String

    /// What whoever must answer promises.
    var asking: String { get }
    var open: String { get }
    func entry(_ name: String, for persons: String) -> String
    var yourAnswerNeeded: String { get }
    func waits(for names: String) -> String
    var waitsForInvited: String { get }
    func pageTitle(_ name: String) -> String
    func pageLead(_ inviter: String, until day: String) -> String
    func outcome(_ outcome: Invitation.Outcome, waitingFor names: String) -> String
    var nobodyNamed: String { get }
    var somebody: String { get }
    var secondProfessional: String { get }
    var answer: String { get }
    func question(_ invited: String, about person: String) -> String
    func say(_ answer: Invitation.Answer) -> String
    var answerSend: String { get }
    var answerMissing: String { get }
    var withdraw: String { get }
    var withdrawText: String { get }
    var over: String { get }
    var overText: String { get }
    var card: String { get }
    var cardText: String { get }
    var makeCard: String { get }

    var mine: String { get }
    var mineLead: String { get }
    var mineOpen: String { get }
    var mineEmpty: String { get }
    var mineEmptyText: String { get }
    func asks(_ inviter: String) -> String
    func asWhat(_ function: String) -> String
    func expects(_ text: String) -> String
    func expectsNot(_ text: String) -> String
    func sees(_ share: Share) -> String
    func answerBefore(_ day: String) -> String
    var accept: String { get }
    var refuse: String { get }
    func invitations(_ count: Int) -> String
    var thanks: String { get }
    var thanksText: String { get }
}

extension Language {
    var invitations: any InvitationWords {
        switch self {
        case .nl: DutchInvitations()
        case .en: EnglishInvitations()
        }
    }
}
