/** The code of a page could not be fetched: the server is away, or has a newer version. */
export class PageError extends Error {}

/** Fetches the code of a page; failing, it says so in the product's own way. */
export const fetchPage =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  () =>
    load().catch((error: unknown) => {
      throw new PageError('the code of the page did not come', { cause: error }) // the router knows the browser's own sentence, and would reload at once
    })
