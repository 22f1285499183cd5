//! Pages looked over before the library decodes them: on what is refused here it would panic.

use ::parquet::basic::{Encoding, Type as Physical};
use ::parquet::column::page::{Page, PageMetadata, PageReader};
use ::parquet::errors::{ParquetError, Result};
use bytes::Bytes;

use super::field::Field;

/// The pages of a chunk.
pub(super) struct Checked<R> {
    pages: R,
    physical: Physical,
    optional: bool,
    has_dictionary: bool,
}

impl<R: PageReader> Checked<R> {
    pub(super) fn new(pages: R, field: &Field) -> Self {
        let Field {
            physical, optional, ..
        } = *field;
        Self {
            pages,
            physical,
            optional,
            has_dictionary: false,
        }
    }

    fn check(&mut self, page: &Page) -> Result<()> {
        match page {
            Page::DictionaryPage {
                buf, num_values, ..
            } => {
                self.has_dictionary = true;
                let is_whole = self.physical != Physical::BYTE_ARRAY
                    || texts(buf) == Some(*num_values as usize);
                is_whole.then_some(()).ok_or_else(|| damaged("dictionary"))
            }
            Page::DataPage {
                buf,
                encoding,
                def_level_encoding,
                ..
            } => {
                let levels = self.optional.then_some(*def_level_encoding);
                let values = after_levels(buf, levels)?;
                self.values(*encoding, values)
            }
            Page::DataPageV2 {
                buf,
                encoding,
                def_levels_byte_len,
                rep_levels_byte_len,
                ..
            } => {
                let flat = *rep_levels_byte_len == 0;
                let values = buf.get(*def_levels_byte_len as usize..).filter(|_| flat);
                self.values(*encoding, values.ok_or_else(|| damaged("levels"))?)
            }
        }
    }

    fn values(&self, encoding: Encoding, values: &[u8]) -> Result<()> {
        let is_text = self.physical == Physical::BYTE_ARRAY;
        let is_whole = matches!(self.physical, Physical::INT32 | Physical::INT64);
        let is_sound = match encoding {
            Encoding::PLAIN => !is_text || texts(values).is_some(),
            Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY => {
                self.has_dictionary && values.first().is_none_or(|width| *width <= 32)
            }
            Encoding::RLE => self.physical == Physical::BOOLEAN && values.len() >= 4,
            Encoding::DELTA_BINARY_PACKED => is_whole,
            Encoding::DELTA_LENGTH_BYTE_ARRAY | Encoding::DELTA_BYTE_ARRAY => is_text,
            other => return Err(ParquetError::NYI(other.to_string())),
        };
        is_sound.then_some(()).ok_or_else(|| damaged("values"))
    }
}

fn damaged(what: &str) -> ParquetError {
    ParquetError::General(format!("damaged {what}"))
}

/// Levels of the first version stand before the values, after their length.
fn after_levels(page: &Bytes, levels: Option<Encoding>) -> Result<&[u8]> {
    match levels {
        None => Ok(page),
        Some(Encoding::RLE) => {
            let found = counted(page).map(|(_, values)| values);
            found.ok_or_else(|| damaged("levels"))
        }
        Some(other) => Err(ParquetError::NYI(other.to_string())),
    }
}

/// How many texts there are, each after its length; none if they do not fill the bytes.
fn texts(mut bytes: &[u8]) -> Option<usize> {
    let mut count = 0;
    while !bytes.is_empty() {
        (_, bytes) = counted(bytes)?;
        count += 1;
    }
    Some(count)
}

fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}

impl<R: PageReader> PageReader for Checked<R> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.map_or(Ok(None), |page| self.check(&page).map(|()| Some(page)))
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }
}

impl<R: PageReader> Iterator for Checked<R> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
