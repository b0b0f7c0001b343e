//! HTTP as far as browsers on this machine need it: a thread for each connection, which stays open for more.
//!
//! A pool of threads would not do: browsers open connections ahead of need, and whatever waits behind one of those
//! waits for ever.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a connection may rest between two requests.
const IDLE: Duration = Duration::from_secs(30);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A request: the first line of its head, and whether the connection ends with it.
pub(super) struct Request {
    pub(super) method: String,
    pub(super) target: String,
    last: bool,
}

/// A reply.
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// A listener that runs until it is dropped.
pub(super) struct Listener {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Listener {
    /// Answers every request that comes to a port of this machine.
    pub(super) fn start(
        port: u16,
        answer: impl Fn(&Request) -> Response + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (answer, stop) = (Arc::new(answer), stopped.clone());
        let accepting = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Acquire) {
                    return;
                }
                let (answer, stop) = (answer.clone(), stop.clone());
                // A browser may well have gone away in the meantime; the next connection is another matter.
                thread::spawn(move || {
                    stream.and_then(|stream| serve_connection(&stream, &stop, &*answer))
                });
            }
        });
        Ok(Self { address, stopped, accepting: Some(accepting) })
    }

    /// Returns where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // One more connection, so that the listener looks up and sees that it is over.
        if TcpStream::connect(self.address).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            // A thread that panicked has nothing left to stop.
            let _ = accepting.join();
        }
    }
}

/// Answers the requests of one connection, one after the other.
fn serve_connection(
    mut stream: &TcpStream,
    stopped: &AtomicBool,
    answer: &dyn Fn(&Request) -> Response,
) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        if stopped.load(Ordering::Acquire) {
            return Ok(());
        }
        let response = answer(&request);
        stream.write_all(&encode(&request, &response))?;
        if request.last {
            return Ok(());
        }
    }
    Ok(())
}

/// Reads the next request; returns `None` where there is none, or none that can be understood.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_ascii_whitespace().map(str::to_owned);
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    // What other methods send along is not read, so nothing may follow them.
    let mut last = !matches!(method.as_str(), "GET" | "HEAD");
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let field = line.trim_end().to_ascii_lowercase();
        if field.is_empty() {
            return Ok(Some(Request { method, target, last }));
        }
        last |= field == "connection: close";
    }
}

/// Returns the bytes of a reply; of one to `HEAD`, without the body.
fn encode(request: &Request, response: &Response) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {} \r\n", response.status).into_bytes();
    let length = ("Content-Length", response.body.len().to_string());
    let close = request.last.then(|| ("Connection", "close".to_owned()));
    for (name, value) in response.headers.iter().chain([&length]).chain(&close) {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    if request.method != "HEAD" {
        bytes.extend_from_slice(&response.body);
    }
    bytes
}
