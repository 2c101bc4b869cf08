//! What an element calls itself: in its classes, its id, its role.
//!
//! Names are compared word by word ("theiaStickySidebar" is theia, sticky, sidebar; "research" holds no "search"),
//! and what they say lowers an element; [`super::article`] decides whether it goes.

/// A set of the things that an element calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nature(u32);

impl Nature {
    /// Readers' comments and replies.
    pub const COMMENTS: Nature = Nature(1);
    /// Other articles: related, recommended, most read.
    pub const RELATED: Nature = Nature(1 << 1);
    /// Offers to share and to follow.
    pub const SHARING: Nature = Nature(1 << 2);
    /// Ways through the site: menus, crumbs, side bars, foot and head of the site.
    pub const NAVIGATION: Nature = Nature(1 << 3);
    pub const ADVERTISEMENT: Nature = Nature(1 << 4);
    /// Newsletters, cookies, subscriptions.
    pub const NOTICE: Nature = Nature(1 << 5);
    /// Subjects, and who the author is.
    pub const ABOUT: Nature = Nature(1 << 6);
    /// For screen readers alone.
    pub const SPOKEN: Nature = Nature(1 << 7);
    /// A window before the page.
    pub const DIALOG: Nature = Nature(1 << 8);
    pub const BYLINE: Nature = Nature(1 << 9);
    /// The lines under a headline that say what it is about.
    pub const LEAD: Nature = Nature(1 << 10);
    pub const DATE: Nature = Nature(1 << 11);
    pub const CAPTION: Nature = Nature(1 << 12);
    pub const NOTES: Nature = Nature(1 << 13);
    /// Words of the article, printed a second time in large letters.
    pub const PULL_QUOTE: Nature = Nature(1 << 14);
    /// A box of facts that belongs to the article.
    pub const FACTS: Nature = Nature(1 << 15);
    /// The body of an article.
    pub const BODY: Nature = Nature(1 << 16);
    /// The site's own name.
    pub const SITE: Nature = Nature(1 << 17);
    pub const PUBLISHED: Nature = Nature(1 << 18);
    pub const MODIFIED: Nature = Nature(1 << 19);
    pub const AUTHOR: Nature = Nature(1 << 20);
    /// A mark that leads to a note.
    pub const NOTE_MARK: Nature = Nature(1 << 21);
    /// A comment of an editor, in a word processor's text.
    pub const REMARK: Nature = Nature(1 << 22);

    /// An edge of the site, where text of any kind may stand; other ways through it hold links.
    pub const EDGE: Nature = Nature(1 << 23);

    /// Whose picture it is.
    pub const CREDIT: Nature = Nature(1 << 24);

    /// Everything that is no part of an article.
    pub const OTHER: Nature = Nature(0xff | Self::PULL_QUOTE.0 | Self::REMARK.0);

    pub fn is(self, other: Nature) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether of all that is no part of an article, it claims to be a way through the site alone.
    pub fn is_only_a_way(self) -> bool {
        self.0 & Self::OTHER.0 == Self::NAVIGATION.0 && !self.is(Self::EDGE)
    }

    /// Takes the value of a class, an id or a role.
    pub fn add(&mut self, value: &str) {
        let mut word = String::new();
        for name in value.split_ascii_whitespace() {
            let name = normal(name);
            if name.split('-').next().is_some_and(is_state) {
                continue;
            }
            // The words of a heading as the id of its section: "mail-and-responses-from-readers-of-1911".
            if name.matches('-').count() >= LONGEST_NAME {
                continue;
            }
            self.0 |= phrase(&name).0;
            // A consent manager calls itself so; before other words it says "component".
            self.0 |= if name == "cmp" { Nature::NOTICE.0 } else { 0 };
            word.clear();
            for word in name.split('-') {
                self.0 |= single(word).0;
            }
        }
    }

    /// Takes the value of an `itemprop`.
    pub fn add_property(&mut self, value: &str) {
        for name in value.split_ascii_whitespace() {
            self.0 |= match name {
                "datePublished" => Nature::PUBLISHED.0,
                "dateModified" => Nature::MODIFIED.0,
                "author" => Nature::AUTHOR.0,
                "articleBody" => Nature::BODY.0,
                _ => 0,
            };
        }
    }

    /// Takes the value of a `rel`.
    pub fn add_relation(&mut self, value: &str) {
        if value.split_ascii_whitespace().any(|name| name == "author") {
            self.0 |= Nature::AUTHOR.0;
        }
    }
}

