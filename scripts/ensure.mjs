// Makes the checkout ready to run: packages installed as the lock file says, dist/ newer than the sources.
// Plain Node with nothing installed, so that `npm start` and `npm test` work on a fresh clone.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'dist/.built')
const OLDEST_NODE = 20

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)

/** Everything below a folder, as paths from the root of the checkout. */
export function filesBelow(folder) {
  const start = join(ROOT, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/'))
}

/** Runs a program of this checkout's node_modules with this Node; what it prints goes to stderr, so that stdout holds results only. */
export function runNode(script, args, options = {}) {
  const run = spawnSync(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], ...options })
  return run.status ?? 1
}

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

function npm(args) {
  const script = process.env.npm_execpath
  const run = script !== undefined && /\.[cm]?js$/.test(script)
    ? spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  return run.status ?? 1
}

export function install() {
  const installed = modified(join(ROOT, 'node_modules/.package-lock.json'))
  if (installed !== 0 && installed >= modified(join(ROOT, 'package-lock.json'))) return
  process.stderr.write('安装依赖（npm ci）… / installing packages …\n')
  if (npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    stop('npm ci 没有成功：请检查网络或 npm 的镜像设置后重试。\nnpm ci failed: check the network or npm’s registry setting, then run it again.')
  }
}

/** The files in dist/ that tsc makes of one source. */
const outputs = (source) => ['.js', '.js.map', '.d.ts'].map((ending) => `dist/${source.replace(/\.ts$/, ending)}`)

export function build({ force = false } = {}) {
  const sources = [...filesBelow('src'), ...filesBelow('grammar')].filter((path) => path.endsWith('.ts'))
  const newest = Math.max(...[...sources, 'tsconfig.json', 'node_modules/.package-lock.json'].map((path) => modified(join(ROOT, path))))
  const expected = new Set(sources.flatMap(outputs))
  const left = [...filesBelow('dist/src'), ...filesBelow('dist/grammar')].filter((path) => !expected.has(path))
  if (!force && left.length === 0 && modified(STAMP) > newest) return
  const started = Date.now()
  const status = runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json'])
  if (status !== 0) stop('编译没有通过，见上。/ The build failed, see above.')
  for (const path of left) rmSync(join(ROOT, path), { force: true })
  writeFileSync(STAMP, '')
  // A source that was saved while tsc ran is built again next time.
  if (newest > started) rmSync(STAMP)
}

const PAGE_STAMP = join(ROOT, 'dist/.playground-built')

/** The static site in dist/playground, when there is none or when anything that goes into it is newer. */
export function buildPlayground({ force = false } = {}) {
  const sources = ['playground', 'src', 'grammar', 'policies'].flatMap(filesBelow).filter((path) => !path.startsWith('src/cli/'))
  const newest = Math.max(...[...sources, 'node_modules/.package-lock.json'].map((path) => modified(join(ROOT, path))))
  if (!force && existsSync(join(ROOT, 'dist/playground/index.html')) && modified(PAGE_STAMP) > newest) return
  process.stderr.write('编译页面… / building the page …\n')
  const started = Date.now()
  if (runNode('node_modules/vite/bin/vite.js', ['build', '--config', 'playground/vite.config.ts', '--logLevel', 'error']) !== 0) stop('页面编译没有通过，见上。/ The page was not built, see above.')
  writeFileSync(PAGE_STAMP, '')
  if (newest > started) rmSync(PAGE_STAMP)
}

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) stop(`需要 Node ${OLDEST_NODE} 或更新的版本，这里是 ${process.versions.node}。\nNode ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  checkNode()
  install()
  const force = process.argv.includes('--build')
  build({ force })
  if (force) buildPlayground({ force })
}
