//! A JSON Schema as named shapes with fields, as far as ours goes.

use serde_json::{Map, Value};

/// A named object, or another name for a type.
pub struct Shape {
    pub name: String,
    pub doc: String,
    /// None where it is no object.
    pub fields: Option<Vec<Field>>,
    pub of: Type,
}

pub struct Field {
    pub name: String,
    pub doc: String,
    pub required: bool,
    pub of: Type,
}

pub enum Type {
    String,
    Integer,
    Number,
    Null,
    Named(String),
    /// One of these words.
    Words(Vec<String>),
    List(Box<Type>),
    /// A list of exactly two.
    Pair(Box<Type>),
    Either(Vec<Type>),
}

/// All shapes of a schema: those it defines, then its own.
pub fn all(schema: &Value) -> Vec<Shape> {
    let defined = schema["$defs"].as_object().into_iter().flatten();
    let mut shapes: Vec<Shape> = defined.map(|(name, schema)| shape(name, schema)).collect();
    shapes.push(shape(schema["title"].as_str().unwrap_or_default(), schema));
    shapes
}

fn shape(name: &str, schema: &Value) -> Shape {
    let fields = schema["properties"].as_object().map(|properties| fields(schema, properties));
    let of = if fields.is_some() { Type::Named(name.to_owned()) } else { type_of(schema) };
    Shape { name: name.to_owned(), doc: doc(schema), fields, of }
}

/// Those that are always there first, in the order in which they are written.
fn fields(schema: &Value, properties: &Map<String, Value>) -> Vec<Field> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let others = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
    let field = |name: &str, required| {
        let schema = &properties[name];
        Field { name: name.to_owned(), doc: doc(schema), required, of: type_of(schema) }
    };
    let always: Vec<Field> = required.iter().map(|name| field(name, true)).collect();
    always.into_iter().chain(others.map(|name| field(name, false))).collect()
}

fn doc(schema: &Value) -> String {
    let words = schema["description"].as_str().unwrap_or_default().split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

fn type_of(schema: &Value) -> Type {
    if let Some(name) = schema["$ref"].as_str() {
        return Type::Named(name.trim_start_matches("#/$defs/").to_owned());
    }
    if let Some(words) = schema["enum"].as_array() {
        return Type::Words(words.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    if let Some(either) = schema["anyOf"].as_array() {
        return Type::Either(either.iter().map(type_of).collect());
    }
    match &schema["type"] {
        Value::Array(names) => {
            Type::Either(names.iter().filter_map(Value::as_str).map(|name| plain(name, schema)).collect())
        }
        name => plain(name.as_str().unwrap_or_default(), schema),
    }
}

fn plain(name: &str, schema: &Value) -> Type {
    match name {
        "string" => Type::String,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "null" => Type::Null,
        "array" if schema["maxItems"] == 2 && schema["minItems"] == 2 => {
            Type::Pair(Box::new(type_of(&schema["items"])))
        }
        "array" => Type::List(Box::new(type_of(&schema["items"]))),
        // The test below fails for what is not known here.
        other => Type::Named(format!("UNKNOWN {other}: {schema}")),
    }
}
