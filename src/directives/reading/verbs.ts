import { lexicon, matchAt, type Token } from './tokens.ts'

const MODALS = `có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cần|phải|cần phải|tiếp tục|chủ động|khẩn trương|tập trung|trực tiếp|kịp thời|thường xuyên|định kỳ|nghiêm túc|tích cực|tăng cường|đẩy mạnh|sớm|nhanh chóng|quyết liệt|ngay|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|đồng thời|chú trọng|quan tâm|ưu tiên|kiên quyết|tuyệt đối|nghiêm cấm|không được|không để|không|hãy|cùng|chịu|làm tốt|thực hiện tốt|làm đầu mối|là đầu mối|là cơ quan đầu mối|là cơ quan thường trực|là đơn vị đầu mối|là cơ quan chủ trì|là đơn vị chủ trì|làm cơ quan|làm cơ quan đầu mối|theo dõi sát|nỗ lực|phấn đấu|quyết tâm|rà soát ngay|lưu ý|bảo đảm|đảm bảo|gương mẫu|nêu cao|đề cao|phát huy|giữ vững|mạnh dạn|linh hoạt|cử|triệt để|dứt điểm`

const VERBS = `nâng|hạ|đẩy|đẩy nhanh|kêu gọi|trích|dành|chọn|chia|tách|nêu|ghi|gặp gỡ|thăm|lắng nghe|tuyển|đấu nối|khơi dậy|tôn trọng|tập hợp|giành|phủ|trồng mới|phối kết hợp|in ấn|vượt|gắn kết|đón đầu|định danh|niêm phong|thẩm tra|phúc khảo|khơi|bám|kết thúc|tranh thủ|lan truyền|đôn thúc|đo lường|ký cam kết|giữ ổn định|ổn định|bình ổn|hỗ trợ|điều hành|sản xuất|kinh doanh|vận chuyển|làm chủ|nâng tầm|phân định|phân bổ|tổ chức lại|gỡ bỏ|hoạch định|chủ trì|phối hợp|kết hợp|tham mưu|xây dựng|ban hành|triển khai|thực hiện|tổ chức|rà soát|sửa đổi|bổ sung|hoàn thiện|hoàn thành|trình|báo cáo|tổng hợp|đề xuất|kiến nghị|nghiên cứu|hướng dẫn|kiểm tra|giám sát|thanh tra|đôn đốc|theo dõi|chỉ đạo|lãnh đạo|quán triệt|phổ biến|tuyên truyền|vận động|thẩm định|thẩm tra|phê duyệt|quyết định|bố trí|cân đối|phân bổ|giải ngân|đầu tư|hỗ trợ|khuyến khích|thúc đẩy|nâng cao|cải thiện|cải cách|đổi mới|phát triển|mở rộng|hình thành|khai thác|sử dụng|ứng dụng|vận hành|quản lý|bảo vệ|giữ gìn|duy trì|củng cố|kiện toàn|sắp xếp|sáp nhập|hợp nhất|giải thể|thành lập|điều chỉnh|cập nhật|công bố|công khai|niêm yết|đăng tải|cung cấp|chia sẻ|kết nối|tích hợp|số hóa|chuẩn hóa|xử lý|giải quyết|khắc phục|tháo gỡ|ngăn chặn|phòng ngừa|phòng chống|phát hiện|đấu tranh|xác minh|điều tra|truy tố|xét xử|thu hồi|thu hút|huy động|xúc tiến|mời gọi|hợp tác|liên kết|ký kết|đàm phán|tiếp nhận|bàn giao|chuyển|chuyển giao|chuyển đổi|gửi|phản ánh|thông báo|thông tin|công nhận|khen thưởng|biểu dương|tôn vinh|phát động|tập huấn|bồi dưỡng|đào tạo|bồi dưỡng nâng cao|tuyển dụng|tuyển chọn|lựa chọn|bổ nhiệm|luân chuyển|quy hoạch|đánh giá|phân loại|thống kê|khảo sát|kiểm kê|lập|soạn thảo|dự thảo|chuẩn bị|đăng ký|cấp|thu|chi|nộp|mua sắm|đấu thầu|xây mới|nâng cấp|sửa chữa|cải tạo|lắp đặt|trang bị|sơ kết|tổng kết|lồng ghép|cụ thể hóa|cụ thể hoá|thể chế hóa|định hướng|tư vấn|giới thiệu|tạo|tạo điều kiện|tạo lập|tạo thuận lợi|gắn|đưa|lấy|coi|xác định|phân công|phân cấp|phân quyền|ủy quyền|giao|yêu cầu|đề nghị|quy định|nắm|nắm chắc|nắm tình hình|bám sát|tuân thủ|chấp hành|siết chặt|xem xét|cho ý kiến|góp ý|tham gia|tham gia ý kiến|tiếp thu|giải trình|trả lời|tiếp|làm việc|làm|làm rõ|trao đổi|thống nhất|thông qua|ký|in|phát hành|đổi|giảm|tinh giản|tinh gọn|cắt giảm|đơn giản hóa|rút ngắn|tăng|mở|đóng|dừng|tạm dừng|chấm dứt|hủy bỏ|bãi bỏ|thay thế|kế thừa|giúp|chăm lo|chăm sóc|khám|điều trị|trợ giúp|cứu trợ|di dời|bồi thường|giải phóng mặt bằng|tái định cư|quy tập|trồng|khôi phục|bảo tồn|tôn tạo|tổ chức thực hiện|tổ chức triển khai|gia hạn|miễn|khảo nghiệm|thử nghiệm|thí điểm|nhân rộng|áp dụng|kiểm soát|kiểm định|giám định|kiểm toán|quyết toán|thanh toán|thanh lý|cho vay|mua|bán|xuất khẩu|nhập khẩu|truy thu|truy quét|tuần tra|trực|diễn tập|ứng phó|cứu hộ|sẵn sàng|phát huy|gìn giữ|giáo dục|rèn luyện|học tập|thi|kết nạp|chuyển sinh hoạt|tự phê bình|phê bình|kiểm điểm|xem xét|làm tốt|tiến hành|thiết lập|thiết kế|xây|dựng|cắm mốc|đo đạc|giao đất|cho thuê|thống nhất|đối thoại|tiếp xúc|phúc tra|phúc đáp|kê khai|bình chọn|bình xét|tặng|truy tặng|trao|động viên|khích lệ|đề cử|ứng cử|bầu|bầu cử|vinh danh|chú ý|xóa|xoá|xóa bỏ|đi đôi|kết thúc|bắt đầu|khởi công|nghiệm thu|đưa vào|rút kinh nghiệm|cam kết|đăng|phát sóng|phát|viết|biên soạn|dịch|lưu trữ|lưu|sao|quảng bá|truyền thông|lan tỏa|nhận|tính|tính toán|dự báo|cảnh báo|phân tích|tìm|tìm kiếm|hạn chế|tránh|giữ|cho|xin|bảo mật|bảo trì|bảo dưỡng|sát hạch|tính giảm|kéo dài|thay|thay đổi|đối chiếu|nhập|truy cập|đồng bộ|làm sạch|tái cơ cấu|cơ cấu lại|hình thành|tận dụng|khơi thông|khuyến nghị|tự rà soát|gương mẫu thực hiện|quán triệt sâu sắc|lập kế hoạch|lập dự toán|quyết nghị|ban bố|tiếp cận|kiểm đếm|hiệp thương|phản biện|phản biện xã hội|giám sát và phản biện|đón tiếp|đón|phục vụ|hưởng ứng|tự chủ|sắp xếp lại|rà soát lại|chi trả|truy xuất|đề ra|thiết thực|kiến tạo|tiết kiệm|chống|phòng, chống|phòng chống|phòng tránh|phản bác|bác bỏ|bảo lãnh|vận dụng|hướng tới|xây dựng và|lồng|đề phòng|thúc|hội đàm|tháo|giảm thiểu|loại bỏ|khoanh vùng|ra soát|chuẩn y|chi tiết hóa|thi hành|tái lập|xếp|thu thập|thu gom|phân luồng|bảo quản|nghiên cứu, đề xuất`

