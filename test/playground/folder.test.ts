import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { playApi } from '../../src/cli/play/api.ts'
import { playFolder } from '../../src/cli/play/folder.ts'
import { builtSite, serve } from '../../src/cli/play/serve.ts'
import { seriousProblems } from './axe.ts'
import { clauseText, figureIn, retype, settled, useBrowser } from './page.ts'

const open = useBrowser()
const VERSION = 'consultation-draft'
let root = ''
let address = ''
let close = (): void => undefined

beforeAll(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'heng-folder-')), 'mine')
  cpSync('policies/suzhou-ai-plus', root, { recursive: true })
  const served = await serve({ site: builtSite(), port: '0', host: '127.0.0.1', handler: playApi(playFolder(root), 'token') })
  address = served.address
  close = () => void served.server.close()
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true })
})

const file = (name: string): string => readFileSync(join(root, VERSION, name), 'utf8')
const QUERY = `?policy=mine&version=${VERSION}&clause=6.1`

test('heng play: the page opens the folder and saves back into it, and never over a change of another', async () => {
  const { page, troubles } = await open({ address, query: `${QUERY}#play=token` })
  expect(page.url()).not.toContain('token')
  expect(await page.locator('.choosing select').first().inputValue()).toBe('mine')
  await retype(page, '6.1', 0, '40')
  await page.keyboard.press('Control+s')
  await expect.poll(() => page.locator('[data-folder-news]').textContent()).toMatch(/已保存：.*measure-6\.heng.*source\.txt|已保存：.*source\.txt/)
  expect(file('source.txt')).toContain('按引进人才实付工薪40%给予')
  expect(file('measure-6.heng')).toContain('给予 40%')
  await expect.poll(() => page.locator('[data-top-line]').textContent()).not.toContain('提高')

  await page.click('[data-action="language"]')
  await expect.poll(() => clauseText(page).inputValue()).toMatch(/^clause 6\.1/)
  await settled(page)
  await retype(page, '6.1', 0, '45')
  await page.click('[data-action="save"]')
  await expect.poll(() => file('measure-6.heng').includes('给予 45%'), { timeout: 20_000 }).toBe(true)
  await expect.poll(() => page.locator('[data-folder-news]').textContent()).toContain('Saved: ')
  expect(file('measure-6.heng')).not.toContain('clause 6.1')

  writeFileSync(join(root, VERSION, 'source.txt'), `${file('source.txt')}\n`)
  await retype(page, '6.1', 0, '50')
  await page.click('[data-action="save"]')
  await expect.poll(() => page.locator('[data-folder-news="bad"]').textContent()).toContain('changed elsewhere')
  expect(file('measure-6.heng')).toContain('给予 45%')
  expect(await figureIn(page, '6.1').inputValue()).toBe('50')
  expect(troubles.filter((each) => !each.includes('409'))).toEqual([])
})

test('heng play POLICY: the printed address opens the folder at its first clause, and what is saved is in it', async () => {
  const own = join(root, '..', 'played')
  cpSync('policies/suzhou-ai-plus', own, { recursive: true })
  const child = spawn(process.execPath, ['bin/heng.js', 'play', own], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      let out = ''
      child.on('error', reject).on('exit', () => reject(new Error(`it ended: ${out}`)))
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk
        const found = /(http:\S+)\s/.exec(out)?.[1]
        if (found !== undefined) resolve(found)
      })
    })
    const at = new URL(printed)
    const { page, troubles } = await open({ address: `${at.origin}/`, query: at.search + at.hash })
    await expect.poll(() => clauseText(page).inputValue()).toMatch(/^条款 1\.1 /)
    expect(new URL(page.url()).searchParams.get('policy')).toBe('played')
    await retype(page, '1.1', 0, '25')
    await page.click('[data-action="save"]')
    await expect.poll(() => page.locator('[data-folder-news]').textContent()).toContain('已保存')
    expect(readFileSync(join(own, VERSION, 'measure-1.heng'), 'utf8')).toContain('25万元')
    expect(troubles).toEqual([])
  } finally {
    child.kill()
    rmSync(own, { recursive: true })
  }
})

test('without the token the folder is not given away', async () => {
  const { page } = await open({ address, query: QUERY })
  expect(await page.locator('.choosing select').first().inputValue()).toBe('suzhou-ai-plus')
})

const version = (): Record<string, Uint8Array> => Object.fromEntries(['policy.heng', 'source.txt', ...[1, 2, 3, 4, 5, 6, 7, 8].map((each) => `measure-${each}.heng`)]
  .map((name) => [`own/${VERSION}/${name}`, new Uint8Array(readFileSync(join('policies/suzhou-ai-plus', VERSION, name)))]))

