import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { fetchPage } from './pages.ts'

export type BodySectionProps = { bodyId: string; canChange: boolean }

/** What later slices show on the page of a body, in order: to add one, add a line. */
const bodySections = [lazy(fetchPage(() => import('../people/PostsSection.tsx').then(({ PostsSection }) => ({ default: PostsSection }))))]

/** The sections of the page of a body that belong to other slices. */
export const BodySections = (props: BodySectionProps) =>
  bodySections.map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={<Skeleton active title={false} />}>
      <Section {...props} />
    </Suspense>
  ))
