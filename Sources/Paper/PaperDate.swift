// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension Moment {
    /// As Cairo wants it, by the clock of Greenwich: `2026-11-23T08:00:00Z`.
    var inPDF: String {
        let seconds = max(0, milliseconds / 1_000)
        let time = [seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return Day(number: Int(seconds / 86_400)).iso + "T" + time.joined(separator: ":") + "Z"
    }
}
