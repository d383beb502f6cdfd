/** Puts the page's nonce on every style element that is made, also by a library that knows of none, so that the policy lets it in. */
export function signStyles(nonce: string): void {
  const make = document.createElement
  document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    const element = make.call(this, name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  } as typeof document.createElement
}
