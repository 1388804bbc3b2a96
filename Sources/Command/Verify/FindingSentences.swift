// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// A chain by its name, in words.
struct ChainName: CustomStringConvertible {
    let description: String

    init(_ name: String) {
        let owner = name.drop { $0 != ":" }.dropFirst()
        if name.hasPrefix("messages:") {
            let parts = owner.split(separator: "/")
            description = "conversation \(parts.last ?? "") of family \(parts.first ?? "")"
        } else if name.hasPrefix("journal:") {
            description = "the journal of family \(owner)"
        } else if owner.hasPrefix("process:") {
            description = "the access log of process \(owner.dropFirst("process:".count))"
        } else {
            description = "the access log of family \(owner)"
        }
    }
}

extension ChainFinding {
    /// What was found, in a sentence.
    func sentence(in chain: ChainName) -> String {
        switch self {
        case .changed(let number): "In \(chain), record \(number) is not what was written."
        case .removed(let gone) where gone.count == 1: "In \(chain), record \(gone.lowerBound) is gone."
        case .removed(let gone): "In \(chain), records \(gone.lowerBound) to \(gone.upperBound) are gone."
        case .inserted(let number): "In \(chain), record \(number) was put in by somebody without the key."
        case .cutOff(after: 0): "All of \(chain) is gone."
        case .cutOff(let number):
            "There was more of \(chain) after record \(number): it was cut off, or older data were put back."
        case .brokenHead: "In \(chain), the last record is not the one that the chain says is its last."
        case .differsFromCopy(let number):
            "In \(chain), record \(number) is not the one that was proven: older data were put back, and written on."
        case .unproven(let number, _): "In \(chain), from record \(number) on no head was copied yet."
        }
    }
}
