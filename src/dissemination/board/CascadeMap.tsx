/// <reference types="vite/client" />
import './cascade.css'
import { CheckOutlined, EllipsisOutlined, WarningFilled, WarningOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { BranchCounts } from '../contract.ts'
import { planShadeOf, shadeOf } from '../rules.ts'
import { words } from '../screen/words.ts'
import { branchPlace } from './branchPlace.ts'
import { fitting, labelsOf } from './labels.ts'
import { squarify } from './squarify.ts'

const marks: Record<ReturnType<typeof shadeOf>, ReactNode> = {
  none: null,
  overdue: <WarningFilled />,
  'few-overdue': <WarningOutlined />,
  silent: <EllipsisOutlined />,
  whole: <CheckOutlined />,
}
const legend = ['overdue', 'few-overdue', 'silent', 'whole'] as const
/** Width over height, and from how many branches on the picture is higher. */
const [shape, higherShape, many] = [3, 1.8, 40]

/** The branches below a body as a picture: as large as their bodies are many, coloured and marked by how they stand in receiving or in planning; each opens what is below it. Of the one that the pointer or the keyboard is on, all is said below the picture: many a name does not fit. */
export function CascadeMap({ directiveId, branches, by }: { directiveId: string; branches: readonly BranchCounts[]; by: 'receipts' | 'plans' }) {
  const t = useWords(words)
  const [space, width] = useWidth()
  const ratio = branches.length > many ? higherShape : shape
  const pieces = squarify(branches, ({ expected }) => Math.sqrt(expected), ratio)
  const labels = labelsOf(branches)
  const [pointed, point] = useState<string>()
  return (
    <figure className="cascade">
      <div className="cascade-space" ref={space} style={{ aspectRatio: ratio }}>
        {pieces.map(({ item, ...piece }) => {
          const isPlans = by === 'plans'
          const shade = isPlans ? planShadeOf(item) : shadeOf(item)
          const [part = '', whole = ''] = (isPlans ? [item.plansMade, item.plansOwed] : [item.received, item.expected]).map(showCount)
          const spoken = t(isPlans ? 'planSpoken' : 'cellSpoken', {
            name: item.name,
            part,
            whole,
            shade: t(isPlans ? `plan-shade-${shade}` : `shade-${shade}`).toLocaleLowerCase('vi'),
          })
          const name = labels.get(item.bodyId) ?? item.name
          const count = shade === 'none' ? '–' : `${part}/${whole}`
          const fits = fitting(name, `… ${count}`, (piece.width / 100) * width, (piece.height / 100) * (width / ratio))
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the link in it is what acts; here only its name is shown
            <div
              key={item.bodyId}
              className="cascade-place"
              onPointerEnter={() => point(spoken)}
              onPointerLeave={() => point(undefined)}
              onFocus={() => point(spoken)}
              onBlur={() => point(undefined)}
              style={{ left: `${piece.left}%`, top: `${piece.top}%`, width: `${piece.width}%`, height: `${piece.height}%` }}
            >
              <PlaceLink place={branchPlace(directiveId, item, by)} className={`cascade-cell is-${shade}`}>
                <span className="unseen">{spoken}</span>
                <span aria-hidden="true" className="cascade-words">
                  {fits.name && <span className="cascade-name">{name}</span>}
                  <span className={fits.count ? 'cascade-count' : 'cascade-mark'}>
                    {marks[shade]} {fits.count && count}
                  </span>
                </span>
              </PlaceLink>
            </div>
          )
        })}
      </div>
      <p className="cascade-said" aria-hidden="true">
        {pointed ?? t('mapPoint')}
      </p>
      <figcaption>
        {[...legend, ...(by === 'plans' && branches.some(({ plansOwed }) => plansOwed === 0) ? (['none'] as const) : [])].map((shade) => (
          <span key={shade} className="cascade-key">
            <span className={`cascade-swatch is-${shade}`} aria-hidden="true">
              {marks[shade]}
            </span>{' '}
            {t(by === 'plans' ? `plan-shade-${shade}` : `shade-${shade}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** How wide an element is now, in pixels. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [])
  return [element, width] as const
}
