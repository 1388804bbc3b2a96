// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Synchronization

/// A clock that a test sets.
package final class Clockwork: Sendable {
    private let moment: Mutex<Moment>

    package init(_ moment: Moment) { self.moment = Mutex(moment) }

    package var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }

    package func wait(_ span: Duration) { moment.withLock { $0 = $0 + span } }
}
