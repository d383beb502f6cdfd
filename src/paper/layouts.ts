/** What stands between day, month and year within the words: as the Party writes, and the State. */
export const daySigns = ['-', '/'] as const
export type DaySign = (typeof daySigns)[number]

/** How official letters (công văn) of a bloc are laid out since a day. Sizes in points, margins in millimetres. */
export type Layout = {
  since: string
  bloc: 'party' | 'state'
  /** The rule it follows. */
  rule: string
  margins: { top: number; bottom: number; left: number; right: number }
  /** The head at the right: lines of it, the last one with a rule under it. */
  motto: readonly string[]
  mottoSize: number
  /** What the issuer's side and the motto's have of the width, in percent: no line of the motto breaks. */
  head: readonly [number, number]
  bodySize: number
  /** Space between lines: exactly so many points, or (below 5) so many times the line. */
  line: number
  firstIndent: number
  /** The sign under the issuer's name. */
  underIssuer: string
  daySign: DaySign
  numberLabel: string
  aboutLabel: string
  /** What ends the last paragraph. */
  end: string
  copies: { underlined: boolean; lines: readonly string[] /** What ends each line but the last, and what the last is. */; stop: string; kept: string }
  /** How one signs for a committee, in the place of its head, and by order. */
  signs: { onBehalf: string; inPlace: string; byOrder: string }
  /** Under the title of what has one. */
  underTitle: string
  titleSize: number
}

const party = {
  bloc: 'party',
  motto: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
  mottoSize: 15,
  head: [45, 55],
  bodySize: 14,
  underIssuer: '*',
  daySign: '-',
  numberLabel: 'Số',
  aboutLabel: 'Về việc',
  end: '.',
  copies: { underlined: true, lines: ['- Như trên,', '- Lưu.'], stop: ',', kept: 'Lưu.' },
  signs: { onBehalf: 'T/M', inPlace: 'K/T', byOrder: 'T/L' },
  underTitle: '-----',
  titleSize: 16,
} as const

const state = {
  bloc: 'state',
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  mottoSize: 12,
  head: [40, 60],
  bodySize: 14,
  line: 1.15,
  firstIndent: 10,
  underIssuer: '',
  daySign: '/',
  numberLabel: 'Số:',
  aboutLabel: 'V/v',
  end: './.',
  copies: { underlined: false, lines: ['- Như trên;', '- Lưu: VT.'], stop: ';', kept: 'Lưu: VT.' },
  signs: { onBehalf: 'TM.', inPlace: 'KT.', byOrder: 'TL.' },
  underTitle: '––––––––––',
  titleSize: 14,
} as const

/** The layouts by bloc, newest first. Those of before 2018 (Party) and 2020 (State) give ranges; what stands here lies within them. */
export const layouts: readonly Layout[] = [
  { ...party, since: '2026-05-27', rule: 'Hướng dẫn 05-HD/VPTW', margins: { top: 20, bottom: 20, left: 30, right: 15 }, line: 18, firstIndent: 10 },
  { ...party, since: '2018-04-03', rule: 'Hướng dẫn 36-HD/VPTW', margins: { top: 20, bottom: 20, left: 30, right: 20 }, line: 18, firstIndent: 10 },
  { ...party, since: '2004-05-28', rule: 'Hướng dẫn 11-HD/VPTW', margins: { top: 25, bottom: 25, left: 35, right: 15 }, line: 18, firstIndent: 12 },
  { ...state, since: '2020-03-05', rule: 'Nghị định 30/2020/NĐ-CP', margins: { top: 20, bottom: 20, left: 30, right: 15 } },
  { ...state, since: '2011-03-05', rule: 'Thông tư 01/2011/TT-BNV', margins: { top: 20, bottom: 20, left: 30, right: 15 } },
]

/** The layout of a bloc's letters on a day; before the first rule known, the first one's. */
export function layoutOn(bloc: string, day: string): Layout {
  const own = layouts.filter((layout) => layout.bloc === (bloc === 'party' ? 'party' : 'state'))
  return (own.find(({ since }) => since <= day) ?? own.at(-1)) as Layout
}

