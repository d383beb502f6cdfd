import { type Node, opens } from '../layout/outline.ts'
import { entriesFor, inheritedBy, isBeside, ordersBefore, type Reader, rolesOf } from '../roles/inheritance.ts'
import { milestonesOf } from '../time/milestones.ts'
import { onlyTime } from '../time/timeWords.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { asksForPoints, isAskedFor, isCited, isContent, pointsOf } from './content.ts'
import { isWholeOrder } from './fields.ts'
import { labelledAs } from './labels.ts'
import { actsFirst, actsSoon, beginsWithAct, headsBodies, leadingBodies, namesProduct, onlyBodies, ordersMaking, ordersNobody } from './orders.ts'
import { type Bearing, bearingOf, bearingOver, GROUND, isHeading } from './sections.ts'

/** "Đồng chí Nguyễn Văn A, Vụ trưởng …": nobody, told for an example. */
const EXAMPLE = /(?:nguyễn|trần|lê|phạm|hoàng) (?:văn|thị) [a-z](?![\p{L}])/u

/** "Thực hiện Nghị quyết số … về …; Chỉ thị số … về ….": on what occasion a paragraph was written, and nothing else. */
const CITES =
  /^(?:và )?(?:thực hiện |triển khai |căn cứ )?(?:nghị quyết|chỉ thị|quyết định|kết luận|công điện|thông báo|kế hoạch|công văn|văn bản|nghị định) (?:liên tịch )?số:? ?\d/

const OCCASION = /^(?:vừa qua|ngày \d{1,2}\s?[/.t][^,;]{2,30}), [^.;:]{4,90} (?:đã )?ban hành (?:nghị|chỉ|kết|quyết|thông|công|kế|luật)/

/** Whether the words of a provision are none of the text: an annex's name, a note at the foot of the page, a line of a form, a cell or heading of a table that came out line by line. */
function saysNothing({ family, kind, low, words }: Node): boolean {
  if (family === 'annex' || (words.text.length < 8 && !(kind === 'row' && actsFirst(words.text)))) return true
  if (/^(?:ghi chú\s?:|ví dụ(?: \d+)?\s?[:,])/.test(low) || EXAMPLE.test(low)) return true
  // "[1] …", "1 Theo Nghị quyết số …", "Đơn vị thực hiện: ……"
  if (
    /^[“"][^“”"]*[”"]\.?$|^\[\d{1,3}\]|^\d{1,2} (?:theo|xem|tại|căn cứ|nghị quyết|quyết định|chỉ thị|công văn|luật|thông tư|nghị định) |(?<![.…_])[.…_]{8,}$/.test(
      low,
    ) ||
    !/\p{L}/u.test(low.slice(labelledAs(low)?.length ?? 0))
  )
    return true
  // "Căn cứ Quyết định số … về …;": what the document rests on
  if (/^(?:paragraph|dash)$/.test(family) && GROUND.test(low) && /số:? \d/.test(low) && !/(?:yêu cầu|đề nghị (?:các|thủ)|giao) |[.:]$/.test(low))
    return true
  if (
    family === 'paragraph' &&
    CITES.test(low) &&
    low.split(/; /).every((clause) => CITES.test(clause) && !/, (?:ủy|chủ|bộ|sở|ban|thủ|các)/.test(clause))
  )
    return true
  // "Ngày 22/12/2024, Bộ Chính trị ban hành Nghị quyết …": on what occasion
  if (family === 'paragraph' && OCCASION.test(low) && !low.endsWith(':')) return true
  return family === 'paragraph' && kind !== 'row' && (isCapitals(words.text) || (low.length < 30 && onlyTime(low)))
}

