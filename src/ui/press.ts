/** A press that moves further than so many pixels drags or marks words, and is no click. */
const still = 6

const pressable = 'button, a[href], summary, label, input[type="checkbox"], input[type="radio"], [role="tab"], [role="menuitem"], [role="option"]'

/**
 * What is pressed is what acts, on every page: leaving a cell, or what somebody else does, may push a button from under the pointer between pressing and letting go.
 * The browser then gives the click to whatever holds both places; it is given back to the button that was pressed.
 */
export function keepPresses(): void {
  let pressed: { on: HTMLElement; x: number; y: number } | undefined
  addEventListener(
    'mousedown',
    ({ target, button, clientX: x, clientY: y }) => {
      const on = target instanceof Element && button === 0 ? target.closest<HTMLElement>(pressable) : null
      pressed = on ? { on, x, y } : undefined
    },
    { capture: true },
  )
  addEventListener(
    'click',
    (event) => {
      const from = pressed
      pressed = undefined
      const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      if (!from?.on.isConnected || !event.isTrusted || event.detail === 0 || hasModifier) return
      if (!(event.target instanceof Node) || from.on.contains(event.target)) return
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > still) return
      event.stopImmediatePropagation()
      event.preventDefault()
      from.on.click()
    },
    { capture: true },
  )
}
