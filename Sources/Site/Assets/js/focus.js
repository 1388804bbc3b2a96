// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A form that came back: its summary of errors gets the focus, so that it is the first thing read.
document.querySelector('[data-focus]')?.focus()
