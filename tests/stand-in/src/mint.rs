//! Secrets out of a counter: they look random, and every run has the same ones.

/// Makes tokens; SplitMix64 underneath.
#[derive(Clone, Debug)]
pub(crate) struct Mint(u64);

impl Mint {
    pub(crate) fn new() -> Self {
        Self(0x5EED)
    }

    /// 40 lower-case hexadecimal digits behind a prefix.
    pub(crate) fn token(&mut self, prefix: &str) -> String {
        let digits: String = (0..3).map(|_| format!("{:016x}", self.next())).collect();
        format!("{prefix}{}", &digits[..40])
    }

    /// 26 characters, the look of an XSRF token (measured on Server 26.9).
    pub(crate) fn xsrf(&mut self) -> String {
        let alphabet = b"0123456789abcdefghijklmnopqrstuv";
        (0..26)
            .map(|_| char::from(alphabet[usize::try_from(self.next() % 32).unwrap_or(0)]))
            .collect()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

/// A stable number for a text (FNV-1a), for measures and picture tags.
pub(crate) fn digest(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// A stable identifier for a text, in the shape of a UUID.
pub(crate) fn uuid(text: &str) -> String {
    let (high, low) = (digest(text), digest(&format!("{text}#")));
    format!(
        "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xFFFF,
        high & 0xFFF,
        low >> 52,
        low & 0xFFFF_FFFF_FFFF
    )
}
