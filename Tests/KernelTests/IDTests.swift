// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@Suite struct `An id` {
    private enum Family {}

    @Test func `is a UUID of version 7 with the moment in front`() throws {
        let moment = Moment(milliseconds: 0x0190_1234_5678)
        let id: ID<Family> = IDSource { (.max, .max) }.next(at: moment)
        #expect(id.text == "01901234-5678-7fff-bfff-ffffffffffff")
        let other: ID<Family> = IDSource { (0, 0) }.next(at: moment)
        #expect(other.text == "01901234-5678-7000-8000-000000000000")
        #expect(UUID(uuidString: id.text) != nil)
    }

    @Test func `sorts by the moment it was made`() {
        let ids: [ID<Family>] = (0..<100).map { IDSource.unguessable.next(at: Moment(milliseconds: 1_000 + $0)) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 100)
    }

    @Test func `is read as it is written`() {
        let id: ID<Family> = IDSource.unguessable.next(at: Moment(milliseconds: 1))
        #expect(ID<Family>(id.text) == id)
    }

    @Test func `that was stored badly names nothing`() {
        #expect(ID<Family>(stored: "x").text == "00000000-0000-0000-0000-000000000000")
    }

    @Test(arguments: [
        "", "1", "01901234-5678-7FFF-bfff-ffffffffffff", "01901234-5678-7fff-bfff-fffffffffff",
        "01901234-5678-7fff-bfff-fffffffffffff", "01901234567-8-7fff-bfff-ffffffffffff",
        "' OR 1=1 -- 8-7fff-bfff-ffffffffffff", "01901234-5678-7fff-bfff-ffffffffffg0",
        "../../../../../../etc/passwd/././../", "０1901234-5678-7fff-bfff-ffffffffff",
    ])
    func `is not read from anything else`(text: String) {
        #expect(ID<Family>(text) == nil)
    }
}
