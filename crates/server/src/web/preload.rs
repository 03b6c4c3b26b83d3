//! What the browser can fetch before it reads the page, from Vite's manifest.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// Most entries of the header: more would cost what it saves. Our choice.
const MOST: usize = 16;

#[derive(Deserialize)]
struct Chunk {
    file: String,
    #[serde(default, rename = "isEntry")]
    is_entry: bool,
    #[serde(default)]
    imports: Vec<String>,
    #[serde(default)]
    css: Vec<String>,
}

/// A `Link` header with the entry script, everything it imports, and their styles; `None` when this is no manifest with an entry.
#[must_use]
pub fn links(manifest: &[u8]) -> Option<String> {
    let chunks: BTreeMap<String, Chunk> = serde_json::from_slice(manifest).ok()?;
    let mut waiting: Vec<&String> = chunks.iter().filter(|(_, chunk)| chunk.is_entry).map(|(name, _)| name).collect();
    let (mut seen, mut links) = (BTreeSet::new(), Vec::new());
    while let Some(name) = waiting.pop() {
        let Some(chunk) = chunks.get(name).filter(|_| seen.insert(name)) else {
            continue;
        };
        waiting.extend(&chunk.imports);
        links.extend(chunk.css.iter().map(|file| format!("</{file}>; rel=preload; as=style")));
        links.push(format!("</{}>; rel=modulepreload", chunk.file));
    }
    let is_safe = |link: &String| link.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    let links: Vec<String> = links.into_iter().filter(is_safe).take(MOST).collect();
    (!links.is_empty()).then(|| links.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_and_what_it_imports_are_named_once_and_the_rest_is_not() {
        let manifest = br#"{
            "index.html": {"file": "assets/index-1.js", "isEntry": true, "imports": ["_a.js"], "css": ["assets/index-1.css"], "dynamicImports": ["b.tsx"]},
            "_a.js": {"file": "assets/a-1.js", "imports": ["_a.js", "index.html"]},
            "b.tsx": {"file": "assets/b-1.js", "isDynamicEntry": true}
        }"#;

        let links = links(manifest).unwrap();

        assert_eq!(
            links,
            "</assets/index-1.css>; rel=preload; as=style, </assets/index-1.js>; rel=modulepreload, </assets/a-1.js>; rel=modulepreload"
        );
    }

    #[test]
    fn what_is_no_manifest_gives_no_header() {
        assert_eq!(links(b"{}"), None);
        assert_eq!(links(b"not json"), None);
    }
}
