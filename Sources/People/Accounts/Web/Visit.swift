// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// One request: who asks, in which language, when.
///
/// ``Sessions`` fills it in; before that it is nobody's.
package struct Visit: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package internal(set) var signedIn: SignedIn?
    package internal(set) var language: Language = .nl
    package internal(set) var now = Moment(milliseconds: 0)
    /// The address asked for, to come back to.
    package internal(set) var address: Link = "/"
    /// The form token of this session.
    package internal(set) var token: String?
    /// The network address the request came from, for the access log.
    package internal(set) var from = ""
    /// What was typed on this page when the session was over, to be filled in again.
    package internal(set) var typed: FormBody?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        from = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The one who asks.
    ///
    /// - Throws: ``SignInNeeded``, which ``Sessions`` turns into the sign-in page and from there back here.
    package func account() throws(SignInNeeded) -> Account {
        guard let signedIn else { throw SignInNeeded() }
        return signedIn.account
    }

    package var today: Day { now.day }

    /// On whose behalf it is asked; nobody's for who is not signed in.
    package var behalf: Behalf { signedIn?.session.behalf ?? .theOnlyOne }

    /// The identifier in a step of the path.
    ///
    /// - Throws: ``Problem/notFound`` when it is none.
    package func id<Subject>(_ name: String, _: Subject.Type = Subject.self) throws(Problem) -> ID<Subject> {
        guard let id = coreContext.parameters.get(name).flatMap({ ID<Subject>($0) }) else { throw .notFound }
        return id
    }
}

/// Nobody is signed in, and somebody should be.
package struct SignInNeeded: Error, Hashable {}
