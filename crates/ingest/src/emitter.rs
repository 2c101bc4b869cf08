//! What our readers of tags, HTML and XML alike, make nothing of: errors, comments, document types.

/// The callbacks of an [`html5gum::Emitter`] whose tokens go nowhere.
macro_rules! makes_nothing_of_the_rest {
    () => {
        fn should_emit_errors(&mut self) -> bool {
            false
        }

        fn pop_token(&mut self) -> Option<Infallible> {
            None
        }

        fn emit_eof(&mut self) {}
        fn emit_error(&mut self, _: html5gum::Error) {}
        fn init_comment(&mut self) {}
        fn push_comment(&mut self, _: &[u8]) {}
        fn init_doctype(&mut self) {}
        fn set_force_quirks(&mut self) {}
        fn push_doctype_name(&mut self, _: &[u8]) {}
        fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
        fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
        fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
        fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    };
}

pub(crate) use makes_nothing_of_the_rest;
