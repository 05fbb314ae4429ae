//! What two spellings of one company's name have in common.

/// Endings that say what a company is in law.
const LEGAL: [&str; 45] = [
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "se",
    "ev",
    "eg",
    "kgaa",
    "mbh",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "pty",
    "pvt",
    "private",
    "sa",
    "sas",
    "sarl",
    "sasu",
    "srl",
    "spa",
    "sl",
    "slu",
    "bv",
    "nv",
    "ab",
    "as",
    "asa",
    "aps",
    "oy",
    "oyj",
    "kk",
    "gk",
    "doo",
    "sro",
];

/// Lower case, without accents, punctuation and legal forms. "C" and "C++" stay apart: `+` and `#` count as letters.
pub fn normalized(name: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            // Dots and apostrophes stand inside words: "S.A.", "O'Reilly".
            '.' | '\'' | '’' | '`' => {}
            '&' => words.extend(["and".to_owned(), String::new()]),
            _ if c.is_alphanumeric() || matches!(c, '+' | '#' | '\u{300}'..='\u{36F}') => plain(c, words.last_mut()),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    // "GmbH & Co. KG" ends in three of them, with an "and" between.
    while words.len() > 1 && words.last().is_some_and(|word| LEGAL.contains(&word.as_str()) || word == "and") {
        words.pop();
    }
    words.join(" ")
}

/// Adds a letter without its accent.
fn plain(c: char, word: Option<&mut String>) {
    let Some(word) = word else { return };
    let text = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        // Accents written as marks of their own.
        '\u{300}'..='\u{36F}' => "",
        _ => {
            word.push(c);
            return;
        }
    };
    word.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_company_meet_and_others_stay_apart() {
        for (a, b, same) in [
            ("Acme", "ACME Inc.", true),
            ("Müller & Söhne GmbH", "Muller and Sohne", true),
            ("Müller GmbH & Co. KG", "MÜLLER", true),
            ("Société Générale S.A.", "Societe Generale", true),
            ("The Trade Desk, Inc.", "Trade Desk", true),
            ("Straße", "Strasse", true),
            ("e\u{301}clair", "éclair", true),
            ("booking.com", "Bookingcom", true),
            ("C", "C++", false),
            ("C#", "C", false),
            ("Company", "Limited", false),
            ("Acme Cloud", "Acme", false),
            ("株式会社", "株式", false),
        ] {
            assert_eq!(normalized(a) == normalized(b), same, "{a} / {b}: {} / {}", normalized(a), normalized(b));
        }
        assert_eq!(normalized("!!!"), "");
    }
}
