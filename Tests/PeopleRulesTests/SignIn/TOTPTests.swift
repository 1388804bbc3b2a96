// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `An app's code` {
    private let totp = TOTP(from: SecretSource { _ in Array("12345678901234567890".utf8) })

    /// RFC 6238, appendix B: the last six of the eight digits there.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `is what the standard says`(seconds: Int64, code: String) {
        #expect(totp.code(step: TOTP.step(at: Moment(milliseconds: seconds * 1_000))) == code)
    }

    /// As `oathtool --totp -b RONDOMRONDOMRONDOMRONDOMRONDOMRO -N "2026-11-23 09:00:00 UTC"` says.
    @Test func `is what another program says`() throws {
        let totp = try #require(TOTP(base32: "RONDOMRONDOMRONDOMRONDOMRONDOMRO"))
        #expect(totp.code(step: TOTP.step(at: Moment(milliseconds: 1795424400_000))) == "097458")
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `is taken from half a minute before to half a minute after`(steps: Int, isTaken: Bool) {
        let now = Moment("2026-11-23", hour: 9)
        let step = TOTP.step(at: now) + steps
        #expect((totp.step(of: totp.code(step: step), at: now, after: 0) == step) == isTaken)
    }

    @Test func `is not taken twice, nor one before it`() {
        let now = Moment("2026-11-23", hour: 9)
        let step = TOTP.step(at: now)
        #expect(totp.step(of: totp.code(step: step), at: now, after: step) == nil)
        #expect(totp.step(of: totp.code(step: step - 1), at: now, after: step) == nil)
        #expect(totp.step(of: totp.code(step: step + 1), at: now, after: step) == step + 1)
    }

    @Test(arguments: [(1, false), (2_880, false), (2_881, true), (1_051_200, true)])
    func `is taken again once a clock that was more than a day ahead is mended`(steps: Int, isTaken: Bool) {
        let now = Moment("2026-11-23", hour: 9)
        let step = TOTP.step(at: now)
        #expect((totp.step(of: totp.code(step: step), at: now, after: step + steps) == step) == isTaken)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "28708 2é"])
    func `is no other text`(typed: String) {
        #expect(totp.step(of: typed, at: Moment(milliseconds: 59_000), after: 0) == nil)
        #expect(!TOTP.looksLikeCode(typed))
    }

    @Test func `may be typed in two groups`() {
        #expect(totp.step(of: "287 082", at: Moment(milliseconds: 59_000), after: 0) == 1)
        #expect(TOTP.looksLikeCode("287 082"))
    }

    @Test func `comes from a secret that can be typed over`() {
        #expect(totp.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(totp.groups == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(TOTP(base32: totp.base32) == totp)
        for text in ["", "GEZD", totp.base32.lowercased(), totp.base32 + "AAAAAAAA"] {
            #expect(TOTP(base32: text) == nil)
        }
        #expect(
            totp.address(name: "Marieke & co")
                == "otpauth://totp/Rondom:Marieke%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Rondom"
                + "&algorithm=SHA1&digits=6&period=30")
    }
}
