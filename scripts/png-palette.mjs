// Writes a picture with at most 256 colours as a PNG: a page of text comes to a third of its size, and reads the same.
import { crc32, deflateSync } from 'node:zlib'

const MOST = 256
const STEP = 4
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type, data) {
  const head = Buffer.from(type, 'latin1')
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(data, crc32(head)))
  return Buffer.concat([length, head, data, check])
}

const colour = (rgba, at) => {
  const near = (value) => Math.min(255, Math.round(value / STEP) * STEP)
  return (near(rgba[at]) << 16) | (near(rgba[at + 1]) << 8) | near(rgba[at + 2])
}

const distance = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)

/** The most frequent colours, then those that are seldom but like none of these: a red mark among much grey. */
function paletteOf(byCount) {
  const palette = byCount.slice(0, MOST / 2).map(([each]) => each)
  const rest = byCount.slice(MOST / 2).map(([each, count]) => ({ each, count, far: Math.min(...palette.map((other) => distance(each, other))) }))
  while (palette.length < MOST && rest.length > 0) {
    const next = rest.reduce((best, one) => (one.count * one.far > best.count * best.far ? one : best))
    if (next.far === 0) break
    palette.push(next.each)
    for (const one of rest) one.far = Math.min(one.far, distance(one.each, next.each))
  }
  return palette
}

/** @param {Uint8Array} rgba four bytes a pixel, all of them opaque */
export function palettePng(rgba, width, height) {
  const counts = new Map()
  for (let at = 0; at < rgba.length; at += 4) {
    const each = colour(rgba, at)
    counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  const palette = paletteOf([...counts].sort((a, b) => b[1] - a[1]))
  const index = new Map(palette.map((each, at) => [each, at]))
  for (const each of counts.keys()) {
    if (!index.has(each)) index.set(each, palette.reduce((best, other, at) => (distance(each, other) < distance(each, palette[best]) ? at : best), 0))
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = index.get(colour(rgba, (y * width + x) * 4))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
