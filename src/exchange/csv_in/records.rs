//! Cutting a CSV file into records and fields by RFC 4180, strictly.
//!
//! It must not know columns or types. It is stricter than CSV libraries usually are, on purpose: an unclosed quote makes the rest of a
//! file one field, and a lenient reader takes that over in silence. Line numbers are those an editor shows.

use std::borrow::Cow;

/// One record and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// The line on which it starts, from 1.
    pub(super) line: u64,
    /// Its fields without quotes, in their order.
    pub(super) fields: Vec<Cow<'a, [u8]>>,
    /// What is wrong with its quotes, with the index of the field.
    pub(super) quote_faults: Vec<(usize, &'static str)>,
}

/// The records of a file; wholly blank lines are passed over.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

/// How many fields of a record are kept. A line of nothing but commas must not become millions of fields; one more than any file may have
/// is enough to see that there are too many.
pub(super) const MAX_FIELDS: usize = 1_000;

const UNCLOSED: &str = "a quote is opened here and never closed";
const AFTER_QUOTE: &str = "text follows the closing quote; double a quote that is part of the text";
const BARE_QUOTE: &str = "a quote stands inside a field that is not quoted; put the field in quotes and double the quote";

impl<'a> Records<'a> {
    /// The records of `bytes`; a byte order mark at the start is passed over.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), at: 0, line: 1 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Steps over a line break, if one stands here.
    fn take_line_break(&mut self) -> bool {
        let length = match self.bytes.get(self.at..) {
            Some([b'\n', ..]) => 1,
            Some([b'\r', b'\n', ..]) => 2,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    /// The rest of a field that is not quoted: up to a comma, a line break or the end.
    fn take_bare(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let mut length = rest.iter().position(|byte| matches!(byte, b',' | b'\n')).unwrap_or(rest.len());
        if rest[..length].ends_with(b"\r") && rest.get(length) != Some(&b',') {
            length -= 1;
        }
        self.at += length;
        if self.peek() == Some(b'\r') && self.at + 1 == self.bytes.len() {
            self.at += 1;
        }
        &rest[..length]
    }

    /// A quoted field; the opening quote stands at the cursor.
    fn take_quoted(&mut self) -> (Cow<'a, [u8]>, Option<&'static str>) {
        self.at += 1;
        let mut text = Cow::Borrowed(&self.bytes[self.at..self.at]);
        loop {
            let rest = &self.bytes[self.at..];
            let Some(length) = rest.iter().position(|&byte| byte == b'"') else {
                append(&mut text, rest);
                self.advance_over(rest);
                return (text, Some(UNCLOSED));
            };
            append(&mut text, &rest[..length]);
            self.advance_over(&rest[..=length]);
            if self.peek() != Some(b'"') {
                return (text, None);
            }
            append(&mut text, b"\"");
            self.at += 1;
        }
    }

    fn advance_over(&mut self, passed: &[u8]) {
        self.at += passed.len();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
    }

    fn take_field(&mut self) -> (Cow<'a, [u8]>, Option<&'static str>) {
        if self.peek() != Some(b'"') {
            let text = self.take_bare();
            return (Cow::Borrowed(text), text.contains(&b'"').then_some(BARE_QUOTE));
        }
        let (text, fault) = self.take_quoted();
        let is_left_over = !self.take_bare().is_empty();
        (text, fault.or(is_left_over.then_some(AFTER_QUOTE)))
    }
}

/// Appends without copying while there is only one piece.
fn append<'a>(text: &mut Cow<'a, [u8]>, piece: &'a [u8]) {
    if text.is_empty() {
        *text = Cow::Borrowed(piece);
    } else {
        text.to_mut().extend_from_slice(piece);
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        while self.take_line_break() {}
        self.peek()?;
        let mut record = Record { line: self.line, fields: Vec::new(), quote_faults: Vec::new() };
        loop {
            let (text, fault) = self.take_field();
            record.quote_faults.extend(fault.map(|fault| (record.fields.len(), fault)));
            if record.fields.len() <= MAX_FIELDS {
                record.fields.push(text);
            }
            if self.peek() != Some(b',') {
                self.take_line_break();
                return Some(record);
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        Records::new(text.as_bytes())
            .map(|r| (r.line, r.fields.iter().map(|f| String::from_utf8_lossy(f).into_owned()).collect()))
            .collect()
    }

    fn quote_faults(text: &str) -> Vec<(u64, usize, &'static str)> {
        Records::new(text.as_bytes()).flat_map(|r| r.quote_faults.into_iter().map(move |(field, fault)| (r.line, field, fault))).collect()
    }

    #[test]
    fn a_record_is_numbered_by_the_line_it_starts_on_whatever_the_line_ends() {
        for line_end in ["\n", "\r\n"] {
            let text = ["a,b", "1,\"two", "lines\"", "", "3,4"].join(line_end);
            let lines: Vec<u64> = read(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [1, 2, 5], "{line_end:?}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_a_missing_last_line_break_do_no_harm() {
        assert_eq!(read("\u{FEFF}a,b\r\n1,"), [(1, vec!["a".into(), "b".into()]), (2, vec!["1".into(), String::new()])]);
        assert_eq!(read("a\r"), [(1, vec!["a".to_owned()])]);
    }

    #[test]
    fn quotes_that_do_not_close_or_stand_in_the_wrong_place_are_named() {
        assert_eq!(quote_faults("a,b\n1,\"open\n2,3\n"), [(2, 1, UNCLOSED)]);
        assert_eq!(quote_faults("a\n\"x\"y\n"), [(2, 0, AFTER_QUOTE)]);
        assert_eq!(quote_faults("a\nx\"y\n"), [(2, 0, BARE_QUOTE)]);
        assert_eq!(quote_faults("a\n\"say \"\"yes\"\"\"\n"), []);
    }

    proptest! {
        #[test]
        fn what_a_csv_library_writes_is_read_as_it_was(table in prop::collection::vec(prop::collection::vec("[a-c,\"\r\n é]{0,8}", 3), 1..6)) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            for record in &table {
                writer.write_record(record).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let records: Vec<Record<'_>> = Records::new(&bytes).collect();
            prop_assert!(records.iter().all(|record| record.quote_faults.is_empty()));
            let fields: Vec<Vec<String>> = records.iter().map(|r| r.fields.iter().map(|f| String::from_utf8_lossy(f).into_owned()).collect()).collect();
            prop_assert_eq!(fields, table);
        }

        #[test]
        fn no_input_makes_the_reader_fail_or_lose_a_line(bytes in prop::collection::vec(prop::sample::select(b"a,\"\r\n\xff".to_vec()), 0..60)) {
            let line_breaks = bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
            let mut records = Records::new(&bytes);
            let lines: Vec<u64> = records.by_ref().map(|record| record.line).collect();
            prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert_eq!(records.line, line_breaks + 1);
        }
    }
}
