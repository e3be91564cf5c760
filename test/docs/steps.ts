import { readFileSync } from 'node:fs'

/**
 * A block of a guide: a file to write (```heng policy.heng, ```json dossiers/applicants.json), a command (```sh), what the command before it
 * prints (```text; after a line “…” each of the lines, in their order), what a person does on the page (```page).
 */
export interface Step {
  readonly language: string
  readonly file: string
  readonly text: string
}

export const stepsOf = (document: string): readonly Step[] =>
  [...readFileSync(document, 'utf8').matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', file = '', text = '']) => ({ language, file, text }))

/** The same files and commands, in whichever language the guide is written. */
export const alike = (document: string): readonly Step[] =>
  stepsOf(document).filter(({ language, file }) => file !== '' || language === 'sh').map((step) => ({ ...step, text: step.text.replace(/--lang \w+/g, '') }))
