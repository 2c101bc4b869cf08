//! What several views share, and what stands around all of them.

pub mod article_text;
pub mod correct;
pub mod drop_zone;
pub mod file_button;
pub mod find;
pub mod highlights;
pub mod icons;
pub mod incoming;
pub mod keys;
pub mod library_list;
pub mod map;
pub mod menu;
pub mod messages;
pub mod modal;
pub mod name_list;
pub mod palette;
pub mod quote_item;
pub mod search_field;
pub mod steps;
pub mod strip;
