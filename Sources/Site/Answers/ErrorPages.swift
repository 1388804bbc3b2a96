// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// Turns what went wrong into a page in the reader's language.
///
/// Errors that nobody foresaw say nothing of themselves: not on the page, and in the log only their type, for their
/// text could hold what somebody wrote.
package struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    private let frame: @Sendable (Request) -> Frame

    /// - Parameter frame: the frame around an error page, without anybody's name, such as the demo banner.
    package init(frame: @escaping @Sendable (Request) -> Frame = { Frame($0.language, title: "") }) {
        self.frame = frame
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let answer = answer(to: problem(error, context), request)
            // Where no route is the framework doesn't take the body away, and the next answer would begin in it.
            return request.method == .head ? answer.createHeadResponse() : answer
        }
    }

    private func problem(_ error: any Error, _ context: Context) -> Problem {
        if let problem = error as? Problem { return problem }
        if let error = error as? any HTTPResponseError, let kind = Problem.Kind(error.status) { return Problem(kind) }
        context.logger.error("A request failed.", metadata: ["error": "\(type(of: error))"])
        return Problem(.broken)
    }

    private func answer(to problem: Problem, _ request: Request) -> Response {
        let page = ErrorPage(frame(request), problem)
        var response = Response.page(page.html, status: problem.status)
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

extension Problem.Kind {
    /// The kind for a status that the framework answers by itself; nil where that is not a refusal.
    fileprivate init?(_ status: HTTPResponse.Status) {
        switch status.code {
        case 404, 410: self = .notFound
        case 405: self = .notAllowedHere
        case 413: self = .tooLarge
        case 415: self = .wrongType
        case 429: self = .tooOften
        case 503: self = .busy
        case 400..<500: self = .malformed
        default: return nil
        }
    }
}

/// What a reader sees when a request gets no page of its own.
package struct ErrorPage: Hashable, Sendable {
    package let frame: Frame
    package let problem: Problem

    package init(_ frame: Frame, _ problem: Problem) {
        self.frame = frame
        self.problem = problem
    }

    package var html: HTML {
        let words = frame.language.site
        let (title, text) = words.problem(problem.kind)
        var frame = frame
        frame.title = title
        frame.isNarrow = true
        let head = PageHead(title, lead: text, actions: [Button(words.toStart, .link("/"), .quiet)])
        return Layout(frame, head.html).html
    }
}
