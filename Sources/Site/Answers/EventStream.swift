// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// One piece of news for a page that stays open: that something changed, never what.
package enum ServerEvent: Hashable, Sendable {
    /// Ask again for what you show.
    case changed
    /// There is nothing more to come: the session or the membership ended. The browser does not come back.
    case ended

    /// As it goes over the line (WHATWG HTML, "Server-sent events").
    var line: String {
        switch self {
        case .changed: "event: changed\ndata: news\n\n"
        case .ended: "event: ended\ndata: \n\n"
        }
    }
}

extension Response {
    /// A stream of news, until it ends or the reader leaves; a sign of life in between keeps proxies from closing it.
    ///
    /// When the sequence ends without ``ServerEvent/ended`` the browser comes back by itself, as it should after a
    /// restart. Only the last news is kept for a slow reader: "ask again" twice is once.
    package static func events<News: AsyncSequence & Sendable>(
        _ news: News, for request: Request, heartbeat: Heartbeat = .usual
    ) -> Response where News.Element == ServerEvent {
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        // nginx holds answers back by default.
        if let name = HTTPFields.Element.Name("X-Accel-Buffering") { headers[name] = "no" }
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                for try await line in lines(news, heartbeat: heartbeat) {
                    try await writer.write(ByteBuffer(string: line))
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// News and signs of life, as one sequence of lines that ends with the news.
    static func lines<News: AsyncSequence & Sendable>(
        _ news: News, heartbeat: Heartbeat
    ) -> AsyncThrowingStream<String, any Error> where News.Element == ServerEvent {
        let (lines, source) = AsyncThrowingStream<String, any Error>.makeStream(bufferingPolicy: .bufferingNewest(2))
        let telling = Task {
            do {
                for try await event in news { source.yield(event.line) }
                source.finish()
            } catch {
                source.finish(throwing: error)
            }
        }
        let heart = heartbeat.add { source.yield(":\n\n") }
        source.onTermination = { _ in
            telling.cancel()
            heartbeat.remove(heart)
        }
        return lines
    }
}
