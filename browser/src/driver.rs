//! The programs that drive browsers.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

/// A running driver; ended when dropped.
pub(crate) struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts a driver on any free port; `before` is what it says before it names the port.
    pub(crate) fn start(program: &OsStr, before: &str) -> Result<Driver> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut driver = Driver { process, address: String::new() };
        for line in lines.by_ref() {
            let line = line?;
            if let Some((_, port)) = line.rsplit_once(before) {
                driver.address = format!("http://127.0.0.1:{}/", port.trim_end_matches('.'));
                // Read on, or the driver would one day wait for somebody to do so.
                thread::spawn(move || lines.for_each(drop));
                return Ok(driver);
            }
        }
        bail!("{} said no port: it is no such driver", program.display())
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
