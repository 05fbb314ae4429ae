//! The fields that each kind of row has, and the column names that people give them.

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Noun {
    Organizations,
    Relationships,
    Actuals,
}

/// One field of a row.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// As `--map` names it.
    pub key: &'static str,
    /// In words.
    pub words: &'static str,
    /// Column names to suggest; set where a row makes no sense without the field.
    pub suggest: Option<&'static str>,
    /// Column names besides the key, folded; the earlier wins where a file has several.
    pub aliases: &'static [&'static str],
}

/// What the rows of one table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// In the plural.
    pub rows: &'static str,
    /// What each row has.
    pub fields: &'static [Field],
}

impl Field {
    /// A field that a row makes no sense without, in a column of this name.
    pub const fn needed(key: &'static str) -> Self {
        Self { key, words: key, suggest: Some(key), aliases: &[] }
    }

    /// A field in a column of this name.
    pub const fn plain(key: &'static str) -> Self {
        Self { key, words: key, suggest: None, aliases: &[] }
    }
}

const fn required(
    key: &'static str,
    words: &'static str,
    suggest: &'static str,
    aliases: &'static [&'static str],
) -> Field {
    Field { key, words, suggest: Some(suggest), aliases }
}

const fn optional(key: &'static str, words: &'static str, aliases: &'static [&'static str]) -> Field {
    Field { key, words, suggest: None, aliases }
}

static ORGANIZATIONS: [Field; 12] = [
    required(
        "name",
        "name",
        "Name, Partner Company or Company",
        &[
            "name",
            "partnercompany",
            "partnername",
            "partner",
            "companyname",
            "company",
            "organization",
            "organizationname",
            "organisation",
            "organisationname",
            "account",
            "accountname",
            "label",
        ],
    ),
    optional("kind", "kind", &["kind", "partnertype", "type", "partnerkind", "organizationkind", "organizationtype"]),
    optional("tier", "tier", &["tier", "partnertier", "level", "partnerlevel", "membership"]),
    optional("stage", "lifecycle stage", &["stage", "lifecyclestage", "partnerstage", "lifecycle"]),
    optional(
        "owner",
        "owner",
        &["owner", "partnermanager", "partnerowner", "accountowner", "companyowner", "executivesponsor"],
    ),
    optional("group", "group", &["group", "category", "partnergroup", "segment", "partnerarchetype", "industry"]),
    optional("region", "region", &["region", "territory", "country"]),
    optional(
        "website",
        "website",
        &["website", "url", "domain", "companydomainname", "companyurl", "site", "homepage"],
    ),
    optional("since", "day it began", &["since", "partnersince", "joined", "signedup", "startdate", "start"]),
    optional("notes", "notes", &["notes", "note", "relationshipnotes", "description", "comment", "comments"]),
    optional("placeholder", "placeholder mark", &["placeholder"]),
    optional("active", "active mark", &["active"]),
];

static RELATIONSHIPS: [Field; 9] = [
    required(
        "from",
        "beginning of the line",
        "From or Source",
        &["from", "source", "fromorganization", "fromorganisation", "accountfrom"],
    ),
    required(
        "to",
        "end of the line",
        "To or Target",
        &["to", "target", "toorganization", "toorganisation", "accountto"],
    ),
    required(
        "kind",
        "kind",
        "Relationship or Kind",
        &["relationship", "kind", "relationshipkind", "relationshiptype", "type", "role"],
    ),
    optional("status", "status", &["status", "relationshipstatus"]),
    optional("since", "day it began", &["since", "startdate", "start"]),
    optional("tier", "tier", &["tier", "level"]),
    optional("strength", "strength", &["strength"]),
    optional("commission", "commission", &["commission", "commissionterms"]),
    optional("notes", "notes", &["notes", "note", "description", "comment", "comments"]),
];

static ACTUALS: [Field; 7] = [
    required("month", "month", "Month or Period", &["month", "period", "date"]),
    required("metric", "metric", "Metric or KPI", &["metric", "measure", "kpi"]),
    required("value", "figure", "Value or Amount", &["value", "figure", "amount", "actual"]),
    optional(
        "partner",
        "partner",
        &["partner", "organization", "organisation", "partnercompany", "partnername", "company"],
    ),
    optional("motion", "motion", &["motion", "campaign", "initiative", "program", "programme"]),
    optional("currency", "currency", &["currency", "currencycode"]),
    optional("source", "source", &["source"]),
];

impl Noun {
    /// On the screen and in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organizations => "organizations",
            Self::Relationships => "relationships",
            Self::Actuals => "actuals",
        }
    }

    pub(crate) fn schema(self) -> Schema {
        let fields: &[Field] = match self {
            Self::Organizations => &ORGANIZATIONS,
            Self::Relationships => &RELATIONSHIPS,
            Self::Actuals => &ACTUALS,
        };
        Schema { rows: self.name(), fields }
    }
}

impl std::str::FromStr for Noun {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::Organizations, Self::Relationships, Self::Actuals]
            .into_iter()
            .find(|noun| noun.name() == text)
            .ok_or_else(|| {
                format!(
                    "'{}' cannot be imported: choose organizations, relationships or actuals",
                    crate::words::shown(text)
                )
            })
    }
}
