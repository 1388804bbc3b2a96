// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What somebody signs in with, as far as they recognise it: "telefoon met Android, Firefox".
///
/// Read from what the browser calls itself; the rest of that text is not kept, as it could tell two devices apart.
package struct Device: Hashable, Sendable {
    package enum System: String, CaseIterable, Sendable { case android, iphone, ipad, windows, mac, linux, other }
    package enum Program: String, CaseIterable, Sendable { case firefox, edge, chrome, safari, other }

    package let system: System
    package let program: Program

    package init(_ system: System, _ program: Program) {
        self.system = system
        self.program = program
    }

    package static let unknown = Device(.other, .other)

    /// From a `User-Agent`; the first name that fits counts, as browsers call themselves others, too.
    package init(userAgent: String?) {
        let text = userAgent?.prefix(500).lowercased() ?? ""
        func first<Kind>(_ names: [(String, Kind)]) -> Kind? { names.first { text.contains($0.0) }?.1 }
        system =
            first([
                ("iphone", .iphone), ("ipad", .ipad), ("android", .android), ("windows", .windows), ("mac os", .mac),
                ("linux", .linux), ("cros", .linux),
            ]) ?? .other
        program =
            first([
                ("firefox", .firefox), ("fxios", .firefox), ("edg", .edge), ("chrome", .chrome), ("crios", .chrome),
                ("safari", .safari),
            ]) ?? .other
    }

    /// As it is kept.
    package var code: String { "\(system.rawValue) \(program.rawValue)" }

    /// From what was kept; whatever it no longer knows is another device.
    package init(code: String) {
        let words = code.split(separator: " ").map(String.init)
        self.init(
            words.first.flatMap { System(rawValue: $0) } ?? .other,
            words.last.flatMap { Program(rawValue: $0) } ?? .other)
    }
}
