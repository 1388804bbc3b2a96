// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import PeopleWeb
import Site

/// What goes over one line, for as long as its listener may read what they listen to.
struct LiveEvents: AsyncSequence, Sendable {
    let news: AsyncStream<LiveFeed.News>
    let stillMayListen: @Sendable () async -> Bool

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var news: AsyncStream<LiveFeed.News>.Iterator
        fileprivate let stillMayListen: @Sendable () async -> Bool
        private var isOver = false

        fileprivate init(_ events: LiveEvents) {
            news = events.news.makeAsyncIterator()
            stillMayListen = events.stillMayListen
        }

        mutating func next() async -> ServerEvent? {
            while !isOver, let item = await news.next() {
                switch item {
                case .changed: return .changed
                case .alive: return .alive
                case .lookAgain:
                    if await stillMayListen() { continue }
                    isOver = true
                    return .ended
                }
            }
            return nil
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(self) }
}
