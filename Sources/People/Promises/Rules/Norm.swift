// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Within how many working days something that is asked is done here (*norm*), as an installation set it.
///
/// What runs in clock hours, or within the week, is never set: it is for safety.
package struct Norm: Hashable, Sendable {
    package enum Refusal: Error, Hashable {
        case outOfRange
    }

    /// A working year at most.
    package static let range = 1...250

    package let kind: PromiseKind
    package let workingDays: Int

    /// - Throws: ``Refusal``
    package init(_ kind: PromiseKind, workingDays: Int) throws(Refusal) {
        guard Self.range.contains(workingDays) else { throw .outOfRange }
        (self.kind, self.workingDays) = (kind, workingDays)
    }
}

/// The norms that count now; where none was set, the rule of the loop itself does.
package struct Norms: Hashable, Sendable {
    private let days: [PromiseKind: Int]

    package init(_ set: [Norm] = []) {
        days = Dictionary(set.map { ($0.kind, $0.workingDays) }, uniquingKeysWith: { _, last in last })
    }

    /// Within how many working days a kind is done.
    ///
    /// - Parameter usual: by the rule of the loop.
    package func workingDays(for kind: PromiseKind, usual: Int) -> Int { days[kind] ?? usual }

    /// How long something that comes to be owed now may take; what was promised before keeps the norm of then.
    package func urgency(of debt: Debt) -> PromiseUrgency {
        guard case .regular(let usual) = debt.urgency else { return debt.urgency }
        return .regular(workingDays: workingDays(for: debt.kind, usual: usual))
    }
}

extension PromiseUrgency {
    /// Whether both run by a norm in working days, however long, or are the same.
    package func isAlike(_ other: PromiseUrgency) -> Bool {
        if case (.regular, .regular) = (self, other) { return true }
        return self == other
    }
}
