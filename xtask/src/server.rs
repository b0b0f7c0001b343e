//! A small server of static files, for looking at the page and for testing it.
//!
//! It does what any plain static host does, and no more. Tests may mount the site under a
//! folder, replace single replies by broken ones, and ask which files were fetched.

mod http;
mod reload;

use anyhow::{Context, Result};
use percent_encoding::{CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{Listener, Request, Response};
use reload::Changes;
pub use reload::SCRIPT as RELOAD_SCRIPT;

/// How a site is served.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port to listen on; 0 takes any free one.
    pub port: u16,
    /// The folder of the address that the site appears under, such as `/some/folder/`;
    /// empty for the root.
    pub mount: String,
    /// Replies given instead of files, by path within the site, such as `rules/catalogue.pack`.
    pub replies: BTreeMap<String, Reply>,
    /// Whether [`RELOAD_SCRIPT`] is served, which opens a page anew at [`Server::announce_change`].
    pub reloads: bool,
    /// Whether files are given in brotli, as by a host that has them ready; each is compressed when it is first asked for.
    pub compressed: bool,
}

/// A reply given instead of a file.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status, such as 200.
    pub status: u16,
    /// The media type, such as `text/html`.
    pub media_type: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Makes a reply.
    #[must_use]
    pub fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type: media_type.to_owned(), body: body.into() }
    }
}

/// A running server; it stops when dropped.
pub struct Server {
    site: Arc<Site>,
    listener: Listener,
}

struct Site {
    root: PathBuf,
    mount: String,
    replies: Mutex<BTreeMap<String, Reply>>,
    requests: Mutex<Vec<String>>,
    changes: Option<Changes>,
    /// What was compressed already, by path; nothing where files are given as they are.
    compressed: Option<Mutex<BTreeMap<String, Vec<u8>>>>,
}

impl Server {
    /// Starts to serve a folder on 127.0.0.1.
    ///
    /// # Errors
    /// When the folder does not exist, or the port is taken.
    pub fn start(root: &Path, options: Options) -> Result<Self> {
        let root = root
            .canonicalize()
            .with_context(|| format!("{} is not there: build the page first", root.display()))?;
        let mount = match options.mount.trim_matches('/') {
            "" => "/".to_owned(),
            folder => format!("/{folder}/"),
        };
        let site = Arc::new(Site {
            root,
            mount,
            replies: Mutex::new(options.replies),
            requests: Mutex::default(),
            changes: options.reloads.then(Changes::new),
            compressed: options.compressed.then(Mutex::default),
        });
        let answers = Arc::clone(&site);
        let listener = Listener::start(options.port, move |request| answers.answer(request))
            .with_context(|| format!("port {} cannot be used; choose another one", options.port))?;
        Ok(Self { site, listener })
    }

    /// Returns the address of the site, ending in `/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}{}", self.listener.address(), self.site.mount)
    }

    /// Returns the paths asked for so far, without the query, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site.log().clone()
    }

    /// Replaces the reply for a path within the site from now on; `None` gives the file again.
    pub fn reply_with(&self, path: &str, reply: Option<Reply>) {
        let mut replies = self.site.replies();
        match reply {
            Some(reply) => replies.insert(path.to_owned(), reply),
            None => replies.remove(path),
        };
    }

    /// Returns whether [`RELOAD_SCRIPT`] is served.
    #[must_use]
    pub fn reloads(&self) -> bool {
        self.site.changes.is_some()
    }

    /// Lets every open page that has loaded [`RELOAD_SCRIPT`] open anew.
    pub fn announce_change(&self) {
        if let Some(changes) = &self.site.changes {
            changes.announce();
        }
    }
}

impl Site {
    fn log(&self) -> MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn replies(&self) -> MutexGuard<'_, BTreeMap<String, Reply>> {
        self.replies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, request: &Request) -> Response {
        let target = request.target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        self.log().push(path.clone());
        let answer = match request.method.as_str() {
            "GET" | "HEAD" => self.find(&path, query),
            _ => Outcome::Reply(text(405, "Only GET and HEAD are answered here.")),
        };
        let (reply, location) = match answer {
            Outcome::Reply(reply) => (reply, None),
            Outcome::Redirect(location) => (text(301, "It is elsewhere."), Some(location)),
        };
        let mut headers = vec![
            ("Content-Type", reply.media_type),
            // What is served here is rebuilt all the time.
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ];
        let smaller = self.compressed.as_ref().filter(|_| reply.status == 200);
        let smaller = smaller.and_then(|known| {
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            if !known.contains_key(&path) {
                known.insert(path.clone(), brotli(&reply.body).ok()?);
            }
            known.get(&path).cloned()
        });
        headers.extend(smaller.is_some().then(|| ("Content-Encoding", "br".to_owned())));
        let location = location.map(|path| utf8_percent_encode(&path, CONTROLS).to_string());
        headers.extend(location.map(|path| ("Location", path)));
        Response { status: reply.status, headers, body: smaller.unwrap_or(reply.body) }
    }

    fn find(&self, path: &str, query: &str) -> Outcome {
        if format!("{path}/") == self.mount {
            return Outcome::Redirect(self.mount.clone());
        }
        let Some(inside) = path.strip_prefix(&self.mount) else {
            return Outcome::Reply(missing());
        };
        match &self.changes {
            Some(_) if inside == reload::SCRIPT => {
                return Outcome::Reply(script(reload::SOURCE));
            }
            Some(changes) if inside == reload::STATE => {
                return Outcome::Reply(text(200, &changes.wait(query).to_string()));
            }
            _ => {}
        }
        if let Some(reply) = self.replies().get(inside) {
            return Outcome::Reply(reply.clone());
        }
        match self.file(inside) {
            Some(file) if file.is_dir() && !path.ends_with('/') => {
                Outcome::Redirect(format!("{path}/"))
            }
            Some(file) if file.is_dir() => Outcome::Reply(read(&file.join("index.html"))),
            Some(file) if !path.ends_with('/') => Outcome::Reply(read(&file)),
            _ => Outcome::Reply(missing()),
        }
    }

    /// Returns the file behind a path, if it lies within the site, also after following links.
    fn file(&self, inside: &str) -> Option<PathBuf> {
        let plain = Path::new(inside).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.root.join(inside).canonicalize().ok()?;
        (plain && path.starts_with(&self.root)).then_some(path)
    }
}

enum Outcome {
    Reply(Reply),
    Redirect(String),
}

fn read(path: &Path) -> Reply {
    let Ok(body) = fs::read(path) else {
        return missing();
    };
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let media_type = match guess.type_() {
        mime_guess::mime::TEXT => format!("{guess}; charset=utf-8"),
        _ => guess.to_string(),
    };
    Reply::new(200, &media_type, body)
}

fn brotli(body: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*body, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn script(source: &str) -> Reply {
    Reply::new(200, "text/javascript; charset=utf-8", source)
}

fn missing() -> Reply {
    text(404, "There is no such file.")
}

fn text(status: u16, message: &str) -> Reply {
    Reply::new(status, "text/plain; charset=utf-8", message)
}
