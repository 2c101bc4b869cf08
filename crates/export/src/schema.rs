//! The JSON Schema of the analysis document, made from the types that write it.
//!
//! Only what makes documentation and declarations for other languages asks for it (feature `schema`).

use analysis::{AliasReason, BlockKind};
use analysis::{Change, DateKind, EntityType, FigureKind, MentionKind, Polarity, QuoteKind, Sense};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::json::{SCHEMA, Whole};
use crate::read::{BLOCKS, CHANGES, DATES, FIGURES, MENTIONS, QUOTES, REASONS};

/// The schema, in draft 2020-12.
pub fn json_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Whole>().to_value()
}

pub(crate) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": [SCHEMA] })
}

pub(crate) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "number", "null"] })
}

pub(crate) fn block(_: &mut SchemaGenerator) -> Schema {
    one_of(&BLOCKS.map(BlockKind::name))
}

pub(crate) fn entity(_: &mut SchemaGenerator) -> Schema {
    one_of(&EntityType::ALL.map(EntityType::name))
}

pub(crate) fn reason(_: &mut SchemaGenerator) -> Schema {
    one_of(&REASONS.map(AliasReason::name))
}

pub(crate) fn mention(_: &mut SchemaGenerator) -> Schema {
    one_of(&MENTIONS.map(MentionKind::name))
}

pub(crate) fn quote(_: &mut SchemaGenerator) -> Schema {
    one_of(&QUOTES.map(QuoteKind::name))
}

/// What is usual is left out.
pub(crate) fn polarity(_: &mut SchemaGenerator) -> Schema {
    one_of(&[Polarity::Negative, Polarity::Uncertain].map(Polarity::name))
}

/// What is usual is left out.
pub(crate) fn sense(_: &mut SchemaGenerator) -> Schema {
    one_of(&[Sense::Thought, Sense::Plan].map(Sense::name))
}

pub(crate) fn date(_: &mut SchemaGenerator) -> Schema {
    one_of(&DATES.map(DateKind::name))
}

pub(crate) fn figure(_: &mut SchemaGenerator) -> Schema {
    one_of(&FIGURES.map(FigureKind::name))
}

pub(crate) fn change(_: &mut SchemaGenerator) -> Schema {
    one_of(&CHANGES.map(Change::name))
}

fn one_of(names: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": names })
}
