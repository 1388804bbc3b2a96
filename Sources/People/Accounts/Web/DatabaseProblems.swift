// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Site

/// Turns what the database can't do now into an answer that says to try again.
package struct DatabaseProblems: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as DatabaseError {
            switch error {
            case .busy, .unavailable, .outcomeUnknown: throw Problem.busy
            case .constraint, .damaged, .failed: throw error
            }
        } catch VaultError.unavailable, VaultError.busy {
            throw Problem.busy
        }
    }
}
