// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What became of a letter.
package enum Delivery: Hashable, Sendable {
    /// The server took it.
    case delivered
    /// Not now: what the server answered, or nil when it could not be asked or would not be trusted.
    case later(Int?)
    /// Never: the server refuses this letter or who should get it, with this answer.
    case refused(Int)
}

extension Delivery {
    /// How far the conversation with the server came.
    enum Stage: Hashable, Sendable {
        /// We are being let in, or it is about ourselves as a sender.
        case sender
        case recipient
        case letter
    }

    /// What the server's last answer means at this stage (RFC 5321, 4.2.1).
    ///
    /// Libcurl's own exit code does not count: to it a "try again" is a failure like any other. A no to ourselves says
    /// nothing against who should get the letter: somebody has to mend the settings, and then it goes.
    init(answer: Int, at stage: Stage) {
        switch (stage, answer) {
        case (.letter, 200..<300): self = .delivered
        case (.recipient, 500..<600), (.letter, 500..<600): self = .refused(answer)
        default: self = .later(answer == 0 ? nil : answer)
        }
    }
}
