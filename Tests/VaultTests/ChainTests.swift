// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@testable import Database

@Suite struct `A chain` {
    private let vault: Vault
    private let chain: Chain

    init() throws {
        vault = try Vault.temporary()
        chain = Chain("journal of a family", vault)
    }

    @Test func `that nobody touched shows nothing but where its proof ends`() {
        #expect(findings(records(5), copied: 5) == [])
        #expect(findings(records(5), copied: 3) == [.unproven(from: 4, since: moment(100))])
        #expect(findings(records(5), copied: nil) == [.unproven(from: 1, since: moment(1))])
        #expect(findings([], copied: nil) == [])
    }

    @Test func `verifies when bodies were erased`() {
        let erased = records(5).map { $0.with(bodyDigest: nil) }
        #expect(findings(erased, copied: 5) == [])
    }

    @Test(arguments: 1...5)
    func `shows a body that was changed`(number: Int) {
        var all = records(5)
        all[number - 1] = all[number - 1].with(bodyDigest: [9])
        #expect(findings(all, copied: 5) == [.changed(number)])
    }

    @Test(arguments: 1...5)
    func `shows a body that was changed with its digest`(number: Int) {
        var all = records(5)
        all[number - 1] = all[number - 1].with(digest: [9], bodyDigest: [9])
        #expect(findings(all, copied: 5) == [.changed(number)])
    }

    @Test(arguments: 1...5)
    func `shows a moment that was changed`(number: Int) {
        var all = records(5)
        all[number - 1] = all[number - 1].with(at: moment(77))
        #expect(findings(all, copied: 5) == [.changed(number)])
    }

    @Test(arguments: 1...4)
    func `shows a link that was overwritten`(number: Int) {
        var all = records(5)
        all[number - 1] = all[number - 1].with(link: [9])
        #expect(findings(all, copied: 5) == [.changed(number)])
    }

    @Test(arguments: 1...4)
    func `shows what was removed`(number: Int) {
        var all = records(5)
        all.remove(at: number - 1)
        #expect(findings(all, copied: 5) == [.removed(number...number)])
    }

    @Test func `shows several that were removed`() {
        let all = records(9).filter { ![3, 4, 5].contains($0.number) }
        #expect(findings(all, copied: 9, head: 9) == [.removed(3...5)])
    }

    @Test(arguments: 1...3)
    func `shows what was removed when the others were numbered anew`(number: Int) {
        var all = records(5)
        all.remove(at: number - 1)
        all = all.enumerated().map { $1.with(number: $0 + 1) }
        #expect(findings(all, copied: 5) == [.removed(number...number)])
    }

    @Test(arguments: 1...5)
    func `shows what was put in when the others were numbered anew`(number: Int) {
        var all = records(5)
        all.insert(all[0].with(at: moment(50), link: [7]), at: number - 1)
        all = all.enumerated().map { $1.with(number: $0 + 1) }
        #expect(findings(all, copied: 5) == [.inserted(number)])
    }

    @Test func `shows what was put in beside another`() {
        var all = records(5)
        all.insert(all[2].with(link: [7]), at: 3)
        #expect(findings(all, copied: 5) == [.inserted(3)])
    }

    @Test func `shows that its end was cut off, by its head or by the copy of it`() {
        let all = Array(records(5).prefix(3))
        #expect(findings(all, copied: 2, head: 5).contains(.cutOff(after: 3)))
        #expect(findings(all, copied: 5, head: 3) == [.cutOff(after: 3)])
        #expect(findings([], copied: 5, head: nil) == [.cutOff(after: 0)])
    }

    @Test func `shows that it was cut off and written on`() {
        let old = records(5)
        let again = records(8, body: { $0 <= 3 ? $0 : $0 + 100 })
        #expect(findings(again, copied: 5, in: old) == [.differsFromCopy(5), .unproven(from: 6, since: moment(100))])
    }

    @Test func `that was empty when its head was copied shows nothing but where its proof ends`() {
        var verification = ChainVerification(
            chain, copied: ChainHead(chain: chain.name, number: 0, link: Chain.start, at: moment(100)))
        let records = records(2)
        for record in records { verification.next(record) }
        #expect(verification.finish(head: (2, records[1].link)) == [.unproven(from: 1, since: moment(100))])
    }

    @Test func `shows a head that is not its end`() {
        var verification = ChainVerification(chain, copied: nil)
        for record in records(3) { verification.next(record) }
        #expect(verification.finish(head: (3, [1])).contains(.brokenHead))
        #expect(verification.finish(head: (2, [1])).contains(.brokenHead))
        #expect(verification.finish(head: nil).contains(.brokenHead))
    }

    @Test func `can't be passed off as another one`() {
        let other = Chain("journal of another family", vault)
        var verification = ChainVerification(other, copied: nil)
        for record in records(1) { verification.next(record) }
        #expect(verification.finish(head: nil).contains(.changed(1)))
    }

    @Test func `tells absent from empty in what it digests`() {
        func digest(_ add: (inout Chain.Body) -> Void) -> [UInt8] {
            var body = Chain.Body()
            add(&body)
            return body.digest
        }
        let all = [
            digest { body in ["ab", "c"].forEach { body.add($0) } },
            digest { body in ["a", "bc"].forEach { body.add($0) } }, digest { $0.add("abc") },
            digest { $0.add(nil as String?) }, digest { $0.add("") }, digest { _ in },
            digest { $0.add(1) }, digest { $0.add([0, 0, 0, 0, 0, 0, 0, 2] as [UInt8]) },
        ]
        #expect(Set(all).count == all.count)
    }
}

extension `A chain` {
    private func moment(_ number: Int) -> Moment { Moment(milliseconds: Int64(number)) }

    private func records(_ count: Int, body: (Int) -> Int = { $0 }) -> [Chain.Record] {
        var link = Chain.start
        return (1...count).map { number in
            let digest = [UInt8(body(number))]
            link = chain.link(number, at: moment(number), digest: digest, after: link)
            return Chain.Record(number: number, at: moment(number), digest: digest, bodyDigest: digest, link: link)
        }
    }

    /// The findings about these records, against the heads of the chain as it was written.
    private func findings(
        _ found: [Chain.Record], copied: Int?, head: Int? = nil, in written: [Chain.Record]? = nil
    ) -> [ChainFinding] {
        let whole = written ?? records(9)
        let copy = copied.map { ChainHead(chain: chain.name, number: $0, link: whole[$0 - 1].link, at: moment(100)) }
        var verification = ChainVerification(chain, copied: copy)
        for record in found { verification.next(record) }
        let end = head ?? written.map { _ in found.count } ?? (found.isEmpty ? nil : 5)
        return verification.finish(head: end.map { ($0, written == nil ? whole[$0 - 1].link : found[$0 - 1].link) })
    }
}

extension Chain.Record {
    fileprivate func with(
        number: Int? = nil, at: Moment? = nil, digest: [UInt8]? = nil, bodyDigest: [UInt8]?? = .none,
        link: [UInt8]? = nil
    ) -> Self {
        Self(
            number: number ?? self.number, at: at ?? self.at, digest: digest ?? self.digest,
            bodyDigest: bodyDigest ?? self.bodyDigest, link: link ?? self.link)
    }
}
