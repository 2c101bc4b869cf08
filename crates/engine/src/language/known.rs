//! The languages that are told apart, by script, letters and small words.

/// A language: its ISO 639-1 code, its English name, and what it is known by.
pub struct Known {
    pub code: &'static str,
    pub name: &'static str,
    pub script: Script,
    /// Letters that it alone writes among the languages of its script here.
    pub letters: &'static str,
    /// Its commonest small words, in small letters, parted by spaces. Those that set it apart from its nearest
    /// neighbours matter most.
    pub words: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Odia,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Burmese,
    Georgian,
    Ethiopic,
    Khmer,
    Hangul,
    Kana,
    Han,
}

impl Script {
    /// The script that a letter belongs to, if it is one of these.
    pub fn of(letter: char) -> Option<Self> {
        Some(match u32::from(letter) {
            0x41..=0x24F | 0x1E00..=0x1EFF => Script::Latin,
            0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
            0x400..=0x52F => Script::Cyrillic,
            0x531..=0x58F => Script::Armenian,
            0x590..=0x5FF => Script::Hebrew,
            0x600..=0x6FF | 0x750..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => Script::Arabic,
            0x900..=0x97F => Script::Devanagari,
            0x980..=0x9FF => Script::Bengali,
            0xA00..=0xA7F => Script::Gurmukhi,
            0xA80..=0xAFF => Script::Gujarati,
            0xB00..=0xB7F => Script::Odia,
            0xB80..=0xBFF => Script::Tamil,
            0xC00..=0xC7F => Script::Telugu,
            0xC80..=0xCFF => Script::Kannada,
            0xD00..=0xD7F => Script::Malayalam,
            0xD80..=0xDFF => Script::Sinhala,
            0xE00..=0xE7F => Script::Thai,
            0x1000..=0x109F => Script::Burmese,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF => Script::Georgian,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Script::Hangul,
            0x1200..=0x139F => Script::Ethiopic,
            0x1780..=0x17FF => Script::Khmer,
            0x3040..=0x30FF => Script::Kana,
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x2FA1F => Script::Han,
            _ => return None,
        })
    }
}

/// A language that is the only one here in its script.
const fn alone(code: &'static str, name: &'static str, script: Script) -> Known {
    Known { code, name, script, letters: "", words: "" }
}

const fn latin(code: &'static str, name: &'static str, letters: &'static str, words: &'static str) -> Known {
    Known { code, name, script: Script::Latin, letters, words }
}

const fn of(
    script: Script,
    code: &'static str,
    name: &'static str,
    letters: &'static str,
    words: &'static str,
) -> Known {
    Known { code, name, script, letters, words }
}

