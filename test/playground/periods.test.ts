import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { linesOf, useBrowser } from './page.ts'

const open = useBrowser()

test('months that are alike are one row, which opens into a line for each; each line says what it gives', async () => {
  const { page, troubles } = await open({ query: '?policy=model-compute-vouchers&version=model-text&clause=3.1' })
  const run = page.locator('[data-run]:visible:has(.run-sum)').first()
  await run.waitFor()
  const months = Number(await run.getAttribute('data-run'))
  expect(months).toBeGreaterThan(1)
  expect(await run.locator('.line-row').first().textContent()).toMatch(/\d{4}年\d+月至/)
  expect(await run.locator('.run-sum').textContent()).toMatch(/^每月.+，共.+元$/)
  const applicant = (await run.locator('xpath=ancestor::*[@data-applicant]').getAttribute('data-applicant')) ?? ''
  const periods = await run.locator('[data-clause="3.1"]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-period')))
  expect(new Set(periods).size).toBe(months)
  const inAll = (await run.locator('[data-clause="3.1"]').evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute('data-committed'))))).reduce((sum, each) => sum + each, 0)
  expect(await run.locator('.line-row .amount').first().textContent()).toContain(`${inAll / 1_000_000}万元`)
  const lines = (await linesOf(page, applicant)).filter(({ clause }) => clause === '3.1')
  expect(lines.length).toBeGreaterThanOrEqual(months)
  for (const { standing, committed, possible } of lines) expect([standing, committed, possible].every((text) => text !== '')).toBe(true)
  const first = run.locator('.run-lines > li').first()
  expect(await first.isVisible()).toBe(false)
  await run.locator('.why').first().click()
  expect(await first.isVisible()).toBe(true)
  await first.locator('.why').click()
  await expect.poll(() => first.locator('.reasoning').textContent()).toMatch(/原文/)
  expect(await seriousProblems(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('months that change alike are one row of the changes, with what they come to', async () => {
  const { page, troubles } = await open({ query: '?policy=model-compute-vouchers&version=model-text&clause=3.1' })
  await page.locator('[data-segment="3.1"] .figure-field').first().focus()
  await page.keyboard.press('ArrowUp')
  await page.click('[data-tab="changes"]')
  const rows = page.locator('[data-affected="V02"] [data-why="3.1 L1"]')
  await rows.first().waitFor()
  // 420 square metres at 20 and at 21 yuan, in each of two months.
  expect(await rows.count()).toBe(1)
  expect(await rows.textContent()).toMatch(/L1 2026年5月至6月.*420/)
  const total = page.locator('[data-affected="V02"] .card-total')
  expect(await total.textContent()).toContain('1,517,640元')
  expect(troubles).toEqual([])
})
