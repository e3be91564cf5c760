export const ROOT: string
export function build(options?: { readonly force?: boolean }): void
export function buildPlayground(options?: { readonly force?: boolean }): void
