import type { DueDay } from './queries/calendar.ts'
import { pathOf, secretWord } from './rules.ts'
import { words } from './words.ts'

/** A content line in pieces of at most 75 octets, each but the first after a space, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const sign of line) {
    if (Buffer.byteLength(piece + sign) > (pieces.length ? 74 : 75)) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece].join('\r\n ')
}

/** A TEXT value (RFC 5545, 3.3.11). */
const text = (value: string) =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const date = (day: string) => day.replaceAll('-', '')
const stamp = (instant: string) => `${Temporal.Instant.from(instant).round('second').toString().replace(/[-:]/g, '')}`

/** A calendar of whole days (RFC 5545) on which something falls due: the same day keeps its UID, whatever becomes of its words. Links need a public address. */
export function calendarOf(person: string, days: readonly DueDay[], publicUrl: string | undefined): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trien Khai//Trien Khai//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(`Triển Khai – ${person}`)}`,
  ]
  for (const one of days) {
    const { summary, description } = saidOf(one)
    const next = Temporal.PlainDate.from(one.day).add({ days: 1 }).toString()
    lines.push(
      'BEGIN:VEVENT',
      `UID:${one.uid}@trien-khai`,
      `DTSTAMP:${stamp(one.changedAt)}`,
      `DTSTART;VALUE=DATE:${date(one.day)}`,
      `DTEND;VALUE=DATE:${date(next)}`,
      `SUMMARY:${text(summary)}`,
      `DESCRIPTION:${text(description)}`,
      ...(publicUrl ? [`URL:${publicUrl.replace(/\/+$/, '')}/${pathOf(one.page, one.thingId)}`] : []),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    )
  }
  lines.push('END:VCALENDAR')
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function saidOf({ page, isSecret, address, text: whole, what, directiveName, bodyName }: DueDay): { summary: string; description: string } {
  if (isSecret) return { summary: words[secretWord[page]].vi, description: bodyName }
  const short = whole.length > 120 ? `${whole.slice(0, 120).trimEnd()}…` : whole
  if (page === 'urging') return { summary: [`Hạn trả lời đôn đốc của ${bodyName}`, address].filter(Boolean).join(' – '), description: whole }
  if (page === 'receipt')
    return {
      summary: `${words[what === 'study' ? 'studyDay' : 'receiveDay'].vi}: ${short}`,
      description: [whole, directiveName, bodyName].filter(Boolean).join('\n'),
    }
  return {
    summary: `${page === 'plan' ? 'Hạn trình kế hoạch' : 'Hạn'}: ${[address, short].filter(Boolean).join(' – ')}`,
    description: [what, whole, directiveName, bodyName].filter(Boolean).join('\n'),
  }
}
