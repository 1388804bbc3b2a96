// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Goes along a chain, record by record in the order of their numbers, and tells what is not as it was written.
package struct ChainVerification {
    private let chain: Chain
    private let copied: ChainHead?
    private var findings: [ChainFinding] = []
    private var last: Step?
    private var firstUnproven: Chain.Record?
    private var linkAtCopy: [UInt8]?

    /// How far the numbers moved by what was put in or taken out.
    private var shift = 0

    /// A record passed, with the link before it.
    private struct Step {
        let record: Chain.Record
        let previous: [UInt8]
        let fits: Bool
    }

    /// The head that was copied is the one that the key store holds.
    package init(_ chain: Chain, copied: ChainHead?) {
        self.chain = chain
        self.copied = copied
    }

    package mutating func next(_ record: Chain.Record) {
        let expected = (last?.record.number ?? 0) + 1
        let previous = last?.record.link ?? Chain.start
        if record.number < expected { return findings.append(.inserted(record.number)) }
        if record.number > expected {
            findings.append(.removed((expected + shift)...(record.number - 1 + shift)))
            // The link before it is gone, so only its own body can be told.
            if !bodyFits(record) { findings.append(.changed(record.number)) }
            return pass(record, after: previous, fits: true)
        }
        let fits = follows(record, previous) || followsMended(record) || explainsLast(record)
        if !fits || !bodyFits(record) { findings.append(.changed(record.number)) }
        pass(record, after: previous, fits: fits)
    }

    /// What was found, once all records passed; the head is the one that the database holds.
    package mutating func finish(head: (number: Int, link: [UInt8])?) -> [ChainFinding] {
        let end = (last?.record.number ?? 0) + shift
        let number = head?.number ?? 0
        if max(number, copied?.number ?? 0) > end { findings.append(.cutOff(after: end)) }
        if let copied, copied.number > 0, copied.number <= end, linkAtCopy != copied.link {
            findings.append(.differsFromCopy(copied.number))
        }
        if number < end || (number == end && number > 0 && head?.link != last?.record.link) {
            findings.append(.brokenHead)
        }
        if let firstUnproven {
            findings.append(.unproven(from: firstUnproven.number, since: copied?.at ?? firstUnproven.at))
        }
        return findings
    }

    private mutating func pass(_ record: Chain.Record, after previous: [UInt8], fits: Bool) {
        let number = record.number + shift
        if number == copied?.number { linkAtCopy = record.link }
        if firstUnproven == nil, number > copied?.number ?? 0 { firstUnproven = record }
        last = Step(record: record, previous: previous, fits: fits)
    }

    private func bodyFits(_ record: Chain.Record) -> Bool {
        record.bodyDigest == nil || record.bodyDigest == record.digest
    }

    private func follows(_ record: Chain.Record, _ previous: [UInt8], moved: Int = 0) -> Bool {
        let number = record.number + shift + moved
        return chain.link(number, at: record.at, digest: record.digest, after: previous) == record.link
    }

    /// Whether it follows what the link before it should have been: then only that link was overwritten.
    private func followsMended(_ record: Chain.Record) -> Bool {
        guard let last, !last.fits else { return false }
        let before = last.record
        let mended = chain.link(before.number + shift, at: before.at, digest: before.digest, after: last.previous)
        return follows(record, mended)
    }

    /// Whether this record shows what happened at the last one, which did not fit: it was put in and all after it
    /// numbered anew, or the one before it was taken out and all after it numbered anew.
    private mutating func explainsLast(_ record: Chain.Record) -> Bool {
        guard let last, !last.fits, findings.last == .changed(last.record.number) else { return false }
        let number = last.record.number
        if follows(record, last.previous, moved: -1) {
            findings[findings.count - 1] = .inserted(number)
            shift -= 1
            return true
        }
        if follows(record, last.record.link, moved: 1) {
            findings[findings.count - 1] = .removed((number + shift)...(number + shift))
            shift += 1
            return true
        }
        return false
    }
}
