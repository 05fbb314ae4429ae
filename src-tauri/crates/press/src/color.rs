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

/// Contrast that small text needs, by WCAG 2.2 AA.
const READABLE: f64 = 4.5;

/// How a color as `#rrggbb` stands out on white, 1 to 21 (WCAG 2.2, contrast ratio).
pub fn contrast_on_white(color: &str) -> f64 {
    1.05 / (luminance(parts(color)) + 0.05)
}

/// `color` itself where it can be read on white, else the nearest darker shade of it that can.
pub fn readable(color: &str) -> String {
    let own = parts(&hex(color));
    let shade = |percent: u32| own.map(|part| u8::try_from(u32::from(part) * percent / 100).unwrap_or(part));
    let found = (0..=100).rev().map(shade).find(|shade| 1.05 / (luminance(*shade) + 0.05) >= READABLE);
    let [red, green, blue] = found.unwrap_or([0; 3]);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn parts(color: &str) -> [u8; 3] {
    let digits = color.strip_prefix('#').unwrap_or(color);
    let part = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    [part(0), part(2), part(4)]
}

fn luminance(parts: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = parts.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{contrast_on_white, hex, readable};

    #[test]
    fn a_color_too_pale_to_read_becomes_darker_and_others_stay() {
        for (input, expect) in
            [("#0b6353", "#0b6353"), ("#000000", "#000000"), ("#767676", "#767676"), ("nonsense", "#616d68")]
        {
            assert_eq!(readable(input), expect);
        }
        for pale in ["#ffffff", "#ffe600", "#8fd3ff", "#bbb065"] {
            let found = readable(pale);
            assert!(found != pale && (4.5..4.7).contains(&contrast_on_white(&found)), "{pale}: {found}");
        }
        assert!(
            (contrast_on_white("#000000") - 21.0).abs() < 1e-9 && (contrast_on_white("#ffffff") - 1.0).abs() < 1e-9
        );
    }

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
