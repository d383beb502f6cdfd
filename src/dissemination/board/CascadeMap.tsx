import { CheckOutlined, EllipsisOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { BranchCounts } from '../contract.ts'
import { planShadeOf, shadeOf } from '../rules.ts'
import { words } from '../screen/words.ts'
import { branchPlace } from './branchPlace.ts'
import { squarify } from './squarify.ts'

const marks: Record<ReturnType<typeof shadeOf>, ReactNode> = {
  none: null,
  overdue: <WarningFilled />,
  silent: <EllipsisOutlined />,
  whole: <CheckOutlined />,
}
const legend = ['overdue', 'silent', 'whole'] as const

/** The branches below a body as a picture: as large as their bodies are many, coloured and marked by how they stand in receiving or in planning; each opens what is below it. The table beside it says the same. */
export function CascadeMap({ directiveId, branches, by }: { directiveId: string; branches: readonly BranchCounts[]; by: 'receipts' | 'plans' }) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const pieces = squarify(branches, ({ expected }) => Math.sqrt(expected), isNarrow ? 0.9 : 3)
  return (
    <figure className="cascade">
      <div className="cascade-space">
        {pieces.map(({ item, left, top, width, height }) => {
          const isPlans = by === 'plans'
          const shade = isPlans ? planShadeOf(item) : shadeOf(item)
          const [part, whole] = (isPlans ? [item.plansMade, item.plansOwed] : [item.received, item.expected]).map(showCount)
          const spoken = t(isPlans ? 'planSpoken' : 'cellSpoken', {
            name: item.name,
            part: part ?? '',
            whole: whole ?? '',
            shade: t(isPlans ? `plan-shade-${shade}` : `shade-${shade}`).toLocaleLowerCase('vi'),
          })
          return (
            <div key={item.bodyId} className="cascade-place" style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}>
              <PlaceLink place={branchPlace(directiveId, item, by)} className={`cascade-cell is-${shade}`}>
                <span className="unseen">{spoken}</span>
                <span aria-hidden="true" title={spoken} className="cascade-words">
                  <span className="cascade-name">{item.name}</span>
                  <span className="cascade-count">
                    {marks[shade]} {shade === 'none' ? '–' : `${part}/${whole}`}
                  </span>
                </span>
              </PlaceLink>
            </div>
          )
        })}
      </div>
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
