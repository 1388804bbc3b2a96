// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestClient
import Testing

@Suite struct `The file for machines` {
    @Test(arguments: [("aylin", "aylin"), ("aylin", "noor"), ("sem", "sem"), ("joost", "sem")])
    func `is as its schema says`(reader: String, person: String) async throws {
        let web = try await WebTown()
        try await web.town.fillPlans(web.dossiers, web.filled, ids: .unguessable)
        let text = try await web.copied(person, for: web.browser(of: reader))
        let copy = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(try Schema.ofFullCopy().faults(in: copy) == [])
    }

    /// Each chapter is judged in one copy of the town at least, and no entry has a field that the page for builders lacks.
    @Test func `has the chapters and fields of its page for builders`() async throws {
        let web = try await WebTown()
        try await web.town.fillPlans(web.dossiers, web.filled, ids: .unguessable)
        let named = try Self.fieldsForBuilders()
        var found: [String: Set<String>] = [:]
        for (reader, person) in [("aylin", "aylin"), ("aylin", "noor"), ("sem", "sem"), ("joost", "noor")] {
            let text = try await web.copied(person, for: web.browser(of: reader))
            let copy = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let chapters = try #require(copy?["chapters"] as? [String: [[String: Any]]])
            #expect(Set(chapters.keys) == Set(named.keys), "\(reader) \(person)")
            for (chapter, entries) in chapters {
                found[chapter, default: []].formUnion(entries.flatMap(\.keys))
            }
        }
        for (chapter, fields) in named {
            let lone = found[chapter, default: []].subtracting(fields)
            #expect(lone.isEmpty, "\(chapter): \(lone)")
        }
        let empty = found.filter { $0.value.isEmpty }.keys.sorted()
        #expect(empty == ["handovers", "indications", "matches", "objections", "proposals", "provisions", "referrals"])
    }

    /// The fields of each chapter by docs/full-copy.md.
    private static func fieldsForBuilders() throws -> [String: Set<String>] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/full-copy.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = try #require(text.components(separatedBy: "| chapter | an entry |").last).split(separator: "\n")
        var named: [String: Set<String>] = [:]
        for row in rows {
            guard let chapter = row.firstMatch(of: /^\| `([a-z]+)` \|(.*)$/) else { continue }
            named[String(chapter.1)] = Set(chapter.2.matches(of: /`([A-Za-z]+)`/).map { String($0.1) })
        }
        return named
    }

    /// The judge is judged: what is missing, wrong or too much is found.
    @Test func `is found wrong where it is`() throws {
        let schema = try Schema.ofFullCopy()
        var copy: [String: Any] = ["format": "another", "version": 1, "made": "yesterday"]
        let faults = schema.faults(in: copy)
        #expect(faults.contains("/format is not rondom-full-copy") && faults.contains("/ lacks chapters"))
        #expect(faults.contains { $0.hasPrefix("/made is not like") })
        copy["chapters"] = ["person": [["id": "1", "name": "A"], ["id": 2]], "notes": "none"]
        let inside = schema.faults(in: copy)
        #expect(inside.contains("/chapters/person has too many"))
        #expect(inside.contains("/chapters/person/1 lacks name"))
        #expect(inside.contains("/chapters/person/1/id is no string"))
        #expect(inside.contains("/chapters/notes is no array") && inside.contains("/chapters lacks timeline"))
    }
}

/// As much of JSON Schema (2020-12) as the schema of the full copy uses; a word it does not know is a fault.
private struct Schema {
    private static let known: Set<String> = [
        "$schema", "title", "type", "required", "properties", "const", "enum", "$ref", "pattern", "items", "maxItems",
        "$defs",
    ]

    private let root: [String: Any]

    static func ofFullCopy() throws -> Schema {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/full-copy.schema.json")
        let read = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        return Schema(root: try #require(read as? [String: Any]))
    }

    func faults(in value: Any) -> [String] { faults(in: value, root, at: "") }

    private func faults(in value: Any, _ schema: [String: Any], at place: String) -> [String] {
        var found = Set(schema.keys).subtracting(Self.known).sorted().map { "\(place) is not judged: \($0)" }
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
            let named = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
        {
            found += faults(in: value, named, at: place)
        }
        if let type = schema["type"] as? String, !Self.isOf(type, value) { return found + ["\(place) is no \(type)"] }
        if let constant = schema["const"], "\(constant)" != "\(value)" { found.append("\(place) is not \(constant)") }
        if let choices = schema["enum"] as? [String], !choices.contains("\(value)") {
            found.append("\(place) is none of \(choices)")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(place) is not like \(pattern)")
        }
        return found + inside(value, schema, at: place)
    }

    private func inside(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
        var found: [String] = []
        if let object = value as? [String: Any] {
            let lacking = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
            found += lacking.map { "\(place.isEmpty ? "/" : place) lacks \($0)" }
            for (name, part) in schema["properties"] as? [String: [String: Any]] ?? [:] {
                guard let field = object[name] else { continue }
                found += faults(in: field, part, at: "\(place)/\(name)")
            }
        }
        if let list = value as? [Any] {
            if let most = schema["maxItems"] as? Int, list.count > most { found.append("\(place) has too many") }
            if let part = schema["items"] as? [String: Any] {
                for (number, one) in list.enumerated() { found += faults(in: one, part, at: "\(place)/\(number)") }
            }
        }
        return found
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        default: false
        }
    }
}
