// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct EnglishRoles: RoleWords {
    let ownPeople = "Your own people"
    let professionals = "Professionals"
    let somebodyElse = "Are they not in the list?"
    func name(_ role: Role) -> String {
        switch role {
        case .grandparent: "Grandparent"
        case .neighbour: "Neighbour"
        case .coach: "Coach"
        case .newPartner: "New partner"
        case .fosterParent: "Foster parent"
        case .familyFriend: "Friend"
        case .teacher: "Teacher"
        case .schoolCareCoordinator: "School care coordinator"
        case .generalPractitioner: "GP"
        case .practiceNurse: "Practice nurse"
        case .youthDoctor: "Youth doctor"
        case .areaTeamWorker: "Worker of the area team"
        case .individualProvision: "Who decides on provisions"
        case .welfareWorker: "Welfare or community worker"
        case .specialistTherapist: "Therapist"
        case .familySupport: "Family support worker"
        case .psychiatricNurse: "Community psychiatric nurse"
        case .adultMentalHealth: "Adult mental health"
        case .youthProtection: "Youth protection worker"
        case .debtCounsellor: "Debt counsellor"
        case .housingAssociation: "Housing association"
        }
    }
    func expectation(_ role: Role) -> String {
        switch role {
        case .grandparent: "Looks after the children and is there for them."
        case .neighbour: "Keeps an eye open when that is needed."
        case .coach: "Sees how it goes at sports or a hobby."
        case .newPartner: "Helps at home."
        case .fosterParent: "Takes care of the child every day."
        case .familyFriend: "Is there for you."
        case .teacher: "Sees every day how it goes at school."
        case .schoolCareCoordinator: "Arranges help at school and keeps in touch."
        case .generalPractitioner: "Looks after health and refers."
        case .practiceNurse: "Talks about how it goes, at the GP."
        case .youthDoctor: "Follows growth and health."
        case .areaTeamWorker: "Finds out with you which help fits."
        case .individualProvision: "Decides which help you get, and tells you when."
        case .welfareWorker: "Helps with things in the neighbourhood."
        case .specialistTherapist: "Treats, and tells how it goes."
        case .familySupport: "Comes to your home and practises with you."
        case .psychiatricNurse: "Helps a parent who has a hard time."
        case .adultMentalHealth: "Helps a parent, and knows that there are children."
        case .youthProtection: "Carries out what the children’s judge decided."
        case .debtCounsellor: "Helps with money, debts and bills."
        case .housingAssociation: "Helps with the house and the rent."
        }
    }
    func notTheirTask(_ role: Role) -> String {
        switch role {
        case .grandparent: "Does not take sides."
        case .neighbour: "Does not question the children."
        case .coach: "Does not ask about home."
        case .newPartner: "Does not decide about the children."
        case .fosterParent: "Does not decide where the child lives."
        case .familyFriend: "Does not arrange help."
        case .teacher: "Does not arrange help at home."
        case .schoolCareCoordinator: "Does not treat."
        case .generalPractitioner: "Does not keep the plan."
        case .practiceNurse: "Does not give long treatment."
        case .youthDoctor: "Does not prescribe medicines."
        case .areaTeamWorker: "Does not decide for you."
        case .individualProvision: "Does not give help."
        case .welfareWorker: "Does not read reports."
        case .specialistTherapist: "Does not pass on what stays in the talk."
        case .familySupport: "Does not decide for you."
        case .psychiatricNurse: "Does not treat the children."
        case .adultMentalHealth: "Does not read what is about the children."
        case .youthProtection: "Is no therapist."
        case .debtCounsellor: "Sees nothing about the children."
        case .housingAssociation: "Sees nothing about the help."
        }
    }
    func door(_ preset: RolePreset) -> String {
        let whom =
            switch preset.covers {
            case .child: "For one child."
            case .adults: "For the parents, not for the children."
            case .household: "For the whole family."
            }
        return "\(whom) \(sees(preset))"
    }
    private func sees(_ preset: RolePreset) -> String {
        if preset.lifeDomains != nil { return "Sees only the part of the plan that belongs to it." }
        return switch preset.share {
        case .contact: "Sees only who takes part."
        case .plan: "Sees the plan."
        case .all: "Sees the plan and what happens."
        }
    }
    let prefilled = "This is filled in already"
    func prefilledText(_ preset: RolePreset) -> String {
        let law = preset.isByLaw ? " With a decision of the judge your consent is not needed." : ""
        return "This is how others mostly do it. Less is always fine.\(law)"
    }
}
