import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { fetchPage } from './pages.ts'

export type BodySectionProps = { bodyId: string; canChange: boolean }

/** What later slices show on the page of a body, in order: to add one, add a line. */
const bodySections = [lazy(fetchPage(() => import('../people/PostsSection.tsx').then(({ PostsSection }) => ({ default: PostsSection }))))]

export type ObligationSectionProps = { obligationId: string; bodyId: string; isOverdue: boolean }

/** What later slices show on the page of an obligation, in order: to add one, add a line. */
const obligationSections = [
  lazy(() => import('../urging/urgings/ObligationUrgings.tsx').then(({ ObligationUrgings }) => ({ default: ObligationUrgings }))),
]

export type EvidenceOfferProps = {
  directiveId: string
  bodyId: string
  /** The words of the task. */
  text: string
  /** Puts words and files into the report that is being written. */
  take: (said: string, files: readonly File[]) => void
}

/** What later slices offer as evidence to whoever reports an obligation, in order: to add one, add a line. */
const evidenceOffers = [lazy(() => import('../dissemination/session/StudyEvidence.tsx').then(({ StudyEvidence }) => ({ default: StudyEvidence })))]

/** What other slices have on record that may be evidence in a report. */
export const EvidenceOffers = (props: EvidenceOfferProps) =>
  evidenceOffers.map((Offer, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={null}>
      <Offer {...props} />
    </Suspense>
  ))

export type ChangeSectionProps = {
  changeId: string
  /** It takes the directive back. */
  isEnding?: boolean
  /** For whoever it was sent to: whether they have still to answer. */
  own?: 'open' | 'answered'
}

/** What later slices show beside what a change of a directive does, in order: to add one, add a line. */
const changeSections = [lazy(() => import('../plans/following/PlansTouched.tsx').then(({ PlansTouched }) => ({ default: PlansTouched })))]

/** What a change of a directive does in other slices. */
export const ChangeSections = (props: ChangeSectionProps) =>
  changeSections.map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={null}>
      <Section {...props} />
    </Suspense>
  ))

export type LateProps = {
  what: 'plan' | 'receive' | 'pass-on' | 'study' | 'members' | 'make-up'
  thingIds?: string[] | undefined
  directiveId?: string | undefined
  underId?: string | undefined
  levels?: string[] | undefined
  words?: string | undefined
}

/** What later slices do about the late that a list shows, in order: to add one, add a line. */
const lateActs = [lazy(() => import('../urging/urgings/UrgeLate.tsx').then(({ UrgeLate }) => ({ default: UrgeLate })))]

/** What can be done about late plans or receipts: all that a list shows, or one by name. */
export const LateActs = (props: LateProps) =>
  lateActs.map((Act, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={null}>
      <Act {...props} />
    </Suspense>
  ))

/** The sections of the page of an obligation that belong to other slices. */
export const ObligationSections = (props: ObligationSectionProps) =>
  obligationSections.map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={null}>
      <Section {...props} />
    </Suspense>
  ))

/** The sections of the page of a body that belong to other slices. */
export const BodySections = (props: BodySectionProps) =>
  bodySections.map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={<Skeleton active title={false} />}>
      <Section {...props} />
    </Suspense>
  ))
