// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A part that pages are made of: a value with what is shown, that prints itself.
///
/// Its named examples feed the ``Storybook``, the snapshot tests and the tests with assistive technology. Texts come
/// in finished; what a component says by itself it takes from the language it was given.
package protocol Component: Hashable, Sendable {
    /// The part as markup.
    var html: HTML { get }

    /// One example per state that looks different, named by that state.
    static var examples: [(name: String, value: Self)] { get }
}
