// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// For libFuzzer: compiled by Tests/faults/days/fuzzed.py together with the sources it tries.

/// The first byte says in what pieces the rest comes: however they are cut, the outcome is one.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryFormParts(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let size = Int(bytes[0] % 60) + 1
    let body = Array(bytes[1...])
    let pieces = stride(from: 0, to: body.count, by: size).map { Array(body[$0..<min($0 + size, body.count)]) }
    let (whole, cut) = (outcome([body]), outcome(pieces))
    precondition(whole == cut, "read in two ways")
    return 0
}

private func outcome(_ pieces: [[UInt8]]) -> [FormPartParser.Event]? {
    do {
        var parser = try FormPartParser(boundary: "x", limits: FormPartLimits(fieldBytes: 64, fileBytes: 64))
        var events: [FormPartParser.Event] = []
        for piece in pieces {
            try parser.take(piece) { event in
                if case .bytes(let more) = event, case .bytes(let before)? = events.last {
                    events[events.count - 1] = .bytes(before + more)
                } else {
                    events.append(event)
                }
            }
        }
        try parser.finish()
        return events
    } catch { return nil }
}
