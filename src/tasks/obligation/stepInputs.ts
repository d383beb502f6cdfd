import { z } from 'zod'
import { type Event, endpoints, type State } from '../contract.ts'

const { takeStep } = endpoints
const content = z.string().trim().normalize('NFC').min(3).max(20_000)
const withContent = { ...takeStep, input: takeStep.input.extend({ text: content }) }
const withEvidence = { ...takeStep, input: takeStep.input.extend({ text: content, fileIds: z.array(z.uuid()).min(1).max(20) }) }
const withBodies = { ...takeStep, input: takeStep.input.extend({ text: content, bodyIds: takeStep.input.shape.bodyIds.unwrap().min(1) }) }

const withBody = { ...takeStep, input: takeStep.input.extend({ text: content, bodyIds: takeStep.input.shape.bodyIds.unwrap().min(1).max(1) }) }
const day = takeStep.input.shape.until.unwrap().unwrap()
const withDay = { ...takeStep, input: takeStep.input.extend({ until: day }) }
const withDayAndContent = { ...takeStep, input: takeStep.input.extend({ text: content, until: day }) }

const asked = {
  accept: takeStep,
  verify: takeStep,
  return: withContent,
  progress: withContent,
  report: withEvidence,
  'send-back': withContent,
  'take-back': withContent,
  'give-again': withContent,
  'give-on': withBody,
  withdraw: withContent,
  'hand-down': withBodies,
  opinion: withContent,
  'ask-extension': withDayAndContent,
  'grant-extension': withDay,
  'refuse-extension': withContent,
} satisfies Record<Event, unknown>

/** The step endpoint with what an event cannot do without, so that a form says it before sending. */
export const stepEndpoint = (event: Event): typeof takeStep => asked[event] as unknown as typeof takeStep

const mains: Partial<Record<State, Event>> = {
  given: 'accept',
  accepted: 'progress',
  'in-progress': 'progress',
  'sent-back': 'report',
  reported: 'verify',
  returned: 'give-again',
}

const order: readonly Event[] = [
  'accept',
  'verify',
  'grant-extension',
  'refuse-extension',
  'give-again',
  'give-on',
  'progress',
  'report',
  'send-back',
  'hand-down',
  'ask-extension',
  'opinion',
  'take-back',
  'return',
  'withdraw',
]

/** Events as they are offered: what moves the work on first, what ends it last. */
export const inOrder = (events: readonly Event[]): Event[] => order.filter((event) => events.includes(event))

/** The step that a state waits for. */
export const mainEvent = (state: State, events: readonly Event[]): Event | undefined => {
  if (state !== 'reported' && events.includes('grant-extension')) return 'grant-extension'
  const main = mains[state]
  return main && events.includes(main) ? main : undefined
}
