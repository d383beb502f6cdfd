/** The kinds of document that have a name of their own. */
export const KINDS = [
  'kế hoạch',
  'nghị quyết',
  'chỉ thị',
  'kết luận',
  'thông báo',
  'quyết định',
  'hướng dẫn',
  'chương trình hành động',
  'chương trình công tác',
  'chương trình',
  'đề án',
  'phương án',
  'công điện',
  'quy định',
  'quy chế',
  'báo cáo',
  'tờ trình',
  'thông tư',
  'nghị định',
  'thông tri',
  'luật',
  'công văn',
  'dự án',
  'giấy mời',
  'thông báo kết luận',
  'thông báo kết luận thanh tra',
  'kết luận thanh tra',
  'kết luận kiểm tra',
  'kết luận giám sát',
  'điều lệ',
  'thông cáo',
]
/** The lines that every letterhead has. */
export const NATION = /^(?:cộng hòa xã hội chủ nghĩa việt nam|độc lập - tự do|đảng cộng sản việt nam)/

/** A line that holds nothing but the kind of a document. */
export const KIND_LINE = new RegExp(`^(?:${[...KINDS].sort((a, b) => b.length - a.length).join('|')})$`)
