// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The steps of this storey's schema, in their order.
package let peopleMigrations: [Migration] = [
    migration0001Accounts,
    migration0002Sessions,
    migration0003Forms,
    migration0004Organisations,
    migration0005DemoPeople,
    migration0006Promises,
    migration0007Installation,
    migration0008Credentials,
    migration0009SignIns,
    migration0010KeptPromises,
    migration0012Cards,
    migration0013Passkeys,
    migration0014PasskeyAnswers,
    migration0016Notices,
    migration0017CardNotices,
    migration0018Administrators,
    migration0019Skills,
    migration0094CalendarFeeds,
    migration0110PromiseOutlines,
    migration0171Norms,
    migration0172Inboxes,
    migration0180OrganisationPhones,
    migration0184InboxKinds,
]
