// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@Suite struct `A mail address` {
    @Test(arguments: [
        ("lezer@post.example", "lezer@post.example"), (" Jan.de-Boer+x@Post.Example ", "Jan.de-Boer+x@post.example"),
        ("zoë@post.example", "zoë@post.example"), ("lezer@bücher.example", "lezer@xn--bcher-kva.example"),
        ("ليلى@post.example", "ليلى@post.example"), ("a@b.c-d.example", "a@b.c-d.example"),
        ("o'hara@post.example", "o'hara@post.example"),
    ])
    func `is taken as it goes over the line`(typed: String, wire: String) throws {
        #expect(try MailAddress(typed).wire == wire)
    }

    @Test(arguments: [
        "lezer", "@post.example", "lezer@", "lezer@post", "a@b@post.example", "lezer@post..example",
        "le zer@post.example",
        "lezer@post.example\r\nBcc: ander@post.example", "lezer@post.example\nRCPT TO:<x@y.example>",
        "lezer@post .example",
        "<lezer@post.example>", "Lezer <lezer@post.example>", "\"le zer\"@post.example", "lezer,ander@post.example",
        "lezer@-post.example", "lezer@post_.example", "lezer@post.example>", ".lezer@post.example",
        "lezer.@post.example",
        "le..zer@post.example", "lezer@post.example\0", "le\u{202E}zer@post.example", "le\u{200B}zer@post.example",
        "lezer@[127.0.0.1]", "lezer@bü cher.example", "lezer@büch/er.example",
        String(repeating: "a", count: 65) + "@post.example", "a@" + String(repeating: "b", count: 250) + ".example",
    ])
    func `is refused where it is none`(typed: String) {
        #expect(throws: MailAddress.Refusal.noAddress) { try MailAddress(typed) }
    }

    @Test(arguments: ["", "  "]) func `is asked for where there is none`(typed: String) {
        #expect(throws: MailAddress.Refusal.empty) { try MailAddress(typed) }
    }
}
