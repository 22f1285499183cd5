//! A column of texts as members: each text once, and for each row which of them.

use arrow_buffer::{ArrowNativeType, BooleanBuffer};
use table::{CodePart, Codes, Dimension, DimensionColumn, Member, NO_MEMBER, Role, Text};

use super::PART_ROWS;
use super::texts::Texts;
use crate::{Format, FormatError, Limits};

/// Members so far, and the rows of complete runs and of the run on its way.
pub(crate) struct Members<'a> {
    texts: Texts<'a>,
    open: Open,
    parts: Vec<CodePart>,
    most: usize,
}

/// Rows of a run, as wide as the members so far need.
enum Open {
    U8(Vec<u8>),
    U16(Vec<u16>),
    U32(Vec<u32>),
}

/// What the keys of a dictionary mean: for each the member.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    members: Vec<u32>,
}

/// A number of a text in a dictionary.
pub(crate) trait Key: ArrowNativeType + Ord {
    /// The key as bytes, where it is one.
    fn bytes(_keys: &[Self]) -> Option<&[u8]> {
        None
    }
}

impl Key for u8 {
    fn bytes(keys: &[Self]) -> Option<&[u8]> {
        Some(keys)
    }
}
impl Key for u16 {}
impl Key for u32 {}
impl Key for u64 {}

impl<'a> Members<'a> {
    pub(crate) fn new(
        (format, name): (Format, &'a str),
        row_count: usize,
        limits: &'a Limits,
    ) -> Self {
        let most = row_count.clamp(1, PART_ROWS);
        Self {
            texts: Texts::new(format, name, limits),
            open: Open::U8(Vec::with_capacity(most)),
            parts: Vec::new(),
            most,
        }
    }

    /// Rows until the run is complete.
    pub(crate) fn room(&self) -> usize {
        self.most - self.open.len()
    }

    /// A dictionary of texts, each of them found among the members or added to them; one that is missing is no member.
    pub(crate) fn dictionary<'t>(
        &mut self,
        texts: impl Iterator<Item = Option<&'t [u8]>>,
    ) -> Result<Dictionary, FormatError> {
        let mut members = Vec::with_capacity(texts.size_hint().0);
        for text in texts {
            let index = text.map(|text| self.texts.index(text, None));
            members.push(index.unwrap_or(Ok(NO_MEMBER))?);
        }
        Ok(Dictionary { members })
    }

    /// Adds rows by their keys, at most as many as there is room for; those set in `absent` have none. The first row whose key
    /// has no text is the error.
    pub(crate) fn add_keys<K: Key>(
        &mut self,
        dictionary: &Dictionary,
        keys: &[K],
        absent: Option<&BooleanBuffer>,
    ) -> Result<(), usize> {
        self.open.widen(self.texts.len());
        match (&mut self.open, K::bytes(keys), absent) {
            (Open::U8(rows), Some(keys), None) => add_bytes(rows, keys, dictionary)?,
            (Open::U8(rows), _, _) => add(rows, keys, (dictionary, absent))?,
            (Open::U16(rows), _, _) => add(rows, keys, (dictionary, absent))?,
            (Open::U32(rows), _, _) => add(rows, keys, (dictionary, absent))?,
        }
        self.close_full();
        Ok(())
    }

    /// Adds a row with this text.
    pub(crate) fn add_text(&mut self, text: &[u8], row: usize) -> Result<(), FormatError> {
        let member = self.texts.index(text, Some(row))?;
        self.open.widen(self.texts.len());
        self.push(member);
        Ok(())
    }

    /// Adds a row without a text.
    pub(crate) fn add_none(&mut self) {
        self.push(NO_MEMBER);
    }

    fn push(&mut self, member: u32) {
        match &mut self.open {
            Open::U8(rows) => rows.push(Code::of(member)),
            Open::U16(rows) => rows.push(Code::of(member)),
            Open::U32(rows) => rows.push(member),
        }
        self.close_full();
    }

    fn close_full(&mut self) {
        if self.open.len() >= self.most {
            self.close();
        }
    }

    fn close(&mut self) {
        let next = Open::U8(Vec::with_capacity(self.most));
        self.parts
            .push(match std::mem::replace(&mut self.open, next) {
                Open::U8(rows) => CodePart::U8(rows.into()),
                Open::U16(rows) => CodePart::U16(rows.into()),
                Open::U32(rows) => CodePart::U32(rows.into()),
            });
    }

    /// The texts in the order of the dictionaries, or as they were met, and the rows.
    pub(crate) fn finish(mut self) -> (Vec<String>, Codes) {
        if self.open.len() > 0 {
            self.close();
        }
        (self.texts.finish(), Codes::from_parts(self.parts))
    }

