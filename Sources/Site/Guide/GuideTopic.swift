// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A page of the guide; its name is that of its file in `docs/handleiding` and the last step of its address.
package enum GuideTopic: String, CaseIterable, Hashable, Sendable {
    case index = "README"
    // For families.
    case joining = "kaartje"
    case account = "inloggen"
    case confirmation = "klopt-dit"
    case today = "vandaag"
    case circle = "kring"
    case invitation = "uitnodigen"
    case conversations = "bericht"
    case privateLine = "alleen-jij"
    case story = "verhaal"
    case consent = "wie-mag-wat-weten"
    case whoLooked = "wie-keek-mee"
    case plan = "plan"
    case meeting = "overleg"
    case direction = "regie"
    case timeline = "tijdlijn"
    case taking = "meenemen-en-vergeten"
    case objection = "niet-mee-eens"
    case leaving = "snel-weg"
    case closing = "kring-afsluiten"
    // For professionals.
    case familyStart = "gezin-starten"
    case askingConsent = "toestemming-vragen"
    case notes = "contactnotitie"
    case handover = "overdracht"
    case standIn = "weggaan-en-vervangen"
    case holding = "achterhouden"
    case deciding = "samen-beslissen"
    case safety = "veiligheidskaart"
    case indication = "veiligheid-inschatten"
    case emergency = "noodtoegang"
    case consult = "vraag-zonder-namen"
    case careReport = "zorgmelding"
    case referral = "verwijzen"
    case proposal = "hulpvoorstel"
    case guest = "als-gast"
    case assignment = "toewijzingen"
    case organisation = "organisatie"
    // For privacy officers.
    case oversight = "toezicht"

    /// Where it is read.
    package var link: Link { self == .index ? .help : "/help/\(rawValue)" }
}

extension Link {
    /// The guide.
    package static let help: Link = "/help"
}

extension GuideTopic {
    /// The page that explains a page of the program: by where that stands, never by what is found there.
    ///
    /// - Parameter isProfessional: whether the reader helps because it is their work; some pages are two journeys.
    package static func explaining(_ page: Link, isProfessional: Bool = false) -> GuideTopic {
        let steps = nouns(of: page)
        let shortest = steps.first == "families" ? min(steps.count, 2) : 1
        let lengths = stride(from: min(steps.count, 3), through: shortest, by: -1)
        let found = lengths.lazy.compactMap { table[steps.prefix($0).joined(separator: "/")] }.first
        return found == .consent && isProfessional ? .askingConsent : found ?? .index
    }

    /// The steps of an address without identifiers: `families/consents` of a page of one family.
    private static func nouns(of page: Link) -> [Substring] {
        var steps = page.text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        guard steps.first == "families", steps.count > 1, steps[1] != "new" else { return steps }
        steps.remove(at: 1)
        if steps.count > 2, steps[1] == "persons" { steps.remove(at: 2) }
        return steps
    }

    /// What explains what; a page that is missing here is explained by the first page of the guide.
    private static let table: [String: GuideTopic] = [
        "join": .joining, "sign-in": .account, "account": .account, "today": .today, "today/quiet": .notes,
        "search": .conversations, "absences": .standIn, "invitations": .invitation, "working-notes": .notes,
        "emergency": .emergency, "consults": .consult, "reports": .careReport, "desk": .careReport,
        "guests": .guest, "outside-referrals": .guest, "direct-referrals": .guest, "desk/calls": .guest,
        "assignments": .assignment, "referrals": .referral, "waits": .referral, "families/referrals": .referral,
        "organisations": .organisation, "grounds": .organisation, "norms": .organisation, "privacy": .oversight,
        "access-log": .oversight,
        "families": .circle, "families/new": .familyStart, "families/confirmation": .confirmation,
        "families/persons": .familyStart, "families/persons/inability": .askingConsent,
        "families/persons/orders": .askingConsent, "families/persons/reading-refusals": .askingConsent,
        "families/members": .circle, "families/invitations": .invitation, "families/stand-ins": .standIn,
        "families/introductions": .standIn, "families/conversations": .conversations,
        "families/search": .conversations, "families/call-backs": .conversations,
        "families/private-line": .privateLine, "families/concerns": .conversations, "families/story": .story,
        "families/consents": .consent, "families/weighings": .askingConsent, "families/decisions": .deciding,
        "families/persons/limits": .askingConsent, "families/persons/withholdings": .askingConsent,
        "families/withholdings": .askingConsent, "families/grounds": .askingConsent, "families/inspections": .consent,
        "families/take-along": .taking, "families/copies": .taking, "families/access": .whoLooked,
        "families/plan": .plan, "families/provisions": .proposal, "families/promises": .today,
        "families/meetings": .meeting, "calendar": .meeting,
        "families/direction": .direction, "families/handovers": .handover, "handovers": .handover,
        "families/timeline": .timeline,
        "families/objection": .objection, "families/objections": .objection, "families/closing": .closing,
        "families/notes": .notes, "families/holds": .holding, "families/safety-card": .safety,
        "families/own-words": .taking, "families/keeping": .taking, "families/forgettings": .taking,
        "privacy/keeping": .oversight, "families/going-on": .closing, "families/emergency": .emergency,
        "families/emergencies": .emergency, "families/indications": .indication, "families/matches": .indication,
        "families/codes": .invitation, "circle-code": .invitation, "families/network-list": .invitation,
    ]
}
