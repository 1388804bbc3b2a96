// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody typed in a form whose session was over by then.
package struct KeptText: Hashable, Sendable {
    /// The path of the page with the form.
    package let page: String
    /// The fields, as a browser sends them (`application/x-www-form-urlencoded`), without tokens.
    package let fields: String

    package init(page: String, fields: String) {
        self.page = page
        self.fields = fields
    }

    /// How long it waits for the one who typed it to sign in.
    package static let term = Duration.hours(1)
}
