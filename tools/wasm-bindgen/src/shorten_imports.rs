//! Shortens the names under which a module imports functions from its glue.
//!
//! wasm-bindgen ends each with 16 digits of a hash, which stand in both files and
//! do not compress. Nobody else knows these names.
//!
//! `shorten-imports FOLDER PAGE` rewrites `PAGE_bg.wasm` and `PAGE.js` there.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use walrus::ModuleConfig;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(page), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        anyhow::bail!("usage: shorten-imports FOLDER PAGE");
    };
    let folder = Path::new(&folder);
    let (wasm, script) = (
        folder.join(format!("{page}_bg.wasm")),
        folder.join(format!("{page}.js")),
    );
    let mut module = ModuleConfig::new()
        .generate_producers_section(false)
        .parse_file(&wasm)?;
    let mut glue = fs::read_to_string(&script).with_context(|| script.display().to_string())?;
    let from_glue = format!("./{page}_bg.js");
    let ours = module.imports.iter_mut();
    for (number, import) in ours.filter(|it| it.module == from_glue).enumerate() {
        let short = format!("i{number}");
        let given = |name: &str| format!("{name}: function(");
        let parts: Vec<_> = glue.split(&given(&import.name)).collect();
        ensure!(
            parts.len() == 2,
            "the glue does not give {} once",
            import.name
        );
        glue = parts.join(&given(&short));
        import.name = short;
    }
    module.emit_wasm_file(&wasm)?;
    fs::write(&script, glue)?;
    Ok(())
}
