//! The domain of a company's site or mail, as evidence of who it is.

/// Hosts that stand for nobody: where people put pages, code, profiles and mail.
const SHARED: [&str; 58] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "gmx.de",
    "gmx.net",
    "gmx.com",
    "web.de",
    "t-online.de",
    "proton.me",
    "protonmail.com",
    "mail.ru",
    "yandex.ru",
    "qq.com",
    "163.com",
    "zoho.com",
    "github.com",
    "github.io",
    "gitlab.com",
    "gitlab.io",
    "bitbucket.org",
    "sourceforge.net",
    "facebook.com",
    "linkedin.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "youtube.com",
    "tiktok.com",
    "medium.com",
    "substack.com",
    "wordpress.com",
    "wordpress.org",
    "wix.com",
    "wixsite.com",
    "squarespace.com",
    "blogspot.com",
    "myshopify.com",
    "shopify.com",
    "notion.site",
    "sites.google.com",
    "google.com",
    "linktr.ee",
    "carrd.co",
    "herokuapp.com",
    "netlify.app",
    "vercel.app",
    "pages.dev",
    "amazonaws.com",
    "apps.apple.com",
    "play.google.com",
    "bit.ly",
];

/// The host of an address, without `www.`, if it can stand for one company.
pub fn domain(address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next()?.trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let labels: Vec<&str> = host.split('.').collect();
    let is_host = labels.len() > 1
        && labels.iter().all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && labels.last().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()));
    (is_host && !SHARED.contains(&host)).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_and_shared_ones_are_not() {
        for (address, expect) in [
            ("https://www.Acme.example/about?x=1#y", Some("acme.example")),
            ("acme.example", Some("acme.example")),
            ("http://user@shop.acme.example:8080/", Some("shop.acme.example")),
            ("ada@acme.example", Some("acme.example")),
            ("https://github.com/acme/tool", None),
            ("acme.github.io", Some("acme.github.io")),
            ("ada@gmail.com", None),
            ("https://www.linkedin.com/company/acme", None),
            ("127.0.0.1", None),
            ("localhost", None),
            ("not a host", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(domain(address).as_deref(), expect, "{address}");
        }
    }
}
