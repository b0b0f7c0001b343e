//! Shows the page on this machine.

use crate::build;
use crate::dev::DevPage;
use crate::plan::{Change, Step, steps};
use crate::project::Project;
use crate::watch::Watch;
use anyhow::Result;
use std::collections::BTreeSet;
use std::thread;
use std::time::Instant;
use xtask::server::{Options, Server};

/// Builds the page as it is deployed, then serves it until the program is ended.
pub(crate) fn serve(project: &Project, port: u16) -> Result<()> {
    build::build(project, None)?;
    let options = Options { port, ..Options::default() };
    let server = Server::start(&project.dist(), options)?;
    println!("{}", server.address());
    rest()
}

/// Builds the page quickly, without making it small, and serves it until the program is ended. With `watch`, brings it up
/// to date whenever a file changes.
pub(crate) fn serve_dev(project: &Project, port: u16, watch: bool) -> Result<()> {
    // First, so that nothing is missed that changes while the page is built.
    let watch = watch.then(|| Watch::start(&project.root)).transpose()?;
    let page = DevPage::prepare(project)?;
    let options = Options { port, reloads: watch.is_some(), ..Options::default() };
    let server = Server::start(&page.folder(), options)?;
    let mut pending = BTreeSet::from(Change::ALL);
    loop {
        let begin = Instant::now();
        match (update(&page, &server, &steps(&pending)), &watch) {
            (Ok(()), _) => {
                pending.clear();
                println!("{} (after {:.1} s)", server.address(), begin.elapsed().as_secs_f64());
            }
            // What did not work is done again together with what changes next.
            (Err(error), Some(_)) => eprintln!("{error:#}\nThe page stays as it was."),
            (Err(error), None) => return Err(error),
        }
        let Some(watch) = &watch else { rest() };
        pending.extend(watch.wait()?);
        eprintln!("\nChanged: {pending:?}");
    }
}

fn update(page: &DevPage<'_>, server: &Server, steps: &[Step]) -> Result<()> {
    for step in steps {
        page.run(*step)?;
        if *step == Step::Reload {
            put_replies(page, server)?;
            server.announce_change();
        }
    }
    put_replies(page, server)
}

fn put_replies(page: &DevPage<'_>, server: &Server) -> Result<()> {
    for (path, reply) in page.replies(server.reloads())? {
        server.reply_with(&path, Some(reply));
    }
    Ok(())
}

fn rest() -> ! {
    loop {
        thread::park();
    }
}
