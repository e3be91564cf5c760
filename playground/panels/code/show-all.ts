import { signal } from '@preact/signals'

/** All statements as one scroll in the order of the text, or the clause in focus alone. */
export const showAll = signal(false)
