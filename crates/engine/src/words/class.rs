//! The names of the lists in `crates/train/lists/words`, where each is told.

/// Declares the classes; the lists name them in the same words.
macro_rules! word_classes {
    ($($name:ident,)*) => {
        /// A list of words; see `crates/train/lists/words` for what stands in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum WordClass { $($name),* }

        impl WordClass {
            pub const ALL: &[WordClass] = &[$(WordClass::$name),*];

            #[cfg(any(test, feature = "training"))]
            pub const fn name(self) -> &'static str {
                match self { $(WordClass::$name => stringify!($name)),* }
            }
        }
    };
}

word_classes! {
    // saying.txt
    SayingBase, SayingThird, SayingPast, SayingParticiple, SayingIng,
    TakesClause, TakesHearer, TakesThing, TakesDeed, TakesLabel, TakesMarksOnly, SayingThought,
    PlainSaying, SayingOrNoun,
    // function_words.txt
    FunctionWord,
}
