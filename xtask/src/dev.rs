//! The page while it is being worked on: compiled quickly, not made small, in a folder of its own that is never deployed.

use crate::build;
use crate::pages;
use crate::plan::Step;
use crate::project::Project;
use crate::setup::{self, Tool};
use crate::tools::environment::Environment;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::files;
use xtask::offline;
use xtask::server::{RELOAD_SCRIPT, Reply};

/// The page while it is being worked on.
pub(crate) struct DevPage<'a> {
    project: &'a Project,
    environment: Environment,
}

impl<'a> DevPage<'a> {
    /// Makes the tools and the folder ready; what an earlier run left there may be served until a step has run.
    pub(crate) fn prepare(project: &'a Project) -> Result<Self> {
        fs::create_dir_all(project.dev_page())?;
        let environment = setup::prepare(project, Tool::DEV_PAGE)?;
        Ok(Self { project, environment })
    }

    /// Returns the folder that is served.
    pub(crate) fn folder(&self) -> PathBuf {
        self.project.dev_page()
    }

    /// Runs a step; where it fails, what is served stays as it was.
    pub(crate) fn run(&self, step: Step) -> Result<()> {
        match step {
            Step::Documents => self.write_documents(),
            Step::Program => self.compile(),
            Step::Assets => self.copy_assets(),
            // For the server to do.
            Step::Reload => Ok(()),
        }
    }

    /// Returns what is served in place of files; with `reloads`, the page loads the script that opens it anew.
    pub(crate) fn replies(&self, reloads: bool) -> Result<BTreeMap<String, Reply>> {
        let read = |path: PathBuf| {
            fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))
        };
        let html = read(self.folder().join("index.html"))?;
        let html = if reloads { with_script(&html, RELOAD_SCRIPT)? } else { html };
        let pages = pages::compose(&html, &self.project.staging(), None)?;
        // What somebody kept for use without a network would hide every change.
        let retired = read(self.project.root.join("web").join(offline::RETIRED))?;
        let worker = Reply::new(200, "text/javascript; charset=utf-8", retired);
        let mut replies = BTreeMap::from([(offline::WORKER.to_owned(), worker)]);
        for (path, html) in pages {
            let page = Reply::new(200, "text/html; charset=utf-8", html);
            replies.insert([&path, "index.html"].concat(), page.clone());
            replies.insert(path, page);
        }
        Ok(replies)
    }

    fn write_documents(&self) -> Result<()> {
        let staging = self.project.staging();
        build::write_rules(self.project, &staging)?;
        for (path, content) in files::read_all(&staging)? {
            // A build that broke off may have left its page there.
            if !path.starts_with("page") {
                write(&self.folder().join(path), &content)?;
            }
        }
        Ok(())
    }

    fn compile(&self) -> Result<()> {
        // Names without digests stay the same, so that a changed style can be put in the place of the old one.
        build::trunk(self.project, &self.environment, &self.folder(), &["--filehash", "false"])
    }

    /// Copies what the page already has; what is new to it has to be named in index.html first.
    fn copy_assets(&self) -> Result<()> {
        let root = &self.project.root;
        let [style, web] = ["style", "web"].map(|folder| files::read_all(&root.join(folder)));
        for (path, content) in style?.into_iter().chain(web?) {
            for place in [self.folder(), self.folder().join("rules")] {
                let copy = place.join(&path);
                if copy.exists() {
                    write(&copy, &content)?;
                }
            }
        }
        Ok(())
    }
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Adds a script of the site's own to a page.
fn with_script(html: &str, script: &str) -> Result<String> {
    ensure!(html.matches("</head>").count() == 1, "index.html must have one </head>");
    let element = format!("<script type=\"module\" src=\"./{script}\"></script></head>");
    Ok(html.replace("</head>", &element))
}

#[cfg(test)]
mod tests {
    use super::with_script;

    #[test]
    fn a_script_is_added_as_a_file_of_its_own() {
        let html = with_script("<head><title>a</title></head><body></body>", "b.js").unwrap();
        assert_eq!(
            html,
            "<head><title>a</title><script type=\"module\" src=\"./b.js\"></script></head><body></body>"
        );
        assert!(with_script("<body></body>", "b.js").is_err());
    }
}
