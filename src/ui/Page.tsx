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

/** The frame of every page: where one is, the title, one sentence on what it is for, and what can be done here. On a telephone a long title shows its beginning until asked for, so that what can be done stays in sight. */
export function Page({
  title,
  trail = [],
  description,
  actions,
  further,
  badge,
  folds = false,
  brief,
  children,
}: {
  title: string
  trail?: Crumb[]
  description?: ReactNode
  actions?: ReactNode
  /** What can be done besides: on a telephone once asked for. */
  further?: ReactNode
  badge?: ReactNode
  /** On a telephone a long title and what describes it stand in two lines until asked for: what the page holds is what one comes for. */
  folds?: boolean
  /** What stands of the description even then. */
  brief?: ReactNode
  children: ReactNode
}) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const [openTitle, setOpenTitle] = useState<string | null>(null)
  const [isFurther, setFurther] = useState(false)
  const isCut = isNarrow && title.length > longTitle && openTitle !== title
  const described = isCut && folds ? brief : description
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
            {isCut ? (
              <>
                <span className={folds ? 'title-cut is-short' : 'title-cut'}>{whole(title)}</span>
                <Button type="link" size="small" className="title-more" onClick={() => setOpenTitle(title)}>
                  {t('wholeTitle')}
                </Button>
              </>
            ) : (
              whole(title)
            )}
            {badge && <span className="page-badge">{badge}</span>}
          </h1>
          {described && <div className="page-description">{whole(described)}</div>}
        </div>
        {(actions || further) && (
          <div className="page-actions">
            {(!isNarrow || isFurther) && further}
            {isNarrow && further && (
              <Button aria-expanded={isFurther} onClick={() => setFurther(!isFurther)}>
                {t(isFurther ? 'lessOfIt' : 'furtherActs')}
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
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
