import { lexicon } from './tokens.ts'

/**
 * What a word of the lexicon is when it heads a name: `class` a kind of body, `title` a post or those who lead, `organ` a body that has its whole
 * name in the lexicon, `not` a compound that only looks like a body ("bộ máy", "ban hành").
 */
export type HeadKind = 'class' | 'title' | 'organ' | 'weak' | 'not'

const ORGANS = `bộ chính trị|ban bí thư|ban chấp hành trung ương đảng|ban chấp hành trung ương|trung ương đảng|quốc hội|chính phủ|thủ tướng chính phủ
thủ tướng|phó thủ tướng chính phủ|phó thủ tướng|các phó thủ tướng|chủ tịch nước|chủ tịch quốc hội|trung ương|tổng bí thư|thường trực ban bí thư
ủy ban thường vụ quốc hội|hội đồng dân tộc|mặt trận tổ quốc việt nam|mặt trận tổ quốc
học viện chính trị - hành chính quốc gia hồ chí minh|học viện chính trị quốc gia hồ chí minh
đảng ủy mặt trận tổ quốc, các đoàn thể trung ương|các đảng ủy mặt trận tổ quốc, các đoàn thể trung ương|mặt trận tổ quốc, các đoàn thể trung ương
cục cảnh sát quản lý hành chính về trật tự xã hội|cục cảnh sát qlhc về ttxh
đoàn thanh niên cộng sản hồ chí minh|trung ương đoàn thanh niên cộng sản hồ chí minh|trung ương đoàn|hội liên hiệp phụ nữ việt nam
quân ủy trung ương|đảng ủy công an trung ương|tổng liên đoàn lao động việt nam
cấp có thẩm quyền|các cấp có thẩm quyền|cơ quan có thẩm quyền|người có thẩm quyền|cấp thẩm quyền|các cơ quan có thẩm quyền|cấp trên có thẩm quyền|cấp ủy có thẩm quyền
cấp trên|cấp ủy cấp trên|chính quyền địa phương|chính quyền cơ sở|chính quyền địa phương các cấp|chính quyền các cấp`

