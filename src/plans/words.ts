import type { Words } from '../kernel/words.ts'

/** How a plan stands. */
export const states = {
  due: { vi: 'Chưa bắt đầu', en: 'Not begun' },
  drafting: { vi: 'Đang xây dựng', en: 'Drafting' },
  submitted: { vi: 'Chờ thẩm định', en: 'Submitted' },
  'in-appraisal': { vi: 'Đang thẩm định', en: 'In appraisal' },
  returned: { vi: 'Trả lại để hoàn thiện', en: 'Returned' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  accepted: { vi: 'Cấp trên đã chấp thuận', en: 'Accepted' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
  amending: { vi: 'Đang điều chỉnh', en: 'Being amended' },
  withdrawn: { vi: 'Không phải lập nữa', en: 'Withdrawn' },
} as const satisfies Words

/** Words of the server: refusals, what stands in files, and the states and steps of a plan. */
export const words = {
  ...states,
  start: { vi: 'Bắt đầu xây dựng', en: 'Begin the plan' },
  submit: { vi: 'Trình kế hoạch', en: 'Submit' },
  recall: { vi: 'Rút lại để sửa', en: 'Take back' },
  appraise: { vi: 'Nhận thẩm định', en: 'Take up for appraisal' },
  return: { vi: 'Trả lại', en: 'Return' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  accept: { vi: 'Chấp thuận', en: 'Accept' },
  refuse: { vi: 'Không chấp thuận', en: 'Refuse' },
  issue: { vi: 'Ghi nhận ban hành', en: 'Record the issue' },
  correct: { vi: 'Đính chính số, ngày ban hành', en: 'Correct number or day' },
  issuedBeforeNow: { vi: 'trước đó ghi {{issue}}', en: 'before: {{issue}}' },
  amend: { vi: 'Điều chỉnh kế hoạch', en: 'Amend' },
  'drop-amendment': { vi: 'Bỏ việc điều chỉnh', en: 'Drop the amendment' },
  keep: { vi: 'Giữ nguyên kế hoạch', en: 'Keep the plan' },
  withdraw: { vi: 'Rút yêu cầu lập kế hoạch', en: 'Withdraw' },
  plan: { vi: 'kế hoạch', en: 'plan' },

  noPlan: { vi: 'Không có kế hoạch này, hoặc đồng chí không có phần việc trong đó.', en: 'There is no such plan, or you have no part in it.' },
  noOrder: { vi: 'Không có yêu cầu lập kế hoạch này, hoặc đồng chí không có quyền.', en: 'There is no such order to plan, or it is not yours.' },
  itemGone: { vi: '{{person}} vừa bỏ đầu việc «{{text}}».', en: '{{person}} has just taken out the item «{{text}}».' },
  noItem: { vi: 'Không có đầu việc này trong kế hoạch của cơ quan đồng chí.', en: 'There is no such item in a plan of your body.' },
  mayNotOrder: {
    vi: 'Không yêu cầu được {{name}} lập kế hoạch: chỉ yêu cầu được các cơ quan trực thuộc (với cơ quan thường trực, cơ quan ban hành văn bản: mọi cơ quan thuộc phạm vi của văn bản).',
    en: 'No plan can be ordered of {{name}}: a body may order plans of those under it (the standing body and the issuer: of all in the field of the directive).',
  },
  notIssued: {
    vi: 'Văn bản chưa ban hành hoặc đã kết thúc nên chưa yêu cầu lập kế hoạch được.',
    en: 'The directive is not in force, so no plans can be ordered.',
  },
  allHavePlans: {
    vi: 'Các cơ quan được chọn đều đã có kế hoạch cho văn bản này. Nếu cần thêm một kế hoạch nữa, xin chọn «Cũng yêu cầu lập thêm một kế hoạch».',
    en: 'All the bodies meant have a plan for this directive. If another is wanted, choose «Ask for another plan too».',
  },
  nobodyMeant: {
    vi: 'Không có cơ quan nào thuộc phạm vi được chọn vào ngày hôm nay, hoặc tất cả đã có yêu cầu này.',
    en: 'No body is meant by this today, or all of them owe the plan already.',
  },
  noAccepter: {
    vi: 'Duyệt hai bước cần hai cơ quan khác nhau, mà ở đây cơ quan duyệt cũng là cấp trên trực tiếp. Xin chọn cơ quan duyệt khác (cơ quan lập tự duyệt, rồi cấp trên chấp thuận), hoặc bỏ bước chấp thuận.',
    en: 'Two steps need two bodies, but the approver is the only one above here. Choose another approver (the body’s own, then its superior accepts), or leave acceptance out.',
  },
  oneOfThree: { vi: 'Mỗi dòng chọn một nhóm cơ quan, một cấp hoặc một cơ quan.', en: 'Each line names one class, one level or one body.' },
  dueBefore: {
    vi: 'Hạn trình kế hoạch ({{day}}) đã qua. Xin chọn ngày từ hôm nay trở đi.',
    en: 'The due day ({{day}}) has passed. Choose today or later.',
  },
  orderChanged: {
    vi: 'Người khác vừa thay đổi yêu cầu này. Xin xem lại rồi làm tiếp.',
    en: 'Somebody else has just changed this order. Look again, then go on.',
  },
  orderWithdrawn: { vi: 'Yêu cầu này đã rút.', en: 'This order has been withdrawn.' },
  notYourTemplate: {
    vi: 'Mẫu phải là kế hoạch của cơ quan đồng chí cho chính văn bản này.',
    en: 'The template must be your own body’s plan for this directive.',
  },
  templateChanged: {
    vi: 'Đầu việc chọn làm mẫu vừa được sửa hoặc bỏ trong kế hoạch. Xin xem lại mẫu rồi gửi.',
    en: 'Items chosen for the template have just been changed or removed in the plan. Look at the template again, then send it.',
  },
  notATask: {
    vi: 'Nhiệm vụ gắn với đầu việc của mẫu phải thuộc chính văn bản này và đang giao cho cơ quan trong phạm vi.',
    en: 'The tasks of a template’s items must be of this directive and lie on bodies within reach.',
  },
  sameTemplate: { vi: 'Mẫu không có gì khác mẫu đã giao.', en: 'The template is the same as the one that was given.' },
  headTooLong: {
    vi: 'Căn cứ hoặc mục đích, yêu cầu sẽ dài quá mức cho phép nếu lấy thêm từ mẫu. Xin rút gọn phần đang có, rồi lấy lại.',
    en: 'Grounds or aims would become too long with those of the template. Shorten what is there, then take them again.',
  },
  stepChanged: {
    vi: 'Kế hoạch vừa được người khác cập nhật. Xin xem lại rồi làm tiếp; phần đang nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just taken a step here. Look again, then go on; what you entered is still on the screen.',
  },
  notNow: {
    vi: 'Không thể «{{event}}» khi kế hoạch đang ở bước «{{state}}», hoặc việc này không thuộc phần của cơ quan đồng chí.',
    en: '«{{event}}» is not possible while the plan is «{{state}}», or not your body’s part.',
  },
  unchanged: {
    vi: 'Kế hoạch chưa thay đổi gì kể từ khi bị trả lại. Xin hoàn thiện theo ý kiến thẩm định; nếu vẫn trình như cũ, ghi rõ lý do.',
    en: 'Nothing in the plan has changed since it was returned. Mend it by what was said; to submit it as it was, say why.',
  },
  ownWork: {
    vi: 'Không ai duyệt kế hoạch do chính mình trình. Xin để người khác trong cơ quan duyệt.',
    en: 'Nobody approves what they submitted themselves. Let somebody else of the body do it.',
  },
  reasonNeeded: { vi: 'Xin ghi rõ lý do (ít nhất 3 ký tự).', en: 'Give the reason (at least 3 characters).' },
  numberNeeded: { vi: 'Xin ghi số, ngày ban hành và người ký.', en: 'Give the number, the day and the signer.' },
  numberTaken: {
    vi: 'Số {{number}} đã ghi cho một kế hoạch ban hành ngày {{day}} của cơ quan. Xin kiểm tra lại số.',
    en: 'The number {{number}} is that of a plan the body issued on {{day}}. Please check it.',
  },
  issuedEarlier: {
    vi: 'Kế hoạch không ban hành trước văn bản mà nó thực hiện (ngày {{day}}). Xin kiểm tra lại ngày.',
    en: 'A plan can’t be issued before the directive it carries out ({{day}}). Please check the day.',
  },
  issuedLater: { vi: 'Ngày ban hành không được sau hôm nay.', en: 'The day of issue can’t be after today.' },
  'over-recall': {
    vi: '{{directive}} đã bị thu hồi ngày {{day}}, nên kế hoạch thực hiện văn bản này không trình, duyệt hay ban hành nữa.',
    en: '{{directive}} was recalled on {{day}}; a plan that carries it out is not submitted, approved or issued any more.',
  },
  'over-replace': {
    vi: '{{directive}} đã được thay thế ngày {{day}}, nên kế hoạch thực hiện văn bản này không trình, duyệt hay ban hành nữa.',
    en: '{{directive}} was replaced on {{day}}; a plan that carries it out is not submitted, approved or issued any more.',
  },
  'over-first': {
    vi: 'Khi {{body}} đồng ý với thay đổi của văn bản, kế hoạch này thôi phải lập; nội dung đã soạn vẫn giữ để tra cứu.',
    en: 'Once {{body}} agrees to the change of the directive, this plan is owed no more; what was written stays to be looked up.',
  },
  'over-unasked': {
    vi: 'Đề nghị {{ordering}} rút yêu cầu lập kế hoạch; nội dung đã soạn vẫn giữ để tra cứu.',
    en: '{{ordering}} should withdraw its order to plan; what was written stays to be looked up.',
  },
  'over-approved': {
    vi: 'Bản đã duyệt giữ nguyên để tra cứu; việc điều chỉnh đang làm dở thì bỏ («Bỏ việc điều chỉnh»).',
    en: 'The approved edition stays to be looked up; an amendment under way is to be dropped («Drop the amendment»).',
  },
  'over-issue': {
    vi: 'Nếu kế hoạch đã ban hành trước ngày đó, xin ghi đúng ngày ban hành trên văn bản.',
    en: 'If the plan was issued before that day, give the day it bears.',
  },
  notEditable: {
    vi: 'Kế hoạch đang ở bước «{{state}}» nên chưa sửa được. Phần vừa nhập vẫn còn trên màn hình.',
    en: 'The plan is «{{state}}» and can’t be edited now. What you entered is still on the screen.',
  },
  cellChanged: {
    vi: 'Người khác vừa sửa đúng ô này. Cả hai nội dung đều còn; xin chọn giữ nội dung nào.',
    en: 'Somebody else has just changed this very cell. Both are kept; choose which to keep.',
  },
  notOwed: { vi: 'Nhiệm vụ này không thuộc các nhiệm vụ mà kế hoạch phải trả lời.', en: 'This obligation is not one the plan has to answer.' },
  notAbove: { vi: 'Đầu việc này không thuộc kế hoạch của cấp trên.', en: 'This item is not of the superior’s plan.' },
  notYourPerson: { vi: 'Người phụ trách phải giữ chức danh trong cơ quan.', en: 'The person must hold a post in the body.' },
  idTaken: { vi: 'Mã đầu việc đã được dùng ở kế hoạch khác.', en: 'The id of an item is taken by another plan.' },
  alreadyAnswered: { vi: 'Nhiệm vụ này đã có đầu việc trả lời.', en: 'This obligation is answered by an item already.' },
  noReason: { vi: 'Chưa có lý do nào chờ quyết định cho nhiệm vụ này.', en: 'No reason waits to be decided for this obligation.' },
  noEdition: { vi: 'Kế hoạch không có bản đã duyệt này.', en: 'The plan has no such edition.' },

  goesBack: {
    vi: 'Kế hoạch chưa duyệt được; trả lại để {{body}} sửa. {{fault}}',
    en: 'The plan can’t be approved yet; return it for {{body}} to mend. {{fault}}',
  },
  noItems: {
    vi: 'Kế hoạch chưa có đầu việc nào. Xin thêm ít nhất một đầu việc rồi trình.',
    en: 'The plan has no item yet. Add at least one, then submit.',
  },
  itemFault: { vi: 'Đầu việc {{row}}: {{fault}}', en: 'Item {{row}}: {{fault}}' },
  andMore: { vi: ' (và {{count}} điều khác)', en: ' (and {{count}} more)' },
  'fault-empty': { vi: 'chưa có nội dung.', en: 'it has no words.' },
  'fault-backwards': { vi: 'ngày bắt đầu sau ngày hoàn thành.', en: 'it begins after it ends.' },
  'fault-answers-nothing': {
    vi: 'chưa trả lời nhiệm vụ được giao hay đầu việc nào của cấp trên. Xin chọn ở cột «Thực hiện».',
    en: 'it answers neither an obligation nor an item of the superior. Choose in the column «Answers».',
  },
  'fault-touched': {
    vi: 'có nhiệm vụ đã thay đổi. Xin sửa đầu việc, hoặc bấm «Vẫn phù hợp».',
    en: 'something it answers has changed. Mend it, or choose «Still holds».',
  },
  'fault-before-directive': {
    vi: 'ngày hoàn thành trước ngày {{due}} của chính {{text}}. Xin kiểm tra lại ngày, nhất là năm.',
    en: 'its day is before {{due}}, the day of {{text}} itself. Check the day, the year above all.',
  },
  'fault-later-than-obligation': {
    vi: 'muộn hơn thời hạn {{due}} của nhiệm vụ «{{text}}».',
    en: 'it is later than {{due}}, the deadline of «{{text}}».',
  },
  'fault-later-than-superior': {
    vi: 'muộn hơn thời hạn {{due}} của đầu việc cấp trên «{{text}}».',
    en: 'it is later than {{due}}, the deadline of the superior’s item «{{text}}».',
  },
  unanswered: {
    vi: 'Còn {{count}} nhiệm vụ được giao chưa có đầu việc thực hiện, ví dụ «{{text}}». Xin thêm đầu việc, hoặc nêu lý do và chờ {{judge}} chấp nhận.',
    en: '{{count}} obligations are not answered by any item, for example «{{text}}». Add items, or give a reason and wait until {{judge}} accepts it.',
  },

  nothingTouched: {
    vi: 'Không có đầu việc nào bị văn bản thay đổi tác động nên không cần ghi nhận giữ nguyên.',
    en: 'No item is touched by a change of the directive, so there is nothing to keep.',
  },
  newlyOpen: {
    vi: 'Còn {{count}} nhiệm vụ mới chưa có đầu việc, ví dụ «{{text}}». Xin điều chỉnh kế hoạch.',
    en: '{{count}} new obligations have no item, for example «{{text}}». Amend the plan.',
  },

  noFile: {
    vi: 'Không tìm thấy tệp, hoặc tệp không do đồng chí tải lên. Xin tải lại.',
    en: 'The file is not there, or was not uploaded by you. Upload it again.',
  },
  wrongFile: {
    vi: 'Tệp «{{name}}» không phải tệp Excel .xlsx. Xin mở trong Excel, lưu lại thành .xlsx rồi tải lên.',
    en: '«{{name}}» is no .xlsx. Open it in Excel, save it as .xlsx and upload that.',
  },
  brokenFile: { vi: 'Không đọc được tệp «{{name}}»: tệp hỏng hoặc có mật khẩu.', en: '«{{name}}» can’t be read: it is broken or has a password.' },
  emptyFile: { vi: 'Tệp «{{name}}» không có dòng nào đọc được thành đầu việc.', en: '«{{name}}» holds no row that reads as an item.' },

  number: { vi: 'TT', en: 'No.' },
  part: { vi: 'Phần, mục', en: 'Part' },
  text: { vi: 'Nội dung công việc', en: 'Work' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  lead: { vi: 'Chủ trì', en: 'Leads' },
  coordinate: { vi: 'Phối hợp', en: 'Coordinate' },
  personId: { vi: 'Người phụ trách', en: 'Person' },
  fromOn: { vi: 'Bắt đầu', en: 'From' },
  dueOn: { vi: 'Hoàn thành', en: 'Until' },
  money: { vi: 'Kinh phí (đồng)', en: 'Money (đồng)' },
  note: { vi: 'Ghi chú', en: 'Note' },
  obligationIds: { vi: 'Thực hiện nhiệm vụ', en: 'Answers obligations' },
  superiorItemIds: { vi: 'Thực hiện đầu việc cấp trên', en: 'Answers items of the superior' },
  itemCode: { vi: 'Mã', en: 'Id' },
  body: { vi: 'Cơ quan', en: 'Body' },
  level: { vi: 'Cấp', en: 'Level' },
  state: { vi: 'Tình trạng', en: 'State' },
  planDue: { vi: 'Hạn trình', en: 'Due' },
  submittedOn: { vi: 'Trình lần đầu', en: 'First submitted' },
  late: { vi: 'Thời hạn trình', en: 'In time' },
  form: { vi: 'Hình thức', en: 'Form' },
  asked: { vi: 'Nhiệm vụ phải có đầu việc', en: 'Obligations to answer' },
  answered: { vi: 'Nhiệm vụ đã có đầu việc', en: 'Obligations answered' },
  items: { vi: 'Số đầu việc', en: 'Items' },
  round: { vi: 'Lần trình', en: 'Round' },
  code: { vi: 'Số, ký hiệu', en: 'Number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  directive: { vi: 'Văn bản', en: 'Directive' },
  plans: { vi: 'Kế hoạch của các cấp', en: 'Plans of every level' },
  unitPlans: { vi: 'kế hoạch', en: 'plan' },
  ofOneBody: { vi: 'Kế hoạch của {{body}}', en: 'Plans of {{body}}' },
  inBranch: { vi: 'Thuộc nhánh {{body}}', en: 'In the branch of {{body}}' },
  ofOneOrder: { vi: 'Theo một yêu cầu lập kế hoạch', en: 'By one order to plan' },
  tooMany: {
    vi: 'Danh sách có {{total}} dòng, nhiều hơn {{limit}} dòng một tệp. Xin thu hẹp bằng bộ lọc.',
    en: 'The list has {{total}} rows, more than {{limit}} in one file. Narrow it with the filters.',
  },
} as const satisfies Words
