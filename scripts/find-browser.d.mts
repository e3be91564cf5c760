export function installedBrowser(): string | null
export function findBrowser(): string
export const BROWSER_FLAGS: string[]