const CLASSES = `ban đảng|các ban đảng|ban cán sự đảng|ban cán sự|đảng đoàn|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng bộ|chi bộ|chi ủy|cấp ủy|cấp ủy đảng|tổ chức đảng
ban thường vụ|thường trực|ban chấp hành|ban tổ chức|ban tuyên giáo|ban tuyên giáo và dân vận|ban dân vận|ban nội chính|ban chính sách|ban kinh tế|ủy ban kiểm tra|ban xây dựng đảng|ban pháp chế
chính quyền|đoàn thể|đoàn thể chính trị - xã hội|đoàn thể chính trị xã hội|tổ chức chính trị - xã hội|tổ chức chính trị xã hội|tổ chức xã hội|tổ chức xã hội - nghề nghiệp|hội quần chúng|hội đoàn thể
ban chỉ đạo|tổ công tác|tổ giúp việc|tổ chuyên gia|tổ thẩm định|tiểu ban|hội đồng|ban điều hành|ban quản lý|ban quản trị|ban giám đốc|ban giám hiệu|đoàn kiểm tra|đoàn công tác|đoàn giám sát|đoàn thanh tra|đoàn đại biểu quốc hội|đoàn đbqh|thành viên ban chỉ đạo|cơ quan thường trực ban chỉ đạo
bộ|ngành|sở|ban|tổng cục|cục|vụ|chi cục|phòng|phòng ban|văn phòng|trung tâm|trạm|trạm y tế|đội|viện|học viện|trường|trường học|đại học|trường đại học|cao đẳng|trường cao đẳng|bệnh viện|cơ sở giáo dục|cơ sở y tế|cơ sở đào tạo|cơ sở khám bệnh, chữa bệnh|cơ sở khám chữa bệnh|cơ sở sản xuất|cơ sở kinh doanh
ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thường trực hội đồng nhân dân|tổ đại biểu|tổ đại biểu hội đồng nhân dân|quân sự xã|quân sự phường|tổ đảng viên|tổ tự quản|tổ an ninh trật tự|tổ bảo vệ an ninh trật tự|thường trực hđnd|thường trực ủy ban nhân dân|ủy ban mặt trận tổ quốc việt nam|ủy ban mặt trận tổ quốc|ủy ban mttq việt nam|ủy ban mttq|ubmttq|ubmttq việt nam|mttq|mặt trận|ủy ban|ủy ban trung ương|thường trực tỉnh ủy|thường trực thành ủy|ban thường vụ tỉnh ủy|ban thường vụ thành ủy|văn phòng tỉnh ủy|văn phòng thành ủy|văn phòng ubnd|văn phòng ủy ban nhân dân|văn phòng chính phủ|văn phòng trung ương đảng|văn phòng trung ương|văn phòng quốc hội|văn phòng chủ tịch nước|văn phòng đoàn đbqh và hđnd|văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân|văn phòng hđnd và ubnd|văn phòng hội đồng nhân dân và ủy ban nhân dân
cơ quan|đơn vị|tổ chức|cá nhân|địa phương|cơ quan tham mưu|cơ quan chuyên trách|cơ quan báo chí|cơ quan thông tin đại chúng|cơ quan thông tấn, báo chí|cơ quan thông tấn báo chí|cơ quan truyền thông|cơ quan chức năng|cơ quan chuyên môn|cơ quan quản lý|cơ quan thường trực|cơ quan chủ trì|cơ quan chủ quản|cơ quan đầu mối|cơ quan tố tụng|cơ quan tư pháp|cơ quan nhà nước|cơ quan hành chính|cơ quan hành chính nhà nước|cơ quan trung ương|cơ quan ngang bộ|cơ quan thuộc chính phủ|cơ quan soạn thảo|cơ quan quân sự|cơ quan điều tra|cơ quan thuế|cơ quan công an|cơ quan bảo hiểm xã hội|cơ quan đại diện|cơ quan dân cử|cơ quan tham mưu giúp việc|cơ quan thực hiện|cơ quan thanh tra|cơ quan kiểm tra|đơn vị sự nghiệp|đơn vị sự nghiệp công lập|đơn vị vũ trang|đơn vị tư vấn|đơn vị thi công|đơn vị quản lý|đơn vị chủ trì|đơn vị chức năng|đơn vị trực thuộc|đơn vị thành viên|đơn vị thực hiện|đơn vị vận hành|đơn vị cung cấp|đơn vị chủ rừng|đơn vị đầu mối|đơn vị thụ hưởng|đơn vị chuyên môn|đơn vị cung cấp dịch vụ|tổ chức tín dụng|tổ chức hội|tổ chức đoàn thể|tổ chức đoàn|tổ chức công đoàn|tổ chức kinh tế|tổ chức quốc tế|tổ chức tôn giáo|tổ chức cơ sở đảng|tổ chức nghề nghiệp|phòng chuyên môn|phòng ban chuyên môn|tổ công nghệ số cộng đồng|tổ dân phố|ban quản lý dự án|ban công tác mặt trận
công an|bộ đội biên phòng|bộ đội|quân đội|quân khu|bộ chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng|ban chỉ huy quân sự|ban chỉ huy phòng thủ|ban chqs|bộ chqs|bộ chỉ huy|bộ tư lệnh|đồn biên phòng|lực lượng|lực lượng chức năng|lực lượng vũ trang|lực lượng công an|lực lượng kiểm lâm|lực lượng quân đội|kiểm lâm|cảnh sát|hải quan|thuế|cơ quan hải quan|thi hành án dân sự|kho bạc|kho bạc nhà nước|bảo hiểm xã hội|bảo hiểm xã hội việt nam|ngân hàng|ngân hàng nhà nước|ngân hàng thương mại|ngân hàng chính sách xã hội|kiểm toán nhà nước|thanh tra chính phủ|thanh tra tỉnh|thanh tra thành phố|thanh tra bộ|thống kê tỉnh|thống kê thành phố|quản lý thị trường|tòa án|tòa án nhân dân|tòa án nhân dân tối cao|viện kiểm sát|viện kiểm sát nhân dân|viện kiểm sát nhân dân tối cao|viện ksnd|tand|thanh tra nhà nước
doanh nghiệp|tập đoàn|tổng công ty|công ty|hợp tác xã|hộ kinh doanh|hiệp hội|hiệp hội doanh nghiệp|hội nông dân|hội phụ nữ|hội cựu chiến binh|hội liên hiệp phụ nữ|hội chữ thập đỏ|hội người cao tuổi|hội nhà báo|hội luật gia|hội khuyến học|hội đồng nghĩa vụ quân sự|hội liên hiệp|hội liên hiệp thanh niên|hội doanh nghiệp|hội|liên minh|liên minh hợp tác xã|liên hiệp|liên hiệp các hội|liên hiệp các hội khoa học và kỹ thuật|liên đoàn|liên đoàn lao động|tổng liên đoàn|đoàn thanh niên|tỉnh đoàn|thành đoàn|huyện đoàn|xã đoàn|đoàn tncs hồ chí minh|đoàn tncs|công đoàn|mặt trận và đoàn thể|quỹ đầu tư phát triển|quỹ bảo vệ môi trường|quỹ
báo|đài|đài phát thanh|đài phát thanh và truyền hình|đài phát thanh - truyền hình|đài truyền hình|đài tiếng nói|đài truyền thanh|thông tấn xã việt nam|báo nhân dân|báo và phát thanh, truyền hình|báo và đài|cổng thông tin điện tử|trung tâm truyền thông|tạp chí|nhà xuất bản
ông, bà|ông (bà)|ông/bà|trưởng thôn, bản|trưởng thôn|trưởng khu phố|chủ rừng là tổ chức|chủ rừng|chủ đầu tư|chủ dự án|chủ sở hữu|chủ hộ|nhà đầu tư|nhà thầu|nhà trường|tác giả|ban nhân dân|ban cơ yếu|làng|vườn quốc gia|khu bảo tồn|khu kinh tế|bảo tàng|thư viện|ban thanh tra nhân dân|đảng viên|trưởng thôn|già làng|người dân|đại biểu|đại biểu quốc hội|đại biểu hội đồng nhân dân`

