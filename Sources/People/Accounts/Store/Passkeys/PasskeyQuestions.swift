// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Vault {
    /// What a device has to sign for the browser that holds this token, which was made at this moment.
    ///
    /// Nothing is kept until it is answered, so asking costs no room; nobody without our key can know it beforehand.
    package func question(for token: SessionToken, askedAt moment: Moment) -> [UInt8] {
        Array(digest("question \(token.cookie) \(moment.milliseconds)", for: .passkey).utf8)
    }
}

extension Connection {
    /// Takes an answer to a question in: false when it was answered before, or its time is over.
    package func takeAnswer(to question: [UInt8], askedAt asked: Moment, at now: Moment) throws -> Bool {
        guard asked <= now, now < asked + PasskeyQuestion.term else { return false }
        return try execute(
            """
            INSERT INTO passkey_answer (digest, until)
            VALUES (\(String(decoding: question, as: UTF8.self)), \(asked + PasskeyQuestion.term))
            ON CONFLICT (digest) DO NOTHING
            """) > 0
    }

    func sweepPasskeyAnswers(at now: Moment) throws {
        // Kept a while longer, so that no answer serves again by a clock that is set back.
        try execute("DELETE FROM passkey_answer WHERE until <= \(now - .days(1))")
    }
}
