import { Button } from 'antd'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { type Place, PlaceLink } from './links.tsx'
import { useNarrow } from './useNarrow.ts'
import { useWords } from './useWords.tsx'
import { Whole, whole } from './whole.tsx'
import { words } from './words.ts'

type Crumb = { label: string; place: Place }

/** A title of more letters than this is a sentence, set smaller. */
const longTitle = 140

/** The frame of every page: where one is, the title, one sentence on what it is for, and what can be done here. */
export function Page({
  title,
  trail = [],
  description,
  actions,
  badge,
  children,
}: {
  title: string
  trail?: Crumb[]
  description?: ReactNode
  actions?: ReactNode
  badge?: ReactNode
  children: ReactNode
}) {
  const t = useWords(words)
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <div className="page">
      {trail.length > 0 && (
        <nav aria-label={t('breadcrumb')} className="trail">
          <ol>
            {trail.map(({ label, place }) => (
              <Fragment key={`${label}${place.to}`}>
                <li>
                  <PlaceLink place={place}>{whole(label)}</PlaceLink>
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div className="page-title">
          <h1 className={title.length > longTitle ? 'is-long' : undefined}>
            <LongWords key={title} words={title} />
            {badge && <span className="page-badge">{badge}</span>}
          </h1>
          {description && <div className="page-description">{whole(description)}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** The words of a heading; on a telephone long ones show their beginning, until asked for, so that what can be done stays in sight. */
function LongWords({ words: said }: { words: string }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const isCut = useNarrow() && said.length > longTitle && !isOpen
  if (!isCut) return whole(said)
  return (
    <>
      <span className="title-cut">{whole(said)}</span>
      <Button type="link" size="small" className="title-more" onClick={() => setOpen(true)}>
        {t('wholeTitle')}
      </Button>
    </>
  )
}

/** A part of a page with its own heading; `actions` stand at its right. */
export function Section({ title, actions, children }: { title?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      {(title || actions) && (
        <div className="section-head">
          {title && <h2>{title}</h2>}
          {actions && <div className="page-actions">{actions}</div>}
        </div>
      )}
      <Whole>{children}</Whole>
    </section>
  )
}

/** Facts as pairs of a name and a value, in columns that fold on a narrow screen. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{whole(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
