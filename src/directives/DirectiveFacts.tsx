import './directives.css'
import { addressOf } from '../kernel/call.ts'
import { showDay } from '../ui/days.ts'
import { FileList } from '../ui/Files.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Facts } from '../ui/Page.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useWords } from '../ui/useWords.tsx'
import { type DirectiveLine, type DirectivePage, endpoints } from './contract.ts'
import { words } from './words.ts'

const tones: Record<DirectiveLine['state'], Tone> = { draft: 'waiting', issued: 'good', withdrawn: 'over', closed: 'plain' }

/** In which state a directive is. */
export function DirectiveStateTag({ state }: Pick<DirectiveLine, 'state'>) {
  const t = useWords(words)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}

/** What is known of a document: kind, number, day, issuer, who stands for it, what it implements, who receives it. */
export function DirectiveFacts({ directive }: { directive: DirectivePage }) {
  const t = useWords(words)
  const { issuerId, issuerName, standingId, standingName, references, recipients, file, id } = directive
  return (
    <Facts
      facts={[
        { label: t('kind'), value: directive.kind },
        { label: t('number'), value: directive.number ?? <Unknown /> },
        { label: t('issuedOn'), value: directive.issuedOn ? showDay(directive.issuedOn) : <Unknown /> },
        {
          label: t('issuer'),
          value: issuerId ? (
            <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: issuerId } }}>{issuerName}</PlaceLink>
          ) : (
            <>
              {issuerName || t('unknown')} <span className="amiss">({t('unmatchedIssuer')})</span>
            </>
          ),
        },
        {
          label: t('standing'),
          value: standingId ? <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: standingId } }}>{standingName}</PlaceLink> : <Unknown />,
        },
        { label: t('secrecy'), value: t(directive.secrecy) },
        ...(directive.effectiveOn ? [{ label: t('effectiveOn'), value: showDay(directive.effectiveOn) }] : []),
        { label: t('implementsWhat'), value: references.length ? <References references={references} /> : '–' },
        { label: t('recipients'), value: recipients.length ? recipients.join('; ') : <Unknown /> },
        {
          label: t('original'),
          value: (
            <FileList
              files={[
                {
                  name: file?.name ?? t('pasted'),
                  ...(file ? { size: file.size } : {}),
                  href: addressOf(endpoints.downloadOriginal, { directiveId: id as never }),
                },
              ]}
            />
          ),
        },
      ]}
    />
  )
}

function References({ references }: Pick<DirectivePage, 'references'>) {
  return (
    <ul className="plain">
      {references.map(({ kind, number, issuedOn, targetId, targetTitle }) => (
        <li key={`${kind}${number}`}>
          {targetId ? (
            <PlaceLink place={{ to: '/directives/$directiveId/review', params: { directiveId: targetId } }}>
              {targetTitle ?? number ?? kind}
            </PlaceLink>
          ) : (
            [kind, number].filter(Boolean).join(' ')
          )}
          {issuedOn && <span className="quiet"> ({showDay(issuedOn)})</span>}
        </li>
      ))}
    </ul>
  )
}

function Unknown() {
  const t = useWords(words)
  return <span className="amiss">{t('unknown')}</span>
}
