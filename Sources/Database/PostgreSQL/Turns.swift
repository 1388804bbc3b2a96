// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Lets acts of this process that would meet each other go one after another, before they take a connection.
///
/// Acts in one dossier all move the heads of its chains, so of those that PostgreSQL carries out at once only one can
/// be kept; the others would be done for nothing, and again.
final class Turns: Sendable {
    /// Who waits, by what they wait for; a name stands here as long as somebody has the turn.
    private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Waits until nobody who came before has the turn any more.
    func take(_ name: String) async {
        await withCheckedContinuation { caller in
            let isFree = waiting.withLock { waiting in
                if waiting[name] == nil {
                    waiting[name] = []
                    return true
                }
                waiting[name]?.append(caller)
                return false
            }
            if isFree { caller.resume() }
        }
    }

    /// Hands the turn to who waits longest.
    func giveBack(_ name: String) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard waiting[name]?.isEmpty == false else {
                waiting[name] = nil
                return nil
            }
            return waiting[name]?.removeFirst()
        }
        next?.resume()
    }
}
