//! The bundled cuts of Inter: the only fonts that this program measures, paints and embeds.

/// One static cut.
#[derive(Debug, Clone, Copy)]
pub struct Font {
    /// The weight of the design that it is cut for.
    pub weight: u16,
    /// Its file's name in `assets/fonts`.
    pub file: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

/// The family that every picture names.
pub const FAMILY: &str = "Inter";

/// Weights 420, 520, 620 and 680.
pub const ALL: [Font; 4] = [
    Font {
        weight: 420,
        file: "Inter-Regular.ttf",
        bytes: include_bytes!("../../../../assets/fonts/Inter-Regular.ttf"),
    },
    Font { weight: 520, file: "Inter-Medium.ttf", bytes: include_bytes!("../../../../assets/fonts/Inter-Medium.ttf") },
    Font {
        weight: 620,
        file: "Inter-SemiBold.ttf",
        bytes: include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf"),
    },
    Font { weight: 680, file: "Inter-Bold.ttf", bytes: include_bytes!("../../../../assets/fonts/Inter-Bold.ttf") },
];
