// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

extension EnglishRisks {
    func sentence(_ conclusion: RiskConclusion) -> String {
        switch (conclusion.safetyNow, conclusion.futureRisk) {
        case (.safe, .low): "It is safe now, and we expect it to stay so."
        case (.safe, .middle): "It is safe now, but there are worries about later."
        case (.safe, .high): "It is safe now, but that is likely to change."
        case (.safe, .unknown): "It is safe now. About later we do not know enough yet."
        case (.doubtful, .low): "We doubt whether it is safe now. About later there are few worries."
        case (.doubtful, .middle): "We doubt whether it is safe now, and there are worries about later."
        case (.doubtful, .high): "We doubt whether it is safe now, and it is likely to get worse."
        case (.doubtful, .unknown): "We doubt whether it is safe now. About later we do not know enough yet."
        case (.structurallyUnsafe, .low): "It has been unsafe for a while. We expect this to stop with help."
        case (.structurallyUnsafe, .middle): "It has been unsafe for a while, and there are worries about later."
        case (.structurallyUnsafe, .high): "It has been unsafe for a while. Without help this goes on or gets worse."
        case (.structurallyUnsafe, .unknown): "It has been unsafe for a while. About later we do not know enough yet."
        case (.acutelyUnsafe, .low): "There is danger right now. Once that is over there are few worries."
        case (.acutelyUnsafe, .middle): "There is danger right now, and there are worries about later."
        case (.acutelyUnsafe, .high): "There is danger right now, and it is likely to happen again."
        case (.acutelyUnsafe, .unknown): "There is danger right now. About later we do not know enough yet."
        }
    }

    func toDo(_ conclusion: RiskConclusion) -> String {
        switch (conclusion.safetyNow, conclusion.futureRisk) {
        case (.safe, .low): "Go on with the plan, and look again on the day that was agreed."
        case (.safe, .middle): "Agree what you look out for, and whom you call when things get worse."
        case (.safe, .high): "Make a safety plan now, and agree who looks each week how it goes."
        case (.safe, .unknown): "Find out what is not known, and look again within a month."
        case (.doubtful, .low): "Talk with the child and who sees it daily. Look again within a week."
        case (.doubtful, .middle): "Talk the doubt over with a colleague, and make a safety plan together."
        case (.doubtful, .high): "Consult a colleague or Veilig Thuis today. Make a safety plan this week."
        case (.doubtful, .unknown): "Find out within a week what goes on, with a colleague."
        case (.structurallyUnsafe, .low): "Follow the reporting code, and record who does what until it is safe."
        case (.structurallyUnsafe, .middle): "Follow the reporting code. Make a safety plan with somebody who directs."
        case (.structurallyUnsafe, .high):
            "Follow the reporting code and ask for safety to be directed. Look each week how safe it is."
        case (.structurallyUnsafe, .unknown): "Follow the reporting code, and find out what is not known."
        case (.acutelyUnsafe, .low): "Call 112, and see that the child is safe now."
        case (.acutelyUnsafe, .middle): "See that the child is safe now, and agree who is there today and tomorrow."
        case (.acutelyUnsafe, .high): "See that the child is safe now, and do not leave it alone with who is dangerous."
        case (.acutelyUnsafe, .unknown): "See that the child is safe now. Then find out what is not known."
        }
    }
}
