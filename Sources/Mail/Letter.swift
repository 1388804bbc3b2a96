// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// One mail: from us, to one person, text only.
///
/// What becomes a header was parsed before: an address, one line. So nothing that somebody typed adds a header.
package struct Letter: Hashable, Sendable {
    /// The part of the Message-ID before the sign: the same for the same letter, however often it is sent.
    package let id: String
    package let from: MailAddress
    package let to: MailAddress
    package let subject: PlainText
    package let text: PlainText
    package let date: Moment

    /// - Parameter id: letters, digits and dashes; anything else is left out.
    package init(
        id: String, from: MailAddress, to: MailAddress, subject: PlainText, text: PlainText, date: Moment
    ) {
        self.id = String(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.date = date
    }

    /// The letter as RFC 5322 writes it.
    ///
    /// `Auto-Submitted` (RFC 3834) keeps absence notes and other machines from answering.
    package var bytes: [UInt8] {
        let headers = [
            "Date: " + date.inMail, "From: <\(from.wire)>", "To: <\(to.wire)>", "Message-ID: <\(id)@\(from.domain)>",
            "Subject: " + HeaderText.encoded(subject.text.replacing("\n", with: " ")),
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: " + (isPlain ? "7bit" : "base64"),
        ]
        return Array((headers + ["", isPlain ? lines : encoded, ""]).joined(separator: "\r\n").utf8)
    }

    /// Whether the text goes over any line as it is.
    private var isPlain: Bool {
        text.text.utf8.allSatisfy { $0 < 0x80 } && text.text.split(separator: "\n").allSatisfy { $0.utf8.count <= 900 }
    }

    private var lines: String { text.text.replacing("\n", with: "\r\n") }

    private var encoded: String {
        Data(lines.utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
    }
}

extension Moment {
    /// `Mon, 23 Nov 2026 08:00:00 +0000` (RFC 5322, 3.3).
    fileprivate var inMail: String {
        let seconds = max(0, milliseconds / 1_000)
        let day = Day(number: Int(seconds / 86_400))
        let (year, month, number) = day.civil
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(day.number + 3) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60].map(Self.twoDigits)
        return "\(weekday), \(number) \(months[month - 1]) \(year) \(time.joined(separator: ":")) +0000"
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
