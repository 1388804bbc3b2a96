// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct EnglishOrganisations: OrganisationWords {
    let title = "Organisations"
    let lead = "You arrange who works for which organisation. You see no families here."
    let grounds = "Grounds for sharing"
    let norms = "Terms"
    let none = "There are no organisations yet"
    let noneText = "Add the first one. Then invite the people who work there."
    func people(_ count: Int) -> String { count == 1 ? "1 professional" : "\(count) professionals" }
    let add = "Add an organisation"
    let name = "Name of the organisation"
    let kind = "What kind of organisation is it?"
    let kindMissing = "Choose what kind of organisation it is."
    let nameMissing = "Fill in the name."
    let unreadable = "Use one line of at most 120 ordinary characters."
    func name(_ kind: Organisation.Kind) -> String {
        switch kind {
        case .areaTeam: "Area team"
        case .municipality: "Municipality"
        case .school: "School"
        case .generalPractice: "General practice"
        case .careProvider: "Youth care provider"
        case .youthProtection: "Certified institution"
        case .healthService: "Youth health service"
        case .other: "Other"
        }
    }

    func peopleLead(_ organisation: String) -> String { "Who works for \(organisation)." }
    let nobody = "Nobody works here yet"
    let nobodyText = "Invite the first professional."
    let invite = "Invite somebody"
    let waysNone = "Cannot sign in yet"
    let waysSome = "Can sign in"
    func sessions(_ count: Int) -> String {
        count == 1 ? "Signed in on 1 device now" : "Signed in on \(count) devices now"
    }

    let inviteTitle = "Invite somebody"
    func inviteLead(_ organisation: String) -> String {
        "They will work for \(organisation). You get a card with a code to hand over."
    }
    let personName = "Name"
    let personNameMissing = "Fill in the name."
    let jobTitle = "Function, as you call it"
    let jobTitleHint = "Families read it like this, for example family worker."
    let jobTitleMissing = "Fill in the function."
    let function = "Kind of function"
    let functionMissing = "Choose the kind of function."
    let known = "Do they work for another organisation already?"
    let knownHint = "Then fill in their sign-in name. The account stays the same. Otherwise leave it empty."
    let knownUnknown = "There is no professional with this sign-in name."
    let makeAccount = "Make the account"
    func name(_ function: Professional.Function) -> String {
        switch function {
        case .familyWorker: "Family worker"
        case .teamLead: "Team lead"
        case .youthProtectionWorker: "Youth protection worker"
        case .therapist: "Therapist"
        case .generalPractitioner: "General practitioner"
        case .practiceCounsellor: "Practice counsellor for youth"
        case .youthHealthNurse: "Youth health nurse"
        case .teacher: "Teacher"
        case .schoolCounsellor: "School counsellor"
        case .dutyWorker: "Worker of the duty desk"
        case .policyAdviser: "Policy adviser"
        case .other: "Other"
        }
    }

    func title(_ act: PersonAct) -> String {
        switch act {
        case .card: "Make a new card"
        case .sessions: "Sign out everywhere"
        case .lost: "Close the account"
        case .work: "No longer works here"
        case .trained: "Was trained for closed tracks"
        case .untrained: "Is not trained for closed tracks any more"
        case .youth: "Has the skill for youth"
        case .youthEnded: "Has the skill for youth no longer"
        case .reporter: "Reports to the index"
        case .reporterEnded: "Reports to the index no longer"
        }
    }
    func text(_ act: PersonAct) -> String {
        switch act {
        case .card:
            "Hand over the card yourself, or send it by post. Say the figures on the phone. Older cards no longer work."
        case .sessions: "For when a device is gone. Signing in again is possible at once."
        case .lost: "For when somebody else may have the password. Nobody gets in any more without a new card."
        case .work: "From today. The account stays for other organisations."
        case .trained:
            "For honour violence, forced marriage, trafficking and abduction. This colleague may close a family to somebody."
        case .untrained: "This colleague may not begin a closed track then."
        case .youth: "This colleague may assess how safe a child is, and sign along with others."
        case .youthEnded: "This colleague assesses only with somebody who signs along then."
        case .reporter: "For the index of the region. This colleague records which match came."
        case .reporterEnded: "This colleague records no matches any more then."
        }
    }
    let elsewhere = "This account is not arranged here. Ask the administrator of this Rondom."
    let phone = "Telephone number"
    let phoneLead = "Who works here without an account is called back at this number."
    let phoneHint = "Check it in a directory or on a letter. Empty means: nobody comes as a guest from here."
    let phoneWrong = "Fill in a number of ten figures or more."
    let phoneSave = "Keep the number"
    let administrators = "Administrators of this organisation"
    func administratorsLead(_ organisation: String) -> String {
        "They arrange who works for \(organisation), and for no other organisation. They see no families."
    }
    let appoint = "Add an administrator"
    func done(_ act: PersonAct) -> String {
        switch act {
        case .card: "The card is made."
        case .sessions: "Signed out everywhere."
        case .lost: "The account is closed. Make a new card to open it again."
        case .work: "The work here is ended."
        case .trained: "Recorded."
        case .untrained: "Recorded."
        case .youth: "Recorded."
        case .youthEnded: "Recorded."
        case .reporter: "Recorded."
        case .reporterEnded: "Recorded."
        }
    }
    let added = "Added."
}
