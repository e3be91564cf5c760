/** The part of a link behind `#`: `draft=` and the patch as JSON, UTF-8, deflated, in base64 that addresses may hold. */
export const PREFIX = '#draft='

/** What chat programs still take; above it a file is the better way. */
export const LONGEST_LINK = 8_000