const TITLES = `thủ trưởng|người đứng đầu|giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc|chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|bí thư|phó bí thư|bí thư trung ương đảng|bí thư trung ương|chánh văn phòng hđnd và ubnd|chánh văn phòng hội đồng nhân dân và ủy ban nhân dân|chánh văn phòng đoàn đbqh và hđnd|chánh văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|chánh án|viện trưởng|hiệu trưởng|cục trưởng|tổng cục trưởng|vụ trưởng|chi cục trưởng|trưởng ban|phó trưởng ban|trưởng phòng|trưởng đoàn|trưởng|trưởng trạm|trưởng các phòng|trưởng các đoàn thể|trưởng các ban|trưởng các|tổ trưởng|đội trưởng|trạm trưởng|chỉ huy trưởng|tư lệnh|tổng thanh tra|thống đốc|tổng kiểm toán|tổng biên tập|bộ trưởng, chủ nhiệm|chủ nhiệm|ủy viên|ủy viên thường trực|thành viên|tập thể lãnh đạo|tập thể|đồng chí|trưởng công an|trưởng thuế|lãnh đạo các|thành viên các|ủy viên các|bí thư các|chủ tịch các|giám đốc các|thủ trưởng các|trưởng, phó`

/** Words that head a body only when a name, a class or a bearer follows: "lãnh đạo Quốc hội", but "lãnh đạo, chỉ đạo". */
const WEAK = `lãnh đạo|tỉnh|thành phố|xã|phường|thị trấn|huyện|quận|đặc khu|thanh tra|thống kê|nhà nước|đảng|đoàn|cấp huyện|cấp xã|cấp tỉnh|cơ sở|các cấp|các ngành|các bên`

