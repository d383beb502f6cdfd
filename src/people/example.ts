/** The password of every account of the example; no account outside it has one that is published. */
export const examplePassword = 'trien-khai-2013'
