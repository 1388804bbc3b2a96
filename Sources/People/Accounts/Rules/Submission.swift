// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// One form sent in by one account: known by the form's own id, so that sending it twice does it once.
package struct Submission: Hashable, Sendable {
    package let form: ID<Submission>
    package let account: ID<Account>
    package let at: Moment
    /// The path of the page that shows what it did.
    package let outcome: String

    package init(form: ID<Submission>, account: ID<Account>, at: Moment, outcome: String) {
        self.form = form
        self.account = account
        self.at = at
        self.outcome = outcome
    }

    /// How long a second submission is recognised.
    package static let term = Duration.days(2)
}