const NOT = `bộ máy|bộ tiêu chí|bộ hồ sơ|bộ chỉ số|bộ dữ liệu|bộ phận|bộ luật|bộ thủ tục|bộ tài liệu|bộ công cụ|bộ câu hỏi|bộ quy tắc|bộ mã|bộ chỉ tiêu|bộ đề|bộ nhận diện|bộ cơ sở
ban hành|ban đầu|ban bố|ban công|ban đêm|ban tặng|báo cáo|báo động|báo chí|báo hiệu|báo tin|phòng ngừa|phòng chống|phòng, chống|phòng tránh|phòng cháy|phòng cháy chữa cháy|phòng thủ|phòng học|phòng họp|phòng dịch|phòng bệnh|phòng hộ
hội nghị|hội thảo|hội họp|hội nhập|hội thi|hội chợ|hội viên|hội trường|hội tụ|hội đàm|hội chẩn|quỹ đất|quỹ lương|quỹ nhà|quỹ tiền|vụ việc|vụ án|vụ mùa|vụ đông|vụ xuân|vụ lợi|vụ hè thu|đội ngũ|đội hình|viện phí|viện trợ|viện dẫn|trường hợp|trường bắn|trường tồn
ngành nghề|ngành hàng|ngành dọc|ngành, nghề|ngành, lĩnh vực|sở hữu|sở tại|cục bộ|đài thọ|tổ chức thực hiện|tổ chức triển khai|tổ chức bộ máy|tổ chức phổ biến|tổ chức quán triệt|tổ chức rà soát|tổ chức tuyên truyền|tổ chức hội nghị|tổ chức lại|tổ chức cán bộ|tổ chức kiểm tra|tổ chức các|tổ chức học tập|tổ chức xúc tiến|tổ chức theo dõi|tổ chức bàn giao|tổ chức tiếp nhận|tổ chức sơ kết|tổ chức tổng kết|tổ chức lấy ý kiến|tổ chức đánh giá|tổ chức tập huấn|tổ chức xây dựng|tổ chức thi|tổ chức đại hội|tổ chức và hoạt động|tổ chức và|tổ chức hiệu quả|tổ chức tốt|tổ chức đào tạo|tổ chức làm việc|tổ chức thẩm định|tổ chức giám sát|tổ chức thanh tra|tổ chức giao ban|tổ chức họp|tổ chức ký|tổ chức phát động|tổ chức hoạt động|tổ chức lực lượng|tổ chức thu|tổ chức đấu|tổ chức công bố|tổ chức lập|tổ chức quản lý|tổ chức vận hành|tổ chức khảo sát|tổ chức diễn tập|tổ chức lễ|tổ chức cho|tổ chức bồi dưỡng|tổ chức tham gia|tổ chức nghiên cứu|tổ chức có hiệu quả|tổ chức thu hút|tổ chức đối thoại|tổ chức đón
thuế suất|thuế thu nhập|thuế giá trị|thuế đất|công an toàn|bảo hiểm y tế|bảo hiểm thất nghiệp|cơ sở dữ liệu|cơ sở vật chất|cơ sở hạ tầng|cơ sở pháp lý|cơ sở chính trị|cơ sở lý luận|cơ sở thực tiễn|cơ sở khoa học|chủ tịch hội nghị|đồng chí hóa|cán bộ, công chức|cán bộ, đảng viên|cán bộ công chức|cán bộ quản lý|cán bộ chủ chốt|cán bộ, chiến sĩ|cán bộ và nhân dân|công tác cán bộ|đoàn kết|đoàn viên|đảng viên mới|đảng bộ trong sạch|làng nghề|hợp tác xã kiểu mới|hội đồng nhân dân và ủy ban nhân dân các cấp nhiệm kỳ|tổ chức không|trường học hạnh phúc|đơn vị hành chính|đơn vị diện tích|đơn vị tính|địa phương hóa|đoàn thể hóa|đại học số|lực lượng lao động|lực lượng sản xuất|trung tâm hành chính|trung tâm của|tổ chức sản xuất|trạm biến áp|trạm bơm|trạm phát sóng|đại biểu dự|tổ chức cai nghiện|đội tuyển|bộ mặt|cục diện|viện kiểm nghiệm hóa|sở thích|sở trường`

/** Words that begin the name of a body, and those that only seem to. */
export const HEADS = lexicon<HeadKind>(['organ', ORGANS], ['class', CLASSES], ['title', TITLES], ['weak', WEAK], ['not', NOT])

/** Small words before a name that are not part of it. */
export const DETERMINERS = lexicon<true>([
  true,
  'các đồng chí|đồng chí|ông|bà|các ông|các bà|các|một số|những|toàn thể|từng|mỗi|mọi|tất cả các|toàn bộ các|quý|hai|ba|cả hai',
])

/** Units of administration; after a body that sits in each of them, a list of them is one name. */
export const PLACES = lexicon<true>([
  true,
  'tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|cấp tỉnh|cấp huyện|cấp xã|cấp cơ sở|các cấp|cấp thành phố|thành phố trực thuộc trung ương|tỉnh, thành phố trực thuộc trung ương|thôn|bản|ấp|khu phố|tổ dân phố|khối phố|buôn|làng',
])

