//! The bundled fonts: the only ones that this program measures, paints and embeds.
//!
//! Inter at the four weights of the design; what it lacks comes from Noto: Arabic and Hebrew at the same weights, East
//! Asian letters at two, pictographs at one. The style sheet of the page (`ui/src/shared/fonts/fonts.css`) names the same files.

/// One static cut.
#[derive(Debug, Clone, Copy)]
pub struct Font {
    /// The family that its file names.
    pub family: &'static str,
    /// The weight of the design that it is cut for; none serves all.
    pub weight: Option<u16>,
    /// Its file's name in `assets/fonts`.
    pub file: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

/// The family that every picture names.
pub const FAMILY: &str = "Inter";

/// The families in the order in which a letter is looked up.
pub const FAMILIES: [&str; 5] = [FAMILY, "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK", PICTOGRAPHS];

/// The family of pictographs, which is asked first where a letter is marked as one.
pub const PICTOGRAPHS: &str = "Noto Emoji";

macro_rules! font {
    ($family:literal, $weight:expr, $file:literal) => {
        Font {
            family: $family,
            weight: $weight,
            file: $file,
            bytes: include_bytes!(concat!("../../../../assets/fonts/", $file)),
        }
    };
}

/// All cuts, family by family.
pub static ALL: [Font; 15] = [
    font!("Inter", Some(420), "Inter-Regular.ttf"),
    font!("Inter", Some(520), "Inter-Medium.ttf"),
    font!("Inter", Some(620), "Inter-SemiBold.ttf"),
    font!("Inter", Some(680), "Inter-Bold.ttf"),
    font!("Noto Sans Arabic", Some(420), "NotoSansArabic-Regular.ttf"),
    font!("Noto Sans Arabic", Some(520), "NotoSansArabic-Medium.ttf"),
    font!("Noto Sans Arabic", Some(620), "NotoSansArabic-SemiBold.ttf"),
    font!("Noto Sans Arabic", Some(680), "NotoSansArabic-Bold.ttf"),
    font!("Noto Sans Hebrew", Some(420), "NotoSansHebrew-Regular.ttf"),
    font!("Noto Sans Hebrew", Some(520), "NotoSansHebrew-Medium.ttf"),
    font!("Noto Sans Hebrew", Some(620), "NotoSansHebrew-SemiBold.ttf"),
    font!("Noto Sans Hebrew", Some(680), "NotoSansHebrew-Bold.ttf"),
    font!("Noto Sans CJK", Some(420), "NotoSansCJK-Regular.otf"),
    font!("Noto Sans CJK", Some(680), "NotoSansCJK-Bold.otf"),
    font!("Noto Emoji", None, "NotoEmoji-Regular.ttf"),
];