/// English first; among languages that fit equally well the first is taken.
pub const LANGUAGES: &[Known] = &[
    latin(
        "en",
        "English",
        "",
        "the of and to a that is was for it with as his on be at by had not are but from or have they which you were \
         their has would what will there if who said been more when this than about into after its out over also \
         could other our he she we her some because how i",
    ),
    latin(
        "de",
        "German",
        "ß",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er \
         hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor \
         zur bis mehr durch man sein wurde wurden sei kein keine ich wir",
    ),
    latin(
        "fr",
        "French",
        "œ",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ils \
         son sa ses cette mais comme ou été aux on nous elle leur leurs deux aussi fait être ont était après sans \
         selon entre d l s n qu c j",
    ),
    latin(
        "es",
        "Spanish",
        "ñ¿¡",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin \
         sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está según \
         después donde han él",
    ),
    latin(
        "pt",
        "Portuguese",
        "ãõ",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu \
         sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos \
         são segundo disse anos",
    ),
    latin(
        "it",
        "Italian",
        "ìò",
        "di e il la che in a per un del non è una della sono con si da le al dei come lo più nel anche alla ha i \
         gli ma delle dal su nella o questo loro stato se dalla due ai degli suo sua hanno dopo cui era anni essere \
         ci così d l all dell nell ieri",
    ),
    latin(
        "nl",
        "Dutch",
        "",
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit naar door \
         over ze wordt hij werd heeft hebben worden kan geen meer tot wel jaar was dit deze zich al of na volgens \
         tegen moet zo hun haar had",
    ),
    latin(
        "af",
        "Afrikaans",
        "",
        "die en van het in is n dat nie te om vir met op wat hy aan word was sy ook as deur by ons sal maar hulle \
         uit se kan of na een oor wees daar ek moet so toe nog tot teen gesê hul meer wees",
    ),
    latin(
        "sv",
        "Swedish",
        "",
        "och i att det som en på är av för med den till inte har de ett om var men sig så han från vi kan när hade \
         ska efter också enligt under än skulle där detta mot alla hon blir blev år vid mycket bara ut upp över nu \
         säger sin sina dem",
    ),
    latin(
        "da",
        "Danish",
        "",
        "og i at det er en til på for af som med de har ikke den der et var han om men sig så fra vi kan når blev \
         efter ifølge også under hvor hun skal end mod alle bliver år ved meget kun ud op over nu siger sin sine \
         dem have havde været mellem",
    ),
    latin(
        "nb",
        "Norwegian",
        "",
        "og i at det er en til på for av som med de har ikke den et var han om men seg så fra vi kan når ble etter \
         ifølge også under hvor hun skal enn mot alle blir år ved mye bare ut opp over nå sier sin sine dem ha \
         hadde vært mellom noen",
    ),
    latin(
        "is",
        "Icelandic",
        "þð",
        "og að í á er sem til um en það við af með fyrir ekki var hann því frá hún þess hefur eru þeir verið ég \
         hafa eftir þar sé voru þegar segir þetta hafi verður var ef svo eða",
    ),
    latin(
        "fi",
        "Finnish",
        "",
        "ja on ei että se oli hän ovat myös mutta kun joka mukaan kuin sen ole vuoden jo niin olla jotka nyt ollut \
         tai sitä vain vuonna hänen oli sekä kuten jos mitä joita voi tämä sanoi ennen jälkeen siitä",
    ),
    latin(
        "et",
        "Estonian",
        "",
        "ja on ei et see oli ta ka kui mis aga või ning kes oma selle seda sest siis nii pole tema välja veel ainult \
         oleks pärast sai üle aasta nende juba kas mida peab ütles",
    ),
    latin(
        "lv",
        "Latvian",
        "āēīūļņķģ",
        "un ir ka no uz par ar kas bet arī nav kā to pēc tas tā lai bija viņš līdz tika jau vai ja gan pie šo gada \
         savu tiek viņa vēl tikai būs",
    ),
    latin(
        "lt",
        "Lithuanian",
        "ėįų",
        "ir kad yra į iš su tai bet kaip apie ne jis dėl už nuo buvo jo o po kai tik dar taip pat ar bus jų savo iki \
         jau kuris per prie ji tačiau metų",
    ),
    latin(
        "pl",
        "Polish",
        "łąęśżźń",
        "w i na z się do że nie o to jest za po jak od przez ale dla co oraz przy ma są tym tak już był było które \
         który być czy jego ze tego ich była tylko roku może pod została",
    ),
    latin(
        "cs",
        "Czech",
        "ěřů",
        "a v se na je že s z do o i to ve pro za k jako by po ale podle jsou od který které která byl bylo byla jeho \
         také už při ze jsem si tak nebo než až jen pak co když uvedl",
    ),
    latin(
        "sk",
        "Slovak",
        "ľĺŕô",
        "a v sa na je že s z do o i to vo pre za k ako by po ale podľa sú od ktorý ktoré ktorá bol bolo bola jeho \
         tiež už pri zo som si tak alebo než až len potom čo keď uviedol",
    ),
    latin(
        "sl",
        "Slovenian",
        "",
        "in je v na se da za so ki z s po pa ne tudi bi o kot ali iz pri še kar bil bilo bila do od ko le ni tako \
         pred med lahko že ter sta jih letu bo vse smo",
    ),
    latin(
        "hr",
        "Croatian",
        "đ",
        "i je u na se da za su s od koji o a do kao nije ne će ali bi iz po što prema te bio bilo bila ili koje koja \
         godine sve samo još kako već nakon rekao između može zbog",
    ),
    latin(
        "sq",
        "Albanian",
        "ë",
        "të e në i dhe për me së një që nga u është ka se si do më por janë nuk ky kjo pas ishte ai ajo kanë tha ta \
         duke edhe prej",
    ),
    latin(
        "ro",
        "Romanian",
        "țșă",
        "de și în a la cu pe o nu că un din este care să mai se pentru ce au fost sunt după dar prin sau al ale ca \
         iar lui fi dintre acest această anul până ei cel fiind",
    ),
    latin(
        "hu",
        "Hungarian",
        "őű",
        "a az és hogy nem is egy volt ez azt csak már meg de ki el mint még szerint vagy van ha kell után után lesz \
         nagyon azonban ezt mert most minden között pedig voltak több fel",
    ),
    latin(
        "tr",
        "Turkish",
        "ğışİ",
        "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ama var o ki değil ise her göre ya \
         oldu olduğunu etti dedi olduğu yeni iki tarafından",
    ),
    latin(
        "az",
        "Azerbaijani",
        "ə",
        "və bu bir ilə üçün da də olan ki onun edib olub ən daha o sonra isə çox kimi görə lakin var dedi",
    ),
    latin(
        "id",
        "Indonesian",
        "",
        "yang dan di untuk dari ini dengan itu pada dalam tidak akan ke juga adalah oleh telah sebagai bisa ada \
         karena mereka saat tersebut kepada menjadi atau para lebih kata orang sudah seperti bahwa setelah dia kami",
    ),
    latin(
        "tl",
        "Tagalog",
        "",
        "ang ng sa na mga ay at si ni para hindi ito kay may nang ko siya niya mula bilang din rin pa lang kung \
         dahil nito ayon",
    ),
    latin(
        "vi",
        "Vietnamese",
        "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "và của các có trong là cho được với không người đã một những này khi từ để về theo sẽ đến năm ông tại vào \
         nhiều ra",
    ),
    latin(
        "ca",
        "Catalan",
        "ŀ",
        "de la que i el a en els un per les amb una és no del al ha va dels més com es seva seu són però ja també \
         han aquest aquesta fins entre després d l s perquè molt dos anys",
    ),
    latin(
        "eu",
        "Basque",
        "",
        "eta da ez du bat ere dira dute izan zen baina egin hau zuen dela baino beste hori egiten behar arte duen \
         duela",
    ),
    latin(
        "cy",
        "Welsh",
        "ŵŷ",
        "y yn a i o ar yr wedi am ei ac mae gan oedd fod eu bod nid hyn sydd hefyd wrth mewn",
    ),
    latin(
        "ga",
        "Irish",
        "",
        "an na agus ar go i a is le ag sé bhí tá don leis mar as ach sin nach gur siad sí",
    ),
    latin(
        "sw",
        "Swahili",
        "",
        "ya na wa kwa katika ni la za kuwa cha hiyo huo huyo hao baada yake wake kama lakini pia hivyo alisema \
         ambaye kuhusu",
    ),
    latin(
        "so",
        "Somali",
        "",
        "oo iyo ka ku in ee u waxaa ah ay la uu waa si soo wuxuu isaga kala kuma loo lagu",
    ),
    latin("eo", "Esperanto", "ĉĝĥĵŝ", "la kaj de en estas al ke por ne li kun ĝi kiu pri oni ili sed estis"),
    latin(
        "la",
        "Latin",
        "",
        "et in est non ad ut cum qui quod ex sed per quae quam si ab enim sunt esse atque",
    ),
    of(
        Script::Cyrillic,
        "ru",
        "Russian",
        "ёэы",
        "и в не на что с по как это он к из за от его но для а о бы было был года же все так также она при до",
    ),
    of(
        Script::Cyrillic,
        "uk",
        "Ukrainian",
        "їєґ",
        "і в на що з у не до та за про це як від він для його але є був було після також року її щоб або й під",
    ),
    of(
        Script::Cyrillic,
        "be",
        "Belarusian",
        "ў",
        "і ў на што з не да за гэта як ад ён для яго але быў было таксама",
    ),
    of(
        Script::Cyrillic,
        "bg",
        "Bulgarian",
        "",
        "и на в да за се от с не че по е са ще като до това при след които който но той беше къде със към във",
    ),
    of(
        Script::Cyrillic,
        "sr",
        "Serbian",
        "ђћ",
        "и је у да на се за су од са који не о као до ће али би из по што није према или био било те",
    ),
    of(
        Script::Cyrillic,
        "mk",
        "Macedonian",
        "ѓќѕ",
        "и на во да за се од не со дека по е ќе како што до ги го ја но беше кој која која при ова",
    ),
    of(
        Script::Cyrillic,
        "kk",
        "Kazakh",
        "қңғұәһ",
        "және мен бұл үшін бір да де деп болды туралы бойынша болып кейін",
    ),
    alone("el", "Greek", Script::Greek),
    alone("hy", "Armenian", Script::Armenian),
    of(Script::Hebrew, "he", "Hebrew", "", "של את על לא כי עם זה הוא היא גם אל או אך בין כל יש אין"),
    of(Script::Hebrew, "yi", "Yiddish", "", "און די דער איז אין פון צו מיט דאס האט ער נישט אז אויף פאר"),
    of(
        Script::Arabic,
        "ar",
        "Arabic",
        "ةىإأ",
        "في من على إلى أن عن مع التي الذي هذا هذه كان بعد قال ما لا بين قد",
    ),
    of(
        Script::Arabic,
        "fa",
        "Persian",
        "",
        "و در به از که این را با است برای آن یک شده بود خود تا کرد های شد هم",
    ),
    of(
        Script::Arabic,
        "ur",
        "Urdu",
        "ٹڈڑےں",
        "کے کی میں ہے اور سے کا کو نے پر کہ اس ہیں یہ بھی نہیں ایک کیا",
    ),
    of(Script::Arabic, "ps", "Pashto", "ټډړښځڅېۍ", "د په او چې ته له یې کې هم دا نه سره شوي دی"),
    of(Script::Devanagari, "hi", "Hindi", "", "के में की है और से को का ने पर कि हैं यह भी नहीं एक था गया लिए कहा"),
    of(Script::Devanagari, "mr", "Marathi", "ळ", "आणि आहे या व हे की तर ही असे होते मध्ये नाही यांनी आहेत केली"),
    of(Script::Devanagari, "ne", "Nepali", "", "र को मा छ ले यो पनि भएको गर्ने लागि भने छन् थियो गरेको हो हुने"),
    alone("bn", "Bengali", Script::Bengali),
    alone("pa", "Punjabi", Script::Gurmukhi),
    alone("gu", "Gujarati", Script::Gujarati),
    alone("or", "Odia", Script::Odia),
    alone("ta", "Tamil", Script::Tamil),
    alone("te", "Telugu", Script::Telugu),
    alone("kn", "Kannada", Script::Kannada),
    alone("ml", "Malayalam", Script::Malayalam),
    alone("si", "Sinhala", Script::Sinhala),
    alone("th", "Thai", Script::Thai),
    alone("my", "Burmese", Script::Burmese),
    alone("ka", "Georgian", Script::Georgian),
    alone("am", "Amharic", Script::Ethiopic),
    alone("km", "Khmer", Script::Khmer),
    alone("ko", "Korean", Script::Hangul),
    alone("ja", "Japanese", Script::Kana),
    alone("zh", "Chinese", Script::Han),
];