/** Words that say an act is ordered: the act itself, or how it is to be done. */
export const ACTS = lexicon<'modal' | 'verb'>(['modal', MODALS], ['verb', VERBS])

/** Words that lay an order on the body named next. */
export const DIRECTIVES = lexicon<'give' | 'ask'>(
  [
    'give',
    'giao|giao cho|giao nhiệm vụ cho|giao nhiệm vụ|giao trách nhiệm|giao trách nhiệm cho|phân công|phân công cho|chỉ định|ủy quyền|ủy quyền cho|giao thêm',
  ],
  ['ask', 'yêu cầu|đề nghị|kính đề nghị|trân trọng đề nghị|đề nghị:|yêu cầu:|chỉ đạo:|giao:'],
)

/** Words that open a circumstance before the one who acts is named. */
export const CIRCUMSTANCES = lexicon<true>([
  true,
  'căn cứ|nhận được|thời gian tới|thời gian qua|những tháng|năm|nhân dịp|từng bước|trên đây là|trên cơ sở|trong quá trình|quá trình|để|khi|nếu|từ|từ nay|trước|trước mắt|sau|sau khi|định kỳ|hằng|hàng|với|theo|nhằm|đối với|về|qua|thông qua|trong|đến|vào|trường hợp|trong trường hợp|tại|ngoài|ngoài ra|bên cạnh|thực hiện|riêng|cùng với|đồng thời|trên tinh thần|chậm nhất|khẩn trương|hiện nay|do|vì|ngay|ngay sau|tùy|tuỳ|bên cạnh đó|nhân|kể từ|xuất phát|quán triệt|tiếp tục thực hiện|triển khai|thay mặt|sau|dưới',
])

/** Words that join a clause to the one before without saying anything. */
export const JOINTS = lexicon<true>([
  true,
  'đồng thời|ngoài ra|trong đó|bên cạnh đó|và|song song đó|mặt khác|riêng|cụ thể|theo đó|sau đó|trên cơ sở đó|từ đó|trước mắt|cùng với đó|trong đó lưu ý|-|–',
])

/** Whether an act begins at a token: "khẩn trương rà soát …". */
export const actAt = (tokens: readonly Token[], i: number): 'modal' | 'verb' | null =>
  matchAt(ACTS, tokens, i)?.value ??
  (/^(?:hóa|hoá)$/.test(tokens[i + 1]?.low ?? '') ||
  (/^(?:hóa|hoá)$/.test(tokens[i + 2]?.low ?? '') && !tokens[i + 1]?.capital && tokens[i]?.low !== 'công')
    ? 'verb'
    : null)
