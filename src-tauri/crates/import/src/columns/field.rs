//! The fields that each kind of row has, and the column names that people give them.

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Noun {
    Organizations,
    Relationships,
    Accounts,
    Deals,
    Actuals,
    Motions,
    Tasks,
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
    /// What they are; none for the tables of a template.
    pub noun: Option<Noun>,
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

static ORGANIZATIONS: [Field; 19] = [
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
    optional(
        "stage",
        "lifecycle stage",
        &["stage", "lifecyclestage", "partnerstage", "lifecycle", "partnerprogramstatus", "programstatus"],
    ),
    optional(
        "owner",
        "owner",
        &[
            "owner",
            "partnermanager",
            "partnerowner",
            "channelmanager",
            "accountmanager",
            "accountowner",
            "companyowner",
            "executivesponsor",
        ],
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
    optional("id", "id in this program", &["ecotoneid"]),
    optional(
        "foreign_id",
        "id in the program that it comes from",
        &["foreignid", "recordid", "partnerid", "partnerkey", "accountid", "companyid", "externalid", "crmid", "id"],
    ),
    optional("tags", "tags", &["tags", "tag", "labels", "keywords"]),
    optional(
        "contact_name",
        "contact",
        &["contactname", "contact", "primarycontact", "maincontact", "contactperson", "partnercontact"],
    ),
    optional("contact_role", "contact's role", &["contactrole", "contacttitle", "role", "jobtitle"]),
    optional("contact_email", "contact's e-mail", &["contactemail", "email", "emailaddress", "mail"]),
    optional("contact_phone", "contact's telephone", &["contactphone", "phone", "phonenumber", "telephone", "tel"]),
];

static RELATIONSHIPS: [Field; 12] = [
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
    optional("id", "id in this program", &["ecotoneid"]),
    optional("from_id", "id of the line's beginning", &["fromid", "accountfromid", "sourceid"]),
    optional("to_id", "id of the line's end", &["toid", "accounttoid", "targetid"]),
];

static ACCOUNTS: [Field; 5] = [
    required(
        "name",
        "name",
        "Name, Account Name or Company name",
        &["name", "accountname", "companyname", "account", "company", "customer", "customername", "organization"],
    ),
    optional(
        "domain",
        "domain",
        &["domain", "companydomainname", "website", "websiteurl", "companywebsite", "companyurl", "url"],
    ),
    optional("target", "mark of a target account", &["target", "targetaccount", "istarget", "namedaccount"]),
    optional("id", "id in this program", &["ecotoneid"]),
    optional(
        "foreign_id",
        "id in the program that it comes from",
        &["foreignid", "recordid", "accountid", "companyid", "externalid", "crmid", "id"],
    ),
];

static DEALS: [Field; 22] = [
    required(
        "account",
        "account",
        "Account Name or Associated Company",
        &["account", "accountname", "associatedcompany", "company", "companyname", "customer", "primarycompany"],
    ),
    required(
        "name",
        "name",
        "Deal Name or Opportunity Name",
        &["name", "dealname", "opportunityname", "deal", "opportunity"],
    ),
    optional("amount", "amount", &["amount", "dealamount", "value", "dealvalue", "amountincompanycurrency", "acv"]),
    required("stage", "stage", "Deal Stage or Stage", &["stage", "dealstage", "opportunitystage", "status"]),
    required(
        "opened",
        "day it was opened",
        "Create Date or Created Date",
        &["opened", "createdate", "createddate", "created", "opendate", "opened_at"],
    ),
    optional("closed", "day it was closed", &["closed", "closedate", "closeddate", "wondate"]),
    optional("is_won", "mark of a won deal", &["isclosedwon", "iswon", "won"]),
    optional("is_lost", "mark of a lost deal", &["isclosedlost", "islost", "lost"]),
    optional("currency", "currency", &["currency", "currencycode", "amountcurrency"]),
    optional("motion", "motion", &["motion", "campaign", "primarycampaignsource"]),
    optional(
        "partner",
        "partner that had a part in it",
        &["partner", "partnername", "partneraccount", "referralpartner", "sourcepartner", "reseller"],
    ),
    optional("probability", "probability", &["probability", "dealprobability", "winprobability"]),
    optional("next_step", "next step", &["nextstep", "nextsteps"]),
    optional("expected_close", "day it shall be closed", &["expectedclose", "expectedclosedate"]),
    optional("stage_entered", "day it entered its stage", &["dateenteredcurrentstage", "stageentered", "stagedate"]),
    optional("last_activity", "day of our last activity", &["lastactivitydate", "lastactivity"]),
    optional("touch", "part that the partner had", &["touch", "partnerrole", "touchkind", "attribution"]),
    optional("touch_date", "day of the partner's part", &["touchdate", "registrationdate"]),
    optional("share", "partner's share", &["share", "partnershare"]),
    optional("id", "id in this program", &["ecotoneid"]),
    optional(
        "foreign_id",
        "id in the program that it comes from",
        &["foreignid", "recordid", "dealid", "opportunityid", "externalid", "crmid", "id"],
    ),
    optional(
        "account_id",
        "account's id in the program that it comes from",
        &["accountid", "associatedcompanyids", "associatedcompanyid", "companyid"],
    ),
];

static ACTUALS: [Field; 8] = [
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
    optional("id", "id in this program", &["ecotoneid"]),
];

static MOTIONS: [Field; 14] = [
    required(
        "name",
        "name",
        "Name, Motion or Campaign",
        &["name", "motion", "motionname", "campaign", "campaignname", "initiative", "title"],
    ),
    required("kind", "kind", "Kind or Type", &["kind", "motionkind", "type", "campaigntype"]),
    required("start", "first day", "Start or Start Date", &["start", "startdate", "begin", "begins", "from"]),
    required("end", "last day", "End or End Date", &["end", "enddate", "ends", "finish", "until"]),
    optional("status", "status", &["status", "state"]),
    optional("health", "health", &["health", "rag"]),
    optional("objective", "objective", &["objective", "goal", "purpose", "description"]),
    optional("objective_audience", "who may read the objective", &["objectiveaudience"]),
    optional("health_reason", "reason of the health", &["healthreason"]),
    optional("health_audience", "who may read that reason", &["healthaudience"]),
    optional("owner", "owner", &["owner", "lead", "responsible"]),
    optional("partners", "partners", &["partners", "partner", "with"]),
    optional("active", "active mark", &["active"]),
    optional("id", "id in this program", &["ecotoneid"]),
];

static TASKS: [Field; 12] = [
    required("motion", "motion", "Motion or Campaign", &["motion", "motionname", "campaign", "project", "initiative"]),
    required("name", "name", "Task or Name", &["name", "task", "taskname", "title", "subject"]),
    optional("phase", "phase", &["phase", "section", "stage", "group"]),
    optional("owner", "owner", &["owner", "assignee", "assignedto", "responsible"]),
    optional("start", "first day", &["start", "startdate", "begin"]),
    optional("due", "last day", &["due", "duedate", "end", "enddate", "deadline", "finish"]),
    optional("done", "mark of a finished task", &["done", "completed", "complete", "finished"]),
    optional("effort_days", "effort in days", &["effortdays", "effort", "days", "estimate"]),
    optional("notes", "notes", &["notes", "note", "description", "comment", "comments"]),
    optional("notes_audience", "who may read the notes", &["notesaudience"]),
    optional("motion_id", "id of the motion in this program", &["motionid"]),
    optional("id", "id in this program", &["ecotoneid"]),
];

impl Noun {
    /// On the screen and in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organizations => "organizations",
            Self::Relationships => "relationships",
            Self::Accounts => "accounts",
            Self::Deals => "deals",
            Self::Actuals => "actuals",
            Self::Motions => "motions",
            Self::Tasks => "tasks",
        }
    }

    /// One of them, and several.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Organizations => ("organization", "organizations"),
            Self::Relationships => ("relationship", "relationships"),
            Self::Accounts => ("account", "accounts"),
            Self::Deals => ("deal", "deals"),
            Self::Actuals => ("actual", "actuals"),
            Self::Motions => ("motion", "motions"),
            Self::Tasks => ("task", "tasks"),
        }
    }

    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Organizations,
        Self::Relationships,
        Self::Accounts,
        Self::Deals,
        Self::Actuals,
        Self::Motions,
        Self::Tasks,
    ];

    pub(crate) fn schema(self) -> Schema {
        let fields: &[Field] = match self {
            Self::Organizations => &ORGANIZATIONS,
            Self::Relationships => &RELATIONSHIPS,
            Self::Accounts => &ACCOUNTS,
            Self::Deals => &DEALS,
            Self::Actuals => &ACTUALS,
            Self::Motions => &MOTIONS,
            Self::Tasks => &TASKS,
        };
        Schema { noun: Some(self), rows: self.name(), fields }
    }
}

impl std::str::FromStr for Noun {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|noun| noun.name() == text).ok_or_else(|| {
            format!(
                "'{}' cannot be imported: choose organizations, relationships, accounts, deals, actuals, motions or tasks",
                crate::words::shown(text)
            )
        })
    }
}
