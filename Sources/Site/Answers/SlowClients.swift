// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request does not come, however busily it dribbles: many of them would take all places.
///
/// Hummingbird's own time-out begins anew with each piece of a body, and gives a first request as long as an idle
/// connection.
package final class SlowClients: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    /// How long each piece of a request may take.
    package struct Terms: Hashable, Sendable {
        /// From connecting to the end of the first request's head.
        package let firstHead: Duration
        /// From the end of an answer to the end of the next request's head.
        package let nextHead: Duration
        /// From the head's end to the body's.
        package let body: Duration

        package init(firstHead: Duration, nextHead: Duration, body: Duration) {
            self.firstHead = firstHead
            self.nextHead = nextHead
            self.body = body
        }

        /// Bytes a second of a file on its way in.
        static let slowest = 64 * 1_024

        /// A telephone on a bad line gets its page; who keeps a place without asking does not keep it.
        package static let usual = Terms(firstHead: .seconds(15), nextHead: .seconds(75), body: .seconds(60))
    }

    private let terms: Terms
    private var deadline: Scheduled<Void>?
    private var isBodyComing = false
    private var unanswered = 0
    /// The last answer was that the request is too large: the rest of it is not waited for.
    private var isLast = false
    /// So long the other side may take to read that answer, before what it still sends ends the connection.
    private static let farewell = Duration.seconds(2)

    package init(_ terms: Terms) { self.terms = terms }

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(terms.firstHead, context) }
    }

    package func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    package func channelActive(context: ChannelHandlerContext) {
        wait(terms.firstHead, context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What still comes is read and thrown away, or the answer would be lost on the other side.
        if isLast { return context.fireChannelRead(data) }
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            isBodyComing = true
            wait(terms.body + filesTerm(head), context)
        case .body: break
        case .end:
            isBodyComing = false
            if unanswered > 0 { deadline?.cancel() } else { wait(terms.nextHead, context) }
        }
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status == .contentTooLarge:
            isLast = true
            head.headerFields[.connection] = "close"
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            unanswered -= 1
            if isLast {
                wait(Self.farewell, context)
            } else if unanswered == 0, !isBodyComing {
                wait(terms.nextHead, context)
            }
        case .head, .body: break
        }
        context.write(data, promise: promise)
    }

    /// Files take longer on a bad line, as long as they go on at some speed; how much comes is said beforehand.
    private func filesTerm(_ head: HTTPRequest) -> Duration {
        guard head.headerFields[.contentType]?.hasPrefix("multipart/form-data") == true,
            let length = head.headerFields[.contentLength].flatMap(Int.init)
        else { return .zero }
        return .seconds(min(max(length, 0) / Terms.slowest, 1_800))
    }

    private func wait(_ term: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: TimeAmount(term)) { channel.close(promise: nil) }
    }
}

@available(*, unavailable)
extension SlowClients: Sendable {}
