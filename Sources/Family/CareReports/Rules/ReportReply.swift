// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What who reported gets to hear.
package enum ReportReply: Hashable, Sendable {
    /// A private person: received and looked at, and nothing about the family.
    case seen
    /// A professional with a ground: who keeps sight of safety, and whom to call.
    case watched(by: String)
    case advice(String)

    /// As it is sealed.
    package var text: String {
        switch self {
        case .seen: FieldText.joined(["seen", ""])
        case .watched(let watcher): FieldText.joined(["watched", watcher])
        case .advice(let advice): FieldText.joined(["advice", advice])
        }
    }

    /// What was sealed; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 2).map(String.init)
        guard fields.count == 2 else { return nil }
        switch fields[0] {
        case "seen": self = .seen
        case "watched": self = .watched(by: fields[1])
        case "advice": self = .advice(fields[1])
        default: return nil
        }
    }
}
