// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The name of one form as it was given out: a second sending of the same form is known by it and does nothing.
package struct FormID: Hashable, Sendable {
    package let text: String

    package init(_ id: ID<FormID>) { text = id.text }

    /// The form an example shows, or one that came back in a body.
    init(_ text: String) { self.text = text }

    /// The hidden field that carries it.
    package var field: HTML {
        """
        <input type="hidden" name="form" value="\(text)">
        """
    }
}
