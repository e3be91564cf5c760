export type Severity = 'error' | 'warning' | 'information'

/** What a code says: `{name}` is replaced from the facts; in English `name_en` is taken where there is one. */
export interface CodeEntry {
  readonly severity: Severity
  readonly zh: { readonly message: string; readonly hint: string }
  readonly en: { readonly message: string; readonly hint: string }
}

type Sides = readonly [message: string, hint: string]

const entry = (severity: Severity) => (zh: Sides, en: Sides): CodeEntry => ({
  severity, zh: { message: zh[0], hint: zh[1] }, en: { message: en[0], hint: en[1] },
})

export const error = entry('error')
export const warning = entry('warning')
