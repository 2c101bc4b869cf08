//! The ways in which the data of a PDF's streams is packed.

use super::syntax::{Dict, is_space};

/// The most that one stream unpacks to, in bytes.
pub const MOST: usize = 64 << 20;

/// The data that a filter gives back, as far as it can be read; none if the filter is one for pictures.
pub fn apply(name: &str, bytes: &[u8], parameters: Option<&Dict>) -> Option<Vec<u8>> {
    let out = match name {
        "FlateDecode" | "Fl" => inflate(bytes),
        "LZWDecode" | "LZW" => lzw(bytes, number(parameters, "EarlyChange", 1) != 0),
        "ASCIIHexDecode" | "AHx" => hex(bytes),
        "ASCII85Decode" | "A85" => ascii85(bytes),
        "RunLengthDecode" | "RL" => run_lengths(bytes),
        _ => return None,
    };
    Some(predict(out, parameters))
}

fn number(parameters: Option<&Dict>, key: &str, otherwise: usize) -> usize {
    parameters.and_then(|dict| dict.get(key)).and_then(super::syntax::Object::count).unwrap_or(otherwise)
}

/// What can be unpacked, also of damaged data.
fn inflate(bytes: &[u8]) -> Vec<u8> {
    use miniz_oxide::inflate::{decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};
    let read = match decompress_to_vec_zlib_with_limit(bytes, MOST) {
        Err(fault) if fault.output.is_empty() => {
            decompress_to_vec_with_limit(bytes.get(2..).unwrap_or_default(), MOST)
        }
        read => read,
    };
    read.unwrap_or_else(|fault| fault.output)
}

fn lzw(bytes: &[u8], early: bool) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Each code is an earlier one and a byte more.
    let mut table: Vec<(usize, u8)> = Vec::new();
    let (mut out, mut word): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    let (mut bits, mut held, mut width) = (0_u32, 0, 9);
    let mut last: Option<usize> = None;
    for &byte in bytes {
        bits = bits << 8 | u32::from(byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        bits &= (1 << held) - 1;
        if code == END || out.len() > MOST {
            break;
        }
        if code == CLEAR {
            table.clear();
            (width, last) = (9, None);
            continue;
        }
        let next = table.len() + 258;
        if code > next || code == next && last.is_none() {
            break;
        }
        word.clear();
        let mut from = if code < next { code } else { last.unwrap_or(0) };
        while let Some(&(before, byte)) = from.checked_sub(258).and_then(|at| table.get(at)) {
            word.push(byte);
            from = before;
        }
        word.push(from as u8);
        let first = from as u8;
        word.reverse();
        if code == next {
            word.push(first);
        }
        out.extend_from_slice(&word);
        if let Some(last) = last.filter(|_| table.len() < 4096 - 258) {
            table.push((last, first));
        }
        last = Some(code);
        let size = table.len() + 258 + usize::from(early);
        width = if size >= 2048 {
            12
        } else if size >= 1024 {
            11
        } else if size >= 512 {
            10
        } else {
            9
        };
    }
    out
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u32> = bytes
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .collect();
    digits.chunks(2).map(|two| (two[0] * 16 + two.get(1).copied().unwrap_or(0)) as u8).collect()
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut group, mut count) = (Vec::new(), 0_u64, 0);
    let bytes = bytes.strip_prefix(b"<~").unwrap_or(bytes);
    for &byte in bytes {
        match byte {
            b'z' if count == 0 => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => {
                group = group * 85 + u64::from(byte - b'!');
                count += 1;
                if count == 5 {
                    out.extend_from_slice(&(group as u32).to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ if is_space(byte) => {}
            _ => break,
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group * 85 + 84;
        }
        out.extend_from_slice((group as u32).to_be_bytes().get(..count - 1).unwrap_or_default());
    }
    out
}

fn run_lengths(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(&length) = bytes.get(at).filter(|_| out.len() < MOST) {
        match length {
            0..128 => {
                let end = (at + 2 + usize::from(length)).min(bytes.len());
                out.extend_from_slice(bytes.get(at + 1..end).unwrap_or_default());
                at = end;
            }
            128 => break,
            _ => {
                let Some(&byte) = bytes.get(at + 1) else { break };
                out.extend(std::iter::repeat_n(byte, 257 - usize::from(length)));
                at += 2;
            }
        }
    }
    out
}

/// Undoes what made the rows of the data alike.
fn predict(data: Vec<u8>, parameters: Option<&Dict>) -> Vec<u8> {
    let predictor = number(parameters, "Predictor", 1);
    let colors = number(parameters, "Colors", 1).clamp(1, 32);
    let bits = number(parameters, "BitsPerComponent", 8).clamp(1, 16);
    let columns = number(parameters, "Columns", 1).clamp(1, 1 << 20);
    let (step, row) = ((colors * bits).div_ceil(8), (columns * colors * bits).div_ceil(8));
    if predictor < 10 {
        return data;
    }
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    for line in data.chunks(row + 1) {
        let Some((&kind, line)) = line.split_first() else { break };
        let start = out.len();
        for (at, &byte) in line.iter().enumerate() {
            let left = if at >= step { out[start + at - step] } else { 0 };
            let above = if start >= row { out[start + at - row] } else { 0 };
            let corner = if at >= step && start >= row { out[start + at - step - row] } else { 0 };
            let guess = match kind {
                1 => left,
                2 => above,
                3 => ((u16::from(left) + u16::from(above)) / 2) as u8,
                4 => paeth(left, above, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    out
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |value: u8| (guess - i16::from(value)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(corner) {
        left
    } else if distance(above) <= distance(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_data_comes_back() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"some words, some words", 6);
        assert_eq!(apply("FlateDecode", &packed, None).as_deref(), Some(&b"some words, some words"[..]));
        // Cut off, it gives what there is.
        assert!(apply("Fl", &packed[..packed.len() - 6], None).is_some_and(|out| out.starts_with(b"some")));
        assert_eq!(hex(b"41 4>"), b"A@");
        assert_eq!(ascii85(b"87cUR~>"), b"Hell");
        assert_eq!(run_lengths(&[1, b'a', b'b', 254, b'c', 128]), b"abccc");
        // The example of the PDF reference.
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(lzw(&packed, true), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!(apply("DCTDecode", b"", None), None);
    }
}