/** Names of fields that have a comma or "và" in them; after a head they are one name. */
export const FIELDS = lexicon<true>([
  true,
  `văn hóa, thể thao và du lịch|văn hóa và thể thao|văn hóa, thể thao|văn hóa - xã hội|văn hóa, khoa học và thông tin|văn hóa và xã hội|văn hóa, thông tin|văn hóa, giáo dục|giáo dục và đào tạo|khoa học và công nghệ|khoa học, công nghệ và môi trường|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn|tài nguyên và môi trường|kế hoạch và đầu tư|kế hoạch - tài chính|tài chính - kế hoạch|thông tin và truyền thông|lao động - thương binh và xã hội|lao động, thương binh và xã hội|dân tộc và tôn giáo|quy hoạch - kiến trúc|kinh tế, hạ tầng và đô thị|kinh tế và hạ tầng|kinh tế - hạ tầng|kinh tế - ngân sách|kinh tế và tài chính|pháp luật và tư pháp|quốc phòng, an ninh và đối ngoại|công tác đại biểu|dân nguyện và giám sát|tuyên giáo và dân vận|chính sách, chiến lược|chính sách, chiến lược trung ương|giao thông vận tải|giao thông công chánh|nhà giáo và cán bộ quản lý giáo dục|công chức, viên chức|xây dựng chính quyền và công tác thanh niên|thi đua - khen thưởng|thi đua, khen thưởng|việc làm và an toàn lao động|kinh tế - xã hội|kinh tế, xã hội|đầu tư, thẩm định và giám sát đầu tư|tổ chức - cán bộ|tổ chức và biên chế|tổ chức - hành chính|hành chính - quản trị|hành chính - tổng hợp|chính trị và công tác học sinh, sinh viên|trồng trọt và bảo vệ thực vật|chăn nuôi và thú y|thủy sản và kiểm ngư|lâm nghiệp và kiểm lâm|bảo tồn thiên nhiên|quản lý đô thị và hạ tầng|di sản văn hóa|du lịch, thể thao và văn hóa|phát thanh và truyền hình|phát thanh, truyền hình|khoa học và kỹ thuật|phòng cháy, chữa cháy và cứu nạn, cứu hộ|xuất bản, in và phát hành|an toàn thực phẩm|đường sắt, đường bộ|công nghiệp - năng lượng quốc gia việt nam|công nghiệp - viễn thông quân đội|bưu chính viễn thông việt nam|bưu chính - viễn thông việt nam|mặt trận tổ quốc, các đoàn thể trung ương|mặt trận tổ quốc, các đoàn thể|trung tâm phục vụ hành chính công|điều phối|công nghiệp và thương mại|xã hội và nhân văn`,
])

