// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why sealed values, or the keys to them, can't be had.
package enum VaultError: Error, Equatable {
    /// A sealed value was changed, moved, or is of another key.
    case damaged
    /// The key store can't be opened with this store key: an old copy of either, or of another installation.
    case wrongStoreKey
    /// There is no key store, or no store key, where it should be.
    case missing(String)
    /// The key store could not be read or written now.
    case unavailable(String)
    /// What stands where the key store should be is not what we wrote.
    case corrupt(String)
    /// A key store or store key stands where a new one should come.
    case exists(String)
    /// Keys are being erased or wrapped anew by another process.
    case busy
    /// A key can't be made or erased under this name.
    case noPart(String)

    /// What is the matter and what to do, for whoever works at the command line.
    package var message: String {
        switch self {
        case .damaged:
            "A sealed value does not open: it was changed or moved. Run `rondom verify` to see what else was."
        case .wrongStoreKey:
            "The store key does not fit the key store: one of the two is an old copy, or of another installation. "
                + "Put the newest key store and the newest store key beside each other; older copies stay closed for good."
        case .missing(let what):
            "There is no \(what). Check the setting, or bring it back from where it is kept; without it nothing opens."
        case .unavailable(let why):
            "The key store can't be used now: \(why). Check that it runs, that the disk has room and that it may be written."
        case .corrupt(let why):
            "The key store is damaged: \(why). Put the newest copy of it back from the back-up."
        case .exists(let what):
            "There is already a \(what). Nothing was changed; use it, or choose another place for the new one."
        case .busy:
            "Keys are being erased or wrapped anew by another process. Wait until it is done, then try again."
        case .noPart(let id):
            "‘\(id)’ is not the name of a part's key."
        }
    }
}
