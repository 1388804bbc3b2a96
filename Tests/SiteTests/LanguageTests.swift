// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Site

@Suite struct `The language of a page` {
    @Test(arguments: [
        (nil, nil, Language.nl),
        ("en", "nl", .en),
        ("fr", "en", .en),
        (nil, "en-GB,en;q=0.9,nl;q=0.8", .en),
        (nil, "nl-NL, en;q=0.9", .nl),
        (nil, "fr, de;q=0.9", .nl),
        (nil, "en;q=0.3, nl;q=0.7", .nl),
        (nil, "en;q=0", .nl),
        (nil, "enx, eng", .nl),
        (nil, "*", .nl),
        (nil, ";;;,,,q=", .nl),
        (nil, "en;q=banana", .nl),
    ])
    func `is the one chosen, else the one asked for, else Dutch`(chosen: String?, accepted: String?, language: Language)
    {
        #expect(Language.preferred(chosen: chosen, accepted: accepted) == language)
    }
}
