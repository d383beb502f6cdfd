import { type ReactNode, useEffect, useRef } from 'react'
import type { Provision, Recognition } from '../../directives/contract.ts'
import { DocumentText, findPlace, findWords, type Mark } from '../../directives/DocumentText.tsx'
import { RecognitionNotice } from '../../directives/RecognitionNotice.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { useFocus, useLit } from './focus.ts'
import { words } from './words.ts'

const pause = 160
const kinds = ['own', 'lead', 'coordinate', 'advise', 'submit-to', 'via', 'milestone'] as const

type Props = { provisions: readonly Provision[]; text: string; marks: readonly Mark[]; recognition: Recognition | null; tools?: ReactNode }

/** The document with the words of every task marked; it follows the task looked at, and says which task its words belong to. */
export function DocumentPane({ provisions, text, marks, recognition, tools }: Props) {
  const t = useWords(words)
  const focus = useFocus()
  const lit = useLit()
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    let due: ReturnType<typeof setTimeout>
    const stop = focus.listen(() => {
      clearTimeout(due)
      const { current, hovered, side, at } = focus.read()
      const id = hovered ?? current
      if (side !== 'words' && id)
        due = setTimeout(
          () => bringIntoView(pane.current, at === null ? findWords(pane.current, id) : findPlace(pane.current, at)),
          hovered ? pause : 0,
        )
    })
    return () => {
      clearTimeout(due)
      stop()
    }
  }, [focus])
  return (
    <>
      <div className="pane-head">
        <ul className="legend" aria-label={t('legend')}>
          {kinds.map((kind) => (
            <li key={kind}>
              <mark className={`is-${kind}`}>{t(kind === 'own' ? 'ownWords' : kind)}</mark>
            </li>
          ))}
        </ul>
      </div>
      {recognition && <RecognitionNotice recognition={recognition} />}
      {tools}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it */}
      <section className="pane-scroll" ref={pane} tabIndex={0} aria-label={t('text')} data-document>
        <DocumentText
          provisions={provisions}
          text={text}
          marks={marks}
          recognition={recognition}
          active={lit}
          onHover={(id) => focus.hover(id, 'words')}
          onPick={(id) => focus.choose(id, 'words')}
        />
      </section>
    </>
  )
}

/** Scrolls words to the upper part of the pane, unless they stand there already; the page itself stays where it is. */
export function bringIntoView(pane: HTMLElement | null, words: HTMLElement | null): void {
  if (!pane || !words) return
  if (pane.scrollHeight <= pane.clientHeight + 1) {
    words.scrollIntoView({ block: 'center' })
    return
  }
  const frame = pane.getBoundingClientRect()
  const bottom = Math.min(frame.bottom, window.innerHeight)
  const at = words.closest('.document-block')?.getBoundingClientRect() ?? words.getBoundingClientRect()
  if (at.top >= frame.top + 8 && at.bottom <= bottom - 8) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  pane.scrollTo({ top: pane.scrollTop + at.top - frame.top - Math.max(24, (bottom - frame.top) * 0.25), behavior: isCalm ? 'auto' : 'smooth' })
}
