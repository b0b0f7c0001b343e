//! Standard output, which its reader may close at any time: `jifen schema | head -1`.

use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output. Once nobody reads it any more, what is written goes nowhere, and nothing fails.
pub(super) struct Output {
    writer: BufWriter<Closable<StdoutLock<'static>>>,
}

impl Output {
    /// Locks standard output.
    pub(super) fn stdout() -> Output {
        let closable = Closable { writer: io::stdout().lock(), closed: false };
        Output { writer: BufWriter::new(closable) }
    }

    /// Whether nobody reads any more, so that there is nothing left to do.
    pub(super) fn is_closed(&self) -> bool {
        self.writer.get_ref().closed
    }

    /// Writes a value as JSON for people, with a line end.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn json(&mut self, value: &impl serde::Serialize) -> anyhow::Result<()> {
        serde_json::to_writer_pretty(&mut *self, value)?;
        writeln!(self)?;
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A writer that takes everything once its reader is gone.
struct Closable<W> {
    writer: W,
    closed: bool,
}

impl<W: Write> Closable<W> {
    /// Returns what a write came to, or `taken` where the reader is gone.
    fn unless_closed<T>(&mut self, written: io::Result<T>, taken: T) -> io::Result<T> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(taken)
            }
            other => other,
        }
    }
}

impl<W: Write> Write for Closable<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let written = self.writer.write(bytes);
        self.unless_closed(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.writer.flush();
        self.unless_closed(flushed, ())
    }
}
