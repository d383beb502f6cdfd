import type { ReceiptCounts, ReceiptEvent, ReceiptState } from './contract.ts'

/** In which part somebody acts on a receipt: the body it is of, or whoever sends (the sender, or the superior that passes it on). */
export type ReceiptPart = 'receiver' | 'sender'
type ReceiptMove = { from: ReceiptState; event: ReceiptEvent; to: ReceiptState; who: ReceiptPart; needs?: 'reason' | 'assignee' }

/** The codes of the national exchange of documents. */
export const codeOf: Record<ReceiptState, string> = {
  expected: '',
  arrived: '01',
  refused: '02',
  received: '03',
  assigned: '04',
  processing: '05',
  done: '06',
  recalled: '13',
}

/** The life of a receipt. A state and an event that are not here do not go together; what is done has no way back. */
export const receiptLife: readonly ReceiptMove[] = [
  { from: 'expected', event: 'send', to: 'arrived', who: 'sender' },
  { from: 'arrived', event: 'receive', to: 'received', who: 'receiver' },
  { from: 'arrived', event: 'refuse', to: 'refused', who: 'receiver', needs: 'reason' },
  { from: 'refused', event: 'send', to: 'arrived', who: 'sender', needs: 'reason' },
  { from: 'refused', event: 'receive', to: 'received', who: 'receiver' },
  { from: 'received', event: 'assign', to: 'assigned', who: 'receiver', needs: 'assignee' },
  { from: 'assigned', event: 'assign', to: 'assigned', who: 'receiver', needs: 'assignee' },
  { from: 'processing', event: 'assign', to: 'assigned', who: 'receiver', needs: 'assignee' },
  { from: 'received', event: 'start', to: 'processing', who: 'receiver' },
  { from: 'assigned', event: 'start', to: 'processing', who: 'receiver' },
  { from: 'assigned', event: 'finish', to: 'done', who: 'receiver' },
  { from: 'processing', event: 'finish', to: 'done', who: 'receiver' },
]

/** States in which a body has confirmed that it holds the directive. */
export const receivedStates: readonly ReceiptState[] = ['received', 'assigned', 'processing', 'done']
/** States from which accepting a task of the directive counts as receiving it. */
export const unreceivedStates: readonly ReceiptState[] = ['expected', 'arrived', 'refused']

/** The move an event makes from a state for somebody in these parts, or undefined. */
export const findReceiptMove = (state: ReceiptState, event: ReceiptEvent, parts: readonly ReceiptPart[]): ReceiptMove | undefined =>
  receiptLife.find((move) => move.from === state && move.event === event && parts.includes(move.who))

/** The events somebody in these parts may start now. */
export const receiptEventsFor = (state: ReceiptState, parts: readonly ReceiptPart[]): ReceiptEvent[] => [
  ...new Set(receiptLife.filter((move) => move.from === state && parts.includes(move.who)).map((move) => move.event)),
]

/** The one thing a body does next with what has arrived. */
export const nextReceiptEvent = (state: ReceiptState): ReceiptEvent | undefined =>
  (({ arrived: 'receive', received: 'assign', assigned: 'start', processing: 'finish' }) as Partial<Record<ReceiptState, ReceiptEvent>>)[state]

type Days = { receiveBy: string | null; studyBy: string | null }

/**
 * By when those to whom a directive is passed on are to receive and study it where whoever passes it on sets no days of its own; none of these may be later. The day to receive it is that of
 * the whole directive: whoever was asked sooner has used that time up. The day to study it by is that of whoever passes it on, unless it is past.
 */
export const daysBelow = (above: { studyBy: string | null; sentReceiveBy: string | null; sentStudyBy: string | null }, today: string): Days => ({
  receiveBy: above.sentReceiveBy,
  studyBy: above.studyBy !== null && above.studyBy >= today ? above.studyBy : above.sentStudyBy,
})

type Shade = 'none' | 'overdue' | 'few-overdue' | 'silent' | 'whole'

/** From this share of late bodies on a branch stands out among others that have one or two. */
const manyLate = 0.2
const lateShade = (late: number, all: number): Shade => (late / all >= manyLate ? 'overdue' : 'few-overdue')

/** How a branch of the cascade stands at a glance: nothing received, many or few silent past the day, some silent, all received. */
export function shadeOf({ expected, received, overdue, silent }: ReceiptCounts): Shade {
  if (expected === 0) return 'none'
  if (overdue > 0) return lateShade(overdue, expected)
  return silent > 0 || received < expected ? 'silent' : 'whole'
}

/** How a branch of the cascade stands by the plans its bodies were ordered to make: none ordered, many or few overdue, some lacking, all made. */
export function planShadeOf({ plansOwed, plansMade, plansOverdue }: ReceiptCounts): Shade {
  if (plansOwed === 0) return 'none'
  if (plansOverdue > 0) return lateShade(plansOverdue, plansOwed)
  return plansMade < plansOwed ? 'silent' : 'whole'
}

/** Whether a task is to have a directive studied or made known, so that a session held on it may be evidence of it. */
export const asksToStudy = (task: string): boolean => /học tập|quán triệt|phổ biến/iu.test(task.normalize('NFC'))

/** What of the files of a session shows that it was held: its minutes; where there are none, its photographs. */
export function evidenceOf<F extends { kind: string }>(files: readonly F[]): F[] {
  const minutes = files.filter(({ kind }) => kind === 'minutes')
  return minutes.length > 0 ? minutes : files.filter(({ kind }) => kind === 'photo')
}

/** A line of «Nơi nhận» that only says where a copy is kept. */
export const isArchiveLine = (line: string): boolean =>
  /^[-–+•*\s]*lưu(?![\p{L}])/iu.test(line.normalize('NFC')) && !/^[-–+•*\s]*lưu học sinh/iu.test(line)
