//! Keys: which texts are some, and how they are written down.

use rebadge::page::{BranchName, KeyError, OrganizationKey, ProjectKey, PullRequestKey, Region};

#[test]
fn a_text_that_is_no_key_says_why() {
    use KeyError::{Character, Empty, OnlyDigits, PseudoOrganization, TooLong};
    let organization = |text: &str| OrganizationKey::parse(text).unwrap_err();
    assert_eq!(organization(""), Empty);
    assert_eq!(organization(" \t"), Empty);
    assert_eq!(organization("default"), PseudoOrganization);
    assert_eq!(organization("acme/x"), Character('/'));
    assert_eq!(organization("acme.x"), Character('.'));
    assert_eq!(organization(" acme"), Character(' '));
    assert_eq!(organization(&"a".repeat(256)), TooLong { limit: 255 });
    assert!(OrganizationKey::parse(&"a".repeat(255)).is_ok());

    let project = |text: &str| ProjectKey::parse(text).unwrap_err();
    assert_eq!(project(""), Empty);
    assert_eq!(project("0123456789"), OnlyDigits);
    assert_eq!(project("a+b"), Character('+'));
    assert_eq!(project("१२३"), Character('१'));
    assert_eq!(project(&"a".repeat(401)), TooLong { limit: 400 });
    assert!(ProjectKey::parse(&"a".repeat(400)).is_ok());

    let branch = |text: &str| BranchName::parse(text).unwrap_err();
    assert_eq!(branch(""), Empty);
    assert_eq!(branch("\u{3000} "), Empty);
    assert_eq!(branch("a\u{7f}"), Character('\u{7f}'));
    assert_eq!(branch("a\u{85}"), Character('\u{85}'));
    assert_eq!(branch(&"é".repeat(256)), TooLong { limit: 255 });
    assert!(BranchName::parse(&"é".repeat(255)).is_ok());

    let pull_request = |text: &str| PullRequestKey::parse(text).unwrap_err();
    assert_eq!(pull_request(""), Empty);
    assert_eq!(pull_request("4\n2"), Character('\n'));
    assert_eq!(pull_request(&"4".repeat(256)), TooLong { limit: 255 });
    assert_eq!(
        pull_request("4\n2").to_string(),
        "it holds the character '\\n', which is not allowed there"
    );
}

#[test]
fn keys_are_plain_text_in_json_and_checked_on_the_way_in() {
    let key: ProjectKey = serde_json::from_str(r#""org.acme:app""#).unwrap();
    assert_eq!(serde_json::to_string(&key).unwrap(), r#""org.acme:app""#);
    assert_eq!(key.to_string(), "org.acme:app");
    assert_eq!("org.acme:app".parse(), Ok(key));
    assert!(serde_json::from_str::<ProjectKey>(r#""123""#).is_err());
    assert!(serde_json::from_str::<OrganizationKey>(r#""default""#).is_err());
    assert!(serde_json::from_str::<BranchName>(r#""""#).is_err());
    assert!(serde_json::from_str::<PullRequestKey>(r#""\n""#).is_err());
    assert_eq!(serde_json::to_string(&Region::Us).unwrap(), r#""us""#);
}
