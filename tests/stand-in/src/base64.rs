//! Base64 of text, as the header of Basic authentication has it.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for three in text.as_bytes().chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let index = usize::try_from(bits >> (18 - 6 * place) & 0x3F).unwrap_or(0);
            let padding = place > three.len();
            encoded.push(if padding {
                '='
            } else {
                char::from(ALPHABET[index])
            });
        }
    }
    encoded
}

/// The text; `None` where it is no Base64 or no UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let (mut bytes, mut buffer, mut bits) = (Vec::new(), 0u32, 0u32);
    for letter in text.trim_end_matches('=').bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        buffer = (buffer << 6) | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 0xFF).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_without_a_password_is_written_and_read() {
        assert_eq!(encode("squ_ab:"), "c3F1X2FiOg==");
        for text in ["", "a", "ab", "abc", "squ_ab:", "ada:ada-password"] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        assert_eq!(decode("!"), None);
    }
}
