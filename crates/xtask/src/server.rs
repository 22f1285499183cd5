//! The local server: the built site and nothing else, with the headers a real host should send.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::anyhow;
use tiny_http::{Header, Method, Request, Response};

/// The page may load its own files, run its own modules and talk to nobody.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     form-action 'none'; base-uri 'none'; frame-src 'none'; object-src 'none'; frame-ancestors 'none'";
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(self), \
     geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";
const ALWAYS: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", PERMISSIONS),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];
const THREADS: usize = 4;

/// A bound port and the folder behind it.
pub(crate) struct Server {
    http: tiny_http::Server,
    site: PathBuf,
}

/// What one request gets.
#[derive(Debug, PartialEq)]
struct Answer {
    status: u16,
    media_type: &'static str,
    cache: &'static str,
    body: Vec<u8>,
}

impl Server {
    /// Takes the port; 0 takes any free one.
    pub(crate) fn bind(port: u16, site: PathBuf) -> anyhow::Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port)).map_err(|cause| {
            let other = port.checked_add(1).unwrap_or(8080);
            anyhow!("Port {port} cannot be used ({cause}); choose another: cargo xtask serve --port {other}")
        })?;
        Ok(Self { http, site })
    }

    /// Where a browser finds the page.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// Answers until the program is stopped.
    pub(crate) fn answer_forever(&self) {
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    self.http
                        .incoming_requests()
                        .for_each(|request| respond(request, &self.site))
                });
            }
        });
    }
}

fn respond(request: Request, site: &Path) {
    let answer = answer(request.method(), request.url(), site);
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    let own = [
        ("Content-Type", answer.media_type),
        ("Cache-Control", answer.cache),
    ];
    for (name, value) in ALWAYS.into_iter().chain(own) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

fn answer(method: &Method, url: &str, site: &Path) -> Answer {
    if !matches!(method, Method::Get | Method::Head) {
        return plain(405, "This server only gives files.\n");
    }
    let Some(file) = file_for(url) else {
        return plain(404, "There is no such file.\n");
    };
    match fs::read(site.join(&file)) {
        Ok(body) => Answer {
            status: 200,
            media_type: media_type(&file),
            cache: cache(&file),
            body,
        },
        Err(_) => plain(404, "There is no such file.\n"),
    }
}

fn plain(status: u16, words: &str) -> Answer {
    Answer {
        status,
        media_type: "text/plain; charset=utf-8",
        cache: "no-cache",
        body: words.into(),
    }
}

/// The file a path names; none when it could lead out of the site. The build gives every file a plain name.
fn file_for(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let is_plain = |part: &str| {
        let letters = part
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
        letters && !part.is_empty() && !part.starts_with('.')
    };
    match path {
        "" => Some("index.html".to_string()),
        _ if path.split('/').all(is_plain) => Some(path.to_string()),
        _ => None,
    }
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// A name with a digest in it never changes its content; all else is asked for again.
fn cache(file: &str) -> &'static str {
    let is_digest =
        |part: &str| part.len() == 16 && part.bytes().all(|letter| letter.is_ascii_hexdigit());
    if file.split(['-', '.', '_']).any(is_digest) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_site_can_be_named() {
        for url in [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/x",
            "//etc/passwd",
            "/.git/config",
            "x",
            "/a\\b",
        ] {
            assert_eq!(file_for(url), None, "{url}");
        }
        assert_eq!(file_for("/?x=1#view"), Some("index.html".to_string()));
        assert_eq!(
            file_for("/demo/index.json"),
            Some("demo/index.json".to_string())
        );
    }

    #[test]
    fn only_names_with_a_digest_are_kept_by_browsers() {
        assert!(cache("worker-0123456789abcdef_bg.wasm").contains("immutable"));
        for file in ["index.html", "manifest.json", "demo/sandkasse.snit"] {
            assert_eq!(cache(file), "no-cache", "{file}");
        }
    }

    #[test]
    fn nothing_is_taken_in() {
        let refused = answer(&Method::Post, "/", Path::new("/nowhere"));
        assert_eq!(refused.status, 405);
    }

    #[test]
    fn a_taken_port_says_which_other_to_try() {
        let first = Server::bind(0, PathBuf::new()).unwrap();
        let port = first.http.server_addr().to_ip().unwrap().port();
        let error = Server::bind(port, PathBuf::new())
            .err()
            .unwrap()
            .to_string();
        assert!(error.contains("--port"), "{error}");
    }
}
