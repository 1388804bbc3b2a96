// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel

extension Connection {
    /// Removes what has had its time: sessions, submissions, text typed too late, what signing in left behind.
    ///
    /// Once an hour is enough.
    package func sweepAccounts(at now: Moment) throws {
        try sweepKeptTexts(at: now)
        try sweepSubmissions(at: now)
        try sweepSessions(at: now)
        try sweepCards(at: now)
        try sweepPasskeyAnswers(at: now)
        try sweepSignIns(at: now)
        try sweepNoticeCodes(at: now)
    }
}
