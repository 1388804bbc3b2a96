// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// People from several organisations who work together for one area.
package struct Team: Hashable, Sendable {
    package let id: ID<Team>
    package let name: String
    /// The code of the area it works for.
    package let area: String

    package init(id: ID<Team>, name: String, area: String) {
        self.id = id
        self.name = name
        self.area = area
    }
}
