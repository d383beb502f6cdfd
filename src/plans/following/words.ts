import type { Words } from '../../kernel/words.ts'

export const words = {
  'was-update': { vi: '{{directive}} đã được cập nhật ngày {{day}}', en: '{{directive}} was updated on {{day}}' },
  'was-recall': { vi: '{{directive}} đã được thu hồi ngày {{day}}', en: '{{directive}} was recalled on {{day}}' },
  'was-replace': { vi: '{{directive}} đã được thay thế ngày {{day}}', en: '{{directive}} was replaced on {{day}}' },
  'was-amended': { vi: 'Kế hoạch của {{body}} đã được điều chỉnh ngày {{day}}', en: 'The plan of {{body}} was amended on {{day}}' },
  itemGone: { vi: 'không còn đầu việc «{{item}}»', en: 'the item «{{item}}» is gone' },
  itemChanged: { vi: 'đầu việc «{{item}}» thay đổi {{what}}', en: 'the item «{{item}}» has changed: {{what}}' },
  itemsAdded: { vi: 'thêm đầu việc {{items}}', en: 'it has got the items {{items}}' },
  ended: { vi: 'nhiệm vụ {{task}} không còn được giao', en: 'task {{task}} is laid on nobody any more' },
  changed: { vi: 'nhiệm vụ {{task}} thay đổi {{what}}', en: 'task {{task}} has changed: {{what}}' },
  same: { vi: 'nhiệm vụ {{task}} được giao lại', en: 'task {{task}} was laid anew' },
  text: { vi: 'nội dung', en: 'words' },
  product: { vi: 'sản phẩm', en: 'product' },
  due: { vi: 'thời hạn ({{from}} → {{to}})', en: 'deadline ({{from}} → {{to}})' },
  noDay: { vi: 'không có ngày', en: 'no day' },
  planEnds: { vi: '{{said}}: không phải lập kế hoạch nữa.', en: '{{said}}: no plan is owed any more.' },

  noChange: { vi: 'Không có nội dung thay đổi này, hoặc đồng chí không có quyền xem.', en: 'There is no such change, or you may not see it.' },
  notMarked: { vi: 'Đầu việc này không có đánh dấu cần xem lại.', en: 'Nothing the item answers has changed.' },

  touchesPlans: {
    vi: 'Tác động đến {{plans}} kế hoạch của các cấp, {{items}} đầu việc cần xem lại',
    en: 'Touches {{plans}} plans, {{items}} items to be looked at again',
  },
  endsPlans: { vi: 'Tác động đến {{plans}} kế hoạch của các cấp', en: 'Touches {{plans|plan|plans}}' },
  ofKept: { vi: '{{count}} kế hoạch đã duyệt giữ nguyên để tra cứu', en: 'approved plans kept to be looked up: {{count}}' },
  touchesNone: { vi: 'Không tác động đến kế hoạch nào của các cấp.', en: 'No plan is touched by it.' },
  ofApproved: { vi: '{{count}} kế hoạch đã duyệt cần điều chỉnh', en: '{{count}} approved plans to be amended' },
  ofEnding: { vi: '{{count}} kế hoạch chưa duyệt thôi phải lập', en: 'plans not approved yet that end: {{count}}' },

  ownPlans: { vi: 'Kế hoạch của cơ quan đồng chí', en: 'Your body’s plans' },
  ownWouldMark: {
    vi: 'khi đồng ý, {{count}} đầu việc được đánh dấu cần xem lại.',
    en: 'once you agree, {{count|item is|items are}} marked to be looked at again.',
  },
  ownMarked: { vi: 'còn {{count}} đầu việc cần xem lại.', en: '{{count|item|items}} still to be looked at again.' },
  ownAdded: { vi: 'Có {{count}} nhiệm vụ mới phải đưa vào kế hoạch.', en: '{{count|new task|new tasks}} to be answered.' },
  ownApproved: { vi: 'Kế hoạch đã duyệt giữ nguyên đến khi cơ quan điều chỉnh.', en: 'What was approved stays as it is until you amend it.' },
  ownKept: {
    vi: 'kế hoạch đã duyệt giữ nguyên để tra cứu, không phải điều chỉnh.',
    en: 'the approved plan stays to be looked up; nothing is to be amended.',
  },
  ownEnds: { vi: 'khi đồng ý, không phải lập kế hoạch này nữa.', en: 'once you agree, this plan is owed no more.' },

  callTitle: { vi: 'Có thay đổi ở cấp trên, kế hoạch cần xem lại', en: 'Something above has changed; the plan wants looking at' },
  templateRenewed: { vi: 'Mẫu của cấp trên đã được cập nhật', en: 'The superior’s template was updated' },
  templateGiven: { vi: 'Cấp trên đã gửi kèm mẫu', en: 'The superior has given a template' },
  templateGivenOn: {
    vi: '{{body}} đã gửi kèm mẫu ngày {{day}}: xem ở «Lấy từ mẫu của cấp trên». Lấy hay không do cơ quan lập kế hoạch chọn.',
    en: '{{body}} gave a template on {{day}}: see «Take from the template». Whether you take anything from it is up to you.',
  },
  templateRenewedOn: {
    vi: '{{body}} đã cập nhật mẫu ngày {{day}}: xem ở «Lấy từ mẫu của cấp trên». Đầu việc đã lấy giữ nguyên; lấy nội dung mới hay không do cơ quan lập kế hoạch chọn.',
    en: '{{body}} updated the template on {{day}}: see «Take from the template». Items taken over stay as they are unless you take the new words.',
  },
  callItems: { vi: '{{count}} đầu việc cần xem lại', en: 'items to be looked at again: {{count}}' },
  callOpen: { vi: '{{count}} nhiệm vụ chưa có đầu việc', en: 'obligations without an item: {{count}}' },
  'taken-recall': { vi: 'Văn bản giao nhiệm vụ đã bị thu hồi ngày {{day}}', en: 'The directive was recalled on {{day}}' },
  'taken-replace': { vi: 'Văn bản giao nhiệm vụ đã được thay thế ngày {{day}}', en: 'The directive was replaced on {{day}}' },
  'call-over': {
    vi: 'Từ ngày đó kế hoạch thực hiện văn bản này không trình, duyệt, chấp thuận hay ban hành nữa.',
    en: 'From that day on a plan that carries it out is not submitted, approved, accepted or issued any more.',
  },
  'call-unasked': {
    vi: 'Cơ quan lập kế hoạch chưa nhận văn bản nên không phải trả lời; đề nghị {{ordering}} rút yêu cầu lập kế hoạch.',
    en: 'Its body had not got the directive and is not asked to agree; {{ordering}} should withdraw the order to plan.',
  },
  'call-unanswered': {
    vi: 'Chờ {{body}} đồng ý với thay đổi này của văn bản. Khi đồng ý, kế hoạch chưa được duyệt thôi phải lập; kế hoạch đã duyệt giữ nguyên để tra cứu.',
    en: '{{body}} has still to agree. Once it agrees, a plan not approved yet is owed no more; an approved one stays to be looked up.',
  },
  'call-unanswered-own': {
    vi: 'Xin trả lời ở «Xem thay đổi của văn bản». Khi đồng ý, kế hoạch chưa được duyệt thôi phải lập; kế hoạch đã duyệt giữ nguyên để tra cứu.',
    en: 'Please answer at «See the changes of the directive». Once you agree, a plan not approved yet is owed no more; an approved one stays to be looked up.',
  },
  'call-appraisal-own': {
    vi: 'Thay đổi đến sau khi trình. Rút lại để sửa theo, hoặc chờ {{approver}} trả lại.',
    en: 'It changed after the plan was submitted. Recall the plan to follow, or wait until {{approver}} returns it.',
  },
  'call-issued': {
    vi: 'Bản đã duyệt giữ nguyên. Bấm «Điều chỉnh kế hoạch» để sửa; nếu xem xét thấy không phải sửa, bấm «Giữ nguyên kế hoạch» và ghi lý do.',
    en: 'The approved edition stays as it is. Choose «Amend»; or, where nothing needs mending, «Keep the plan» and say why.',
  },
  'call-approved': {
    vi: 'Bản đã duyệt giữ nguyên. Ban hành kế hoạch rồi bấm «Điều chỉnh kế hoạch».',
    en: 'The approved edition stays as it is. Issue the plan, then choose «Amend».',
  },
  'call-theirs': { vi: 'Bản đã duyệt giữ nguyên; chờ {{body}} điều chỉnh.', en: 'The approved edition stays as it is; {{body}} is to amend it.' },
  'call-appraisal': {
    vi: 'Thay đổi đến sau khi trình. Trả lại để {{body}} sửa theo, rồi mới phê duyệt được.',
    en: 'It changed after the plan was submitted. Return it for {{body}} to follow; it can’t be approved before.',
  },
  'call-drafting': {
    vi: 'Sửa từng đầu việc được đánh dấu, hoặc bấm «Vẫn phù hợp»; thêm đầu việc cho nhiệm vụ mới ở thẻ «Nhiệm vụ phải thực hiện».',
    en: 'Mend each marked item or choose «Still holds»; add items for what is new on the tab «Obligations».',
  },
  see: { vi: 'Xem thay đổi của văn bản', en: 'See the changes of the directive' },
  seeSuperior: { vi: 'Xem kế hoạch cấp trên', en: 'See the superior’s plan' },
} as const satisfies Words
