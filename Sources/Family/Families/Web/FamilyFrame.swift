// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

extension Visit {
    /// What this visit wants of a dossier, for the rule and the access log.
    ///
    /// - Throws: ``SignInNeeded``
    func look(
        _ action: AccessRecord.Action, at item: ItemName, by invitation: ID<Invitation>? = nil
    ) throws(SignInNeeded) -> Look {
        Look(
            reader: try account().id, for: behalf, at: now, from: from, action: action, item: item, by: invitation)
    }
}

extension Installation {
    /// The frame around a page about a family: with the way out for who is being watched.
    func familyFrame(_ visit: Visit, title: String, for reading: Reading) -> Frame {
        var frame = frame(visit, title: title)
        frame.navigation = FamilyNavigation.entries(visit, reading: reading)
        frame.leavesQuickly = true
        if let family = visit.family, reading.membership?.kind != .professional {
            frame.footer.insert(Frame.Entry(.objection(family), visit.language.objections.title, .about), at: 0)
        }
        return frame
    }
}

/// Where a reader can go.
package enum FamilyNavigation {
    /// To what waits today, and to the families.
    package static func entries(_ visit: Visit) -> [Frame.Entry] { entries(visit, reading: nil) }

    /// To what waits today; inside a family that is read to its circle, conversations and plan, elsewhere to the
    /// families.
    ///
    /// What concerns some is found among the doors of the circle; the plan is there for who reads it.
    static func entries(_ visit: Visit, reading: Reading?) -> [Frame.Entry] {
        guard let account = visit.signedIn?.account else { return [] }
        let language = visit.language
        switch account.kind {
        case .privacyOfficer:
            return [
                entry(.privacy, language.privacy.title, .attention, visit),
                entry(.accessLog, language.access.fullTitle, .eye, visit),
            ]
        case .administrator:
            return [entry(.organisations, language.organisations.title, .people, visit)]
        case .manager:
            return []
        case .familyMember, .professional:
            guard let family = visit.family, let reading else {
                return [today(visit), entry(.families, language.families.title, .people, visit)]
            }
            return [today(visit)] + around(family, visit, reading)
        }
    }

    /// Who has one family finds the way into it on the page of today, too.
    static func entries(_ visit: Visit, home: TodayHome?) -> [Frame.Entry] {
        guard let home else { return entries(visit) }
        return [today(visit)] + around(home.family, visit, home.reading)
    }

    private static func today(_ visit: Visit) -> Frame.Entry {
        entry(.today, visit.language.today.title, .today, visit)
    }

    private static func around(_ family: ID<Family>, _ visit: Visit, _ reading: Reading) -> [Frame.Entry] {
        let language = visit.language
        let always = [
            entry(.circle(family), language.circle.title, .circle, visit),
            entry(.conversations(family), language.conversations.title, .talk, visit),
        ]
        return reading.readsPlan ? always + [entry(.plan(family), language.plan.title, .plan, visit)] : always
    }

    private static func entry(_ link: Link, _ title: String, _ icon: Icon, _ visit: Visit) -> Frame.Entry {
        let path = visit.address.text.prefix { $0 != "?" }
        let isFolder = link.text.hasSuffix("/conversations") || link.text.hasSuffix("/plan")
        return Frame.Entry(
            link, title, icon, isCurrent: path == link.text || isFolder && path.hasPrefix(link.text + "/"))
    }
}

extension Visit {
    /// The family whose page this is.
    fileprivate var family: ID<Family>? {
        let steps = address.text.prefix { $0 != "?" }.split(separator: "/")
        return steps.count > 1 && steps[0] == "families" ? ID(steps[1]) : nil
    }
}
