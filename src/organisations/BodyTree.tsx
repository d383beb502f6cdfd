import { CaretRightOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useState } from 'react'
import type { z } from 'zod'
import { useAsk } from '../ui/ask.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer, RefusalNote } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { showCount } from '../ui/numbers.ts'
import { useWords } from '../ui/useWords.tsx'
import { useAsOf } from './AsOf.tsx'
import { type Branch, endpoints } from './contract.ts'
import { useKindBeside } from './kindNames.tsx'
import { words } from './words.ts'

type Line = z.infer<typeof Branch>

/** The tree of bodies, or what stands under one; branches are fetched when unfolded, arrow keys walk it, Enter opens a body. */
export function BodyTree({ under }: { under?: string }) {
  const t = useWords(words)
  const day = useAsOf()
  const roots = useAsk(endpoints.listBranches, { ...(under ? { parentId: under } : {}), ...day }, { keep: true })
  return (
    <Answer of={roots}>
      {(lines) =>
        lines.length === 0 ? (
          under ? (
            <p className="quiet">{t('noChildren')}</p>
          ) : (
            <Empty title={t('noBodies')} advice={t('noBodiesAdvice')} />
          )
        ) : (
          <div role="tree" aria-label={t('tree')} className="tree">
            <Siblings lines={lines} depth={1} isTop startsOpen={!under && lines.length <= 3} />
          </div>
        )
      }
    </Answer>
  )
}

/** The bodies right under one, by level and bloc where there are several of them. */
function Siblings({
  lines,
  depth,
  isTop = false,
  startsOpen = false,
}: {
  lines: readonly Line[]
  depth: number
  isTop?: boolean
  startsOpen?: boolean
}) {
  const t = useWords(words)
  const groups = Map.groupBy(lines, ({ level, bloc }) => `${level} ${bloc}`)
  const nodes = (some: readonly Line[]) =>
    some.map((line) => <Node key={line.id} line={line} depth={depth} isFirst={isTop && line === lines[0]} startsOpen={startsOpen} />)
  if (groups.size < 2) return nodes(lines)
  return [...groups].map(([key, some]) => {
    const name = some[0] ? `${t(some[0].level)} · ${t(some[0].bloc)}` : ''
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of a tree is not a set of form fields
      <div key={key} role="group" aria-label={name} className="tree-bloc">
        <span aria-hidden="true">{name}</span>
        {nodes(some)}
      </div>
    )
  })
}

function Node({ line, depth, isFirst = false, startsOpen = false }: { line: Line; depth: number; isFirst?: boolean; startsOpen?: boolean }) {
  const t = useWords(words)
  const day = useAsOf()
  const kindBeside = useKindBeside()
  const [isOpen, setOpen] = useState(startsOpen && line.children > 0)
  const hasChildren = line.children > 0
  const branches = useAsk(endpoints.listBranches, isOpen && hasChildren ? { parentId: line.id, ...day } : null, { keep: true })

  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const item = event.currentTarget
    const items = [...(item.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const at = items.indexOf(item)
    const reach: Record<string, HTMLElement | null | undefined> = {
      ArrowDown: items[at + 1],
      ArrowUp: items[at - 1],
      Home: items[0],
      End: items.at(-1),
    }
    if (event.key === 'Enter') item.querySelector<HTMLElement>('a')?.click()
    else if (event.key === 'ArrowRight' && hasChildren && !isOpen) setOpen(true)
    else if (event.key === 'ArrowRight' && isOpen) walk(item.querySelector('[role=treeitem]'))
    else if (event.key === 'ArrowLeft' && isOpen) setOpen(false)
    else if (event.key === 'ArrowLeft') walk(item.parentElement?.closest<HTMLElement>('[role=treeitem]'))
    else if (event.key in reach) walk(reach[event.key])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="treeitem"
      aria-level={depth}
      aria-label={line.name}
      aria-selected={false}
      tabIndex={isFirst ? 0 : -1}
      {...(hasChildren ? { 'aria-expanded': isOpen } : {})}
      onKeyDown={keys}
    >
      <div className="tree-line">
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={isOpen ? 'tree-fold is-open' : 'tree-fold'}
          disabled={!hasChildren}
          onClick={() => setOpen(!isOpen)}
          title={t('unfold', { name: line.name })}
        >
          {hasChildren && <CaretRightOutlined />}
        </button>
        <span>
          <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: line.id }, search: day }} tabIndex={-1}>
            {line.name}
          </PlaceLink>
          <span className="tree-kind">{kindBeside(line)}</span>
          {hasChildren && (
            <span className="tree-count" title={t('under', { count: line.children })}>
              {showCount(line.children)}
            </span>
          )}
        </span>
      </div>
      {isOpen && hasChildren && branches.error && <RefusalNote refusal={branches.error} retry={() => void branches.refetch()} />}
      {isOpen && branches.data && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree is not a set of form fields
        <div role="group">
          <Siblings lines={branches.data} depth={depth + 1} />
        </div>
      )}
    </div>
  )
}

const walk = (item: HTMLElement | null | undefined): void => {
  if (!item) return
  const tree = item.closest('[role=tree]')
  for (const other of tree?.querySelectorAll<HTMLElement>('[role=treeitem][tabindex="0"]') ?? []) other.tabIndex = -1
  item.tabIndex = 0
  item.focus()
}
