import type { Words } from '../kernel/words.ts'

/** Why something about a task or an obligation is refused: said by the server alone, so that no page carries it. */
export const refusals = {
  noTask: { vi: 'Không có nhiệm vụ này, hoặc đồng chí không có phần việc trong đó.', en: 'There is no such task, or you have no part in it.' },
  mergedChanged: {
    vi: 'Nhiệm vụ nhận phần gộp đã được sửa sau khi gộp, nên không tách lại tự động được. Xin tách hoặc sửa nhiệm vụ đó.',
    en: 'The task this was merged into has been changed since, so it can’t be undone by itself. Split or edit that task instead.',
  },
  someDropped: {
    vi: 'Trong các nhiệm vụ đã chọn có nhiệm vụ vừa bị bỏ. Xin khôi phục hoặc bỏ chọn nhiệm vụ đó.',
    en: 'One of the selected tasks has just been dropped. Restore it or clear it from the selection.',
  },
  someMerged: {
    vi: 'Trong các nhiệm vụ đã chọn có nhiệm vụ đã gộp vào nhiệm vụ khác. Xin khôi phục riêng nhiệm vụ đó để tách lại.',
    en: 'One of the selected tasks was merged into another. Restore it by itself, which parts them again.',
  },
  taskChanged: {
    vi: 'Người khác vừa sửa nhiệm vụ này. Xin xem bản mới rồi sửa tiếp; phần đang nhập của đồng chí vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this task. Look at the new version first; what you entered is still on the screen.',
  },
  stepChanged: {
    vi: 'Nhiệm vụ vừa được cập nhật. Xin xem lại rồi làm tiếp; phần đang nhập vẫn còn trên màn hình.',
    en: 'A step has just been taken here. Look again, then go on; what you entered is still on the screen.',
  },
  notNow: {
    vi: 'Không thể «{{event}}» khi nhiệm vụ đang ở bước «{{state}}», hoặc việc này không thuộc phần của cơ quan đồng chí.',
    en: '«{{event}}» is not possible while the obligation is «{{state}}», or not your body’s part.',
  },
  reasonNeeded: { vi: 'Xin ghi rõ lý do hoặc nội dung (ít nhất 3 ký tự).', en: 'Give the reason or the content (at least 3 characters).' },
  evidenceNeeded: {
    vi: 'Báo cáo hoàn thành cần có nội dung và ít nhất một tệp minh chứng.',
    en: 'Reporting done needs words and at least one file as evidence.',
  },
  ownWork: {
    vi: 'Không ai xác nhận việc do chính mình báo cáo. Xin để người khác trong cơ quan xác nhận.',
    en: 'Nobody verifies what they reported themselves. Let somebody else of the body do it.',
  },
  leadOutOfReach: {
    vi: 'Văn bản chỉ giao được cho cơ quan trong phạm vi của cơ quan ban hành, không giao lên cấp trên hay sang nơi khác («{{name}}»). Xin chọn lại cơ quan chủ trì.',
    en: 'A directive lays nothing on a body above its issuer or of another place («{{name}}»). Choose another lead.',
  },
  noBodyThen: { vi: 'Danh mục không có cơ quan này vào ngày hôm nay.', en: 'The registry has no such body today.' },
  parentDone: {
    vi: 'Nhiệm vụ cấp trên giao xuống đã được báo cáo hoàn thành nên chưa rút lại xác nhận được; cần trả lại báo cáo ấy trước.',
    en: 'What it was handed down from is reported done, so the verification can’t be taken back; that report goes back first.',
  },
  directiveClosed: {
    vi: 'Văn bản đã kết thúc theo dõi nên không rút lại xác nhận được.',
    en: 'The directive is closed, so the verification can’t be taken back.',
  },
  'no-longer-recalled': {
    vi: 'Văn bản đã bị thu hồi, không tiếp nhận, giao hay gia hạn nữa; cơ quan trả lời việc thu hồi ở «Phổ biến, quán triệt».',
    en: 'The directive was recalled: nothing of it is taken up, given or extended; the recall is answered under «Dissemination».',
  },
  'no-longer-replaced': {
    vi: 'Văn bản đã được thay thế, không tiếp nhận, giao hay gia hạn nữa; cơ quan trả lời việc thay thế ở «Phổ biến, quán triệt».',
    en: 'The directive was replaced: nothing of it is taken up, given or extended; the replacement is answered under «Dissemination».',
  },
  childrenHold: {
    vi: 'Còn {{count}} nhiệm vụ giao cấp dưới chưa xong nên chưa rút hoặc giao cho cơ quan khác được.',
    en: '{{count}} obligations handed down are still open, so this can’t be withdrawn or given to another body.',
  },
  laterDay: { vi: 'Xin chọn ngày sau ngày {{day}}.', en: 'Choose a day after {{day}}.' },
  dayNeeded: { vi: 'Xin chọn ngày gia hạn.', en: 'Choose the day.' },
  nothingAsked: { vi: 'Không có đề nghị gia hạn nào đang chờ quyết định.', en: 'No later day waits for a decision.' },
  ownAsking: {
    vi: 'Không ai quyết định đề nghị gia hạn của chính mình. Xin để cơ quan xác nhận hoặc cơ quan thường trực quyết định.',
    en: 'Nobody decides on a later day they asked for. Leave it to the verifying or the standing body.',
  },
  notAfterOwn: {
    vi: 'Thời hạn giao cấp dưới không được sau hạn cuối của cơ quan đồng chí ({{day}}).',
    en: 'What is handed down can’t be due after your own last day ({{day}}).',
  },
  notPast: { vi: 'Thời hạn giao cấp dưới không được ở trước ngày hôm nay.', en: 'What is handed down can’t be due in the past.' },
  oneBodyNeeded: { vi: 'Xin chọn một cơ quan để giao.', en: 'Choose the body to give it to.' },
  filesNotYours: {
    vi: 'Có tệp không tìm thấy hoặc không do đồng chí tải lên. Xin tải lại tệp.',
    en: 'A file is missing or was not uploaded by you. Upload it again.',
  },
  noSuchMilestone: { vi: 'Mốc này không thuộc nhiệm vụ.', en: 'This milestone is not of the task.' },
  bodiesNeeded: { vi: 'Xin chọn ít nhất một cơ quan cấp dưới.', en: 'Choose at least one subordinate body.' },
  notSubordinate: { vi: 'Chỉ giao được cho cơ quan trực thuộc.', en: 'It can only be handed to bodies under yours.' },
  alreadyLies: { vi: 'Nhiệm vụ này đã giao cho cơ quan đó.', en: 'This task lies on that body already.' },
  taskEnded: {
    vi: 'Nhiệm vụ này đã được thay hoặc rút khi văn bản được cập nhật, không giao thêm được nữa.',
    en: 'An update of the directive has replaced or withdrawn this task; it is laid on nobody any more.',
  },
  onlyStanding: { vi: 'Việc này do cơ quan thường trực của văn bản làm.', en: 'This is for the standing body of the directive.' },
  stillOpen: {
    vi: 'Còn {{count}} lượt giao chưa xong nên chưa kết thúc theo dõi văn bản được.',
    en: '{{count}} obligations are still open, so the directive can’t be closed.',
  },
  withoutLead: {
    vi: 'Có {{count}} nhiệm vụ chưa có cơ quan chủ trì nào trong danh mục, ví dụ «{{example}}».',
    en: '{{count}} tasks have no body of the registry to lead them, for example «{{example}}».',
  },
  bodyOrClass: {
    vi: 'Một tên chỉ ứng với một cơ quan hoặc một nhóm cơ quan, không phải cả hai.',
    en: 'A name stands for a body or for a class, not for both.',
  },
  notInText: { vi: 'Đoạn được chọn không nằm trong văn bản.', en: 'The selection does not lie within the text.' },
  badSplit: { vi: 'Chỗ tách phải nằm giữa lời của nhiệm vụ.', en: 'The place to split must lie within the words of the task.' },
  mergedInto: { vi: 'Đã nhập vào nhiệm vụ «{{text}}».', en: 'Merged into the task «{{text}}».' },
  notTogether: { vi: 'Các nhiệm vụ phải cùng một văn bản đang rà soát và chưa bỏ.', en: 'The tasks must be of one draft and not dropped.' },
} as const satisfies Words
