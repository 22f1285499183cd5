//! Where the columns of a batch lie.

use arrow_ipc::{CompressionType, RecordBatch};

use super::fields::{Field, Kind, Texts};
use crate::codec::Codec;
use crate::{Feature, FormatError, Limits, What};

/// A run of bytes of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u64,
    pub(super) length: u64,
}

/// Rows of the columns, or texts of a dictionary.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) row_count: usize,
    pub(super) codec: Option<Codec>,
    /// How many dictionaries came before it.
    pub(super) dictionaries: usize,
    columns: Vec<Lies>,
    spans: Vec<Span>,
}

/// Where a column lies among the buffers of its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lies {
    first: usize,
    count: usize,
    has_gaps: bool,
}

/// The texts of a dictionary.
#[derive(Debug)]
pub(super) struct DictionaryBatch {
    pub(super) id: i64,
    /// Whether its texts come after those before it.
    pub(super) is_delta: bool,
    pub(super) texts: Texts,
    pub(super) batch: Batch,
}

impl Batch {
    /// The batch, if it is sound; the body is where it begins, and its length.
    pub(super) fn new(
        batch: RecordBatch<'_>,
        body: (u64, u64),
        kinds: impl Iterator<Item = Kind>,
        limits: &Limits,
    ) -> Result<Option<Self>, FormatError> {
        let codec = match batch.compression().map(|it| it.codec()) {
            None => None,
            Some(CompressionType::LZ4_FRAME) => Some(Codec::Lz4Frame),
            Some(CompressionType::ZSTD) => Some(Codec::Zstd),
            Some(other) => {
                let name = format!("codec {}", other.0);
                return Err(FormatError::unsupported(Feature::Compression(name)));
            }
        };
        let Ok(rows) = u64::try_from(batch.length()) else {
            return Ok(None);
        };
        limits.check(What::Rows, rows)?;
        Ok(sound(batch, body, kinds).map(|(columns, spans)| Self {
            row_count: usize::try_from(rows).unwrap_or(usize::MAX),
            codec,
            dictionaries: 0,
            columns,
            spans,
        }))
    }

    /// A buffer of a column, counted from its first; none if it has not so many.
    pub(super) fn span(&self, column: usize, buffer: usize) -> Option<Span> {
        let lies = self.columns.get(column)?;
        let at = lies
            .first
            .checked_add(buffer)
            .filter(|_| buffer < lies.count)?;
        self.spans.get(at).copied()
    }

    /// Whether rows of a column may have no value.
    pub(super) fn has_gaps(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|lies| lies.has_gaps)
    }
}

impl DictionaryBatch {
    pub(super) fn new(
        batch: arrow_ipc::DictionaryBatch<'_>,
        body: (u64, u64),
        fields: &[Field],
        limits: &Limits,
    ) -> Result<Option<Self>, FormatError> {
        let found = fields.iter().find_map(|field| match field.kind {
            Kind::Dictionary { id, texts, .. } if id == batch.id() => Some(texts),
            _ => None,
        });
        let (Some(data), Some(texts)) = (batch.data(), found) else {
            return Ok(None);
        };
        limits.check(What::Dictionary, u64::try_from(data.length()).unwrap_or(0))?;
        let (id, is_delta) = (batch.id(), batch.isDelta());
        let kinds = std::iter::once(Kind::Text(texts));
        let batch = Batch::new(data, body, kinds, limits)?;
        Ok(batch.map(|batch| Self {
            id,
            is_delta,
            texts,
            batch,
        }))
    }
}

/// Where columns and buffers lie, if each column is as long as the batch and each buffer inside the body.
fn sound(
    batch: RecordBatch<'_>,
    (start, length): (u64, u64),
    kinds: impl Iterator<Item = Kind>,
) -> Option<(Vec<Lies>, Vec<Span>)> {
    let span = |offset: i64, count: i64| {
        let (offset, count) = (u64::try_from(offset).ok()?, u64::try_from(count).ok()?);
        let is_inside = offset.checked_add(count)? <= length;
        is_inside.then_some(Span {
            start: start.checked_add(offset)?,
            length: count,
        })
    };
    let spans = batch
        .buffers()?
        .iter()
        .map(|it| span(it.offset(), it.length()));
    let spans: Vec<Span> = spans.collect::<Option<_>>()?;
    let mut more = batch.variadicBufferCounts().into_iter().flatten();
    let mut nodes = batch.nodes()?.iter();
    let (mut columns, mut first) = (Vec::new(), 0_usize);
    for kind in kinds {
        let node = nodes.next()?;
        let is_sound =
            node.length() == batch.length() && (0..=node.length()).contains(&node.null_count());
        is_sound.then_some(())?;
        let count = match kind {
            Kind::Text(Texts::Short | Texts::Long) => 3,
            Kind::Text(Texts::Views) => usize::try_from(more.next()?).ok()?.checked_add(2)?,
            _ => 2,
        };
        let has_gaps = node.null_count() > 0;
        columns.push(Lies {
            first,
            count,
            has_gaps,
        });
        first = first.checked_add(count)?;
    }
    (nodes.next().is_none() && first <= spans.len()).then_some((columns, spans))
}
