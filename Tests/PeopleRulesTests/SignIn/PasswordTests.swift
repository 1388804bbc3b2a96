// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `A password` {
    @Test(arguments: [
        "correct paard", "tien letters", "пароль-длинный", "كلمة مرور طويلة", "😀😃😄😁😆😅😂🤣🥲😊", "a1b2c3d4e5",
        String(repeating: "abc ", count: 64),
    ])
    func `of ten characters and more is taken, in any script`(typed: String) throws {
        #expect(try Password(typed, name: nil).text == Password.normalised(typed))
    }

    @Test(arguments: [
        ("", Password.Refusal.tooShort), ("negen let", .tooShort), (String(repeating: "abcd", count: 65), .tooLong),
        (String(repeating: "a", count: 10_000), .tooLong), ("Wachtwoord123", .common), ("QWERTYUIOP", .common),
        ("aaaaaaaaaaaa", .common), ("abababababab", .common), ("Aylin.Yildiz@example.org", .isName),
        ("aylin.yildiz", .isName),
    ])
    func `is refused when it is short, long, common, or the name`(typed: String, refusal: Password.Refusal) throws {
        let name = try SignInName("aylin.yildiz@example.org")
        #expect(throws: refusal) { try Password(typed, name: name) }
    }

    @Test func `is the same however its letters are composed`() throws {
        let composed = try Password("caf\u{E9} en \u{FB01}ets", name: nil)
        let decomposed = try Password("cafe\u{301} en fiets", name: nil)
        #expect(composed == decomposed)
    }
}

@Suite struct `A sign-in name` {
    @Test(arguments: [
        ("  Aylin@Example.ORG ", "aylin@example.org"), ("Mama   van Noor", "mama van noor"),
        ("\u{FF21}ylin", "aylin"), ("AYLI\u{307}N", "ayli\u{307}n"),
    ])
    func `is compared without capitals and spaces around it`(typed: String, folded: String) throws {
        #expect(try SignInName(typed).folded == folded)
    }

    @Test(arguments: [
        ("", SignInName.Refusal.empty), ("  ", .empty), ("ab", .tooShort), ("a\u{202E}bcd", .unprintable),
        (String(repeating: "a", count: 121), .tooLong),
    ])
    func `is refused when nobody could read it`(typed: String, refusal: SignInName.Refusal) {
        #expect(throws: refusal) { try SignInName(typed) }
    }
}

@Suite struct `A recovery code` {
    @Test func `is ten letters that can't be taken for each other`() throws {
        let codes = RecoveryCode.fresh(from: .unguessable)
        #expect(Set(codes).count == RecoveryCode.count)
        for code in codes {
            #expect(code.groups.wholeMatch(of: /[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}/) != nil)
        }
    }

    @Test func `is read with capitals, spaces and dashes`() throws {
        let code = RecoveryCode(from: .unguessable)
        for typed in [code.text, code.groups, " \(code.groups.uppercased()) ", code.groups.replacing("-", with: " ")] {
            #expect(RecoveryCode(typed) == code)
        }
        for typed in ["", "123456", code.text + "2", "oooooooooo", "é" + code.text.dropFirst()] {
            #expect(RecoveryCode(typed) == nil)
        }
    }
}
