import type { Text } from '../explain/text.ts'

/** The command was given wrongly, or what it was given cannot be read: exit code 2, with words instead of a stack. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}
