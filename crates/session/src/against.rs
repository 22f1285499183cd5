//! What a place is held against: the country, what it lies in, the places like it, or an own list.

use danish::Language;
use danish::answer::against as word;
use health::{Keep, Peers, Place};
use protocol::ViewState;
use protocol::message::{Notice, Weight};
use protocol::view::overview::{self as view, AgainstChoice};

use crate::open::Open;
use crate::words;

/// What a state holds for an own list.
const LIST: &str = "list";
/// What comes before the name of a division into peers.
const PEERS: &str = "peers:";

/// What a place is held against, found in what is open.
pub(crate) struct Against<'a> {
    pub(crate) open: &'a Open,
    id: String,
    what: String,
    /// One place, or several of one level.
    pub(crate) places: Vec<&'a Place>,
    label: String,
}

impl<'a> Against<'a> {
    /// What a state says; where the place has none of it the country, and a word on that.
    pub(crate) fn new(
        open: &'a Open,
        state: &ViewState,
        place: Option<&Place>,
    ) -> (Self, Vec<Notice>) {
        let language = words::language(state.language);
        let country = open.places.first().into_iter().collect();
        let Some(id) = state.against.as_deref() else {
            return (Self::of(open, "", country, language), Vec::new());
        };
        let place = place.map(|place| place.id.as_str());
        let (places, notices) = match id {
            LIST => listed(open, &state.list, language),
            _ => (found(open, id, place), Vec::new()),
        };
        if !places.is_empty() {
            return (Self::of(open, id, places, language), notices);
        }
        let is_begun = id != LIST || !state.list.is_empty();
        let (headline, text) = if is_begun {
            word::not_there(language)
        } else {
            word::empty_list(language)
        };
        let notice = notice(headline.to_owned(), text);
        (Self::of(open, "", country, language), vec![notice])
    }

    fn of(open: &'a Open, id: &str, places: Vec<&'a Place>, language: Language) -> Self {
        let (alone, level) = (places.len() == 1, places.first().map(|place| &place.level));
        let level = level.map_or("", String::as_str);
        let label = match (places.first(), id) {
            (None, _) => open.named(&open.country().id, language).label,
            (Some(place), _) if alone => words::text(&place.label, language),
            (_, LIST) => word::listed(level, places.len(), language),
            _ => word::similar(level, places.len(), language),
        };
        let peers = division(open, id);
        let what = peers.map_or_else(String::new, |peers| what(peers, &places, language));
        Self {
            open,
            id: id.to_owned(),
            what,
            places,
            label,
        }
    }

    /// What people read.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// The same in a figure, where a health council goes without the word itself.
    pub(crate) fn short(&self, language: Language) -> String {
        match self.places.as_slice() {
            [place] => self.open.short(&place.id, language).label,
            _ => self.label.clone(),
        }
    }

    /// Whether it is this place and no other.
    pub(crate) fn is(&self, id: &str) -> bool {
        matches!(self.places.as_slice(), [place] if place.id == id)
    }

    /// What its row is called where places are told apart: the place, or what the state says.
    pub(crate) fn row_id(&self) -> String {
        match self.places.as_slice() {
            [place] => place.id.clone(),
            _ => self.id.clone(),
        }
    }

    /// The members kept by asking for it.
    pub(crate) fn keep(&self) -> Keep {
        let level = self.places.first().map(|place| place.level.clone());
        let codes = self.places.iter().map(|place| place.code().to_owned());
        match (self.places.as_slice(), level) {
            ([place], _) => health::place::keep(&place.id),
            (_, level) => level
                .map(|level| (level, codes.collect()))
                .into_iter()
                .collect(),
        }
    }

    /// As it is shown.
    pub(crate) fn shown(&self, language: Language) -> view::Against {
        let several = self.places.iter().filter(|_| self.places.len() > 1);
        let members = several.map(|place| self.open.named(&place.id, language));
        view::Against {
            id: self.choice(),
            label: self.label.clone(),
            what: self.what.clone(),
            members: members.collect(),
        }
    }

