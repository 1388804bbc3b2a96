// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `Guessing at a password` {
    private static let now = Moment("2026-11-23", hour: 9)

    @Test(arguments: [
        (0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (1_000, 900),
    ])
    func `is free five times, then waits longer and longer, up to a quarter of an hour`(failures: Int, seconds: Int) {
        let guessing = Guessing(failures: failures, latest: Self.now)
        #expect(guessing.wait(.account, at: Self.now) == (seconds == 0 ? nil : .seconds(seconds)))
        guard seconds > 0 else { return }
        #expect(guessing.wait(.account, at: Self.now + .seconds(seconds - 1)) == .seconds(1))
        #expect(guessing.wait(.account, at: Self.now + .seconds(seconds)) == nil)
    }

    @Test(arguments: [(29, false), (30, true)])
    func `from one address is free thirty times, as a school stands behind it`(failures: Int, waits: Bool) {
        #expect((Guessing(failures: failures, latest: Self.now).wait(.address, at: Self.now) != nil) == waits)
    }

    @Test(arguments: [(0, 8), (29, 8), (30, 7), (60, 6), (240, 0), (1_440, 0)])
    func `is forgotten one by one, each half hour`(minutes: Int, left: Int) {
        #expect(Guessing(failures: 8, latest: Self.now).failures(at: Self.now + .minutes(minutes)) == left)
    }

    @Test func `is forgotten after a day, however often it was`() {
        #expect(Guessing(failures: 1_000, latest: Self.now).failures(at: Self.now + .days(1)) == 0)
    }

    @Test func `counts before it is known whether it was right, and then no longer`() {
        let guessed = Guessing(failures: 4, latest: Self.now).guessed(at: Self.now + .seconds(5))
        #expect(guessed == Guessing(failures: 5, latest: Self.now + .seconds(5)))
        #expect(guessed.forgiven(at: Self.now + .seconds(6)).failures == 4)
        #expect(Guessing(failures: 0, latest: Self.now).forgiven(at: Self.now).failures == 0)
    }

    /// Whoever is slowed while the clock is ahead gets one guess when it is mended, and is slowed again.
    @Test(arguments: [Duration.hours(1), .days(3), .days(365)])
    func `by a clock that was set back is free once, and then slowed as ever`(span: Duration) {
        let (guessing, now) = (Guessing(failures: 5, latest: Self.now), Self.now - span)
        #expect(guessing.wait(.account, at: now) == nil)
        #expect(guessing.guessed(at: now).wait(.account, at: now) == .seconds(60))
        #expect(guessing.guessed(at: now).wait(.account, at: now + .seconds(60)) == nil)
    }

    /// Two servers of one installation never have the very same clock.
    @Test func `by a clock a little behind is slowed no less`() {
        let guessing = Guessing(failures: 5, latest: Self.now)
        #expect(guessing.wait(.account, at: Self.now - .seconds(5)) == .seconds(35))
        #expect(guessing.guessed(at: Self.now - .seconds(5)).latest == Self.now)
    }
}

@Suite struct `A device` {
    @Test(
        arguments: [
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36",
                Device(.android, .chrome)
            ),
            ("Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", Device(.android, .firefox)),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1",
                Device(.iphone, .safari)
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
                Device(.windows, .edge)
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15",
                Device(.mac, .safari)
            ),
            ("curl/8", .unknown), ("", .unknown), (nil, .unknown),
        ] as [(String?, Device)])
    func `is known by system and program alone`(agent: String?, device: Device) {
        #expect(Device(userAgent: agent) == device)
        #expect(Device(code: device.code) == device)
    }

    @Test(arguments: ["", "x", "android", "toaster firefox"])
    func `that is no longer known is another one`(code: String) {
        let device = Device(code: code)
        #expect(device.system == .other || device.program == .other)
    }
}
