//! What is packed: ZIP archives (DOCX, ODT and EPUB are such) and gzip. All of it is bounded.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The most that one entry unpacks to, in bytes.
const MOST: usize = 64 << 20;
/// The most entries that are looked at.
const MOST_ENTRIES: usize = 20_000;

/// Why an archive is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Broken,
    Encrypted,
    TooLarge,
}

impl Fault {
    /// One sentence for the reader.
    pub fn sentence(self) -> &'static str {
        match self {
            Fault::Broken => "This file is damaged or cut off; get it once more and try again.",
            Fault::Encrypted => "This file is encrypted; open it with its password and save it without one.",
            Fault::TooLarge => {
                "This file unpacks to more than 64 MB of text and is not read; take its text alone."
            }
        }
    }
}

pub struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: &'a [u8],
    method: u16,
    flags: u16,
    packed: usize,
    size: usize,
    /// Where its local header begins.
    at: usize,
}

impl<'a> Zip<'a> {
    /// The archive's list of entries.
    pub fn open(bytes: &'a [u8]) -> Result<Zip<'a>, Fault> {
        const LONGEST_COMMENT: usize = 0xffff;
        let from = bytes.len().saturating_sub(22 + LONGEST_COMMENT);
        let end = bytes.get(from..).and_then(|tail| tail.windows(4).rposition(|mark| mark == b"PK\x05\x06"));
        let end = from + end.ok_or(Fault::Broken)?;
        let count = usize::from(u16_at(bytes, end + 10)?).min(MOST_ENTRIES);
        let mut at = u32_at(bytes, end + 16)?;
        let mut entries = Vec::with_capacity(count.min(1000));
        for _ in 0..count {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(Fault::Broken);
            }
            let lengths = [28, 30, 32].map(|offset| u16_at(bytes, at + offset).map(usize::from));
            let [name, extra, comment] = lengths;
            let (name, extra, comment) = (name?, extra?, comment?);
            entries.push(Entry {
                name: bytes.get(at + 46..at + 46 + name).ok_or(Fault::Broken)?,
                method: u16_at(bytes, at + 10)?,
                flags: u16_at(bytes, at + 8)?,
                packed: u32_at(bytes, at + 20)?,
                size: u32_at(bytes, at + 24)?,
                at: u32_at(bytes, at + 42)?,
            });
            at += 46 + name + extra + comment;
        }
        Ok(Zip { bytes, entries })
    }

    /// The names of its files, without folders.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        let names = self.entries.iter().filter_map(|entry| str::from_utf8(entry.name).ok());
        names.filter(|name| !name.ends_with('/'))
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name.as_bytes())
    }

    /// What an entry holds.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let entry = self.entries.iter().find(|entry| entry.name == name.as_bytes()).ok_or(Fault::Broken)?;
        if entry.flags & 1 != 0 {
            return Err(Fault::Encrypted);
        }
        if entry.size > MOST {
            return Err(Fault::TooLarge);
        }
        let start = entry.at
            + 30
            + usize::from(u16_at(self.bytes, entry.at + 26)?)
            + usize::from(u16_at(self.bytes, entry.at + 28)?);
        let packed = self.bytes.get(start..start + entry.packed).ok_or(Fault::Broken)?;
        match entry.method {
            0 => Ok(packed.to_vec()),
            8 => inflate(packed),
            _ => Err(Fault::Broken),
        }
    }

    /// What an entry holds, as text.
    pub fn text(&self, name: &str) -> Result<String, Fault> {
        Ok(crate::encoding::decode(&self.read(name)?, true).text)
    }
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    decompress_to_vec_with_limit(packed, MOST).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Fault::TooLarge,
        _ => Fault::Broken,
    })
}

/// What a gzip file holds.
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let flags = *bytes.get(3).ok_or(Fault::Broken)?;
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + usize::from(u16_at(bytes, at)?);
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let rest = bytes.get(at..).ok_or(Fault::Broken)?;
            at += rest.iter().position(|&byte| byte == 0).ok_or(Fault::Broken)? + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    inflate(bytes.get(at..).ok_or(Fault::Broken)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let pair = bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok()).ok_or(Fault::Broken)?;
    Ok(u16::from_le_bytes(pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).ok_or(Fault::Broken)?;
    Ok(u32::from_le_bytes(four) as usize)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// An archive in which nothing is packed.
    pub fn stored(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut out, mut list): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
        for (name, words) in files {
            let size = (words.len() as u32).to_le_bytes();
            let name_length = (name.len() as u16).to_le_bytes();
            let at = (out.len() as u32).to_le_bytes();
            let add =
                |to: &mut Vec<u8>, parts: &[&[u8]]| parts.iter().for_each(|part| to.extend_from_slice(part));
            add(&mut out, &[b"PK\x03\x04", &[0; 14], &size, &size, &name_length, &[0; 2]]);
            add(&mut out, &[name.as_bytes(), words.as_bytes()]);
            add(
                &mut list,
                &[b"PK\x01\x02", &[0; 16], &size, &size, &name_length, &[0; 12], &at, name.as_bytes()],
            );
        }
        let (at, length) = ((out.len() as u32).to_le_bytes(), (list.len() as u32).to_le_bytes());
        let count = (files.len() as u16).to_le_bytes();
        out.extend_from_slice(&list);
        let end: [&[u8]; 7] = [b"PK\x05\x06", &[0; 4], &count, &count, &length, &at, &[0; 2]];
        end.iter().for_each(|part| out.extend_from_slice(part));
        out
    }

    #[test]
    fn entries_are_found_and_damage_is_told() {
        let bytes = stored(&[("a/b.txt", "words"), ("c", "")]);
        let zip = Zip::open(&bytes).unwrap();
        assert_eq!(zip.text("a/b.txt").as_deref(), Ok("words"));
        assert_eq!(zip.read("none"), Err(Fault::Broken));
        for cut in 0..bytes.len() {
            let cut = &bytes[..cut];
            if let Ok(zip) = Zip::open(cut) {
                let _ = zip.read("a/b.txt");
            }
        }
        assert_eq!(gunzip(b"\x1f\x8b\x08\x08\0\0\0\0\0\0name"), Err(Fault::Broken));
    }

    #[test]
    fn an_archive_never_unpacks_past_its_bound() {
        let packed = miniz_oxide::deflate::compress_to_vec(&vec![0; MOST + 1], 1);
        assert_eq!(inflate(&packed), Err(Fault::TooLarge));
    }

    #[test]
    fn an_archive_of_several_files_gives_every_article() {
        let bytes = stored(&[
            ("one.txt", "The bridge is open, and everybody may cross it from now on."),
            ("__MACOSX/._one.txt", "x"),
            ("pictures/a.png", "\u{89}PNG"),
            ("two.html", "<h1>Shut</h1><p>The bridge is shut, and nobody knows until when it will be.</p>"),
        ]);
        let documents = crate::read_files("news.zip", &bytes);
        assert_eq!(documents.len(), 2, "{documents:?}");
        assert!(documents[1].text.starts_with("Shut"));
        let empty = crate::read_files(
            "none.zip",
            &stored(&[("a.exe", "\u{7f}ELF\0\0\0"), ("b.exe", "\u{7f}ELF\0\0\0")]),
        );
        assert!(
            empty[0].blocks.is_empty() && empty[0].diagnostics[0].message.contains("archive"),
            "{empty:?}"
        );
    }
}