    /// The column; texts that no row has are left out.
    pub(crate) fn into_dimension(self, name: &str) -> DimensionColumn {
        let (texts, codes) = self.finish();
        let used = codes.used(texts.len());
        let mut next = 0..;
        let place = |used: &bool| if *used { next.next() } else { None };
        let places: Vec<u32> = used
            .iter()
            .map(place)
            .map(|it| it.unwrap_or(NO_MEMBER))
            .collect();
        let texts = texts.into_iter().zip(used).filter(|(_, used)| *used);
        let members = texts.map(|(text, _)| member(text)).collect();
        DimensionColumn {
            dimension: described(name, Role::Other, members),
            codes: codes.recoded(&places, NO_MEMBER),
        }
    }
}

pub(super) fn described(name: &str, role: Role, members: Vec<Member>) -> Dimension {
    Dimension {
        name: name.to_owned(),
        label: Text::same(name),
        role,
        members,
        levels: Vec::new(),
    }
}

pub(super) fn member(code: String) -> Member {
    Member {
        label: Text::same(&code),
        code,
        ..Member::default()
    }
}

impl Dictionary {
    /// Only so many of its texts can be meant.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.members.truncate(count);
    }

    /// The texts of another after its own.
    pub(crate) fn extend(&mut self, more: Self) {
        self.members.extend(more.members);
    }
}

impl Open {
    fn len(&self) -> usize {
        match self {
            Self::U8(rows) => rows.len(),
            Self::U16(rows) => rows.len(),
            Self::U32(rows) => rows.len(),
        }
    }

    /// Makes room for so many members; the largest number of each width means none.
    fn widen(&mut self, member_count: usize) {
        let wider = match self {
            Self::U8(rows) if member_count > usize::from(u8::MAX) => {
                if member_count > usize::from(u16::MAX) {
                    Self::U32(widened(rows))
                } else {
                    Self::U16(widened(rows))
                }
            }
            Self::U16(rows) if member_count > usize::from(u16::MAX) => Self::U32(widened(rows)),
            _ => return,
        };
        *self = wider;
    }
}

fn widened<C: Code, W: Code>(rows: &[C]) -> Vec<W> {
    rows.iter().map(|row| W::of(row.member())).collect()
}

/// A stored index.
trait Code: Copy {
    fn of(member: u32) -> Self;
    fn member(self) -> u32;
}

macro_rules! code {
    ($($width:ty),*) => {$(
        impl Code for $width {
            fn of(member: u32) -> Self {
                Self::try_from(member).unwrap_or(Self::MAX)
            }
            fn member(self) -> u32 {
                if self == Self::MAX { NO_MEMBER } else { self.into() }
            }
        }
    )*};
}
code!(u8, u16, u32);

/// Keys of a byte where members fit one: looked up in 256 places, or taken over as they are.
fn add_bytes(rows: &mut Vec<u8>, keys: &[u8], dictionary: &Dictionary) -> Result<(), usize> {
    let members = &dictionary.members;
    let largest = keys.iter().copied().max().map_or(0, usize::from);
    if largest >= members.len() && !keys.is_empty() {
        let outside = keys
            .iter()
            .position(|key| usize::from(*key) >= members.len());
        return Err(outside.unwrap_or(0));
    }
    if members.iter().zip(0..).all(|(member, key)| *member == key) {
        rows.extend_from_slice(keys);
        return Ok(());
    }
    let by_byte: [u8; 256] = std::array::from_fn(|byte| {
        members
            .get(byte)
            .map_or(u8::MAX, |member| Code::of(*member))
    });
    #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
    rows.extend(keys.iter().map(|key| by_byte[usize::from(*key)]));
    Ok(())
}

fn add<C: Code, K: Key>(
    rows: &mut Vec<C>,
    keys: &[K],
    (dictionary, absent): (&Dictionary, Option<&BooleanBuffer>),
) -> Result<(), usize> {
    let member = |key: &K| {
        let member = key.to_usize().and_then(|key| dictionary.members.get(key));
        member.map(|member| C::of(*member))
    };
    let before = rows.len();
    match absent {
        None => rows.extend(keys.iter().map_while(member)),
        Some(absent) => {
            let none = |absent: bool| absent.then_some(C::of(NO_MEMBER));
            let rows_of = keys.iter().zip(absent);
            rows.extend(rows_of.map_while(|(key, absent)| none(absent).or_else(|| member(key))));
        }
    }
    let found = rows.len() - before;
    if found == keys.len() {
        Ok(())
    } else {
        Err(found)
    }
}