/// Words that a name has at most.
const LONGEST_NAME: usize = 6;

/// A name in small letters, its words parted by hyphens.
fn normal(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut before = '-';
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                out.push('-');
            }
            out.push(c.to_ascii_lowercase());
        } else if before.is_ascii_alphanumeric() {
            out.push('-');
        }
        before = c;
    }
    out
}

/// Words with which a name says in what state something is, not what it is: "has-sidebar".
fn is_state(word: &str) -> bool {
    matches!(word, "has" | "with" | "without" | "no" | "not" | "show" | "enable" | "enabled" | "js" | "can")
}

fn single(word: &str) -> Nature {
    match word {
        "comment" | "comments" | "disqus" | "replies" | "reply" | "respond" | "shoutbox" | "livefyre"
        | "commentlist" | "commentform" | "responses" => Nature::COMMENTS,
        "related" | "recommended" | "recommendation" | "recommendations" | "recommend" | "teaser"
        | "teasers" | "promo" | "promos" | "promotion" | "promobox" | "crosspromo" | "mostread"
        | "trending" | "popular" | "outbrain" | "taboola" | "zergnet" | "onward" | "upsell" | "readmore"
        | "jeg-inline-related" | "relatedposts" | "morestories" => Nature::RELATED,
        "share" | "sharing" | "shares" | "sharedaddy" | "addthis" | "addtoany" | "social" | "socials"
        | "sharebar" | "sharebuttons" | "socialmedia" | "follow" => Nature::SHARING,
        "nav" | "navigation" | "navbar" | "menu" | "submenu" | "breadcrumb" | "breadcrumbs"
        | "pagination" | "pager" | "paging" | "toolbar" | "skiplink" | "search" | "searchform" => {
            Nature::NAVIGATION
        }
        "sidebar" | "sidebars" | "footer" | "contentinfo" | "complementary" | "skyscraper" => {
            Nature(Nature::NAVIGATION.0 | Nature::EDGE.0)
        }
        "masthead" => Nature(Nature::NAVIGATION.0 | Nature::EDGE.0 | Nature::SITE.0),
        "logo" | "brand" | "branding" | "sitename" => Nature::SITE,
        "ad" | "ads" | "advert" | "adverts" | "advertisement" | "advertisements" | "advertising"
        | "adslot" | "adsense" | "adsbygoogle" | "adunit" | "adbox" | "dfp" | "gpt" | "sponsor"
        | "sponsored" | "sponsors" | "promoted" => Nature::ADVERTISEMENT,
        "newsletter" | "newsletters" | "subscribe" | "subscription" | "signup" | "optin" | "cookie"
        | "cookies" | "consent" | "gdpr" | "onetrust" | "popup" | "modal" | "overlay" | "lightbox"
        | "regwall" | "paywall" | "login" => Nature::NOTICE,
        "piano" => Nature::NOTICE,
        // The link behind the heading of a wiki's section.
        "editsection" => Nature::NAVIGATION,
        "tags" | "taglist" | "tagcloud" | "authorbio" | "authorbox" => Nature::ABOUT,
        "dialog" | "alertdialog" => Nature::DIALOG,
        "byline" | "bylines" => Nature::BYLINE,
        "author" | "authors" => Nature(Nature::BYLINE.0),
        "dek" | "deck" | "lead" | "lede" | "leadin" | "standfirst" | "subtitle" | "subheadline"
        | "subhead" | "summary" | "intro" | "excerpt" | "strapline" | "preamble" | "ingress" => Nature::LEAD,
        "date" | "datetime" | "timestamp" | "pubdate" | "published" | "dateline" => Nature::DATE,
        "caption" | "captions" | "figcaption" => Nature::CAPTION,
        "credit" | "credits" | "photocredit" | "imagecredit" | "copyright" => Nature::CREDIT,
        "footnote" | "footnotes" | "endnote" | "endnotes" => Nature::NOTES,
        "noteref" | "fnref" | "footnoteref" | "sdfootnoteanc" | "sdendnoteanc" => Nature::NOTE_MARK,
        "pullquote" | "pullquotes" => Nature::PULL_QUOTE,
        "factbox" | "facts" | "factfile" | "infobox" | "keypoints" | "highlights" | "takeaways" => {
            Nature::FACTS
        }
        "articlebody" | "storybody" | "postbody" | "entrycontent" => Nature::BODY,
        _ => Nature(0),
    }
}

