//! From byte offsets to the code points and UTF-16 units that the outside counts in.

/// Bytes between two remembered places.
const STEP: usize = 256;

/// Converts byte offsets of one text to Unicode code points and UTF-16 units, and back.
///
/// Built in one pass over the text; each answer then looks at no more than 256 bytes.
/// An offset past the end counts as the end; one inside a character as that character's start.
#[derive(Debug, Clone)]
pub struct Offsets<'a> {
    text: &'a str,
    /// For each character that begins at or first after a multiple of `STEP`: its place in all three counts.
    marks: Vec<Position>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Position {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl Position {
    fn after(self, c: char) -> Position {
        Position {
            byte: self.byte + c.len_utf8(),
            code_point: self.code_point + 1,
            utf16: self.utf16 + c.len_utf16(),
        }
    }
}

impl<'a> Offsets<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut place = Position::default();
        marks.push(place);
        let mut rest = text;
        while rest.len() >= STEP {
            // As far as the first character that begins at the next multiple of `STEP`, or first after it.
            let mut length = STEP - place.byte % STEP;
            while !rest.is_char_boundary(length) {
                length += 1;
            }
            let (piece, after) = rest.split_at(length);
            for byte in piece.bytes() {
                place.code_point += begins_char(byte);
                place.utf16 += begins_char(byte) + usize::from(byte >= 0xf0);
            }
            place.byte += length;
            marks.push(place);
            rest = after;
        }
        Offsets { text, marks }
    }

    /// The number of code points before this byte.
    pub fn code_point(&self, byte: usize) -> usize {
        self.count(byte, |p| p.code_point, begins_char)
    }

    /// The number of UTF-16 units before this byte.
    pub fn utf16(&self, byte: usize) -> usize {
        self.count(byte, |p| p.utf16, |b| begins_char(b) + usize::from(b >= 0xf0))
    }

    pub fn byte_of_code_point(&self, code_point: usize) -> usize {
        self.find(code_point, |p| p.code_point).byte
    }

    pub fn byte_of_utf16(&self, utf16: usize) -> usize {
        self.find(utf16, |p| p.utf16).byte
    }

    /// What is counted before this byte: up to the mark before it, and then by the bytes that begin a character.
    fn count(&self, byte: usize, unit: impl Fn(Position) -> usize, of_byte: impl Fn(u8) -> usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        // The mark of a multiple of `STEP` may stand a few bytes behind it.
        let mark = self.marks.get(byte / STEP).filter(|mark| mark.byte <= byte);
        let mark =
            mark.or_else(|| self.marks.get((byte / STEP).saturating_sub(1))).copied().unwrap_or_default();
        let between = self.text.as_bytes().get(mark.byte..byte).unwrap_or_default();
        unit(mark) + between.iter().map(|&byte| of_byte(byte)).sum::<usize>()
    }

    /// The last place whose count, in the given unit, is not past `wanted`.
    fn find(&self, wanted: usize, unit: impl Fn(Position) -> usize) -> Position {
        let mark = self.marks.partition_point(|&p| unit(p) <= wanted).saturating_sub(1);
        let mut place = self.marks[mark];
        for c in self.text[place.byte..].chars() {
            let next = place.after(c);
            if unit(next) > wanted {
                break;
            }
            place = next;
        }
        place
    }
}

/// One for a byte that begins a character, nothing for one that continues it.
fn begins_char(byte: u8) -> usize {
    usize::from(byte & 0xc0 != 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_maps_there_and_back() {
        let text = "naïve 🎉 “quoted” ".repeat(60);
        let offsets = Offsets::new(&text);
        let mut utf16 = 0;
        for (code_point, (byte, c)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_point(byte), code_point);
            assert_eq!(offsets.utf16(byte), utf16);
            assert_eq!(offsets.byte_of_code_point(code_point), byte);
            assert_eq!(offsets.byte_of_utf16(utf16), byte);
            utf16 += c.len_utf16();
        }
        assert_eq!(offsets.utf16(text.len()), utf16);
        assert_eq!(offsets.byte_of_utf16(utf16), text.len());
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(Offsets::new("añ").code_point(99), 2);
        assert_eq!(Offsets::new("").code_point(3), 0);
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        let offsets = Offsets::new("a🎉b");
        assert_eq!(offsets.code_point(3), 1);
        assert_eq!(offsets.byte_of_utf16(2), 1);
    }
}
