//! WebKit, Safari's engine, as GTK's small browser with its driver, and a screen in memory for it: the machine's, or
//! Debian's.

use super::apt;
use super::chromium::named;
use super::environment::Environment;
use crate::project::Project;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where systems keep the browser, which is on nobody's path.
const FOLDERS: &[&str] = &["/usr/lib", "/usr/lib64", "/usr/libexec"];
const HELP: &str = "Tests in WebKit need WebKitWebDriver, WebKitGTK's MiniBrowser and Xvfb.\n\
     Install them (Debian: webkit2gtk-driver and xvfb), or name them: WEBKITDRIVER=… MINIBROWSER=… XVFB=…\n\
     They exist for Linux alone; elsewhere, test in the others: cargo xtask test browser --engine chromium --engine firefox";

/// Tells tests which driver, which browser and which screen to use.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let found = match find()? {
        Some(found) => found,
        None => {
            let packages = ["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];
            apt::install(project, &packages, "60 s", HELP)?;
            find()?.context(HELP)?
        }
    };
    let [driver, browser, screen] = found;
    environment.set("WEBKITDRIVER", driver);
    environment.set("JIFEN_MINIBROWSER", browser);
    environment.set("XVFB", screen);
    Ok(())
}

fn find() -> Result<Option<[PathBuf; 3]>> {
    let driver = named("WEBKITDRIVER")?.or_else(|| which::which("WebKitWebDriver").ok());
    let browser = named("MINIBROWSER")?.or_else(browser);
    let screen = named("XVFB")?.or_else(|| which::which("Xvfb").ok());
    let found = driver.zip(browser).zip(screen);
    Ok(found.map(|((driver, browser), screen)| [driver, browser, screen]))
}

/// Returns `FOLDER/webkit2gtk-4.1/MiniBrowser`, on Debian in a folder for the machine's kind besides.
fn browser() -> Option<PathBuf> {
    let kind = format!("{}-linux-gnu", env::consts::ARCH);
    let folders = FOLDERS.iter().map(Path::new);
    let folders = folders.flat_map(|folder| [folder.join(&kind), folder.to_owned()]);
    let inside = folders.flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    inside
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit2gtk-"))
        .map(|entry| entry.path().join("MiniBrowser"))
        .find(|path| path.exists())
}