    /// Which of the choices it is.
    fn choice(&self) -> String {
        match self.id.as_str() {
            "" => self.open.country().id,
            id => id.to_owned(),
        }
    }

    /// What a place may be held against: the country, what it lies in from the largest, the places like it, an own list.
    pub(crate) fn choices(&self, state: &ViewState, place: &str) -> Vec<AgainstChoice> {
        let (open, language) = (self.open, words::language(state.language));
        let choice = |id: &str, label: String, hint: String| AgainstChoice {
            id: id.to_owned(),
            label,
            hint,
        };
        let mut choices: Vec<AgainstChoice> = ancestors(open, place)
            .map(|place| {
                let named = open.named(&place.id, language);
                choice(&place.level, named.label, String::new())
            })
            .collect();
        let country = open.named(&open.country().id, language);
        choices.push(choice(&country.id, country.label, String::new()));
        choices.reverse();
        choices.extend(open.facts.peers.iter().filter_map(|peers| {
            let places = alike(open, peers, place);
            let level = &places.first()?.level;
            let label = word::similar(level, places.len(), language);
            let hint = what(peers, &places, language);
            Some(choice(&format!("{PEERS}{}", peers.id), label, hint))
        }));
        let present = self.choice();
        if present != LIST && choices.iter().all(|choice| choice.id != present) {
            choices.push(choice(&present, self.label.clone(), String::new()));
        }
        let (own, _) = listed(open, &state.list, language);
        let hint = own.first().map_or_else(String::new, |first| {
            word::listed(&first.level, own.len(), language)
        });
        choices.push(choice(LIST, word::own_list(language).to_owned(), hint));
        choices
    }
}

/// The places in which a place lies, from the smallest, the country left out.
fn ancestors<'a>(open: &'a Open, place: &str) -> impl Iterator<Item = &'a Place> {
    let above = |place: &&'a Place| open.place(place.parent.as_deref()?);
    let first = open.place(place).and_then(|place| above(&place));
    std::iter::successors(first, above).filter(|place| place.parent.is_some())
}

fn division<'a>(open: &'a Open, id: &str) -> Option<&'a Peers> {
    let id = id.strip_prefix(PEERS)?;
    open.facts.peers.iter().find(|peers| peers.id == id)
}

/// A place of this name, the one of a level that the place lies in, or those like it.
fn found<'a>(open: &'a Open, id: &str, place: Option<&str>) -> Vec<&'a Place> {
    if let (Some(peers), Some(place)) = (division(open, id), place) {
        return alike(open, peers, place);
    }
    let above = || ancestors(open, place?).find(|above| above.level == id);
    open.place(id).or_else(above).into_iter().collect()
}

fn alike<'a>(open: &'a Open, peers: &Peers, place: &str) -> Vec<&'a Place> {
    let ids = peers.of(place);
    ids.iter().filter_map(|id| open.place(id)).collect()
}

/// The places of an own list that are of the first one's level, each once, and how many are not.
fn listed<'a>(open: &'a Open, ids: &[String], language: Language) -> (Vec<&'a Place>, Vec<Notice>) {
    let mut places: Vec<&Place> = Vec::new();
    for place in ids.iter().filter_map(|id| open.place(id)) {
        let fits = places.first().is_none_or(|first| {
            first.level == place.level && places.iter().all(|known| known.id != place.id)
        });
        if fits {
            places.push(place);
        }
    }
    let left_out = ids.len() - places.len();
    let told = (left_out > 0 && !places.is_empty()).then(|| {
        let (headline, text) = word::left_out(left_out, language);
        notice(headline, text)
    });
    (places, told.into_iter().collect())
}

/// Who the peers are: their class and the division.
fn what(peers: &Peers, places: &[&Place], language: Language) -> String {
    let class = places.first().and_then(|place| peers.class_of(&place.id));
    let class = class.map_or_else(String::new, |class| words::text(&class.label, language));
    format!("{class} · {}", words::text(&peers.label, language))
}

fn notice(headline: String, text: &str) -> Notice {
    Notice {
        weight: Weight::Remark,
        headline,
        text: text.to_owned(),
    }
}
