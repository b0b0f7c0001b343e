//! The built page in a browser, held against what a person should see. `cargo xtask test browser` runs it.

mod accessibility;
mod address;
mod compare;
mod disk;
mod editions;
mod embed;
mod engines;
mod examples;
mod guide;
mod keeping;
mod keyboard;
mod language;
mod leads;
mod loading;
mod offline;
mod outlook;
mod package;
mod paper;
mod privacy;
mod program;
mod reach;
mod reading;
mod remember;
mod rules_fail;
mod share;
mod start;
mod tabs;
mod terminal;
mod views;

use anyhow::Result;
use jifen_browser::suite::Suite;

fn main() -> Result<()> {
    let mut suite = Suite::new()?;
    examples::add(&mut suite)?;
    engines::add(&mut suite)?;
    terminal::add(&mut suite)?;
    keeping::add(&mut suite);
    keyboard::add(&mut suite);
    start::add(&mut suite);
    language::add(&mut suite);
    address::add(&mut suite);
    rules_fail::add(&mut suite);
    program::add(&mut suite);
    reading::add(&mut suite);
    privacy::add(&mut suite);
    accessibility::add(&mut suite)?;
    reach::add(&mut suite);
    tabs::add(&mut suite);
    compare::add(&mut suite);
    leads::add(&mut suite);
    editions::add(&mut suite);
    loading::add(&mut suite);
    guide::add(&mut suite);
    outlook::add(&mut suite);
    paper::add(&mut suite);
    share::add(&mut suite);
    remember::add(&mut suite);
    package::add(&mut suite);
    disk::add(&mut suite);
    offline::add(&mut suite);
    embed::add(&mut suite);
    views::add(&mut suite);
    suite.run().exit()
}
