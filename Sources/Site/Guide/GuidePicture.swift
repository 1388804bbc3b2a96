// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A picture of the guide, compiled in, under an address that changes with it.
package struct GuidePicture: Sendable {
    package let name: String
    package let link: Link
    package let width: Int
    package let height: Int
    /// The picture as WebP.
    package let base64: StaticString

    package init(_ name: String, _ link: Link, width: Int, height: Int, base64: StaticString) {
        self.name = name
        self.link = link
        self.width = width
        self.height = height
        self.base64 = base64
    }
}
