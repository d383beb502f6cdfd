import type { Place } from '../../ui/links.tsx'

type Search = Record<string, string | undefined>

/** Where a receipt is shown; with `act`, the form of that step stands open. */
export const receiptPlace = (receiptId: string, act?: string): Place => ({
  to: '/receipts/$receiptId',
  params: { receiptId },
  ...(act ? { search: { act } } : {}),
})

/** Where the list behind a number begins on the page, below the numbers. */
export const listAnchor = 'danh-sach'

/** The dissemination of a directive: the branches under a body, or the list behind a number, from its top. */
export const disseminationPlace = (directiveId: string, search: Search = {}): Place => ({
  to: '/directives/$directiveId',
  params: { directiveId },
  search: { tab: 'dissemination', ...search },
  ...(search.view && search.view !== 'branches' ? { hash: listAnchor } : {}),
})
