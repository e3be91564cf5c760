import { parseDate, formatDate } from '../values/date.ts'
import { BadInput } from './misuse.ts'
import type { Given } from './verb.ts'

/** Today by the clock of this machine. */
export function today(): string {
  const now = new Date()
  return formatDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
}

/** The day that an option names; null when it is not given. Throws `BadInput` for a day that does not exist. */
export function dayOption(given: Given, name: string): string | null {
  const text = given.text(name)
  if (text === null) return null
  if (parseDate(text) === null) {
    throw new BadInput({ zh: `--${name} 的“${text}”不是存在的日期，请写成2026-01-31这样`, en: `“${text}” of --${name} is not a day that exists; write it like 2026-01-31` })
  }
  return text
}