/** A day as a letter's head says it: days under 10 and the first two months get a nought before them. */
export function dateLine(place: string, day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${place || '…………'}, ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

/** A day within the words of a document, with the same noughts as its head: 20-8-2013 in the Party's, 20/8/2013 in the State's. */
export function dayInWords(day: string | null, sign: DaySign): string {
  if (day === null) return ''
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return [`${date < 10 ? '0' : ''}${date}`, `${month < 3 ? '0' : ''}${month}`, year].join(sign)
}

/** The head of a document that is not issued yet: the day is written in by hand. */
export const openDateLine = (place: string, day: string): string => `${place || '…………'}, ngày …… tháng …… năm ${Temporal.PlainDate.from(day).year}`

/** Who issues a document, as its head names them on its day. */
export type Issuer = { name: string; level: string; bloc: string; superiorName: string | null }

const partyCommittee = /^(?:tỉnh|thành) ủy(?!\p{L})/iu
const ownHead = /^(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|bộ|thanh tra chính phủ|ngân hàng nhà nước)(?!\p{L})/iu

/**
 * The lines over the issuer's name in the head of a document: its superior's name. It is left out by central bodies of the Party and the committees of provinces (Hướng dẫn 36-HD/VPTW, II.1.2),
 * by people's committees and councils of any level, and by who stands right under the Government (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function superiorLines({ name, level, bloc, superiorName }: Issuer): string[] {
  if (superiorName === null) return []
  const isOwn =
    bloc === 'party'
      ? level === 'central' || partyCommittee.test(name)
      : bloc === 'state'
        ? ownHead.test(name) || /^chính phủ$/iu.test(superiorName)
        : level === 'central' || level === 'province'
  return isOwn ? [] : [superiorName.toUpperCase()]
}

/** A name in the lines it stands in: a long one breaks before the place it is of. */
export function nameLines(name: string): string[] {
  const parts =
    name.length > 24 ? /^(.{6,}?)\s+((?:thành phố|tỉnh|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+(?!ủy(?!\p{L})).+)$/iu.exec(name) : null
  return parts ? [parts[1] as string, parts[2] as string] : [name]
}

const post =
  /^(?:phó )?(?:bí thư|chủ tịch|trưởng ban|bộ trưởng|thứ trưởng|giám đốc|tổng giám đốc|chủ nhiệm|trưởng phòng|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|chánh văn phòng|chánh thanh tra)(?: thường trực)?(?!\p{L})/iu

/** Who signs what a body issues, by its name, where nothing more is known: its head. The more particular name comes first. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^ủy ban kiểm tra(?!\p{L})/iu, 'Chủ nhiệm'],
  [/^tổng cục(?!\p{L})/iu, 'Tổng Cục trưởng'],
  [/^chi cục(?!\p{L})/iu, 'Chi Cục trưởng'],
  [/^(?:(?:tỉnh|thành|huyện|quận|thị) ủy|đảng ủy|đảng bộ|chi ủy|chi bộ|đảng đoàn|ban cán sự đảng|đoàn (?:thanh niên|tncs))(?!\p{L})/iu, 'Bí thư'],
  [/^(?:ubnd|ủy ban|hđnd|hội|liên đoàn lao động|mặt trận|mttq|tổng liên đoàn)(?!\p{L})/iu, 'Chủ tịch'],
  [/^bộ(?! (?:chỉ huy|tư lệnh|chính trị)|\p{L})/iu, 'Bộ trưởng'],
  [/^(?:sở|trung tâm|bệnh viện|bảo hiểm xã hội|kho bạc|công an (?:tỉnh|thành phố))(?!\p{L})/iu, 'Giám đốc'],
  [/^văn phòng(?!\p{L})/iu, 'Chánh Văn phòng'],
  [/^tòa án(?!\p{L})/iu, 'Chánh án'],
  [/^thanh tra(?!\p{L})/iu, 'Chánh Thanh tra'],
  [/^ban(?! (?:chấp hành|thường vụ|bí thư)|\p{L})/iu, 'Trưởng ban'],
  [/^phòng(?!\p{L})/iu, 'Trưởng phòng'],
  [/^cục(?!\p{L})/iu, 'Cục trưởng'],
  [/^vụ(?!\p{L})/iu, 'Vụ trưởng'],
  [/^viện(?!\p{L})/iu, 'Viện trưởng'],
  [/^trường(?!\p{L})/iu, 'Hiệu trưởng'],
]

/** Posts of those who lead an office of a body, and not the body. */
const OF_OFFICE = /^(?:phó )?(?:chánh văn phòng|chánh thanh tra|trưởng phòng|vụ trưởng)(?!\p{L})/iu

/** Whether somebody of this post signs what their body issues. */
export const isSigningPost = (title: string): boolean => post.test(title.trim())

/** The post of whoever heads a body, by its name; empty where the name does not say. */
export const headPostOf = (name: string): string => heads.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? ''

/** The symbol that numbers of plans have, by the name of who issues them: an example for who writes one. */
const symbols: readonly (readonly [RegExp, string])[] = [
  [/^(?:tỉnh|thành) ủy(?!\p{L})/iu, '12-KH/TU'],
  [/^(?:huyện|quận|thị) ủy(?!\p{L})/iu, '12-KH/HU'],
  [/^(?:đảng ủy|đảng bộ|chi bộ)(?!\p{L})/iu, '12-KH/ĐU'],
  [/^(?:ubnd|ủy ban nhân dân)(?!\p{L})/iu, '12/KH-UBND'],
]

/** How a body would number a plan, for example. */
export const numberLike = (name: string): string => symbols.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? '12-KH/…'

/** The lines over a signature: for whom, in whose place, and the post, which is left to be filled in while nobody is known to sign; a committee's documents are signed for it, a deputy signs in the place of the head, who leads an office under it signs by order. */
export function signingLines(name: string, title: string, { bloc, signs }: Pick<Layout, 'bloc' | 'signs'>): string[] {
  const own = post.exec(title.trim())?.[0] ?? title.trim()
  const isCommittee =
    bloc === 'party' ? /^(?:(?:tỉnh|thành|huyện|quận|thị) ủy|đảng ủy)(?!\p{L})/iu.test(name) : /^(?:ubnd|ủy ban nhân dân)(?!\p{L})/iu.test(name)
  const head = /^(?:phó|thứ) /iu.test(own)
    ? own
        .replace(/^phó /iu, '')
        .replace(/^thứ trưởng/iu, 'Bộ trưởng')
        .replace(/ thường trực$/iu, '')
    : null
  const chief = headPostOf(name)
  if (chief && OF_OFFICE.test(own) && (head ?? own).toLowerCase() !== chief.toLowerCase()) {
    const ordering = !isCommittee ? chief : bloc === 'party' ? 'Ban Thường vụ' : 'Chủ tịch'
    return [`${signs.byOrder} ${ordering}`, ...(head ? [`${signs.inPlace} ${head}`] : []), own].map((line) => line.toUpperCase())
  }
  const lines = [
    ...(isCommittee ? [`${signs.onBehalf} ${bloc === 'party' ? 'Ban Thường vụ' : 'Ủy ban nhân dân'}`] : []),
    ...(head && !(isCommittee && bloc === 'party') ? [`${signs.inPlace} ${head}`] : []),
    own || '……………………',
  ]
  return lines.map((line) => line.toUpperCase())
}

const territory = /^.*(?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+(?=\p{Lu})/iu

/** The place a body writes from, as a document names it: what its name says, else Hà Nội for the centre. */
export function placeOf(name: string, level: string): string {
  if (level === 'central') return 'Hà Nội'
  const place = name.replace(territory, '')
  return place === name ? '' : place
}
