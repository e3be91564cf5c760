import { parseDate } from '../../src/values/date.ts'
import type { Texts } from './catalogue.ts'

/** The day of application that results are for, and the day of publication that is supposed of a draft. */
export interface Days {
  readonly on: string
  readonly asIfPublished: string
}

/** What a policy's folder may say of its sample dossiers: the day that they are made for. */
export const DAYS_FILE = 'dossiers/days.json'
const USUAL: Days = { on: '2026-06-30', asIfPublished: '2026-01-01' }

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export const isDay = (text: unknown): text is string => typeof text === 'string' && parseDate(text) !== null

/** The days that suit a policy's sample dossiers; the usual ones where its folder says none, or none that can be read. */
export function daysFrom(others: Texts): Days {
  const text = others[DAYS_FILE]
  if (text === undefined) return USUAL
  try {
    const { on, asIfPublished }: Partial<Record<string, unknown>> = JSON.parse(text)
    return { on: isDay(on) ? on : USUAL.on, asIfPublished: isDay(asIfPublished) ? asIfPublished : USUAL.asIfPublished }
  } catch {
    return USUAL
  }
}
