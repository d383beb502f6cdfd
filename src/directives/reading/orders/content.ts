import type { Node } from '../layout/outline.ts'
import { isBeside, type Reader, rolesOf } from '../roles/inheritance.ts'
import { actsFirst, beginsWithAct, namesProduct, onlyBodies, ordersMaking } from './orders.ts'
import { PRINCIPLES } from './sections.ts'

/** The provisions under a node that are read as provisions of their own, labelled lines aside. */
export const pointsOf = (r: Reader, node: Node): Node[] => node.children.filter((c) => !r.lines.has(c))

/** "- Nghị định số 214/2025/NĐ-CP …": a document that is there is studied, not made. */
export const isCited = (low: string): boolean => /^[^.;:]{0,60}số:? \d/.test(low)

/** "… tổng hợp, báo cáo về một số nội dung sau:": what follows is what is reported. */
const REPORTED =
  /(?:báo cáo|thống kê|cung cấp|tổng hợp)[^.;:]{0,60}(?:nội dung|thông tin|số liệu)(?:[^.;:]{0,12}sau|[^;:]{0,300}(?:bao )?gồm(?: các (?:nội dung|chỉ tiêu|số liệu)(?: sau)?)?)\s?:$|báo cáo[^.;:]{0,300}theo (?:hướng dẫn|đề cương|mẫu|nội dung)[^.;:]{0,20}:$|(?:gửi|nộp)[^.;:]{0,60}(?:tài liệu|hồ sơ|giấy tờ|văn bản)[^;:]{0,20}(?:sau|gồm)[^;:]{0,120}:$|(?<!(?:các|những) )(?:kế hoạch|hồ sơ|báo cáo|danh mục|tài liệu|biểu mẫu)(?!\p{L})[^;:]{0,90}(?:bao )?gồm\s?:$/u

/** "Giám sát việc lập danh sách cử tri" over "- Việc niêm yết …", "- Cách tính tuổi …": what is looked at. */
const INSPECTS = /^(?:kiểm tra|giám sát|thanh tra)(?:,? (?:và )?(?:kiểm tra|giám sát))? (?:việc|công tác|quá trình|trình tự|hoạt động)(?!\p{L})/u

const CITING = /(?:văn bản|nghị quyết|chỉ thị|tài liệu|quy định)[^.;:]{0,40}:$/u

/** Whether the points under an introduction are its content, not orders: "báo cáo về: - tình hình …". */
export function isContent(r: Reader, node: Node): boolean {
  if (PRINCIPLES.test(node.low)) return rolesOf(r, node).ordered
  // "Sửa đổi Luật … để: - Tháo gỡ khó khăn …": what it is for
  if (/(?<!các (?:biện pháp|giải pháp) )(?:để|nhằm)\s?:$/.test(node.low) && pointsOf(r, node).length > 0)
    return rolesOf(r, node).ordered || beginsWithAct(node.words.text)
  if (INSPECTS.test(node.low)) {
    const points = pointsOf(r, node)
    const inspected = points.filter((p) => !actsFirst(p.words.text) || /^(?:bảo|đảm) (?:đảm|bảo) /.test(p.low))
    return points.length > 1 && inspected.length * 3 >= points.length * 2 && !points.some((p) => rolesOf(r, p).ordered)
  }
  if (!node.low.endsWith(':')) return false
  // "Quán triệt các văn bản sau: - Chỉ thị số 09-CT/TW …": what is studied is named
  if (CITING.test(node.low) && pointsOf(r, node).every((p) => isNamed(p.low))) return rolesOf(r, node).ordered || beginsWithAct(node.words.text)
  if (!REPORTED.test(node.low) && /(?:sau|dưới đây|là|như sau|nhiệm vụ|nội dung)\s?:$/.test(node.low)) return false
  const roles = rolesOf(r, node)
  const points = pointsOf(r, node)
  if (points.length === 0 || onlyBodies(node.words) || points.every(isBeside)) return false
  if (REPORTED.test(node.low)) {
    const told = points.filter((p) => p.family !== 'paragraph')
    return (
      told.length > 0 &&
      told.every((p) => p.children.every((c) => c.family === 'paragraph') && !onlyBodies(p.words)) &&
      // "Báo cáo tóm tắt" among records and estimates is one more of them
      told.filter((p) => actsFirst(p.words.text)).length * 3 <= told.length
    )
  }
  if (!roles.ordered && !beginsWithAct(node.words.text)) return false
  // "Nghiên cứu các nền tảng, như: - Hệ thống …"
  if (/(?:^|[ ,])như\s?:$/.test(node.low)) return points.every((p) => p.children.length === 0 && !actsFirst(p.words.text))
  return points.every(
    (p) =>
      p.children.length === 0 &&
      !beginsWithAct(p.words.text) &&
      !onlyBodies(p.words) &&
      !rolesOf(r, p).ordered &&
      !(namesProduct(p.low) && !isCited(p.low) && ordersMaking(node.low)),
  )
}

/** Whether a provision is what an introduction beside it, which orders somebody, asks to be reported or studied: "… báo cáo số liệu, bao gồm:", "… nghiên cứu các văn bản sau:". */
export const isAskedFor = (r: Reader, { introduction, words, low }: Node): boolean =>
  introduction !== null &&
  ((asksForReport(r, introduction) && !actsFirst(words.text)) || (CITING.test(introduction.low) && isNamed(low) && rolesOf(r, introduction).ordered))

/** Whether words with points after them order those to be reported, and so are the task themselves. */
const asksForReport = (r: Reader, node: Node): boolean => REPORTED.test(node.low) && rolesOf(r, node).ordered

/** A document that is there, told by its kind and number. */
const isNamed = (low: string): boolean => isCited(low) && namesProduct(low)

/** Whether words with points beside them are the task themselves, and the points what they ask for. */
export const asksForPoints = (r: Reader, node: Node): boolean =>
  asksForReport(r, node) ||
  (CITING.test(node.low) &&
    rolesOf(r, node).ordered &&
    (node.parent?.children ?? []).every((c) => c.introduction !== node || c === node || isNamed(c.low)))
