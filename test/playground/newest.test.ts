import { expect, test } from 'vitest'
import { amountsOf, figureIn, linesOf, retype, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

test('keys faster than answers: what stands there in the end is about the last text', async () => {
  const { page } = await open()
  const before = await amountsOf(page, '6.1')
  await retype(page, '6.1', 0, '45')
  const typed = await amountsOf(page, '6.1')
  await retype(page, '6.1', 0, '30')
  expect(await amountsOf(page, '6.1')).toEqual(before)
  await figureIn(page, '6.1').focus()
  // All of them before the page can answer one.
  await figureIn(page, '6.1').evaluate(async (field) => {
    for (let press = 0; press < 15; press += 1) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }))
      await Promise.resolve()
    }
  })
  await settled(page)
  expect(await figureIn(page, '6.1').inputValue()).toBe('45')
  expect(await topLine(page).textContent()).toContain('由30%提高到45%')
  expect(await amountsOf(page, '6.1')).toEqual(typed)
  expect(typed).not.toEqual(before)
})

test('while the worker has not answered, the page says that it waits', async () => {
  const { page } = await open()
  const said = await figureIn(page, '6.1').evaluate(async (field) => {
    const root = document.querySelector<HTMLElement>('[data-evaluated]')
    const states: (string | undefined)[] = []
    new MutationObserver(() => states.push(root?.dataset['evaluated'])).observe(root ?? document, { attributes: true, attributeFilter: ['data-evaluated'] })
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }))
    while (states.at(-1) !== 'yes') await new Promise((resolve) => { setTimeout(resolve) })
    return states
  })
  expect(said).toEqual(['no', 'yes'])
})

test('an amount of another clause is the same before and after, and one edit after another is counted from the saved text', async () => {
  const { page } = await open()
  const [first] = await page.locator('[data-applicant]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-applicant') ?? ''))
  const others = async () => (await linesOf(page, first ?? '')).filter(({ clause }) => clause !== '6.1').map(({ clause, subject, committed, possible }) => [clause, subject, committed, possible])
  const before = await others()
  await retype(page, '6.1', 0, '40')
  await retype(page, '6.1', 0, '50')
  expect(await others()).toEqual(before)
  expect(await topLine(page).textContent()).toContain('由30%提高到50%')
})
