#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/src/cli/main.js', import.meta.url)

if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('衡还没有编译。请先在这个文件夹运行：npm start\nHeng is not built yet. Run this first, in its folder: npm start\n')
  process.exit(2)
}
const { main } = await import(built.href)
await main()
