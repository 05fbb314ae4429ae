//! Lists of partners that affiliate and partner networks and shops give, and lists of shared accounts.

use super::Profile;
use crate::Noun;

/// See the module.
pub static PROFILES: &[Profile] = &[
    Profile {
        key: "partnerstack",
        name: "PartnerStack partners",
        noun: Noun::Organizations,
        system: "partnerstack",
        signature: &[&["partner"], &["group"], &["signups", "paidcustomers"], &["signedup", "lastactive"]],
        columns: &[
            ("partnerkey", "foreign_id"),
            ("partner", "name"),
            ("owner", "owner"),
            ("group", "group"),
            ("signedup", "since"),
            ("email", "contact_email"),
        ],
        constants: &[("kind", "Affiliate")],
        is_crm: false,
        report: None,
    },
    Profile {
        key: "shopify_affiliates",
        name: "Shopify affiliates",
        noun: Noun::Organizations,
        system: "shopify",
        signature: &[
            &["affiliate", "affiliatename", "creator", "creatorname", "name", "ambassador"],
            &["code", "couponcode", "discountcode", "referralcode", "affiliatecode"],
            &["orders", "sales", "totalsales", "commission", "commissions"],
        ],
        columns: &[
            ("affiliatename", "name"),
            ("affiliate", "name"),
            ("creatorname", "name"),
            ("creator", "name"),
            ("ambassador", "name"),
            ("name", "name"),
            ("affiliateid", "foreign_id"),
            ("affiliatecode", "foreign_id"),
            ("referralcode", "foreign_id"),
            ("couponcode", "foreign_id"),
            ("discountcode", "foreign_id"),
            ("code", "foreign_id"),
            ("email", "contact_email"),
            ("affiliateemail", "contact_email"),
            ("phone", "contact_phone"),
            ("joined", "since"),
            ("group", "group"),
            ("program", "group"),
        ],
        constants: &[("kind", "Affiliate")],
        is_crm: false,
        report: None,
    },
    Profile {
        key: "overlap",
        name: "A list of shared accounts (Crossbeam, Reveal and alike)",
        noun: Noun::Accounts,
        system: "overlap",
        signature: &[
            &["companyname", "company", "accountname", "account"],
            &["partner", "partnername"],
            &["population", "ourpopulation", "yourpopulation", "partnerpopulation", "overlap"],
        ],
        columns: &[
            ("companyname", "name"),
            ("company", "name"),
            ("accountname", "name"),
            ("account", "name"),
            ("companywebsite", "domain"),
            ("website", "domain"),
            ("domain", "domain"),
        ],
        constants: &[],
        is_crm: true,
        report: None,
    },
];
