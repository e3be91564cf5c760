import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { heng } from './cli/heng.ts'

const blocks = (text: string, language: string): readonly string[] => [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '')

describe.each(['README.md', 'README.zh-CN.md'])('%s', (document) => {
  const text = readFileSync(document, 'utf8')

  it('has an embedding example that runs as written', () => {
    execFileSync(process.execPath, ['scripts/ensure.mjs'], { stdio: 'ignore' })
    const [example = ''] = blocks(text, 'js')
    mkdirSync('reports', { recursive: true })
    const file = `reports/${document}.mjs`
    writeFileSync(file, example)
    const out = execFileSync(process.execPath, [file], { encoding: 'utf8' })
    rmSync(file)
    expect(out).toMatch(/^\d+n\n$/)
    expect(example.trim().split('\n')).toHaveLength(9)
  }, 120_000)

  it('shows commands that run', async () => {
    const commands = blocks(text, 'sh').flatMap((block) => block.split('\n')).filter((line) => line.startsWith('node bin/heng.js'))
    expect(commands.length).toBeGreaterThan(3)
    for (const command of commands) {
      const args = command.replace(/ +#.*$/, '').split(/ +/).slice(2)
      expect([command, await heng(...args)]).toMatchObject([command, { code: 0, err: '' }])
    }
  })
})

it('both READMEs embed the same way', () => {
  const [en, zh] = ['README.md', 'README.zh-CN.md'].map((document) => blocks(readFileSync(document, 'utf8'), 'js')[0]?.replace(/\/\/.*/, ''))
  expect(zh).toBe(en)
})
