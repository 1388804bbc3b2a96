// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension CirclePicture {
    package static let examples = [
        (
            name: "eight people",
            value: CirclePicture(
                .nl, children: ["Noor", "Sem"], parents: ["Aylin", "Joost"],
                near: [
                    Member("Truus", "TV", link: "#truus"), Member("Dave", "DM", link: "#dave"),
                    Member("Khadija", "KA", link: "#khadija"),
                ],
                professionals: [
                    Member("Marieke", "MP", link: "#marieke", isDirector: true),
                    Member("Sanne", "SK", link: "#sanne", isFirstContact: true),
                    Member("Priya", "PR", role: "therapeut", link: "#priya"),
                    Member("Hanna", "HB", role: "huisarts", link: "#hanna"),
                    Member("Tom", "TW", role: "jeugdarts", link: "#tom"),
                ],
                invite: "#invite"
            )
        ),
        (
            name: "nobody yet",
            value: CirclePicture(
                .nl, children: ["Daan"], parents: ["Petra"], near: [], professionals: [], invite: "#invite")
        ),
        (
            name: "more than fit",
            value: CirclePicture(
                .en, children: ["Bartholomeus", "Wilhelmina", "Jo"], parents: ["Annemarie-Louise", "Constantijn"],
                near: (1...9).map { Member("Neighbour \($0)", "N\($0)", link: "#near") },
                professionals: [
                    Member("Maximiliaan-Alexander", "MA", link: "#max", isDirector: true, isFirstContact: true)
                ]
                    + (1...14).map { Member("Helper \($0)", "H\($0)", role: "orthopedagogue", link: "#helper") }
            )
        ),
    ]
}