/** Whether a provision is a task: the smallest that orders somebody to do something. */
export function isTask(r: Reader, node: Node): boolean {
  const { low } = node
  if (r.lines.has(node) || saysNothing(node) || amongNames(node)) return false
  if (node.kind === 'row') return true
  const points = pointsOf(r, node)
  const content = points.length > 0 && isContent(r, node)
  const whole = points.length > 0 && isWhole(r, node)
  if (ordersBefore(r, node)) return true
  if (points.length > 0 && !content && !whole && opens(node)) return false
  if (r.introductions.has(node) && low.endsWith(':') && !asksForPoints(r, node)) return false
  if (node.introduction !== node && isAskedFor(r, node)) return false
  if (headsBodies(node) || announcesItself(r, node)) return false
  const bearing = bearingOver(
    node,
    (n) => rolesOf(r, n).directive || (rolesOf(r, n).ordered && LAYS_OUT.test(n.low)),
    (n) => (n.low.endsWith(':') || n.low.startsWith('yêu cầu ')) && onlyBodies(n.words),
  )
  if (bearing === 'built' && !rolesOf(r, node).ordered) return false
  if (bearing === 'none' && !givesOut(r, node) && !answersForIt(r, node)) return false
  const label = labelledAs(low)
  const working = label?.field === 'task'
  const roles = rolesOf(r, node)
  if (label && !working && !/^(?:content|lead)$/.test(label.field) && !(label.field === 'other' && roles.ordered)) return false
  if (working && low.length - label.length < 4) return false
  const fielded = entriesFor(r, node).some((e) => /^(?:lead|coordinate|due)$/.test(e.field))
  if (!roles.directive && PAYS.test(low)) return false
  const own = roles.roles.some((x) => x.role === 'lead')
  if (!own && TARGET.test(low)) return false
  if (MADE_OF.test(low) || (QUALITY.test(low) && !roles.directive && node.parent !== null && isWhole(r, node.parent))) return false
  // whom to call: "Khu vực 1: điện thoại số …"
  if (!own && /điện thoại(?: số)?\s?:?\s?[\d(]/.test(low)) return false
  if (!roles.directive && !own && ordersNobody(node, r.setting.decides && !(node.family !== 'article' && dueIn(r, node)), r.setting.praises)) {
    const inherits = inheritedBy(r, node).lead.length > 0
    if (!(inherits && /^(?:ban hành|thành lập|phê duyệt|kiện toàn|bổ nhiệm)/.test(low))) return false
  }
  if (own && roles.ordered) return !(node.family === 'paragraph' && node.parent?.family === 'root' && beforeOrders(r, node) && !roles.directive)
  if (bearing === 'strict' && !fielded && !(DELIVERED.test(low) && dueIn(r, node))) return false
  if (fielded && !lentTime(r, node)) return (points.length === 0 || content || whole) && !framesLabels(node)
  if (tellsFacts(node)) return false
  const inherited = inheritedBy(r, node)
  const acts = beginsWithAct(node.words.text) || isBeside(node)
  // "1. Tiếp tục đẩy mạnh …" over "1.1. Rà soát …", "1.2. Hoàn thiện …": what the points order heads them
  if (points.length > 0 && !content)
    return (
      acts &&
      inherited.lead.length > 0 &&
      !(node.family === 'number' && points.filter((p) => p.family === 'number2' && actsFirst(p.words.text)).length * 3 >= points.length * 2)
    )
  if (node.family === 'paragraph') {
    if (node.parent?.family === 'root' && beforeOrders(r, node)) return false
    if (acts && inherited.lead.length > 0) return true
    if (dueIn(r, node) && (acts || FALLS_DUE.test(low)) && !isStatement(low)) return true
    return acts && node.parent !== null && isHeading(node.parent) && bearing === 'tasks' && node.parent.family !== 'root'
  }
  const delivered = DELIVERED.test(low) || (low.startsWith('báo cáo ') && roles.roles.some((x) => x.role === 'submit-to'))
  if (bearing !== 'strict' && !acts && delivered && (dueIn(r, node) || recursIn(r, node))) return true
  if (opens(node) && low.length < 60 && !acts && !namesProduct(low)) return false
  // an introduction hands its bodies down to acts; what is no act among no acts is told: "Chi phí số hóa: máy quét, phần mềm"
  if (inherited.lead.length > 0)
    return (
      acts ||
      (!isStatement(low) &&
        (amongActs(r, node) ||
          inherited.lead.some(({ from }) => from === 'heading') ||
          namesProduct(low) ||
          (isLeft(r, node, bearing) && leadingBodies(node.words).length > 0)))
    )
  // "Thứ nhất, vùng lõi nghèo hiện nay …": reasons are counted as orders are
  if (node.family === 'ordinal' && !actsFirst(node.words.text)) return false
  if (acts && !SETS.test(low)) return true
  if (bearing !== 'strict' && amongActs(r, node) && !isStatement(low)) return true
  if (bearing === 'tasks' && low.length > 60 && !isStatement(low) && actsSoon(node.words.text)) return true
  if (namesProduct(low) && !isCited(low) && node.parent !== null && ordersMaking(node.parent.low)) return true
  // Better looked at than lost: a body, or a day, among orders.
  return isLeft(r, node, bearing) && (leadingBodies(node.words, true).length > 0 || (dueIn(r, node) && !acts))
}

/** "Sở Y tế sẽ tổ chức thi vào ngày …" of whoever issues the document: what it lets others know. */
function announcesItself(r: Reader, { low }: Node): boolean {
  const issuer = fold(r.setting.issuer ?? '')
  return issuer !== '' && low.startsWith(`${issuer} sẽ `) && !/(?<!\p{L})(?:giao|yêu cầu|đề nghị)(?!\p{L})/u.test(low)
}

const isWhole = (r: Reader, node: Node): boolean => isWholeOrder(node) && (r.fields.get(node) ?? []).some((e) => /^(?:lead|due)$/.test(e.field))

/** "Cấp tỉnh: gồm đại diện lãnh đạo 02 cơ quan …", "Tài liệu phục vụ hội nghị: Gồm danh sách …": what something is made of. */
const MADE_OF = /^[^.;:]{2,50}\s?: (?:bao )?gồm (?!.*(?:có trách nhiệm|chủ trì)(?!\p{L}))/u

/** How what an order with labels of its own asks for has to be. */
const QUALITY =
  /^(?:(?:bảo đảm|đảm bảo) (?:sự |tính )?(?:thống nhất|phù hợp|đúng|yêu cầu|chất lượng|khả thi)|nguyên tắc [^.;:]{0,50}:|(?:việc|các văn bản) [^.;]{0,120}phải (?:bảo đảm|thể hiện|phù hợp|đúng|đáp ứng))(?!\p{L})/u

/** "a. Thời gian thực hiện: …" beside points that only tell: a time over a provision makes no order of it. */
const lentTime = (r: Reader, node: Node): boolean => {
  const entries = entriesFor(r, node).filter((e) => /^(?:lead|coordinate|due)$/.test(e.field))
  return !r.fields.get(node)?.length && node.cells === null && entries.every((e) => e.field === 'due')
}

/** "… phối hợp thực hiện các hoạt động sau:": whatever the heading over it, what follows is work. */
const LAYS_OUT =
  /(?:thực hiện|triển khai|tiến hành) (?:tốt |nghiêm |ngay |có hiệu quả )?(?:các |một số |những )?(?:hoạt động|nhiệm vụ|công việc|nội dung|giải pháp|biện pháp|việc)[^.;:]{0,30}(?:sau|dưới)(?: đây)?\s?:$/

/** The first points of one kind in a list: enough to tell what the list is of, however long it is. */
function firstOfKind(parent: Node, family: Node['family']): Node[] {
  const points: Node[] = []
  for (const c of parent.children) if (c.family === family && points.push(c) === 40) break
  return points
}

/** "17. Công ty Môi trường Đô thị / 18. Công ty xây dựng Thanh Bình / …": one in a list of names. */
function amongNames({ parent, family, low }: Node): boolean {
  if (low.length > 100 || family === 'paragraph' || /[.;:]$/.test(low)) return false
  const points = parent ? firstOfKind(parent, family) : []
  return points.length > 3 && points.filter((c) => c.children.length === 0 && onlyBodies(c.words)).length * 2 >= points.length
}

/** Whether a point may hold an order in words the lexicon does not know: under a heading of work, or among orders. */
const isLeft = (r: Reader, node: Node, bearing: Bearing): boolean =>
  node.family !== 'paragraph' &&
  node.children.length === 0 &&
  !isStatement(node.low) &&
  (bearing === 'tasks' || (bearing === 'unsaid' && amongOrders(r, node)))

/** "… thống nhất với báo cáo. Giao Sở Tài chính hoàn thiện …": whatever the heading, work is given out. */
const givesOut = (r: Reader, node: Node): boolean =>
  /(?:^|[.;:] )giao (?!ban|thông|dịch|đất|lưu)/.test(node.low) && rolesOf(r, node).roles.some((x) => x.role === 'lead' && x.given === true)

/** "Các Bộ trưởng, … chịu trách nhiệm thi hành Nghị quyết này.", under what heading it may be. */
const answersForIt = (r: Reader, node: Node): boolean =>
  /(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:nghiêm |nghiêm túc |nghiêm chỉnh )?(?:nghị quyết|quyết định|chỉ thị|nghị định|quy chế|kế hoạch) này/.test(
    node.low,
  ) && rolesOf(r, node).ordered

/** "Ngân sách Thành phố đảm bảo kinh phí …": where money comes from. */
const PAYS =
  /^ngân sách (?:nhà nước|trung ương|thành phố|tỉnh|địa phương|huyện|xã|các cấp)[^.;]{0,60}(?:bảo đảm|đảm bảo|cân đối|bố trí|hỗ trợ|chi trả)(?!\p{L})/u

const CAPITALS = /^(\p{Lu}[\p{Lu}\s,]{5,60}?\p{Lu}) \p{Lu}\p{Ll}/u

/** "Tình hình: …", "ĐÁNH GIÁ CHUNG Thay mặt Chính phủ, biểu dương …": a heading over facts with its sentence on one line. */
function tellsFacts({ low, words }: Node): boolean {
  const first = heading(low)
  const printed = CAPITALS.exec(words.text)?.[1]
  return (first !== low && bearingOf(first) === 'none') || (printed !== undefined && bearingOf(fold(printed)) === 'none')
}

/** "II. THỜI GIAN VÀ PHẠM VI" over lines that are labels only. */
const framesLabels = (node: Node): boolean =>
  opens(node) &&
  node.children.length > 0 &&
  node.low.length < 80 &&
  (bearingOf(node.low) === 'strict' || /^(?:(?:các )?nội dung|thông tin|kế hoạch)(?: (?:thực hiện|chung|cụ thể|tổ chức))?:?$/.test(node.low)) &&
  !beginsWithAct(node.words.text)

const FALLS_DUE = /(?<![\p{L}])(?:phải|cần|hoàn thành|xong|gửi|nộp)(?![\p{L}])/u
/** "Báo cáo kết quả gửi về Sở Nội vụ trước ngày …": named is what has to be delivered. */
const DELIVERED =
  /^(?:báo cáo|hồ sơ|kết quả|kế hoạch|danh sách|văn bản|dự thảo|số liệu|thông tin)(?![\p{L}])[^.;]{0,120}(?<![\p{L}])(?:gửi|nộp)(?![\p{L}])/u
const recursIn = (r: Reader, node: Node): boolean => milestonesOf(node.words, 0, [], r.setting.dating).some((m) => m.kind === 'recurring')
const dueIn = (r: Reader, node: Node): boolean => milestonesOf(node.words, 0, [], r.setting.dating).some((m) => m.due !== null)

// The points of one list are of one kind: where most begin with an act, one that begins with a word the lexicon does not know is an order too.
const amongActs = (r: Reader, node: Node): boolean => {
  if (!node.parent || node.parent.children.length < 2) return false
  const known = r.listsOfActs.get(node.parent)
  if (known !== undefined) return known
  const points = firstOfKind(node.parent, node.family)
  const is = points.filter((c) => beginsWithAct(c.words.text)).length * 2 >= points.length
  r.listsOfActs.set(node.parent, is)
  return is
}

// Where most points of a list order somebody, one whose act is not known does too.
const amongOrders = (r: Reader, node: Node): boolean => {
  const points = node.parent ? firstOfKind(node.parent, node.family).filter((c) => c !== node) : []
  return points.length > 0 && points.filter((c) => rolesOf(r, c).ordered || beginsWithAct(c.words.text)).length * 2 >= points.length
}

const heading = (low: string): string => {
  const colon = low.indexOf(':')
  return colon > 0 && colon < 60 ? low.slice(0, colon) : low
}

/** "Mức cho vay tối đa là …", "Trường hợp … thì lãi suất …", "Hoàn thành tốt: Là những cơ quan …": amounts and grades are set. */
const SETS =
  /^[^.;:]{3,50}: là (?:những|các|cơ quan|việc|đơn vị)(?!\p{L})|(?:^|: )(?:các )?(?:mức|lãi suất|định mức)(?!\p{L})[^.;:]{0,60}(?:tối đa|tối thiểu|là|bằng|thực hiện theo|áp dụng)(?!\p{L})|(?:mức (?:vay|hỗ trợ) tối đa|lãi suất) \d|^trường hợp [^.;]*(?:,| thì) (?:mức|lãi suất|áp dụng)(?!\p{L})/u

/** "Đến năm 2020, 100% người có công được khám …", "Tốt: hoàn thành 100%": a target, and a mark. */
const TARGET = /^(?:đến (?:hết )?năm \d{4},?[^.;]{0,40}\d+(?:[,.]\d+)?\s?%|(?:xuất sắc|tốt|khá|trung bình|yếu|kém|giỏi|đạt)\s?: )/u

const isStatement = (low: string): boolean =>
  SETS.test(low) ||
  TARGET.test(low) ||
  /^một số [^,;]{3,40} (?:có tỷ lệ|hiệu quả|còn |chưa )/.test(low) ||
  /^(?:sự |nhờ |cùng dự |ghi nhận tình trạng|sau \d+ năm|những năm qua|kết quả|tình hình|tổng số|số lượng|hiện nay|hiện|trong những năm|thời gian qua|năm \d{4},? (?:toàn|đã))/.test(
    low,
  ) ||
  /(?<![\p{L}])(?:đã (?:đạt|được|có|hoàn thành|xảy ra|gây)|còn (?:hạn chế|chậm|tồn tại|thấp)|chưa (?:được|đáp ứng|đạt))(?![\p{L}])/u.test(
    low.slice(0, 160),
  )

// What stands before the first numbered provision sets out why, unless it orders somebody by name.
const beforeOrders = (r: Reader, node: Node): boolean => {
  const { parent } = node
  if (!parent) return false
  const known = r.firstPoints.get(parent)
  const first = known ?? parent.children.find((c) => c.family !== 'paragraph')?.span[0] ?? -1
  if (known === undefined) r.firstPoints.set(parent, first)
  return node.span[0] < first
}
