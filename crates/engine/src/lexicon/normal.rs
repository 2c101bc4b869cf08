//! The normal form in which words are looked up: small letters, plain apostrophes, no marks on Latin letters.

/// A normalised word or phrase, kept on the stack. What does not fit is left out: no entry is as long.
#[derive(Debug, Clone, Copy)]
pub struct Normal {
    bytes: [u8; Normal::SPACE],
    len: u8,
}

impl Default for Normal {
    fn default() -> Self {
        Normal { bytes: [0; Normal::SPACE], len: 0 }
    }
}

impl Normal {
    const SPACE: usize = 96;

    pub fn of(word: &str) -> Normal {
        let mut normal = Normal::default();
        normal.push_word(word);
        normal
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    pub fn is_full(&self) -> bool {
        usize::from(self.len) + 4 > Normal::SPACE
    }

    pub(super) fn push_word(&mut self, word: &str) {
        for c in word.chars() {
            if self.is_full() {
                return;
            }
            if c.is_ascii() {
                self.push(c.to_ascii_lowercase() as u8);
            } else {
                match fold(c) {
                    Folded::Ascii(letters) => letters.bytes().for_each(|byte| self.push(byte)),
                    Folded::Other => c.to_lowercase().for_each(|c| {
                        c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push(byte));
                    }),
                }
            }
        }
    }

    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(usize::from(self.len)) {
            *place = byte;
            self.len += 1;
        }
    }
}

/// The normal form of a word or phrase as a string.
pub fn normalize(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            match fold(c) {
                Folded::Ascii(letters) => out.push_str(letters),
                Folded::Other => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}

enum Folded {
    Ascii(&'static str),
    Other,
}

/// The small plain letters for a marked Latin one; nothing for a combining mark.
fn fold(c: char) -> Folded {
    let letters = match c {
        '’' | '‘' | 'ʼ' | 'ʻ' | '´' => "'",
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' | 'ə' | 'Ə' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' | 'Ḍ' | 'ḍ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => "e",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => "g",
        'Ĥ'..='ħ' | 'Ḥ' | 'ḥ' | 'Ḫ' | 'ḫ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' | 'ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ọ'..='ợ' | 'Ơ' | 'ơ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṣ' | 'ṣ' => "s",
        'ß' | 'ẞ' => "ss",
        'Þ' | 'þ' => "th",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṭ' | 'ṭ' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ụ'..='ự' | 'Ư' | 'ư' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' | 'Ẓ' | 'ẓ' => "z",
        '\u{300}'..='\u{36F}' => "",
        _ => return Folded::Other,
    };
    Folded::Ascii(letters)
}
