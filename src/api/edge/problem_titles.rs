//! The titles of problems in Vietnamese, Thai and Khmer; English and Indonesian stand beside the codes.
//!
//! Machine translation; it awaits review by a native speaker.

use super::problem_code::ProblemCode;

/// In Vietnamese, Thai and Khmer.
pub(super) const fn titles(code: ProblemCode) -> [&'static str; 3] {
    match code {
        ProblemCode::MalformedRequest => ["Yêu cầu không đọc được", "อ่านคำขอไม่ได้", "អានសំណើមិនបាន"],
        ProblemCode::InvalidJson => ["Nội dung không phải JSON hợp lệ", "เนื้อหาไม่ใช่ JSON ที่ถูกต้อง", "ខ្លឹមសារមិនមែនជា JSON ត្រឹមត្រូវ"],
        ProblemCode::InvalidPath => ["Địa chỉ không hợp lệ", "ที่อยู่ไม่ถูกต้อง", "អាសយដ្ឋានមិនត្រឹមត្រូវ"],
        ProblemCode::InvalidQuery => ["Tham số truy vấn không hợp lệ", "พารามิเตอร์ค้นหาไม่ถูกต้อง", "ប៉ារ៉ាម៉ែត្រសំណួរមិនត្រឹមត្រូវ"],
        ProblemCode::InvalidHeader => ["Trường tiêu đề không hợp lệ", "ส่วนหัวของคำขอไม่ถูกต้อง", "ផ្នែកក្បាលសំណើមិនត្រឹមត្រូវ"],
        ProblemCode::InvalidCursor => ["Con trỏ trang không hợp lệ", "ตัวชี้ตำแหน่งไม่ถูกต้อง", "ទស្សន៍ទ្រនិចទំព័រមិនត្រឹមត្រូវ"],
        ProblemCode::IdempotencyKeyMissing => ["Thiếu khóa chống lặp", "ไม่มีกุญแจกันทำซ้ำ", "ខ្វះសោការពារការធ្វើដដែល"],
        ProblemCode::IdempotencyKeyInvalid => ["Khóa chống lặp không hợp lệ", "กุญแจกันทำซ้ำไม่ถูกต้อง", "សោការពារការធ្វើដដែលមិនត្រឹមត្រូវ"],
        ProblemCode::Unauthenticated => ["Hãy đăng nhập trước", "โปรดเข้าสู่ระบบก่อน", "សូមចូលជាមុនសិន"],
        ProblemCode::Forbidden => ["Không được phép", "ไม่ได้รับอนุญาต", "មិនអនុញ្ញាត"],
        ProblemCode::FourEyes => ["Việc này phải do người khác làm", "ต้องให้บุคคลอื่นดำเนินการ", "ត្រូវឱ្យអ្នកផ្សេងធ្វើ"],
        ProblemCode::StepUpRequired => ["Hãy xác nhận danh tính của bạn", "โปรดยืนยันตัวตนของคุณ", "សូមបញ្ជាក់អត្តសញ្ញាណរបស់អ្នក"],
        ProblemCode::NotFound => ["Không tìm thấy", "ไม่พบ", "រកមិនឃើញ"],
        ProblemCode::MethodNotAllowed => ["Phương thức không được phép", "ไม่อนุญาตให้ใช้วิธีนี้", "មិនអនុញ្ញាតវិធីនេះ"],
        ProblemCode::NotAcceptable => ["Không có định dạng phù hợp", "ไม่มีรูปแบบที่รับได้", "គ្មានទម្រង់សមស្រប"],
        ProblemCode::RequestTimeout => ["Yêu cầu đến quá chậm", "คำขอมาถึงช้าเกินไป", "សំណើមកដល់យឺតពេក"],
        ProblemCode::WrongState => ["Không thể làm trong trạng thái hiện tại", "ทำไม่ได้ในสถานะปัจจุบัน", "មិនអាចធ្វើបានក្នុងស្ថានភាពបច្ចុប្បន្ន"],
        ProblemCode::AlreadyExists => ["Đã tồn tại", "มีอยู่แล้ว", "មានរួចហើយ"],
        ProblemCode::QuotaReached => ["Đã đạt hạn mức", "ครบจำนวนที่กำหนดแล้ว", "ដល់ចំនួនកំណត់ហើយ"],
        ProblemCode::IdempotencyKeyInUse => ["Yêu cầu đầu tiên vẫn đang được xử lý", "คำขอแรกยังดำเนินการอยู่", "សំណើដំបូងនៅកំពុងដំណើរការ"],
        ProblemCode::Gone => ["Không còn nữa", "ไม่มีแล้ว", "លែងមានហើយ"],
        ProblemCode::StaleVersion => ["Đã thay đổi kể từ khi bạn đọc", "เปลี่ยนไปหลังจากที่คุณอ่าน", "បានផ្លាស់ប្តូរតាំងពីអ្នកអាន"],
        ProblemCode::BodyTooLarge => ["Nội dung quá lớn", "เนื้อหาใหญ่เกินไป", "ខ្លឹមសារធំពេក"],
        ProblemCode::UriTooLong => ["Địa chỉ quá dài", "ที่อยู่ยาวเกินไป", "អាសយដ្ឋានវែងពេក"],
        ProblemCode::UnsupportedMediaType => ["Loại nội dung không được hỗ trợ", "ไม่รองรับชนิดของเนื้อหานี้", "មិនគាំទ្រប្រភេទខ្លឹមសារនេះ"],
        ProblemCode::InvalidInput => ["Dữ liệu nhập không hợp lệ", "ข้อมูลที่กรอกไม่ถูกต้อง", "ទិន្នន័យបញ្ចូលមិនត្រឹមត្រូវ"],
        ProblemCode::IdempotencyKeyReused => {
            ["Khóa chống lặp đã dùng cho yêu cầu khác", "กุญแจกันทำซ้ำถูกใช้กับคำขออื่นแล้ว", "សោការពារការធ្វើដដែលបានប្រើសម្រាប់សំណើផ្សេង"]
        }
        ProblemCode::VersionRequired => ["Hãy nêu phiên bản bạn đã xem", "โปรดระบุรุ่นที่คุณได้เห็น", "សូមបញ្ជាក់កំណែដែលអ្នកបានឃើញ"],
        ProblemCode::TooManyRequests => ["Quá nhiều yêu cầu", "คำขอมากเกินไป", "សំណើច្រើនពេក"],
        ProblemCode::HeadersTooLarge => ["Các trường tiêu đề quá lớn", "ส่วนหัวของคำขอใหญ่เกินไป", "ផ្នែកក្បាលសំណើធំពេក"],
        ProblemCode::Internal => ["Lỗi nội bộ", "ข้อผิดพลาดภายใน", "កំហុសខាងក្នុង"],
        ProblemCode::NotImplemented => ["Chưa được cung cấp", "ยังไม่เปิดให้บริการ", "មិនទាន់មាន"],
        ProblemCode::Unavailable => ["Tạm thời không sẵn sàng", "ใช้งานไม่ได้ชั่วคราว", "មិនអាចប្រើបានជាបណ្តោះអាសន្ន"],
        ProblemCode::DeadlineExceeded => ["Trả lời quá lâu", "ตอบช้าเกินไป", "ការឆ្លើយតបយូរពេក"],
        ProblemCode::Overloaded => ["Quá tải", "งานมากเกินไป", "ផ្ទុកលើសទម្ងន់"],
        ProblemCode::StorageFull => ["Không còn chỗ lưu", "ไม่มีที่เก็บเหลือ", "គ្មានកន្លែងទុកទៀត"],
    }
}
