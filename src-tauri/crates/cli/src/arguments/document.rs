//! `document`: what goes into the plan as a PDF.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::NameArgument;
use super::import::pair;

#[derive(Subcommand)]
pub enum Document {
    /// List the saved documents
    List(DocumentList),
    /// Add a document
    Add(DocumentAdd),
    /// Change fields of a document
    Set(DocumentSet),
    /// Add a page of your own words at its end
    Text(DocumentText),
    /// Write the brand of a document as a file: color, paper, author, confidentiality line, both names and logos
    SaveBrand(DocumentBrandSave),
    /// Put a brand from a file on a document
    LoadBrand(DocumentBrandLoad),
    /// Delete a document; what it says stays in the workspace
    Delete(DocumentDelete),
}

#[derive(Args)]
pub struct DocumentList {
    /// The workspace file
    pub file: PathBuf,
    /// Print JSON: all settings of each
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct DocumentAdd {
    /// The workspace file
    pub file: PathBuf,
    #[arg(long)]
    pub name: NameArgument,
    /// The document that it begins as, by exact name or id; without one the plain settings
    #[arg(long, value_name = "NAME")]
    pub like: Option<String>,
    /// What it is for
    #[arg(long, value_enum, default_value = "plan", conflicts_with = "like")]
    pub preset: Preset,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Preset {
    /// The whole plan
    Plan,
    /// A meeting once a quarter: last actions first, then mostly what is next
    Quarterly,
}

impl From<Preset> for domain::DocumentPreset {
    fn from(preset: Preset) -> Self {
        match preset {
            Preset::Plan => Self::Plan,
            Preset::Quarterly => Self::Quarterly,
        }
    }
}

#[derive(Args)]
pub struct DocumentSet {
    /// The workspace file
    pub file: PathBuf,
    /// The document, by exact name or id
    pub name: String,
    /// What to set, as field=value: name, audience (internal, client, partner), language (en, de), title, subtitle, client,
    /// preparer, `client_logo` and `preparer_logo` (an organization that has a logo), author, version, date, confidentiality,
    /// draft (yes, no), scenario (whose figures are printed: a scenario, Expected, or nothing for the one that is chosen),
    /// amounts, `partner_names`, known and `page_numbers` (yes, no: whether money, partners by name, how it is known and page
    /// numbers are printed; without names each partner is its kind and a number), paper (a4, letter, 16x9), accent (#0b6353), sections (with commas, in order), heading.SECTION (your
    /// own words, accept for what the data says, or nothing for the fixed words), map.extent (whole, kind, tier, owner, character,
    /// or a saved view), `joint_plan.partners` (names or ids with commas, a name that holds a comma in double quotes; nothing for
    /// all), and changes.since (a locked plan, or nothing for the newest)
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct DocumentText {
    /// The workspace file
    pub file: PathBuf,
    /// The document, by exact name or id
    pub name: String,
    /// The text: a file of Markdown
    pub markdown: PathBuf,
    /// Its title; without one its first heading
    #[arg(long, default_value = "")]
    pub title: String,
}

#[derive(Args)]
pub struct DocumentBrandSave {
    /// The workspace file
    pub file: PathBuf,
    /// The document, by exact name or id
    pub name: String,
    /// Where to write it
    #[arg(long)]
    pub out: PathBuf,
}

#[derive(Args)]
pub struct DocumentBrandLoad {
    /// The workspace file
    pub file: PathBuf,
    /// The document, by exact name or id
    pub name: String,
    /// The brand's file
    pub brand: PathBuf,
}

#[derive(Args)]
pub struct DocumentDelete {
    /// The workspace file
    pub file: PathBuf,
    /// The document, by exact name or id
    pub name: String,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum BriefExtra {
    /// How deep the relationship is, with the six aspects
    Lens,
    /// How well the partner fits
    Fit,
    Commission,
    /// What joint motions are expected to bring
    Projections,
    /// Our notes on the partner
    Notes,
}

impl From<BriefExtra> for api::wire::BriefExtra {
    fn from(extra: BriefExtra) -> Self {
        match extra {
            BriefExtra::Lens => Self::Lens,
            BriefExtra::Fit => Self::Fit,
            BriefExtra::Commission => Self::Commission,
            BriefExtra::Projections => Self::Projections,
            BriefExtra::Notes => Self::Notes,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Paper {
    A4,
    /// 8.5 by 11 inches
    Letter,
    /// 10 by 5.625 inches, as slides are
    #[value(name = "16x9")]
    Wide,
}

impl From<Paper> for domain::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::UsLetter,
            Paper::Wide => Self::Wide,
        }
    }
}
