//! Colors of kinds, as a page can use them.

/// The light theme's values of the tokens that an input may name.
const TOKENS: [(&str, &str); 14] = [
    ("kind-us", "#16201d"),
    ("kind-brand", "#5a41be"),
    ("kind-tech", "#1f83cc"),
    ("kind-reseller", "#a07000"),
    ("kind-affiliate", "#c42b6e"),
    ("strategy", "#0b6353"),
    ("tactic", "#b4511b"),
    ("ecotone", "#7a6a2c"),
    ("c1", "#0b6353"),
    ("c2", "#3e8bef"),
    ("c3", "#b4511b"),
    ("c4", "#5d2fda"),
    ("c5", "#412d03"),
    ("c6", "#c06daa"),
];

/// For a color that nobody knows: the gray of unknown things.
const GRAY: &str = "#616d68";

/// `#rrggbb` for a token of the design or for `#rrggbb` itself.
pub fn hex(color: &str) -> String {
    if let Some((_, value)) = TOKENS.iter().find(|(token, _)| *token == color) {
        return (*value).to_owned();
    }
    let digits = color.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { color.to_ascii_lowercase() } else { GRAY.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn tokens_and_hex_give_hex_and_anything_else_is_gray() {
        for (input, expect) in [
            ("kind-tech", "#1f83cc"),
            ("#A0B1c2", "#a0b1c2"),
            ("#abc", "#616d68"),
            ("red\"); eval(", "#616d68"),
            ("", "#616d68"),
        ] {
            assert_eq!(hex(input), expect);
        }
    }
}
