import { expect, test } from 'vitest'
import { decodeLink, encodeLink } from '../../playground/share/link.ts'
import { amountsOf, clauseText, figureIn, retype, settled, useBrowser } from './page.ts'

const open = useBrowser()

test('a link opens the same draft for another visitor', async () => {
  const { page } = await open()
  await retype(page, '6.1', 0, '40')
  const amounts = await amountsOf(page, '6.1')
  await page.click('[data-menu="share"] summary')
  await expect.poll(() => page.locator('.share-link').inputValue()).toContain('#draft=')
  const link = new URL(await page.locator('.share-link').inputValue())
  expect(link.href).not.toContain('示例企业')
  const { page: other, troubles } = await open({ query: link.search + link.hash })
  await expect.poll(() => figureIn(other, '6.1').inputValue(), { timeout: 20_000 }).toBe('40')
  await settled(other)
  expect(await clauseText(other).inputValue()).toContain('给予 40%')
  expect(await amountsOf(other, '6.1')).toEqual(amounts)
  expect(other.url()).not.toContain('#draft')
  expect(troubles).toEqual([])
})

test('a broken link opens the saved text and says so', async () => {
  const { page, troubles } = await open({ query: '#draft=q1ZKzU' })
  expect(await page.locator('[data-received="broken"]').count()).toBe(1)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  expect(troubles).toEqual([])
})

/** Fills in a dossier of one's own: an enterprise with one talent project, in the browser's storage as the form leaves it. */
const OWN = { applicants: [{ id: '甲公司', facts: { 单位类型: '企业' }, matters: [{ kind: '人才项目', id: 'T1', facts: { 从市外柔性引进: true, 以项目合作方式: true, 项目编号: 'X', 人才编号: 'R', 实付工薪: 1000000, 应用场景: { state: 'not-applicable' } } }] }] }

test('dossiers are in a link when that is ticked, and not otherwise', async () => {
  const { page } = await open()
  await page.setInputFiles('[data-action="import-dossiers"]', { name: 'd.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(OWN)) })
  await page.waitForSelector('[data-applicant="甲公司"]')
  await retype(page, '6.1', 0, '40')
  const amounts = await amountsOf(page, '6.1')
  const link = async (): Promise<URL> => {
    await expect.poll(() => page.locator('.share-link').inputValue()).toContain('#draft=')
    return new URL(await page.locator('.share-link').inputValue())
  }
  await page.click('[data-menu="share"] summary')
  const tick = page.locator('[data-action="share-dossiers"]')
  expect(await tick.isChecked()).toBe(false)
  const plain = await link()
  expect(JSON.stringify(decodeLink(plain.hash))).not.toContain('甲公司')
  await tick.check()
  await expect.poll(async () => (await link()).href.length).toBeGreaterThan(plain.href.length)
  const full = await link()
  expect(await page.locator('[data-menu="share"] [role="alert"]').textContent()).toContain('得到链接的人都能看到')
  // The tick is for this once.
  await page.keyboard.press('Escape')
  await expect.poll(() => tick.isChecked()).toBe(false)
  await page.click('[data-menu="share"] summary')
  expect(await tick.isChecked()).toBe(false)

  const { page: other, troubles } = await open({ query: full.search + full.hash })
  await other.waitForSelector('[data-applicant="甲公司"]')
  await settled(other)
  expect(await other.locator('[data-received="opened"]').textContent()).toContain('1 份企业材料')
  await expect.poll(() => amountsOf(other, '6.1')).toEqual(amounts)
  expect(troubles).toEqual([])
  const { page: third } = await open({ query: plain.search + plain.hash })
  await expect.poll(() => figureIn(third, '6.1').inputValue()).toBe('40')
  expect(await third.locator('[data-applicant="甲公司"]').count()).toBe(0)
})

test('a link whose base has changed opens what fits and names what does not', async () => {
  const was = { statements: [{ key: 'clause 6.1', was: '0000000000', text: '条款 6.1 别的 (other)' }], sentences: [{ key: '5.4', was: 'ffffffffff', text: '别的。' }], added: [], removed: [] }
  const { page } = await open()
  await retype(page, '1.1', 0, '30')
  await page.click('[data-menu="share"] summary')
  await expect.poll(() => page.locator('.share-link').inputValue()).toContain('#draft=')
  const good = decodeLink(new URL(await page.locator('.share-link').inputValue()).hash)
  if (good === null) throw new Error('the link is broken')
  const both = { statements: [...good.patch.statements, ...was.statements], sentences: [...good.patch.sentences, ...was.sentences], added: [], removed: [] }
  const { page: other, troubles } = await open({ query: encodeLink({ patch: both, base: 'another', dossiers: [] }) })
  await expect.poll(() => figureIn(other, '1.1').inputValue()).toBe('30')
  const note = await other.locator('[data-received="opened"]').textContent()
  expect(note).toContain('没有套用：6.1、5.4')
  expect(note).not.toContain('clause')
  expect(await figureIn(other, '6.1').inputValue()).toBe('30')
  const { page: third } = await open({ query: encodeLink({ ...good, base: 'another' }) })
  await expect.poll(() => third.locator('[data-received="opened"]').textContent()).toContain('仍都适用')
  const { page: last } = await open({ query: `?policy=no-such-policy&version=1${encodeLink(good)}` })
  expect(await last.locator('[data-received="elsewhere"]').textContent()).toContain('no-such-policy')
  expect(await figureIn(last, '1.1').inputValue()).toBe('20')
  expect(troubles).toEqual([])
})

test('nothing in a link runs: neither as markup nor as code', async () => {
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
  const sentence = `${evil}“]]>javascript:alert(1)`
  const dossier = { id: evil, facts: { 名称: evil }, matters: [{ kind: evil, id: evil, facts: {} }] }
  const link = encodeLink({ patch: { statements: [{ key: evil, was: '0', text: evil }], sentences: [{ key: sentence, was: '0', text: sentence }], added: [{ file: 'measure-6.heng', after: null, text: `条款 9.9 「${evil}」 (evil)\n  依据 “${evil}”\n  给予 1万元` }], removed: [] }, base: evil, dossiers: [dossier] })
  const { page, troubles, requests } = await open({ query: `?policy=${encodeURIComponent(evil)}&clause=${encodeURIComponent(evil)}` })
  expect(await page.locator('[data-received="elsewhere"]').textContent()).toContain('<img')
  const { page: other, troubles: more } = await open({ query: link })
  await other.waitForSelector('[data-received="opened"]')
  await settled(other)
  for (const tab of ['everyone', 'figures', 'changes', 'readings', 'findings', 'applicants']) {
    await other.click(`[data-tab="${tab}"]`)
    await other.waitForTimeout(150)
  }
  for (const each of [page, other]) {
    expect(await each.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await each.locator('#app img, #app script').count()).toBe(0)
  }
  expect([...troubles, ...more]).toEqual([])
  expect(requests.every((each) => each.startsWith('http://localhost') || each.startsWith('data:') || each.startsWith('blob:'))).toBe(true)
})
