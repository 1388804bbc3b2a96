// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Chance that falls the same way each time: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// Own arithmetic instead of `Int.random`, which may fall otherwise in another version of Swift.
struct TownDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x5A75_696C_656E }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

    /// One of a list that is never empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }
}
