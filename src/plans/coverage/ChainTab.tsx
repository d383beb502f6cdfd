import { usePlace } from '../../directives/usePlace.ts'
import { useAsk } from '../../ui/ask.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { words } from './words.ts'

/** Chuỗi chưa ai nhận: for each task the longest way down on which nobody's plan gives it to anybody. */
export function ChainTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const chains = useAsk(endpoints.listUnownedChains, { directiveId: directiveId as never })
  return (
    <>
      <p className="tab-lead">{t('chainsLead')}</p>
      <Answer of={chains}>
        {(shown) =>
          shown.length === 0 ? (
            <Empty title={t('chainsNone')} advice={t('chainsNoneAdvice')} />
          ) : (
            <ol className="chains">
              {shown.map((chain) => (
                <li key={chain.taskId}>
                  <p>
                    <span className="chain-length">{t('chainOf', { count: chain.bodies.length })}</span>
                    <strong>{sayPlace(chain.address)}</strong> {chain.text}
                  </p>
                  <ol className="chain" aria-label={t('chainBodies')}>
                    {chain.bodies.map(({ id, name }) => (
                      <li key={id}>{name}</li>
                    ))}
                  </ol>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  )
}
