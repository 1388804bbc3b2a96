// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where a sealed value stands; a value moved to another place does not open there (the associated data of
/// AES-256-GCM, NIST SP 800-38D).
package struct SealedPlace: Sendable {
    let table: StaticString
    let column: StaticString
    let row: String
    /// The dossier, or the account, it belongs to.
    let owner: String

    package init(_ table: StaticString, _ column: StaticString, row: String, owner: String) {
        self.table = table
        self.column = column
        self.row = row
        self.owner = owner
    }

    /// What the cipher text is bound to: this place, and the header that stands before it.
    func associated(_ header: [UInt8]) -> [UInt8] {
        var framed = FramedBytes()
        framed.append(header)
        framed.append(table)
        framed.append(row)
        framed.append(column)
        framed.append(owner)
        return framed.bytes
    }
}
