// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct DutchRoles: RoleWords {
    let ownPeople = "Van jullie zelf"
    let professionals = "Hulpverleners"
    let somebodyElse = "Staat diegene er niet bij?"
    func name(_ role: Role) -> String {
        switch role {
        case .grandparent: "Opa of oma"
        case .neighbour: "Buurvrouw of buurman"
        case .coach: "Trainer of coach"
        case .newPartner: "Nieuwe partner"
        case .fosterParent: "Pleegouder"
        case .familyFriend: "Vriend of vriendin"
        case .teacher: "Leraar"
        case .schoolCareCoordinator: "Intern begeleider of zorgcoördinator"
        case .generalPractitioner: "Huisarts"
        case .practiceNurse: "Praktijkondersteuner (POH)"
        case .youthDoctor: "Jeugdarts"
        case .areaTeamWorker: "Werker van het gebiedsteam"
        case .individualProvision: "Indicatiesteller"
        case .welfareWorker: "Welzijnswerker of buurtwerker"
        case .specialistTherapist: "Therapeut"
        case .familySupport: "Gezinsbegeleider"
        case .psychiatricNurse: "Sociaal-psychiatrisch verpleegkundige"
        case .adultMentalHealth: "Volwassenen-ggz"
        case .youthProtection: "Jeugdbeschermer"
        case .debtCounsellor: "Schuldhulpverlener"
        case .housingAssociation: "Woningcorporatie"
        }
    }
    func expectation(_ role: Role) -> String {
        switch role {
        case .grandparent: "Past op en is er voor de kinderen."
        case .neighbour: "Let op als dat nodig is."
        case .coach: "Ziet hoe het gaat bij sport of hobby."
        case .newPartner: "Helpt mee in huis."
        case .fosterParent: "Zorgt elke dag voor het kind."
        case .familyFriend: "Is er voor jullie."
        case .teacher: "Ziet elke dag hoe het op school gaat."
        case .schoolCareCoordinator: "Regelt de hulp op school en houdt contact."
        case .generalPractitioner: "Kijkt naar de gezondheid en verwijst."
        case .practiceNurse: "Praat over hoe het gaat, bij de huisarts."
        case .youthDoctor: "Volgt de groei en gezondheid."
        case .areaTeamWorker: "Zoekt met jullie uit welke hulp past."
        case .individualProvision: "Beslist welke hulp jullie krijgen, en laat weten wanneer."
        case .welfareWorker: "Helpt met dingen in de buurt."
        case .specialistTherapist: "Behandelt, en laat weten hoe het gaat."
        case .familySupport: "Komt thuis en oefent met jullie."
        case .psychiatricNurse: "Helpt een ouder die het zwaar heeft."
        case .adultMentalHealth: "Helpt een ouder, en weet dat er kinderen zijn."
        case .youthProtection: "Voert uit wat de kinderrechter besliste."
        case .debtCounsellor: "Helpt met geld, schulden en rekeningen."
        case .housingAssociation: "Helpt met het huis en de huur."
        }
    }
    func notTheirTask(_ role: Role) -> String {
        switch role {
        case .grandparent: "Kiest geen kant."
        case .neighbour: "Vraagt de kinderen niet uit."
        case .coach: "Vraagt niet uit over thuis."
        case .newPartner: "Beslist niet over de kinderen."
        case .fosterParent: "Beslist niet waar het kind woont."
        case .familyFriend: "Regelt geen hulp."
        case .teacher: "Regelt geen hulp thuis."
        case .schoolCareCoordinator: "Doet geen behandeling."
        case .generalPractitioner: "Houdt het plan niet bij."
        case .practiceNurse: "Doet geen lange behandeling."
        case .youthDoctor: "Schrijft geen medicijnen voor."
        case .areaTeamWorker: "Beslist niet voor jullie."
        case .individualProvision: "Geeft zelf geen hulp."
        case .welfareWorker: "Kijkt niet in verslagen."
        case .specialistTherapist: "Vertelt niet door wat in het gesprek blijft."
        case .familySupport: "Beslist niet voor jullie."
        case .psychiatricNurse: "Behandelt de kinderen niet."
        case .adultMentalHealth: "Leest niet wat over de kinderen gaat."
        case .youthProtection: "Is geen therapeut."
        case .debtCounsellor: "Ziet niets over de kinderen."
        case .housingAssociation: "Ziet niets over de hulp."
        }
    }
    func door(_ preset: RolePreset) -> String {
        let whom =
            switch preset.covers {
            case .child: "Voor één kind."
            case .adults: "Voor de ouders, niet voor de kinderen."
            case .household: "Voor het hele gezin."
            }
        return "\(whom) \(sees(preset))"
    }
    private func sees(_ preset: RolePreset) -> String {
        if preset.lifeDomains != nil { return "Ziet alleen het deel van het plan dat erbij hoort." }
        return switch preset.share {
        case .contact: "Ziet alleen wie er meedoen."
        case .plan: "Ziet het plan."
        case .all: "Ziet het plan en wat er gebeurt."
        }
    }
    let prefilled = "Dit is alvast ingevuld"
    func prefilledText(_ preset: RolePreset) -> String {
        let law = preset.isByLaw ? " Met een besluit van de rechter is jullie toestemming niet nodig." : ""
        return "Zo doen anderen het meestal. Minder mag altijd.\(law)"
    }
}
