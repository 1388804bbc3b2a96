// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// One piece of news for a page that stays open: that something changed, never what.
package enum ServerEvent: Hashable, Sendable {
    /// Ask again for what you show.
    case changed
    /// Nothing, so that no proxy takes the line for dead: some close what is silent for half a minute.
    case alive
    /// There is nothing more to come: the session or the membership ended. The browser does not come back.
    case ended

    /// As it goes over the line (WHATWG HTML, "Server-sent events").
    var line: String {
        switch self {
        case .changed: "event: changed\ndata: news\n\n"
        case .alive: ":\n\n"
        case .ended: "event: ended\ndata: \n\n"
        }
    }
}

extension Response {
    /// A stream of news, until it ends or the reader leaves.
    ///
    /// When the sequence ends without ``ServerEvent/ended`` the browser comes back by itself, as it should after a
    /// restart. The news is written as it is asked for: thousands of lines are open at once, and what stands between
    /// the feed and the line is held for each of them.
    package static func events<News: AsyncSequence & Sendable>(
        _ news: News, for request: Request
    ) -> Response where News.Element == ServerEvent {
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        // nginx holds answers back by default.
        if let name = HTTPFields.Element.Name("X-Accel-Buffering") { headers[name] = "no" }
        let leaving = request.body
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            try await leaving.consumeWithCancellationOnInboundClose { _ in
                for try await event in news { try await writer.write(ByteBuffer(string: event.line)) }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
