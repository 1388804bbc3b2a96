// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishAccess: AccessWords {
    let title = "Who looked"
    let lead = "Here you see who looked at your information. Something not right? Just ask."
    let takeAlong = "Print"
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String {
        switch (item, action) {
        case (.conversation, .read): "read the conversation \(quoted(subject))."
        case (.conversation, .execute): "made a copy of the conversation \(quoted(subject))."
        case (.conversation, _): "wrote in the conversation \(quoted(subject))."
        case (.circle, .read): "looked who is in the circle."
        case (.circle, _): "changed something in the circle."
        case (.promise, _), (.concern, _): "looked at a promise."
        case (.accessLog, _): "looked who had looked."
        case (.family, .read): "looked at the list of conversations."
        case (.family, _): "changed something."
        case (nil, _): "saw your name in the list of families."
        }
    }
    private func quoted(_ subject: String?) -> String { subject.map { "“\($0)”" } ?? "that was erased" }
    func isOur(_ part: Direction.Kind) -> String { "That is the director." }
    let isFirstContact = "That is the first contact."
    func isIn(circleOf names: String) -> String { "Is in the circle of \(names)." }
    let times = "At"
    let emptyTitle = "Nobody looked in this month"
    let emptyText = "When a professional opens your information, it stands here the same day."
    func month(_ name: String) -> String { name }
    let months = "Other months"
    let fullTitle = "Access log"
    let fullLead = "All access to all dossiers, latest first. What is in a dossier you do not see here."
    let when = "When"
    let who = "Who"
    let role = "Role"
    let action = "What"
    let dossier = "Dossier"
    let ground = "Ground"
    let outcome = "Outcome"
    let from = "From"
    let erasedAccount = "erased account"
    func role(_ role: LookerRole) -> String {
        switch role {
        case .family: "family"
        case .relative: "relative"
        case .professional: "professional"
        case .privacyOfficer: "privacy officer"
        case .stranger: "not in the circle"
        }
    }
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String {
        let what =
            switch item {
            case .circle: "circle"
            case .conversation: "conversation"
            case .promise: "promise"
            case .concern: "concern"
            case .accessLog: "access log"
            case .family: "list"
            }
        return switch action {
        case .create: "\(what), write"
        case .read: "\(what), read"
        case .update: "\(what), change"
        case .delete: "\(what), erase"
        case .execute: "\(what), execute"
        }
    }
    func ground(_ ground: Ground) -> String {
        switch ground {
        case .ownPerson: "own information"
        case .authority: "authority"
        case .letInByChild: "the young person's yes"
        case .membership: "member of the circle"
        case .privacyOfficer: "supervision"
        case .none: "none"
        }
    }
    func outcome(_ outcome: AccessRecord.Outcome) -> String {
        switch outcome {
        case .granted: "granted"
        case .refused: "refused"
        }
    }
    let noDossier = "none"
    let caption = "Access"
}
