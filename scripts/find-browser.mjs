// Finds an installed Chrome, Chromium or Edge. Where there is none and one is root on a Debian system, Debian's packages are installed;
// elsewhere the one command that does is named, and the search fails. CHROME names a browser of one's own.
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
const PLACES = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => (process.env[name] === undefined ? [] : [join(process.env[name], 'Google/Chrome/Application/chrome.exe'), join(process.env[name], 'Microsoft/Edge/Application/msedge.exe')])),
}
const COMMANDS = { darwin: 'brew install --cask google-chrome', win32: 'winget install Google.Chrome', linux: 'sudo apt-get install -y chromium fonts-noto-cjk' }

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a browser that is there; null when none is. */
export function installedBrowser() {
  const own = process.env.CHROME
  if (own !== undefined && own !== '') return runs(own) ? own : null
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(runs) ?? null
}

/** The path of a browser, installed first where that can be done without asking anybody. Throws with the one command elsewhere. */
export function findBrowser() {
  const there = installedBrowser()
  if (there !== null) return there
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    console.error('没有找到浏览器，正在安装 chromium 与 fonts-noto-cjk / no browser found: installing chromium and fonts-noto-cjk')
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    const installed = installedBrowser()
    if (installed !== null) return installed
  }
  throw new Error(`没有找到 Chrome、Chromium 或 Edge，请先运行 / no Chrome, Chromium or Edge was found, run first: ${COMMANDS[process.platform] ?? COMMANDS.linux}`)
}

/** How browsers are started by the tests and the screenshots: nothing but the page is asked for over the network. */
export const BROWSER_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
