//! `index.html` as it is published: no inline script, every file under its hashed name.

use anyhow::{Context as _, ensure};

use crate::files;

use super::module;

/// What the page refers to.
pub(super) struct Names<'a> {
    pub app: &'a module::Names,
    pub worker: &'a str,
    pub importer: &'a str,
    pub step: &'a str,
    pub study: &'a str,
    pub style: &'a str,
    pub step_style: &'a str,
    pub study_style: &'a str,
}

/// Takes out the loader trunk wrote and puts ours in.
pub(super) fn finish(html: &str, names: &Names<'_>) -> anyhow::Result<String> {
    let html = without_comments(&without_loader(html)?);
    ensure!(
        !html.contains("<script"),
        "index.html has a script of its own, which the page's policy refuses"
    );
    ensure!(
        !html.contains("style="),
        "index.html has an inline style, which the page's policy refuses"
    );
    let (before, after) = html
        .split_once("</head>")
        .context("index.html has no </head>")?;
    let tidy: Vec<_> = before
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect();
    Ok(format!(
        "{}\n{}</head>{after}",
        tidy.join("\n"),
        head(names)
    ))
}

fn head(names: &Names<'_>) -> String {
    let Names {
        app,
        worker,
        importer,
        step,
        study,
        style,
        step_style,
        study_style,
    } = names;
    let build = [
        app.script.as_str(),
        app.wasm.as_str(),
        worker,
        importer,
        step,
        study,
        style,
        step_style,
        study_style,
    ]
    .join(" ");
    let build: String = files::short_hash(build.as_bytes())
        .chars()
        .take(8)
        .collect();
    format!(
        r#"  <meta name="snit-build" content="{build}">
  <meta name="snit-worker" content="./{worker}">
  <meta name="snit-importer" content="./{importer}">
  <meta name="snit-step" content="./{step}">
  <meta name="snit-step-style" content="./{step_style}">
  <meta name="snit-study" content="./{study}">
  <meta name="snit-study-style" content="./{study_style}">
  <link rel="stylesheet" href="./{style}">
  <link rel="preload" href="./{wasm}" as="fetch" type="application/wasm" crossorigin>
  <script type="module" src="./{script}"></script>
"#,
        wasm = app.wasm,
        script = app.script,
    )
}

/// Trunk writes one inline module that starts the page, and preload links for the names before ours.
fn without_loader(html: &str) -> anyhow::Result<String> {
    let (before, rest) = html
        .split_once("<script type=\"module\">")
        .context("trunk wrote no loader")?;
    let (_, after) = rest
        .split_once("</script>")
        .context("trunk's loader does not end")?;
    let mut kept = format!("{before}{after}");
    for link in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some((before, rest)) = kept.split_once(link) {
            let (_, after) = rest
                .split_once('>')
                .context("a link of trunk's does not end")?;
            kept = format!("{before}{after}");
        }
    }
    Ok(kept)
}

fn without_comments(html: &str) -> String {
    let mut kept = html.to_string();
    while let (Some(start), Some(end)) = (kept.find("<!--"), kept.find("-->")) {
        if end < start {
            break;
        }
        kept.replace_range(start..end + 3, "");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM_TRUNK: &str = r#"<html><head><!-- note -->
<link rel="modulepreload" href="./app.js" crossorigin="anonymous"><link rel="preload" href="./app_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
<body>
<script type="module">
import init from './app.js';
</script>text</body></html>"#;

    fn finished(html: &str) -> anyhow::Result<String> {
        let app = module::Names {
            script: "app-1.js".into(),
            wasm: "app-2_bg.wasm".into(),
        };
        let names = Names {
            app: &app,
            worker: "worker-3.js",
            importer: "importer-4.js",
            step: "step-6.js",
            study: "study-8.js",
            style: "snit-5.css",
            step_style: "step-7.css",
            study_style: "study-9.css",
        };
        finish(html, &names)
    }

    #[test]
    fn no_inline_script_is_left_and_every_hashed_file_is_named() {
        let html = finished(FROM_TRUNK).unwrap();
        for gone in [
            "app.js",
            "app_bg.wasm",
            "import init",
            "<!--",
            "modulepreload",
        ] {
            assert!(!html.contains(gone), "{gone} is still in {html}");
        }
        for named in [
            "./app-1.js",
            "./app-2_bg.wasm",
            "./worker-3.js",
            "./importer-4.js",
            "./snit-5.css",
            "./step-6.js",
            "./step-7.css",
            "./study-8.js",
            "./study-9.css",
            "text",
        ] {
            assert!(html.contains(named), "{named} is not in {html}");
        }
    }

    #[test]
    fn a_script_in_the_source_page_is_refused() {
        let html = FROM_TRUNK.replace("text", "<script>go()</script>");
        assert!(
            finished(&html)
                .unwrap_err()
                .to_string()
                .contains("script of its own")
        );
    }
}
