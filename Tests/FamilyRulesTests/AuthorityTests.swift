// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `Authority over a child` {
    @Test(arguments: [
        (Authority.Kind.jointByParents, true), (.byOneParent, true), (.jointWithThirdParty, true),
        (.guardianship, true), (.temporarilyNone, false), (.undeterminable, false),
    ])
    func `is held by whom the register names, where it can be held at all`(kind: Authority.Kind, isHeld: Bool) {
        let authority = Authority(child: id("child"), kind: kind, holders: [id("mother")])
        #expect(authority.isHeld(by: id("mother")) == isHeld)
        #expect(!authority.isHeld(by: id("father")))
    }

    @Test(arguments: Authority.Kind.allCases)
    func `under investigation is held by nobody`(kind: Authority.Kind) {
        let authority = Authority(
            child: id("child"), kind: kind, holders: [id("mother")], isUnderInvestigation: true)
        #expect(!authority.isHeld(by: id("mother")))
    }
}
