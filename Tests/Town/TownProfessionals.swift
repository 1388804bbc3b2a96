// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension Town {
    /// The organisations of the town.
    package static let organisations: [TownOrganisation] = [
        TownOrganisation("gemeente", .municipality, "Gemeente Zuilen-Ondiep"),
        TownOrganisation("gebiedsteam", .areaTeam, "Gebiedsteam Zuilen-Ondiep"),
        TownOrganisation("de-schakel", .primarySchool, "Basisschool De Schakel"),
        TownOrganisation("oeverlyceum", .secondarySchool, "Oeverlyceum"),
        TownOrganisation("praktijk-aan-de-vecht", .generalPractice, "Praktijk aan de Vecht"),
        TownOrganisation("het-anker", .careProvider, "Het Anker"),
        TownOrganisation("de-brug", .careProvider, "De Brug"),
        TownOrganisation("jeugdbescherming", .youthProtection, "Jeugdbescherming Vechtstreek"),
        TownOrganisation("ggd", .healthService, "GGD Vechtstreek"),
        TownOrganisation("de-luwte", .shelter, "Vrouwenopvang De Luwte"),
    ]

    /// The two area teams, each with people of several organisations.
    package static let teams: [TownTeam] = [
        TownTeam(
            "team-zuilen", "Team Zuilen", organisation: "gebiedsteam",
            members: ["marieke", "youssef", "lotte", "ruud", "sanne", "hanna", "priya", "tom"]),
        TownTeam(
            "team-ondiep", "Team Ondiep", organisation: "gebiedsteam",
            members: ["fatma", "jeroen", "zofia", "carla", "anouk", "kees", "chidi", "thijs", "ilse"]),
    ]

    /// The professionals of the town.
    package static let professionals: [TownProfessional] = [
        TownProfessional(
            "marieke", "Marieke Postma", "gebiedsteam", "gezinswerker", skills: [.youth, .indexReporter]),
        TownProfessional("youssef", "Youssef El Amrani", "gebiedsteam", "gezinswerker"),
        TownProfessional("lotte", "Lotte van der Velden", "gebiedsteam", "jeugdconsulent"),
        TownProfessional("ruud", "Ruud Brouwer", "gebiedsteam", "teamleider Zuilen", role: .teamLead),
        TownProfessional("fatma", "Fatma Özdemir", "gebiedsteam", "gezinswerker"),
        TownProfessional("jeroen", "Jeroen Hoekstra", "gebiedsteam", "gezinswerker"),
        TownProfessional(
            "zofia", "Zofia Wiśniewska", "gebiedsteam", "jeugdconsulent", skills: [.youth, .indexReporter]),
        TownProfessional("carla", "Carla 't Hart", "gebiedsteam", "teamleider Ondiep", role: .teamLead),
        TownProfessional("sanne", "Sanne Kuipers", "de-schakel", "intern begeleider"),
        TownProfessional("bart", "Bart Verhoeven", "de-schakel", "leraar"),
        TownProfessional("wouter", "Wouter Dekker", "oeverlyceum", "mentor"),
        TownProfessional("anouk", "Anouk Smeets", "oeverlyceum", "zorgcoördinator"),
        TownProfessional("hanna", "Hanna Bos", "praktijk-aan-de-vecht", "huisarts"),
        TownProfessional("kees", "Kees van Rijn", "praktijk-aan-de-vecht", "praktijkondersteuner"),
        TownProfessional("priya", "Priya Ramdin", "het-anker", "therapeut"),
        TownProfessional("daniel", "Daniël Groen", "het-anker", "gezinsbehandelaar"),
        TownProfessional("esmee", "Esmée de Ruiter", "het-anker", "therapeut"),
        TownProfessional("gerda", "Gerda Zijlstra", "het-anker", "teamleider", role: .teamLead),
        TownProfessional("chidi", "Chidi Nwosu", "de-brug", "gezinsbegeleider"),
        TownProfessional("thijs", "Thijs Nauta", "de-brug", "ambulant begeleider"),
        TownProfessional("ilse", "Ilse Koster", "jeugdbescherming", "jeugdbeschermer"),
        TownProfessional("tom", "Tom Wessels", "ggd", "jeugdarts"),
        TownProfessional("nadia", "Nadia Benali", "de-luwte", "begeleider"),
        TownProfessional("mirjam", "Mirjam van Es", "gebiedsteam", "crisisdienst"),
        TownProfessional("annelies", "Annelies Vermeer", "gemeente", "manager jeugd", role: .manager),
        TownProfessional("ravi", "Ravi Soekhoe", "gemeente", "functioneel beheerder", role: .administrator),
        TownProfessional(
            "geert-jan", "Geert-Jan Oosterhuis", "gemeente", "functionaris gegevensbescherming", role: .privacyOfficer),
    ]
}
