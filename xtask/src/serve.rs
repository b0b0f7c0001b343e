//! Shows the page on this machine.

use crate::build;
use crate::dev::DevPage;
use crate::plan::{Step, steps};
use crate::project::Project;
use crate::watch::Watch;
use anyhow::Result;
use std::collections::BTreeSet;
use std::thread;
use std::time::Instant;
use xtask::server::{Options, Server};

/// Builds the page as it is deployed, then serves it until the program is ended.
pub(crate) fn serve(project: &Project, port: u16) -> Result<()> {
    build::build(project)?;
    let options = Options { port, ..Options::default() };
    let server = Server::start(&project.dist(), options)?;
    println!("{}", server.address());
    rest()
}

/// Builds the page quickly, without making it small, then serves it until the program is ended.
pub(crate) fn serve_dev(project: &Project, port: u16) -> Result<()> {
    let page = DevPage::build(project)?;
    let options = Options { port, replies: page.replies(false)?, ..Options::default() };
    let server = Server::start(&page.folder(), options)?;
    println!("{}", server.address());
    rest()
}

/// As [`serve_dev`], and brings the page up to date whenever a file changes.
pub(crate) fn watch(project: &Project, port: u16) -> Result<()> {
    // First, so that nothing is missed that changes meanwhile.
    let watch = Watch::start(&project.root)?;
    let page = DevPage::build(project)?;
    let replies = page.replies(true)?;
    let server = Server::start(
        &page.folder(),
        Options { port, replies, reloads: true, ..Options::default() },
    )?;
    println!("{} (opens anew when a file changes)", server.address());
    let mut pending = BTreeSet::new();
    loop {
        pending.extend(watch.wait()?);
        let begin = Instant::now();
        eprintln!("\n{pending:?} changed …");
        match update(&page, &server, &steps(&pending)) {
            Ok(()) => {
                pending.clear();
                eprintln!("Up to date after {:.1} s.", begin.elapsed().as_secs_f64());
            }
            // Done again with what changes next.
            Err(fault) => eprintln!("{fault:#}\nThe page stays as it was."),
        }
    }
}

fn update(page: &DevPage<'_>, server: &Server, steps: &[Step]) -> Result<()> {
    for step in steps {
        page.run(*step)?;
        for (path, reply) in page.replies(true)? {
            server.reply_with(&path, Some(reply));
        }
        if *step == Step::Reload {
            server.announce_change();
        }
    }
    Ok(())
}

fn rest() -> ! {
    loop {
        thread::park();
    }
}
