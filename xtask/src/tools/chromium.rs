//! A Chromium and its driver: the user's own, the machine's, or Debian's.

use super::apt;
use super::environment::Environment;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::{env, fs};

const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const HELP: &str = "Tests in a browser need Chromium or Chrome, and the chromedriver of the same version.\n\
     Install both, or name them: CHROME=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver.";

/// Tells tests which browser and which driver to use, and with which options.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let (browser, driver) = match find()? {
        Some(found) => found,
        None => {
            let packages = ["chromium", "chromium-driver", "fonts-noto-cjk"];
            apt::install(project, &packages, "60 s", HELP)?;
            find()?.context(HELP)?
        }
    };
    let options = write_options(project, &browser)?;
    environment.set("CHROMEDRIVER", driver);
    // Lighthouse looks here.
    environment.set("CHROME_PATH", &browser);
    environment.set("JIFEN_CHROME", browser);
    environment.set("JIFEN_WEBDRIVER", &options);
    environment.set("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options);
    // A busy machine may take longer than the default 5 s to start a browser.
    environment.set("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    environment.set("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(())
}

fn find() -> Result<Option<(PathBuf, PathBuf)>> {
    let browser =
        named("CHROME")?.or_else(|| BROWSERS.iter().find_map(|name| which::which(name).ok()));
    let driver = named("CHROMEDRIVER")?.or_else(|| which::which("chromedriver").ok());
    Ok(browser.zip(driver))
}

/// Returns the program that a variable names. It must be there: another one in its place would surprise.
pub(super) fn named(variable: &str) -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) else {
        return Ok(None);
    };
    match which::which(&path) {
        Ok(path) => Ok(Some(path)),
        Err(_) => bail!(
            "{variable} names {}, which is no program. Correct it, or unset it to let one be found.",
            path.display()
        ),
    }
}

/// Adds this machine's browser to the options kept in the repository.
fn write_options(project: &Project, browser: &PathBuf) -> Result<PathBuf> {
    let options = fs::read_to_string(project.root.join("webdriver.json"))?;
    let mut options: Value =
        serde_json::from_str(&options).context("webdriver.json is not JSON")?;
    let chrome = &mut options["goog:chromeOptions"];
    chrome["binary"] = json!(browser);
    if apt::is_root(project) {
        // Chromium refuses to run as the superuser otherwise.
        let arguments =
            chrome["args"].as_array_mut().context("webdriver.json has no list of args")?;
        arguments.push(json!("--no-sandbox"));
    }
    let folder = project.root.join("target");
    fs::create_dir_all(&folder)?;
    let written = folder.join("webdriver.json");
    fs::write(&written, options.to_string())?;
    Ok(written)
}
