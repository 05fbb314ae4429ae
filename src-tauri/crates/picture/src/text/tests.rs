use proptest::prelude::*;

use super::*;

#[test]
fn figures_are_tabular_and_weights_differ() {
    let width = |text: &str| measure(text, 100.0, 420);
    assert!((width("1111") - width("8888")).abs() < 0.01);
    assert!(width("AV") < width("A") + width("V"), "kerning");
    assert!(measure("Fernhill", 13.0, 680) > measure("Fernhill", 13.0, 420));
}

#[test]
fn names_break_into_lines_of_about_equal_width() {
    for (name, lines, expect, cut) in [
        ("Loopcart", 2, vec!["Loopcart"], false),
        ("Cloud Native Computing Foundation", 2, vec!["Cloud Native", "Computing Foundation"], false),
        ("The Very Long Partner Company of the North", 2, vec!["The Very Long Partner", "Company of the North"], false),
        (
            "The Very Long Partner Company of the North and the South",
            2,
            vec!["The Very Long Partner", "Company of the North…"],
            true,
        ),
        ("Donaudampfschifffahrtsgesellschaft", 1, vec!["Donaudampfschifffahr…"], true),
        ("Donaudampfschifffahrtsgesellschaft", 2, vec!["Donaudampfschifffahrts", "gesellschaft"], false),
        ("Nordwestdeutsche-Handelsgesellschaft", 2, vec!["Nordwestdeutsche-", "Handelsgesellschaft"], false),
        ("東京システム開発株式会社パートナー", 2, vec!["東京システム開発株", "式会社パートナー"], false),
        ("株式会社「日本」", 1, vec!["株式会社「日本」"], false),
        ("   ", 1, vec![""], false),
    ] {
        let broken = wrap(name, 12.0, 520, 140.0, lines);
        assert_eq!((broken.lines, broken.cut), (expect.into_iter().map(String::from).collect(), cut), "{name}");
        assert!(broken.width <= 140.0);
    }
}

#[test]
fn every_script_has_its_font() {
    for (letters, family) in
        [("Aéß", 0), ("Жї", 0), ("Ωά", 0), ("شرڭ", 1), ("אבּש", 2), ("株式会社アのｶ한국, 中国。", 3), ("🚀💡✅🇩", 4)]
    {
        for letter in letters.chars().filter(|letter| !letter.is_ascii()) {
            assert_eq!(shaped::family_of(letter), Some(family), "{letter}");
        }
    }
}

#[test]
fn pictographs_are_as_wide_as_the_bundled_font_draws_them() {
    let width = |text: &str| measure(text, 100.0, 420);
    let one = width("🚀");
    assert!((one - 127.0).abs() < 0.5, "{one}");
    for text in ["❤\u{fe0f}", "🇩🇪", "1\u{fe0f}\u{20e3}", "👍🏽", "🏳\u{fe0f}\u{200d}🌈"] {
        assert!((width(text) - one).abs() < 0.5, "{text}: {}", width(text));
    }
    assert!((width("👩\u{200d}💻") - 2.0 * one).abs() < 0.5, "drawn one beside the other");
    assert!(width("❤") < one, "a heart that is no pictograph is a letter of Inter");
}

#[test]
fn mixed_directions_are_as_wide_as_their_parts() {
    let width = |text: &str| measure(text, 100.0, 420);
    for parts in [["Acme ", "شركة"], ["שלום", " 24"], ["株式会社", " GmbH"], ["Ελλάδα", " Россия"]]
    {
        let whole = width(&parts.concat());
        let sum: f32 = parts.iter().map(|part| width(part)).sum();
        assert!((whole - sum).abs() < 3.0, "{parts:?}: {whole} and {sum}");
    }
    // Joined letters are narrower than the same letters apart.
    assert!(width("شركة") < "شركة".chars().map(|letter| width(&letter.to_string())).sum::<f32>() - 20.0);
}

#[test]
fn hostile_names_are_measured_in_a_moment() {
    let long = "x".repeat(10_000);
    let broken = wrap(&long, 12.0, 520, 110.0, 2);
    assert!(broken.cut && broken.lines.len() == 2 && broken.width <= 110.0);
    assert!(measure("株式会社", 10.0, 420) > 30.0);
    assert_eq!(wrap("👩‍👩‍👧 \u{202e}x", 12.0, 420, 8.0, 1).lines.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn lines_hold_the_whole_name_or_say_that_they_do_not(name in "\\PC{0,60}", width in 20.0..200.0_f32, lines in 1..4_usize) {
        let broken = wrap(&name, 12.0, 420, width, lines);
        prop_assert!(!broken.lines.is_empty() && broken.lines.len() <= lines);
        prop_assert!(broken.width.is_finite() && broken.width >= 0.0);
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if broken.cut {
            prop_assert!(broken.lines.last().unwrap().ends_with('…'));
        } else {
            prop_assert_eq!(letters(&broken.lines.concat()), letters(&name));
        }
    }
}
