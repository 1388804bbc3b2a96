// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A field for longer text grows with what is written in it; rows are an attribute, so no style is set from here.
const grow = field => {
  const lines = field.value.split('\n').length + Math.floor(field.value.length / 60)
  field.rows = Math.min(Math.max(lines, Number(field.dataset.grow)), 16)
}
for (const field of document.querySelectorAll('[data-grow]')) {
  grow(field)
  field.addEventListener('input', () => grow(field))
}
