// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@Suite struct `Fields in one text` {
    private enum Person {}

    @Test(arguments: [["1", "", "Ayşe", ""], [""], ["één", "é\u{301}👨‍👩‍👧", "b"]])
    func `are read as they were written`(fields: [String]) {
        #expect(FieldText.fields(of: FieldText.joined(fields)).map(String.init) == fields)
    }

    @Test func `leave what is behind the last to it`() {
        #expect(FieldText.fields(of: "a\u{1F}b\u{1F}c", atMost: 2) == ["a", "b\u{1F}c"])
    }

    @Test func `can be identifiers`() {
        let ids: Set<ID<Person>> = Set((0..<3).map { IDSource.unguessable.next(at: Moment(milliseconds: $0)) })
        #expect(FieldText.ids(of: FieldText.joined(ids)) == ids)
        #expect(FieldText.ids(of: "") == Set<ID<Person>>())
        #expect(FieldText.ids(of: "a,b") == Set<ID<Person>>?.none)
    }
}
