// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// Answers each request in a task of its own, so that what finding the answer took is given back with it.
///
/// A task keeps the stack it once needed until it ends, and a connection is one task: thousands of open lines would each
/// hold what their first request needed at its deepest, some 40 kB.
package struct AnswersApart<Inner: HTTPResponder>: HTTPResponder where Inner.Context: Sendable {
    private let inner: Inner

    package init(_ inner: Inner) { self.inner = inner }

    package func respond(to request: Request, context: Inner.Context) async throws -> Response {
        let answering = Task { try await inner.respond(to: request, context: context) }
        return try await withTaskCancellationHandler {
            try await answering.value
        } onCancel: {
            answering.cancel()
        }
    }
}
