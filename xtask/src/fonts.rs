//! The page's fonts, cut down from the package they come in.

use crate::shell::{Outcome, command, read, root, run, write};
use crate::tools;

const PACKAGE: &str = "@fontsource-variable/source-serif-4@5.3.1";
const PIP: &[&str] = &["fonttools==4.68.0", "brotli==1.2.1"];

/// Writes public/fonts/ again.
pub fn fonts() -> Outcome {
    let folder = tools::cache()?.join("fonts");
    let wanted = format!("{PACKAGE}\n{}\n", PIP.join("\n"));
    let fetched = folder.join(".fetched");
    if !read(&fetched).is_ok_and(|last| last == wanted) {
        write(&folder.join("package.json"), "{ \"private\": true }\n")?;
        let npm = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"];
        run(command("npm").args(npm).arg(&folder).arg(PACKAGE))?;
        let pip = ["-m", "pip", "install", "--no-deps", "--upgrade", "--target"];
        run(command("python3").args(pip).arg(folder.join("python")).args(PIP))?;
        write(&fetched, &wanted)?;
    }
    run(command("python3")
        .arg("xtask/fonts.py")
        .arg(folder.join("node_modules/@fontsource-variable/source-serif-4"))
        .arg(root().join("public/fonts"))
        .env("PYTHONPATH", folder.join("python")))
}
