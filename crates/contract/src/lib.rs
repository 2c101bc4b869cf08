//! The analysis document for other languages: its JSON Schema in words that TypeScript and Python understand.
//!
//! The schema is made from the Rust types that write the document ([`export::json_schema`]). The tests of this crate
//! compare the committed files with what is made, so that no declaration drifts from the engine;
//! `UPDATE_EXPECT=1 cargo test -p contract` writes them again. Nothing of this ships.

mod shape;

use serde_json::Value;
use shape::{Field, Type};

/// The schema as a file.
pub fn schema() -> String {
    // Plain data always has a JSON form.
    serde_json::to_string_pretty(&export::json_schema()).unwrap_or_default() + "\n"
}

/// Interfaces for TypeScript.
pub fn typescript(schema: &Value) -> String {
    let mut out = "// Made from the Rust types by `UPDATE_EXPECT=1 cargo test -p contract`.\n".to_owned();
    for shape in shape::all(schema) {
        out += "\n";
        out += &comment(&shape.doc, "");
        match &shape.fields {
            Some(fields) => {
                out += &format!("export interface {} {{\n", shape.name);
                for Field { name, doc, required, of } in fields {
                    let mark = if *required { "" } else { "?" };
                    out += &comment(doc, "  ");
                    out += &format!("  {name}{mark}: {}\n", in_typescript(of));
                }
                out += "}\n";
            }
            None => out += &format!("export type {} = {}\n", shape.name, in_typescript(&shape.of)),
        }
    }
    out
}

fn comment(doc: &str, indent: &str) -> String {
    if doc.is_empty() { String::new() } else { format!("{indent}/** {doc} */\n") }
}

fn in_typescript(of: &Type) -> String {
    match of {
        Type::String => "string".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Words(words) => words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | "),
        Type::List(of) => match **of {
            Type::Words(_) | Type::Either(_) => format!("({})[]", in_typescript(of)),
            _ => format!("{}[]", in_typescript(of)),
        },
        Type::Pair(of) => format!("[{0}, {0}]", in_typescript(of)),
        Type::Either(of) => of.iter().map(in_typescript).collect::<Vec<_>>().join(" | "),
    }
}

/// Typed dictionaries for Python.
pub fn python(schema: &Value) -> String {
    let mut out =
        "\"\"\"The shapes of an analysis.\n\nMade from the Rust types by `UPDATE_EXPECT=1 cargo test -p \
                   contract`.\n\"\"\"\n\nfrom __future__ import annotations\n\n\
                   from typing import Literal, NotRequired, TypedDict, Union\n"
            .to_owned();
    for shape in shape::all(schema) {
        match &shape.fields {
            Some(fields) => {
                out += &format!("\n\nclass {}(TypedDict):\n", shape.name);
                if !shape.doc.is_empty() {
                    out += &format!("    \"\"\"{}\"\"\"\n\n", shape.doc);
                }
                for Field { name, doc, required, of } in fields {
                    let of = in_python(of);
                    let of = if *required { of } else { format!("NotRequired[{of}]") };
                    out += &format!("    {name}: {of}\n");
                    if !doc.is_empty() {
                        out += &format!("    \"\"\"{doc}\"\"\"\n");
                    }
                }
            }
            // It stands after what it names, and is not quoted.
            None => {
                let Type::Either(of) = &shape.of else { continue };
                let of = of.iter().map(in_python).collect::<Vec<_>>().join(", ");
                out += &format!("\n\n{} = Union[{of}]\n", shape.name);
                if !shape.doc.is_empty() {
                    out += &format!("\"\"\"{}\"\"\"\n", shape.doc);
                }
            }
        }
    }
    out
}

fn in_python(of: &Type) -> String {
    match of {
        Type::String => "str".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Null => "None".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Words(words) => {
            let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            format!("Literal[{}]", words.join(", "))
        }
        // A pair comes out of JSON as a list.
        Type::List(of) | Type::Pair(of) => format!("list[{}]", in_python(of)),
        Type::Either(of) => of.iter().map(in_python).collect::<Vec<_>>().join(" | "),
    }
}