/** Parts of names that are written with one capital: "Nội vụ", "Trung ương". */
export const COMPONENTS = lexicon<true>([
  true,
  `tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|thị xã ủy|ủy ban nhân dân|ủy ban|hội đồng nhân dân|trung ương|nội vụ|tài chính|tư pháp|y tế|xây dựng|công thương|công an|quốc phòng|ngoại giao|ngoại vụ|giáo dục|đào tạo|khoa học|công nghệ|nông nghiệp|môi trường|văn hóa|thể thao|du lịch|thông tin|truyền thông|tài nguyên|kế hoạch|đầu tư|giao thông|vận tải|giao thông vận tải|lao động|thương binh|xã hội|dân tộc|tôn giáo|thanh tra|kiểm tra|giám sát|tổ chức|tuyên giáo|dân vận|nội chính|đối ngoại|kinh tế|hạ tầng|đô thị|quy hoạch|kiến trúc|pháp luật|pháp chế|ngân sách|quốc hội|chính phủ|chính trị|hành chính|tổ quốc|mặt trận|thường vụ|thường trực|chấp hành|bí thư|chỉ đạo|cơ yếu|quân sự|biên phòng|cảnh sát|cảnh sát giao thông|cảnh sát biển|quản lý|thị trường|quản lý thị trường|quản lý dự án|kho bạc|nhà nước|hải quan|thống kê|bảo hiểm|ngân hàng|chính sách|chiến lược|kiểm toán|kiểm sát|tòa án|nhân dân|tối cao|kiểm lâm|thủy lợi|thủy sản|lâm nghiệp|chăn nuôi|thú y|trồng trọt|bảo vệ|thực vật|phát triển|nông thôn|điện lực|năng lượng|bưu chính|bưu chính viễn thông|viễn thông|quân đội|hàng không|đường sắt|đường bộ|hàng hải|đăng kiểm|đường thủy nội địa|phụ nữ|thanh niên|nông dân|cựu chiến binh|cộng sản|liên hiệp|liên đoàn|doanh nghiệp|doanh nhân|hợp tác xã|người cao tuổi|người mù|người khuyết tật|chữ thập đỏ|khuyến học|nhà báo|nhà văn|luật gia|luật sư|văn học|nghệ thuật|văn học nghệ thuật|dân số|trẻ em|an toàn|thực phẩm|phòng bệnh|phòng cháy|bảo trợ|việc làm|người có công|tiền lương|tổng hợp|phục vụ|phục vụ hành chính công|hành chính công|thủ tục|chuyển đổi số|chuyển đổi|dữ liệu|sở hữu|sở hữu trí tuệ|tiêu chuẩn|đo lường|chất lượng|đổi mới|sáng tạo|khuyến nông|khuyến công|công nghiệp|công nghiệp và thương mại|thương mại|xúc tiến|xúc tiến đầu tư|khu kinh tế|khu công nghiệp|đất đai|khoáng sản|địa chất|hải đảo|khí tượng|thủy văn|khí tượng thủy văn|biến đổi khí hậu|xuất nhập khẩu|xuất nhập cảnh|quản lý xuất nhập cảnh|cạnh tranh|hóa chất|cơ sở|di sản|thư viện|bảo tàng|báo chí|xuất bản|phát thanh|truyền hình|điện ảnh|gia đình|công chức|viên chức|địa phương|chính quyền|chính quyền địa phương|cải cách|cải cách hành chính|văn thư|lưu trữ|ngoài nước|khối|công đoàn|kinh doanh|điều phối|chương trình|nông thôn mới|giảm nghèo|dự án|công trình|phát triển quỹ đất|quỹ đất|hỗ trợ|tư vấn|dịch vụ|kỹ thuật|kiểm nghiệm|kiểm soát bệnh tật|hỗ trợ doanh nghiệp|lương thực|cao su|hóa học|sinh học|dược|dân tộc thiểu số|tiếp công dân|thi hành án|thi hành án dân sự|bổ trợ tư pháp|trợ giúp pháp lý|hộ tịch|quản trị|hậu cần|tham mưu|an ninh|trật tự|điều tra|kinh tế nhà nước|vốn nhà nước|hàn lâm|đại học|mỹ thuật|sân khấu|âm nhạc|ngoại thương|quân y|đoàn|đảng|quốc gia|việt nam|thành phố|thị xã|thị trấn|đặc khu|lực lượng|tổng cục|đầu mối|liên minh|hiệp hội|cao đẳng|trung cấp|dạy nghề|nghề nghiệp|giáo dục nghề nghiệp|giáo dục thường xuyên|nuôi dưỡng|điều dưỡng|bảo tồn|di tích|danh thắng|sông|vịnh|hồ|tổ chức cán bộ|cán bộ|thi đua|khen thưởng|công tác thanh niên|biên chế`,
])

/** What follows in the name of a board that manages works: "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông". */
export const WORKS = lexicon<true>([
  true,
  'các|công trình|đầu tư|xây dựng|đầu tư xây dựng|giao thông|dân dụng|công nghiệp|và|nông nghiệp|phát triển nông thôn|phát triển|hạ tầng|kỹ thuật|đô thị|khu vực|khu|chuyên ngành|rừng|phòng hộ|đặc dụng|di tích|cụm|khu kinh tế|khu công nghiệp|khu công nghệ cao|trọng điểm|thủy lợi|bảo trì|đường bộ|vốn|sự nghiệp|bến xe|chợ|vịnh|nghĩa trang|trung ương|số',
])

