// What runs in the page while it is measured: real key presses come in from outside, their times are taken here.

/**
 * Installed before the page's own scripts. `heng.arm(what)` waits for the next key press; `heng.done()` gives the milliseconds from
 * the key press event (the browser's own stamp) to the frame that shows the answer to it. The answer is there when the page has said
 * first that it waits and then that it is answered, and when what else `what` asks for is on the page.
 */
export function timer() {
  const WAITING = { selector: '[data-evaluated]', attribute: 'data-evaluated', yes: 'yes' }
  const EVERYONE = { selector: '[data-everyone]', attribute: 'data-everyone', yes: 'settled' }
  const state = { pressed: null, waited: false, answered: null, watched: WAITING, errors: null, settle: null, done: null }
  const read = ({ selector, attribute }) => document.querySelector(selector)?.getAttribute(attribute)
  const errors = () => document.querySelectorAll('.monaco-editor .squiggly-error').length > 0

  const look = () => {
    const yes = read(state.watched) === state.watched.yes
    if (window.heng.usable === null && read(WAITING) === 'yes') window.heng.usable = performance.now()
    if (state.pressed === null) return
    if (!yes) {
      state.waited = true
      state.answered = null
    } else if (state.waited && state.answered === null) state.answered = performance.now()
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-evaluated', 'data-everyone'] })

  const channel = new MessageChannel()
  channel.port1.onmessage = ({ data: { started } }) => {
    const shown = state.answered !== null && state.answered <= started && (state.errors === null || errors() === state.errors)
    if (shown) {
      state.settle(performance.now() - state.pressed)
      state.settle = null
      state.pressed = null
    } else frame()
  }
  // A message posted from a frame's callback is delivered once that frame is painted.
  const frame = () => requestAnimationFrame(() => {
    const started = performance.now()
    channel.port2.postMessage({ started })
  })

  addEventListener('keydown', (event) => {
    if (state.settle === null || state.pressed !== null) return
    state.pressed = event.timeStamp
    state.waited = false
    state.answered = null
    frame()
  }, { capture: true })

  window.heng = {
    usable: null,
    arm: ({ everyone = false, errors: wanted = null }) => {
      state.watched = everyone ? EVERYONE : WAITING
      state.errors = wanted
      state.done = new Promise((resolve) => { state.settle = resolve })
    },
    done: () => state.done,
  }
}
