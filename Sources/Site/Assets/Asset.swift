// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A file that pages need, compiled in, under an address that changes with its content.
package struct Asset: Sendable {
    package let link: Link
    package let type: String
    package let content: StaticString
    /// The same, compressed with gzip, as base64.
    package let compressed: StaticString

    package init(_ link: Link, type: String, content: StaticString, compressed: StaticString) {
        self.link = link
        self.type = type
        self.content = content
        self.compressed = compressed
    }
}
