//! The committed schema and declarations are those that the Rust types give.

use expect_test::expect_file;

#[test]
fn the_schema_in_the_documentation() {
    expect_file!["../../../docs/analysis.schema.json"].assert_eq(&contract::schema());
}

#[test]
fn the_types_of_the_npm_package() {
    let types = contract::typescript(&export::json_schema());
    assert!(!types.contains("UNKNOWN"), "{types}");
    expect_file!["../../../packages/js/analysis.d.ts"].assert_eq(&types);
}

#[test]
fn the_types_of_the_wheel() {
    let types = contract::python(&export::json_schema());
    expect_file!["../../../packages/python/python/article_explorer/types.py"].assert_eq(&types);
}