test('an archive is opened, and the draft leaves as one', async () => {
  const { page, troubles } = await open()
  await page.click('[data-menu="folder"] summary')
  expect(await seriousProblems(page)).toEqual([])
  await page.setInputFiles('[data-action="open-zip"]', { name: 'own.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(version())) })
  await expect.poll(() => page.locator('.choosing select').first().inputValue()).toBe('own')
  await settled(page)
  await retype(page, '6.1', 0, '40')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  expect(download.suggestedFilename()).toBe('own.zip')
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  expect(new TextDecoder().decode(files[`own/${VERSION}/measure-6.heng`])).toContain('给予 40%')
  expect(troubles).toEqual([])
})

test('a hostile archive is refused in words, and the page stays as it is', async () => {
  const { page, troubles } = await open()
  await page.click('[data-menu="folder"] summary')
  for (const hostile of [zipSync({ ...version(), '../../evil.heng': strToU8('x') }), strToU8('PK not an archive')]) {
    await page.setInputFiles('[data-action="open-zip"]', { name: 'evil.zip', mimeType: 'application/zip', buffer: Buffer.from(hostile) })
    await expect.poll(() => page.locator('[data-folder-news="bad"]').textContent()).toMatch(/不安全的路径|不是完好的/)
  }
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  expect(troubles).toEqual([])
})

test('a folder of this computer is opened and saved into', async () => {
  const { page, troubles } = await open({ init: () => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }) })
  const files = Object.fromEntries(Object.entries(version()).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  await page.evaluate(async (texts) => {
    for (const [path, text] of Object.entries(texts)) {
      let folder = await navigator.storage.getDirectory()
      const names = path.split('/').slice(1)
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true })
      const writable = await (await folder.getFileHandle(names.at(-1) ?? '', { create: true })).createWritable()
      await writable.write(text)
      await writable.close()
    }
  }, files)
  await page.click('[data-menu="folder"] summary')
  await page.click('[data-action="open-folder"]')
  await expect.poll(() => page.locator('[data-folder-news="good"]').count()).toBe(1)
  await settled(page)
  await retype(page, '6.1', 0, '40')
  await page.click('[data-action="save"]')
  await expect.poll(() => page.locator('[data-folder-news]').textContent()).toContain('已保存')
  const written = await page.evaluate(async (name) => (await (await (await (await navigator.storage.getDirectory()).getDirectoryHandle(name)).getFileHandle('measure-6.heng')).getFile()).text(), VERSION)
  expect(written).toContain('给予 40%')
  expect(troubles).toEqual([])
})

test('a model text is called so wherever it is named', async () => {
  const { page, troubles } = await open()
  await page.click('[data-tab="everyone"]')
  await page.waitForSelector('[data-everyone="settled"] [data-total-committed]')
  const model = Object.fromEntries(Object.entries(version()).map(([path, bytes]) => [path.replace(VERSION, 'model-text'), path.endsWith('policy.heng') ? strToU8(new TextDecoder().decode(bytes).replace('文本 征求意见稿', '文本 示范文本')) : bytes]))
  await page.click('[data-menu="folder"] summary')
  await page.setInputFiles('[data-action="open-zip"]', { name: 'own.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(model)) })
  const [policy, edition] = [page.locator('.choosing select').first(), page.locator('.choosing select').nth(1)]
  await expect.poll(() => policy.inputValue()).toBe('own')
  await settled(page)
  // It has neither a population nor applicants, and shows none of the policy before.
  await page.waitForSelector('[data-everyone="settled"]')
  expect(await page.locator('[data-total-committed]').count()).toBe(0)
  expect(await page.locator('.everyone').textContent()).toContain('没有 population.json')
  // Nothing was in focus: the first clause is.
  await expect.poll(() => clauseText(page).inputValue()).toMatch(/^条款 1\.1 /)
  expect(await policy.locator('option:checked').textContent()).toMatch(/（示范文本）$/)
  expect(await edition.locator('option:checked').textContent()).toBe('示范文本')
  expect(await page.locator('[data-caution]').textContent()).toContain('不是任何机关的文件')
  await expect.poll(() => page.title()).toContain('（示范文本）')
  await page.click('[data-menu="report"] summary')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="report-markdown"]')])
  const report = readFileSync(await download.path(), 'utf8')
  expect(report.split('\n')[0]).toContain('（示范文本）')
  expect(report).toContain('版本：示范文本；对照：已保存的文本。')
  await page.click('[data-action="language"]')
  await expect.poll(() => page.title()).toContain('(model text)')
  expect(await page.locator('[data-caution]').textContent()).toContain('no document of any authority')
  await policy.selectOption('suzhou-ai-plus')
  await expect.poll(() => page.locator('[data-caution]').count()).toBe(0)
  expect(troubles).toEqual([])
})
