// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Database
import Foundation
import Kernel

/// The heads of all chains as a file: kept by somebody outside, it proves later what was written until then.
struct HeadsFile {
    let heads: [ChainHead]

    init(_ heads: [ChainHead]) { self.heads = heads }

    /// One line a chain: its name, the number of its last record, the link of that, when it was written.
    var text: String {
        heads.map { "\($0.chain)\t\($0.number)\t\(Self.hexadecimal($0.link))\t\($0.at.milliseconds)\n" }.joined()
    }

    /// A few digits that tell one such file from all others; short enough to be written down.
    var digest: String { Self.hexadecimal(Array(SHA256.hash(data: Data(text.utf8)).prefix(10))) }

    /// - Throws: ``Stop`` when it is no such file.
    init(reading path: String) throws {
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            throw Stop.refused("\(path) can't be read.")
        }
        heads = try text.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4, let number = Int(fields[1]), let link = Self.bytes(fields[2]),
                let at = Int64(fields[3])
            else { throw Stop.refused("\(path) is no file with heads of chains, as “rondom backup” writes it.") }
            return ChainHead(chain: String(fields[0]), number: number, link: link, at: Moment(milliseconds: at))
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
