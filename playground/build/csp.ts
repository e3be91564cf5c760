import type { Plugin } from 'vite'

/**
 * No eval, no inline script, nothing from another host. Styles may be inline: without them Monaco loses its layout.
 * 'wasm-unsafe-eval' is for the solver.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export function cspPlugin(): Plugin {
  return {
    name: 'heng-csp',
    apply: 'build',
    // Written as text: as an attribute of a tag the quotation marks would come out as entities, and servers read it from here.
    transformIndexHtml: (html) => html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`),
  }
}
