// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Which part of a long list stands on a page; whatever number is asked for, there is a page.
package struct Paging: Hashable, Sendable {
    package let number: Int
    package let pages: Int
    private let size: Int

    /// - Parameter asked: the number in the address, from outside.
    package init(of count: Int, size: Int, asked: Int?) {
        self.size = size
        pages = max(1, (count + size - 1) / size)
        number = min(max(1, asked ?? 1), pages)
    }

    /// The items of this page.
    package func slice<Item>(_ items: [Item]) -> ArraySlice<Item> {
        items.dropFirst((number - 1) * size).prefix(size)
    }

    package func newer(_ link: Link) -> Link? {
        number > 1 ? link.with(query: ["page": String(number - 1)]) : nil
    }

    package func older(_ link: Link) -> Link? {
        number < pages ? link.with(query: ["page": String(number + 1)]) : nil
    }
}
