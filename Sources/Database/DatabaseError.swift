// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What can go wrong between us and the database.
package enum DatabaseError: Error, Equatable {
    /// So many writes are waiting that another one would wait too long; the page answers 503 with Retry-After.
    case busy
    /// The database can't be reached now, or the disk is full; nothing was changed.
    case unavailable(String)
    /// A constraint of the schema said no; its name where the engine tells it.
    case constraint(String)
    /// What the database holds is not what we wrote.
    case damaged(String)
    /// The connection was lost while committing, and nothing tells whether it was done.
    case outcomeUnknown
    /// A statement the engine does not understand, or any other error of the engine, in its words.
    case failed(String)
}
