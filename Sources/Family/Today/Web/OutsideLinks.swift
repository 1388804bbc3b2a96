// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension Link {
    /// Where a promise is kept that lies at a desk, outside every family.
    static func outside(_ promise: Promise) -> Link {
        let subject = promise.subject
        return switch subject.kind {
        case CareReport.subjectKind: .careReport(ID(stored: subject.id))
        case KeptReportMessage.subjectKind: .reportMessages
        case GuestRequest.subjectKind: .guestRequest(ID(stored: subject.id))
        case OutsideReferral.subjectKind: .outsideReferral(ID(stored: subject.id))
        case DirectReferral.subjectKind: .directReferrals
        case Referral.subjectKind: .referral(ID(stored: subject.id))
        default: .consult(ID(stored: subject.id))
        }
    }
}
