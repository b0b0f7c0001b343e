//! A small server of static files, for looking at the page and for testing it.
//!
//! It does what any plain static host does, and no more. Tests may mount the site under a
//! folder, replace single replies by broken ones, and ask which files were fetched.

mod http;

use anyhow::{Context, Result};
use percent_encoding::{CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{Listening, Request, Response};

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

/// A running server; it stops when dropped.
pub struct Server {
    site: Arc<Site>,
    listening: Listening,
}

struct Site {
    root: PathBuf,
    mount: String,
    replies: Mutex<BTreeMap<String, Reply>>,
    requests: Mutex<Vec<String>>,
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
        });
        let answers = Arc::clone(&site);
        let listening = Listening::start(options.port, move |request| answers.answer(request))
            .with_context(|| format!("port {} cannot be used; choose another one", options.port))?;
        Ok(Self { site, listening })
    }

    /// The address of the site, ending in `/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}{}", self.listening.address(), self.site.mount)
    }

    /// The paths asked for so far, without the query, in order.
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
}

impl Site {
    fn log(&self) -> MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn replies(&self) -> MutexGuard<'_, BTreeMap<String, Reply>> {
        self.replies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, request: &Request) -> Response {
        let address = request.target.split(['?', '#']).next().unwrap_or_default();
        let address = percent_decode_str(address).decode_utf8_lossy().into_owned();
        self.log().push(address.clone());
        let reply = match request.method.as_str() {
            "GET" | "HEAD" => self.reply(&address),
            _ => Found::Other(text(405, "Only GET and HEAD are answered here.")),
        };
        let (reply, location) = match reply {
            Found::Other(reply) => (reply, None),
            Found::Elsewhere(location) => (text(301, "It is elsewhere."), Some(location)),
        };
        let mut headers = vec![
            ("Content-Type", reply.media_type),
            // What is served here is rebuilt all the time.
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ];
        let location = location.map(|path| utf8_percent_encode(&path, CONTROLS).to_string());
        headers.extend(location.map(|path| ("Location", path)));
        Response { status: reply.status, headers, body: reply.body }
    }

    fn reply(&self, address: &str) -> Found {
        if format!("{address}/") == self.mount {
            return Found::Elsewhere(self.mount.clone());
        }
        let Some(inside) = address.strip_prefix(&self.mount) else {
            return Found::Other(missing());
        };
        if let Some(reply) = self.replies().get(inside) {
            return Found::Other(reply.clone());
        }
        match self.file(inside) {
            Some(path) if path.is_dir() && !address.ends_with('/') => {
                Found::Elsewhere(format!("{address}/"))
            }
            Some(path) if path.is_dir() => Found::Other(read(&path.join("index.html"))),
            Some(path) if !address.ends_with('/') => Found::Other(read(&path)),
            _ => Found::Other(missing()),
        }
    }

    /// The file behind a path, if it lies within the site, also after following links.
    fn file(&self, inside: &str) -> Option<PathBuf> {
        let plain = Path::new(inside).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.root.join(inside).canonicalize().ok()?;
        (plain && path.starts_with(&self.root)).then_some(path)
    }
}

enum Found {
    Other(Reply),
    Elsewhere(String),
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
    Reply { status: 200, media_type, body }
}

fn missing() -> Reply {
    text(404, "There is no such file.")
}

fn text(status: u16, message: &str) -> Reply {
    Reply {
        status,
        media_type: "text/plain; charset=utf-8".to_owned(),
        body: message.as_bytes().to_vec(),
    }
}
