//! What `explore explain` tells of a made-up article, as a linguist reads it.
//!
//! `UPDATE_EXPECT=1 cargo test -p explore` writes `explain/expected.txt` anew; read the difference before you keep it.

use engine::Options;
use engine::explain::explain;
use expect_test::expect_file;

#[test]
fn a_whole_article() {
    let document = ingest::read_file("article.txt", include_bytes!("explain/article.txt"));
    let options = Options { published: engine::day("2025-05-14"), ..Options::default() };
    expect_file!["explain/expected.txt"].assert_eq(&explain(&document, &options));
}
