// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What part of life a goal is about (*leefgebied*); a plan has those it needs, and no more.
package enum LifeDomain: String, Sendable, CaseIterable {
    case upbringing, care, school, housing, money, work, transport, support, freeTime, safety, other
}

/// Out of what an action is paid or arranged (*voorziening*); an action may name several, and never an amount.
package enum Provision: String, Sendable, CaseIterable {
    /// Youth help (Jeugdwet 2.3).
    case youthHelp
    /// What a school gets to help a child (*passend onderwijs*).
    case schoolBudget
    /// Transport to school (*leerlingenvervoer*; Wet op het primair onderwijs 4).
    case schoolTransport
    /// Support at home (Wmo 2015).
    case support
    /// Health insurance (Zvw).
    case health
    /// Care for life (Wlz).
    case longTerm
    /// Income and work (Participatiewet), *bijzondere bijstand*, help with debts.
    case income
    case other
}