/// Names of several words.
fn phrase(name: &str) -> Nature {
    const PHRASES: [(&str, Nature); 44] = [
        ("more-from", Nature::RELATED),
        ("more-stories", Nature::RELATED),
        ("more-news", Nature::RELATED),
        ("read-next", Nature::RELATED),
        ("up-next", Nature::RELATED),
        ("next-article", Nature::RELATED),
        ("also-like", Nature::RELATED),
        ("most-read", Nature::RELATED),
        ("most-viewed", Nature::RELATED),
        ("read-more", Nature::RELATED),
        ("inline-promo", Nature::RELATED),
        ("latest-news", Nature::RELATED),
        ("latest-posts", Nature::RELATED),
        ("recent-posts", Nature::RELATED),
        ("jp-relatedposts", Nature::RELATED),
        ("post-nav", Nature::NAVIGATION),
        ("site-header", Nature(Nature::NAVIGATION.0 | Nature::EDGE.0)),
        ("page-footer", Nature(Nature::NAVIGATION.0 | Nature::EDGE.0)),
        ("skip-link", Nature::NAVIGATION),
        ("side-bar", Nature(Nature::NAVIGATION.0 | Nature::EDGE.0)),
        ("nav-links", Nature::NAVIGATION),
        ("site-title", Nature::SITE),
        ("site-name", Nature::SITE),
        ("sign-up", Nature::NOTICE),
        ("tag-list", Nature::ABOUT),
        ("post-tags", Nature::ABOUT),
        ("tag-cloud", Nature::ABOUT),
        ("author-bio", Nature::ABOUT),
        ("author-box", Nature::ABOUT),
        ("about-author", Nature::ABOUT),
        ("about-the-author", Nature::ABOUT),
        ("author-info", Nature::ABOUT),
        ("print-only", Nature::SPOKEN),
        ("sr-only", Nature::SPOKEN),
        ("visually-hidden", Nature::SPOKEN),
        ("screen-reader", Nature::SPOKEN),
        ("pull-quote", Nature::PULL_QUOTE),
        ("fact-box", Nature::FACTS),
        ("key-points", Nature::FACTS),
        ("article-body", Nature::BODY),
        ("story-body", Nature::BODY),
        ("entry-content", Nature::BODY),
        ("post-content", Nature::BODY),
        ("footnote-ref", Nature::NOTE_MARK),
    ];
    const MORE: [(&str, Nature); 9] = [
        ("gmail-signature", Nature::REMARK),
        ("article-content", Nature::BODY),
        ("post-body", Nature::BODY),
        ("doc-noteref", Nature::NOTE_MARK),
        ("mso-footnote-reference", Nature::NOTE_MARK),
        ("mso-comment", Nature::REMARK),
        ("msocomtxt", Nature::REMARK),
        ("msocomanch", Nature::REMARK),
        ("doc-endnotes", Nature::NOTES),
    ];
    let holds = |part: &str| {
        name.match_indices(part).any(|(at, _)| {
            let before = name.get(..at).is_none_or(|before| before.is_empty() || before.ends_with('-'));
            let after =
                name.get(at + part.len()..).is_none_or(|after| after.is_empty() || after.starts_with('-'));
            before && after
        })
    };
    // Most names are one word, and no phrase.
    if !name.contains('-') && name.len() < 9 {
        return Nature(0);
    }
    PHRASES
        .iter()
        .chain(&MORE)
        .filter(|(part, _)| holds(part))
        .fold(Nature(0), |all, (_, nature)| Nature(all.0 | nature.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str) -> Nature {
        let mut nature = Nature::default();
        nature.add(value);
        nature
    }

    #[test]
    fn names_are_compared_word_by_word() {
        for (value, what) in [
            ("sidebar", Nature::NAVIGATION),
            ("is-sidebar", Nature::NAVIGATION),
            ("stickySidebar", Nature::NAVIGATION),
            ("box related_posts", Nature::RELATED),
            ("block--most-read", Nature::RELATED),
            ("ad-slot", Nature::ADVERTISEMENT),
            ("onetrust-consent", Nature::NOTICE),
            ("post__byline", Nature::BYLINE),
        ] {
            assert!(of(value).is(what), "{value}");
        }
        for value in [
            "research-news",
            "has-sidebar",
            "commentary",
            "shareholders",
            "adventure",
            "no-ads",
            "with-footer-bar",
        ] {
            assert!(!of(value).is(Nature::OTHER), "{value}");
        }
    }
}