/** Clauses that narrow a class and end its name. */
export const CLOSERS = lexicon<true>([
  true,
  'có tên tại điều 1|có tên tại điều 2|có tên tại điều 3|có tên tại điều 1, 2|có tên trên|có tên nêu trên|liên quan|có liên quan|theo quy định|nêu trên|nói trên|khác có liên quan|hữu quan|được phân công|được giao|cùng cấp|có thẩm quyền',
])

/** Lower-case words that may follow inside a name. */
export const QUALIFIERS = lexicon<'plain' | 'of'>(
  [
    'plain',
    `các cơ quan trung ương|các cơ quan đảng trung ương|các cơ quan đảng|các cơ quan tỉnh|các cơ quan đảng tỉnh|các cơ quan thành phố|các doanh nghiệp trung ương|các doanh nghiệp|các khu công nghiệp|các dân tộc việt nam|các dân tộc|quốc gia|trung ương|nhân dân|nhân dân tối cao|tối cao|việt nam|nhà nước|địa phương|chuyên môn|chức năng|chuyên ngành|chuyên trách|thường trực|trực thuộc|sự nghiệp|sự nghiệp công lập|công lập|ngoài công lập|tư thục|báo chí|truyền thông|thông tấn|viễn thông|cấp tỉnh|cấp huyện|cấp xã|cấp trên|cấp dưới|cấp trung ương|cấp thành phố|các cấp|tỉnh|thành phố|huyện|xã|phường|khác|khác liên quan|chính quyền|đoàn thể|ngang bộ|ngành dọc|thành viên|nhỏ và vừa|đồng hành|đầu mối|cơ sở|hành chính|hành chính công|dân cử|quân sự|biên phòng|chính sách xã hội|thương mại|tín dụng|xã hội|chính trị|chính trị - xã hội|chính trị xã hội|xã hội - nghề nghiệp|kinh tế|nghề nghiệp|quần chúng|dân sự|đại học|cao đẳng|trung cấp|phổ thông|mầm non|tiểu học|trung học cơ sở|trung học phổ thông|công nghệ|công nghệ số|công nghệ thông tin|chuyển đổi số|quản lý nhà nước|quản lý chuyên ngành|lâm nghiệp|nông nghiệp|y tế|giáo dục|văn hóa|du lịch|công thương|tài chính|tư pháp|nội vụ|doanh nghiệp|khối|nội chính|bảo vệ pháp luật|tiến hành tố tụng|tố tụng|cộng đồng|có trụ sở|trên địa bàn tỉnh|trên địa bàn thành phố|trên địa bàn huyện|trên địa bàn xã|trên địa bàn|ở trung ương|ở địa phương|ở cơ sở|nước ngoài|trong tỉnh|trong và ngoài tỉnh|trong nước|chủ quản|cung cấp dịch vụ|cung cấp dịch vụ viễn thông|vận tải|kiểm lâm|công an|rừng|bưu chính|điện lực|môi trường|phụ trách lĩnh vực|liên ngành`,
  ],
  ['of', 'thuộc|trực thuộc|của|phụ trách'],
)

/** Names with a comma in them where they bear a post or own a body: "ủy viên Bộ Chính trị, Ban Bí thư". */
export const PAIRS = lexicon<true>([true, 'bộ chính trị, ban bí thư|quốc hội, chính phủ|đảng, nhà nước|đảng và nhà nước'])

/** The words that name anybody and nobody in particular: a list of them closed by "liên quan" is one name. */
export const GENERAL = new Set(
  'cơ quan|đơn vị|tổ chức|cá nhân|địa phương|bộ|ngành|sở|ban|phòng|phòng ban|đoàn thể|hội|doanh nghiệp|lực lượng|cơ sở'.split('|'),
)

/** Words after a head that are shared by the proper names behind a colon: "các Bộ: Công Thương, Ngoại giao". */
export const SHARED = lexicon<true>([
  true,
  'bộ|sở|đảng ủy|ban|tập đoàn|cục|vụ|tổng cục|tỉnh|huyện|xã|phường|phòng|hội|trường|tổng công ty|ủy ban nhân dân|ubnd|giám đốc các sở|bộ trưởng các bộ|ủy ban|ban cán sự đảng|đảng đoàn|tỉnh ủy|thành ủy|ngân hàng|hiệp hội|báo|đài|văn phòng|viện|trung tâm|giám đốc sở|bộ trưởng|ủy ban nhân dân các xã|ủy ban nhân dân tỉnh',
])
