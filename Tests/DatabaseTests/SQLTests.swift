// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Testing

@Suite struct `A statement` {
    @Test func `binds the values that stand in it`() {
        let (name, count) = ("Robert'); DROP TABLE note; --", 3)
        let sql: SQL = "INSERT INTO note VALUES (\(name), \(count), \(String?.none))"
        #expect(sql.text == "INSERT INTO note VALUES ($1, $2, $3)")
        #expect(sql.values == [.text(name), .int(3), .null])
    }

    @Test func `takes in another with its values`() {
        let part: SQL = "b = \(2) AND c = \(true)"
        let sql: SQL = "SELECT 1 WHERE a = \("x") AND \(part) AND d = \([UInt8]([7]))"
        #expect(sql.text == "SELECT 1 WHERE a = $1 AND b = $2 AND c = $3 AND d = $4")
        #expect(sql.values == [.text("x"), .int(2), .bool(true), .bytes([7])])
    }

    @Test(arguments: [
        (0, "(NULL)"), (1, "($1)"), (2, "($1, $2)"), (3, "($1, $2, $3, $4)"), (4, "($1, $2, $3, $4)"),
        (5, "($1, $2, $3, $4, $5, $6, $7, $8)"),
    ])
    func `makes few shapes of many lists`(count: Int, text: String) {
        let sql: SQL = "\(list: 0..<count)"
        #expect(sql.text == text)
        #expect(Set(sql.values) == Set((0..<count).map { .int(Int64($0)) }))
    }

    @Test func `binds words of the kernel as text and numbers`() {
        let name = "0197c2f0-0000-7000-8000-000000000001"
        let (id, day) = (ID<Never>(stored: name), "2026-03-02" as Day)
        let sql: SQL = "\(id) \(day) \(Moment(milliseconds: 5))"
        #expect(sql.values == [.text(name), .text("2026-03-02"), .int(5)])
    }
}

@Suite struct `The place of a database` {
    @Test(arguments: [
        ("sqlite:var/rondom.db", DatabaseLocation.sqlite(path: "var/rondom.db")),
        ("postgres://a,b/rondom", .postgres("postgres://a,b/rondom")),
        ("postgresql:///rondom", .postgres("postgresql:///rondom")),
        ("sqlite:", nil), ("rondom.db", nil), ("", nil), ("mysql://a", nil),
    ])
    func `is read from a setting`(text: String, location: DatabaseLocation?) {
        #expect(DatabaseLocation(text) == location)
    }
}
