import type { Server } from 'node:http'

export function fileOf(site: string, address: string): string | null
export function servePlayground(options?: { readonly site?: string; readonly port?: string; readonly host?: string }): Promise<{ readonly server: Server; readonly address: string }>
