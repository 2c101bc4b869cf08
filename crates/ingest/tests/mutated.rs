//! Files of each format with random damage: nothing panics, whatever comes.
//!
//! A few hundred of each in every run; `MUTATIONS=50000 cargo test --release -p ingest --test mutated -- --nocapture`
//! tries as many as that and says how long the slowest took beside the whole file.

use std::path::Path;
use std::time::{Duration, Instant};

use ingest::read_files;

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % below.max(1)
    }
}

/// What readers stumble over, put in at random.
const PIECES: [&[u8]; 20] = [
    b"<",
    b">",
    b"</",
    b"<![CDATA[",
    b"]]>",
    b"&",
    b"&#x110000;",
    b"\\",
    b"{",
    b"}",
    b"\"",
    b"\0",
    b"\xff",
    b"\xe2\x80",
    b"--",
    b"\r\n\r\n",
    b"\\u-99999 ",
    b"99999999999999999999",
    b" obj <<",
    b"stream\n",
];

fn damage(whole: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=random.next(6) {
        let at = random.next(bytes.len());
        match random.next(6) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] ^= 1 << random.next(8),
            2 if !bytes.is_empty() => bytes[at] = random.next(256) as u8,
            3 => {
                let end = (at + random.next(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let piece = PIECES[random.next(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            _ => {
                let end = (at + random.next(256)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = random.next(bytes.len());
                bytes.splice(to..to, copy);
            }
        }
    }
    bytes
}

#[test]
fn damaged_files_never_panic() {
    let number = |name| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    // Other damage with another seed.
    let (count, seed) = (number("MUTATIONS").unwrap_or(300), number("SEED").unwrap_or(0));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let names = [
        "pandoc.docx",
        "pandoc.odt",
        "pandoc.epub",
        "pandoc.rtf",
        "cairo.pdf",
        "libreoffice.pdf",
        "python-two-parts.eml",
        "python.mbox",
        "pandoc.jats.xml",
        "gzip.html.gz",
        "browser.mhtml",
        "feed.rss.xml",
        "talk.vtt",
        "talk.srt",
    ];
    for name in names {
        let whole = std::fs::read(folder.join(name)).expect(name);
        let start = Instant::now();
        assert!(!read_files(name, &whole).is_empty());
        let usual = start.elapsed();
        let (mut random, mut slowest) = (Random(0x9e37_79b9_7f4a_7c15 ^ seed), Duration::ZERO);
        for _ in 0..count {
            let bytes = damage(&whole, &mut random);
            let start = Instant::now();
            for document in read_files(name, &bytes) {
                assert!(document.blocks.iter().all(|block| block.span.fits(&document.text)), "{name}");
            }
            slowest = slowest.max(start.elapsed());
        }
        println!("{name}: {count} damaged copies, slowest {slowest:?}, whole {usual:?}");
    }
}
