//! The server does what a plain static host does, and never leaves its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;
use xtask::server::{Options, RELOAD_SCRIPT, Reply, Server};

/// A site with a secret beside it.
fn site(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let site = folder.join("site");
    fs::create_dir_all(site.join("rules")).unwrap();
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    fs::write(site.join("index.html"), "page").unwrap();
    fs::write(site.join("program.wasm"), "wasm").unwrap();
    fs::write(site.join("rules/index.html"), "rules").unwrap();
    site
}

/// The whole reply, headers and body.
fn get(server: &Server, path: &str) -> String {
    let address = server.address();
    let host = address.split('/').nth(2).unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
fn files_have_their_media_types() {
    let server = Server::start(&site("types"), Options::default()).unwrap();
    let page = get(&server, "/?a=b");
    assert!(page.contains("text/html; charset=utf-8") && page.ends_with("page"), "{page}");
    let wasm = get(&server, "/program.wasm");
    assert!(wasm.contains("Content-Type: application/wasm\r\n"), "{wasm}");
    assert_eq!(server.requests(), ["/", "/program.wasm"]);
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let server = Server::start(&site("escape"), Options::default()).unwrap();
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/rules/../../secret.txt",
        "/%2e%2e/secret.txt",
        "//etc/passwd",
        "/index.html/",
    ] {
        let reply = get(&server, path);
        assert!(reply.starts_with("HTTP/1.1 404"), "{path}: {reply}");
    }
}

#[test]
fn a_site_may_be_mounted_in_a_folder() {
    let options = Options { mount: "/some/folder/".to_owned(), ..Options::default() };
    let server = Server::start(&site("mount"), options).unwrap();
    assert!(server.address().ends_with("/some/folder/"));
    assert!(get(&server, "/some/folder/rules/").ends_with("rules"));
    assert!(get(&server, "/some/folder/rules").contains("Location: /some/folder/rules/"));
    assert!(get(&server, "/some/folder").contains("Location: /some/folder/"));
    assert!(get(&server, "/index.html").starts_with("HTTP/1.1 404"));
}

#[test]
fn replies_may_be_replaced() {
    let reply = Reply::new(200, "text/html", "an error page");
    let options = Options {
        replies: BTreeMap::from([("program.wasm".to_owned(), reply)]),
        ..Options::default()
    };
    let server = Server::start(&site("replies"), options).unwrap();
    assert!(get(&server, "/program.wasm").ends_with("an error page"));
    assert!(get(&server, "/").ends_with("page"));
}

#[test]
fn replies_change_while_the_server_runs() {
    let server = Server::start(&site("changes"), Options::default()).unwrap();
    let reply = Reply::new(503, "text/plain", "busy");
    server.reply_with("index.html", Some(reply));
    assert!(get(&server, "/index.html").starts_with("HTTP/1.1 503"));
    server.reply_with("index.html", None);
    assert!(get(&server, "/index.html").ends_with("page"));
}

/// As a browser does that expects to need several.
#[test]
fn connections_opened_ahead_of_need_hold_nothing_up() {
    let server = Server::start(&site("idle"), Options::default()).unwrap();
    let host = server.address().split('/').nth(2).unwrap().to_owned();
    let idle: Vec<_> = (0..20).map(|_| TcpStream::connect(&host).unwrap()).collect();
    for _ in 0..20 {
        assert!(get(&server, "/").ends_with("page"));
    }
    drop(idle);
}

#[test]
fn a_connection_serves_several_requests_and_nothing_is_written_to() {
    let server = Server::start(&site("several"), Options::default()).unwrap();
    let host = server.address().split('/').nth(2).unwrap().to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    let several =
        "HEAD /program.wasm HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\n\r\n";
    stream.write_all(several.as_bytes()).unwrap();
    let mut replies = String::new();
    stream.read_to_string(&mut replies).unwrap();
    assert_eq!(replies.matches("HTTP/1.1 200").count(), 2, "{replies}");
    assert_eq!(replies.matches("HTTP/1.1 405").count(), 1, "{replies}");
    assert!(replies.contains("Content-Length: 4\r\n\r\nHTTP/1.1 200"), "{replies}");
}

/// The body of a reply.
fn body(server: &Server, path: &str) -> String {
    let reply = get(server, path);
    assert!(reply.starts_with("HTTP/1.1 200"), "{path}: {reply}");
    reply.split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[test]
fn a_page_that_waits_is_told_when_what_is_served_has_changed() {
    let options = Options { reloads: true, mount: "/folder/".to_owned(), ..Options::default() };
    let server = Server::start(&site("reload"), options).unwrap();
    assert!(get(&server, "/folder/reload.js").contains("text/javascript; charset=utf-8"));
    let before = body(&server, "/folder/reload?");
    thread::scope(|scope| {
        let (tell, told) = channel();
        let (server, known) = (&server, &before);
        scope.spawn(move || tell.send(body(server, &format!("/folder/reload?{known}"))));
        let early = told.recv_timeout(Duration::from_millis(300));
        assert_eq!(early, Err(RecvTimeoutError::Timeout), "nothing has changed yet");
        server.announce_change();
        let after = told.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_ne!(after, *known);
        assert_eq!(
            body(server, &format!("/folder/reload?{known}")),
            after,
            "a page that asks late"
        );
    });
    let again = Options { reloads: true, ..Options::default() };
    let again = Server::start(&site("reload"), again).unwrap();
    assert_ne!(body(&again, "/reload?"), before, "a server that was started again");
}

#[test]
fn a_site_is_served_without_reloading_unless_asked() {
    let server = Server::start(&site("still"), Options::default()).unwrap();
    for path in [RELOAD_SCRIPT, "reload"] {
        assert!(get(&server, &format!("/{path}")).starts_with("HTTP/1.1 404"), "{path}");
    }
    server.announce_change();
}
