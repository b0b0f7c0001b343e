//! The processes that drive browsers, and the screen that one of them draws on.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::wait::until;

/// A program that runs beside the tests; ended when dropped.
pub(crate) struct Process {
    child: Child,
    announced: String,
}

impl Process {
    /// Starts a program and waits for the line in which it announces something; `before` stands before that.
    ///
    /// # Errors
    /// When it does not start, or ends without a word of it.
    pub(crate) fn start(mut command: Command, before: &str) -> Result<Process> {
        let name = command.get_program().display().to_string();
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        let output = child.stdout.take().context("the program has no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut process = Process { child, announced: String::new() };
        for line in lines.by_ref() {
            let line = line?;
            if let Some((_, announced)) = line.split_once(before) {
                process.announced = announced.trim_end_matches('.').to_owned();
                // Read on, or the program would one day wait for somebody to do so.
                thread::spawn(move || lines.for_each(drop));
                return Ok(process);
            }
        }
        bail!("{name} said nothing of the kind: it is no such program")
    }

    /// Starts a program that names no port, on one that is free, given to it by an `option`; returns where it listens.
    ///
    /// # Errors
    /// When it does not listen.
    pub(crate) fn on_free_port(mut command: Command, option: &str) -> Result<(Process, String)> {
        let name = command.get_program().display().to_string();
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let child = command
            .arg(format!("{option}={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        let process = Process { child, announced: String::new() };
        until(&format!("{name} listens"), || Ok(TcpStream::connect(("127.0.0.1", port)).ok()))?;
        Ok((process, address(&port.to_string())))
    }

    /// Returns what it announced when it started.
    pub(crate) fn announced(&self) -> &str {
        &self.announced
    }
}

/// Returns the address of a program that listens on this machine.
pub(crate) fn address(port: &str) -> String {
    format!("http://127.0.0.1:{port}/")
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
