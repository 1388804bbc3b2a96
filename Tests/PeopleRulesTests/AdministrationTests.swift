// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `What an administrator administers` {
    private static let one: ID<Organisation> = IDSource { (0, 1) }.next(at: Moment("2026-11-23"))
    private static let other: ID<Organisation> = IDSource { (0, 2) }.next(at: Moment("2026-11-23"))

    @Test func `is one organisation, or all`() {
        #expect(Administration.installation.covers(Self.one))
        #expect(Administration.organisation(Self.one).covers(Self.one))
        #expect(!Administration.organisation(Self.one).covers(Self.other))
    }

    @Test(arguments: [([one], true), ([one, other], false), ([other], false), ([], true)])
    func `lets nobody open an account with which somebody works elsewhere, too`(
        work: [ID<Organisation>], may: Bool
    ) {
        let scope = Administration.organisation(Self.one)
        #expect(scope.mayHandOut(.professional, workingFor: Set(work)) == may)
        #expect(Administration.installation.mayHandOut(.professional, workingFor: Set(work)))
    }

    @Test(arguments: [Account.Kind.familyMember, .administrator, .privacyOfficer])
    func `hands out no account of a family, nor of who watches`(kind: Account.Kind) {
        #expect(!Administration.installation.mayHandOut(kind, workingFor: []))
        #expect(!Administration.organisation(Self.one).mayHandOut(kind, workingFor: [Self.one]))
    }
}
