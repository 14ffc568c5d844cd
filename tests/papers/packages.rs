//! Packages of others: from one registry each, and by checksum.

use serde_json::Value;

use super::text;

#[test]
fn crates_come_from_one_registry_by_checksum() {
    let lock = text("Cargo.lock");
    let ours = [
        "core-bench",
        "fuzz",
        "probe",
        "rebadge",
        "stand-in",
        "wasm-bindgen-tool",
    ];
    let packages: Vec<_> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100);
    for package in packages {
        let value = |key: &str| {
            let begin = format!("\n{key} = \"");
            Some(package.split_once(&begin)?.1.split('"').next().unwrap())
        };
        let name = value("name").unwrap();
        if ours.contains(&name) {
            assert_eq!(value("source"), None, "{name}");
        } else {
            let registry = "registry+https://github.com/rust-lang/crates.io-index";
            assert_eq!(value("source"), Some(registry), "{name}");
            assert_eq!(value("checksum").map(str::len), Some(64), "{name}");
        }
    }
}

#[test]
fn npm_packages_are_pinned_by_checksum_and_name_no_host() {
    let lock: Value = serde_json::from_str(&text("package-lock.json")).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 100);
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        assert!(package.get("resolved").is_none(), "{path}");
        assert!(package.get("link").is_none(), "{path}");
        let digest = package["integrity"].as_str().unwrap();
        assert!(digest.starts_with("sha512-"), "{path}");
        assert_eq!(package["dev"], Value::Bool(true), "{path} would be shipped");
    }
    assert!(text(".npmrc").contains("\nignore-scripts=true\n"));
}
