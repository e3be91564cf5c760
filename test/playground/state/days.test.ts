import { expect, test } from 'vitest'
import { daysFrom } from '../../../playground/state/days.ts'

test('the folder says for which day its dossiers are made; what cannot be read is left aside', () => {
  expect(daysFrom({ 'dossiers/days.json': '{"on": "2028-12-20", "asIfPublished": "2027-01-01"}' })).toEqual({ on: '2028-12-20', asIfPublished: '2027-01-01' })
  const usual = daysFrom({})
  expect(daysFrom({ 'dossiers/days.json': '{"on": "2028-02-30"}' })).toEqual(usual)
  expect(daysFrom({ 'dossiers/days.json': 'x' })).toEqual(usual)
})
