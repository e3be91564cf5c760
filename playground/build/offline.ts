import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Plugin } from 'vite'

export const OFFLINE = 'offline.js'

/**
 * The worker that keeps the page for times without a network. The page itself is asked for first, so that a newer one is seen; the files of
 * its build never change and are taken from what was kept. Nothing of an API is ever kept.
 */
const WORKER = `'use strict'
const CACHE = 'heng-VERSION'
const FILES = LIST
const HOME = new URL('./', self.location.href).href
const KEPT = new Set(FILES.map((file) => new URL(file, HOME).href))

async function keep() {
  const cache = await caches.open(CACHE)
  for (const address of [HOME, ...KEPT]) {
    if (await cache.match(address) === undefined) await cache.add(address).catch(() => undefined)
  }
}

async function page(request) {
  const cache = await caches.open(CACHE)
  try {
    return await fetch(request)
  } catch (problem) {
    const kept = await cache.match(HOME)
    if (kept === undefined) throw problem
    return kept
  }
}

async function file(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request.url)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone())
  return answer
}

async function clean() {
  for (const name of await caches.keys()) if (name.startsWith('heng-') && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(clean()))
self.addEventListener('message', (event) => { if (event.data === 'keep') event.waitUntil(keep()) })
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (KEPT.has(request.url)) event.respondWith(file(request))
})
`

/** Writes the worker with the list of the build's files. */
export function offlinePlugin(publicFolder: string): Plugin {
  return {
    name: 'heng-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = [...Object.keys(bundle).filter((file) => file !== 'index.html'), ...readdirSync(publicFolder)].sort()
      const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)
      this.emitFile({ type: 'asset', fileName: OFFLINE, source: WORKER.replace('VERSION', version).replace('LIST', () => JSON.stringify(files)) })
    },
  }
}
