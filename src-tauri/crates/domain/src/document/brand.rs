//! The brand of documents: what makes them look like somebody's. It can leave the workspace, so it holds pictures and not ids.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::settings::{Accent, DocumentSettings, Paper, Party};
use crate::OrganizationId;

/// Largest logo of its own, in bytes: a picture of 256 pixels each way needs far less.
const LOGO_MAX: usize = 256 * 1024;

/// The logo beside a name on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum PartyLogo {
    /// That of an organization of the workspace, as it is on the day.
    Organization(OrganizationId),
    /// A picture that came with a brand.
    Own {
        /// Its file.
        png: LogoPng,
    },
}

/// A PNG file, written as base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct LogoPng(Vec<u8>);

/// A text that is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoPngError {
    /// Not base64.
    #[error("a logo is no base64 text")]
    Base64,
    /// Another file.
    #[error("a logo is no PNG file")]
    Kind,
    /// Too many bytes.
    #[error("a logo has more than {} KB", LOGO_MAX / 1024)]
    Size,
}

/// What a document wears. An empty text and a missing logo say nothing: the document keeps its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentBrand {
    /// The color.
    pub accent: Accent,
    /// The pages.
    pub paper: Paper,
    /// The author in the metadata.
    #[serde(default)]
    pub author: String,
    /// In the foot of each page.
    #[serde(default)]
    pub confidentiality: String,
    /// Whom documents are for.
    #[serde(default)]
    pub client: BrandParty,
    /// Who makes them.
    #[serde(default)]
    pub preparer: BrandParty,
}

/// A company with its picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrandParty {
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<LogoPng>,
}

impl LogoPng {
    /// Takes a PNG file.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoPngError> {
        if bytes.len() > LOGO_MAX {
            return Err(LogoPngError::Size);
        }
        if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Err(LogoPngError::Kind);
        }
        Ok(Self(bytes))
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl TryFrom<String> for LogoPng {
    type Error = LogoPngError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(STANDARD.decode(text).map_err(|_| LogoPngError::Base64)?)
    }
}

impl From<LogoPng> for String {
    fn from(logo: LogoPng) -> Self {
        STANDARD.encode(logo.0)
    }
}

impl DocumentBrand {
    /// What `settings` wear; `picture` finds the file of an organization's logo.
    pub fn of(settings: &DocumentSettings, picture: impl Fn(OrganizationId) -> Option<LogoPng>) -> Self {
        let party = |party: &Party| BrandParty {
            name: party.name.clone(),
            logo: match &party.logo {
                Some(PartyLogo::Organization(id)) => picture(*id),
                Some(PartyLogo::Own { png }) => Some(png.clone()),
                None => None,
            },
        };
        Self {
            accent: settings.accent.clone(),
            paper: settings.paper,
            author: settings.author.clone(),
            confidentiality: settings.confidentiality.clone(),
            client: party(&settings.client),
            preparer: party(&settings.preparer),
        }
    }

    /// Puts it on a document.
    pub fn wear(self, settings: &mut DocumentSettings) {
        let said = |text: String, place: &mut String| {
            if !text.is_empty() {
                *place = text;
            }
        };
        settings.accent = self.accent;
        settings.paper = self.paper;
        said(self.author, &mut settings.author);
        said(self.confidentiality, &mut settings.confidentiality);
        for (party, place) in [(self.client, &mut settings.client), (self.preparer, &mut settings.preparer)] {
            // Another company's logo beside this name would be wrong.
            if !party.name.is_empty() && party.name != place.name {
                place.logo = None;
            }
            said(party.name, &mut place.name);
            place.logo = party.logo.map(|png| PartyLogo::Own { png }).or(place.logo.take());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest";

    #[test]
    fn a_logo_is_read_as_it_was_written_and_ids_as_before() {
        let id = "0190a2f0-0000-7000-8000-000000000001";
        for (json, expect) in [
            (format!("{{\"name\":\"A\",\"logo\":\"{id}\"}}"), "organization"),
            ("{\"name\":\"A\",\"logo\":null}".into(), "none"),
            (serde_json::to_string(&Party { name: "A".into(), logo: Some(own()) }).unwrap(), "own"),
        ] {
            let party: Party = serde_json::from_str(&json).unwrap();
            let found = match party.logo {
                Some(PartyLogo::Organization(_)) => "organization",
                Some(PartyLogo::Own { ref png }) if png.bytes() == PNG => "own",
                Some(PartyLogo::Own { .. }) => "another",
                None => "none",
            };
            assert_eq!(found, expect, "{json}");
            assert_eq!(serde_json::to_string(&party).unwrap(), json);
        }
        for bad in ["!!", "aGFsbG8="] {
            assert!(LogoPng::try_from(bad.to_owned()).is_err(), "{bad}");
        }
        assert_eq!(LogoPng::new([PNG, &vec![0; LOGO_MAX]].concat()), Err(LogoPngError::Size));
    }

    #[test]
    fn what_a_brand_leaves_empty_stays() {
        let mut settings = DocumentSettings {
            author: "Ann".into(),
            client: Party { name: "Tidewater".into(), logo: Some(own()) },
            preparer: Party { name: "Old".into(), logo: Some(own()) },
            ..DocumentSettings::default()
        };
        let brand = DocumentBrand {
            accent: Accent::parse("#1f3a6e").unwrap(),
            paper: Paper::Wide,
            author: String::new(),
            confidentiality: "Confidential".into(),
            client: BrandParty::default(),
            preparer: BrandParty { name: "Harrow & Lane".into(), logo: None },
        };
        brand.clone().wear(&mut settings);
        assert_eq!((settings.author.as_str(), settings.paper), ("Ann", Paper::Wide));
        assert_eq!(settings.client, Party { name: "Tidewater".into(), logo: Some(own()) });
        assert_eq!(settings.preparer, Party { name: "Harrow & Lane".into(), logo: None });
        let again = DocumentBrand::of(&settings, |_| None);
        assert_eq!(again.client.logo, Some(LogoPng(PNG.into())));
        assert_eq!(again.accent, brand.accent);
    }

    fn own() -> PartyLogo {
        PartyLogo::Own { png: LogoPng(PNG.into()) }
    }
}
