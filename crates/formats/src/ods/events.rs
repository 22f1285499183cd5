//! The elements of a sheet's XML that matter, one after the other.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::malformed;
use crate::{FormatError, Reason};

/// Elements by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Style,
    TableProperties,
    Table,
    /// What marks a table as a copy from another file.
    Source,
    Column,
    Row,
    Cell,
    Paragraph,
    Space,
    Tab,
    Break,
    /// Remarks, drawings and what was changed: nothing of it belongs to the cells.
    Aside,
    Other,
}

/// What was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    Open(Name),
    Close(Name),
    /// Letters, added to those before.
    Letters,
    End,
}

/// The attributes of the element opened last.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    all: Vec<(String, String)>,
}

impl Attributes {
    /// The value of one; empty where it is not given.
    pub(super) fn get(&self, name: &str) -> &str {
        let found = self.all.iter().find(|(each, _)| each == name);
        found.map_or("", |(_, value)| value)
    }

    /// A number, 1 where none is given.
    pub(super) fn count(&self, name: &str) -> usize {
        self.get(name).parse().unwrap_or(1)
    }
}

/// The XML and what was met last.
pub(super) struct Events<R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
    pub(super) attributes: Attributes,
    pub(super) letters: String,
}

impl<R: BufRead> Events<R> {
    pub(super) fn new(xml: R) -> Self {
        let mut xml = Reader::from_reader(xml);
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            buffer: Vec::new(),
            attributes: Attributes::default(),
            letters: String::new(),
        }
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> u64 {
        self.xml.buffer_position()
    }

    /// What comes next; what stands aside is passed over.
    pub(super) fn next(&mut self) -> Result<Met, FormatError> {
        let mut depth = 0_u64;
        loop {
            let met = self.step()?;
            match (depth, met) {
                (_, Met::End) => return Ok(met),
                (0, Met::Open(Name::Aside)) => depth = 1,
                (0, _) => return Ok(met),
                (_, Met::Open(_)) => depth += 1,
                (_, Met::Close(_)) => depth -= 1,
                (_, Met::Letters) => self.letters.clear(),
            }
        }
    }

    fn step(&mut self) -> Result<Met, FormatError> {
        loop {
            self.buffer.clear();
            let event = self.xml.read_event_into(&mut self.buffer);
            match event.map_err(|_| malformed(Reason::Xml))? {
                Event::Start(element) => {
                    let name = name(element.name().as_ref());
                    self.attributes.all.clear();
                    if !matches!(name, Name::Other | Name::Aside | Name::Paragraph) {
                        read_attributes(&element, &mut self.attributes)?;
                    }
                    return Ok(Met::Open(name));
                }
                Event::End(element) => return Ok(Met::Close(name(element.name().as_ref()))),
                Event::Text(text) => self.letters.push_str(&text.xml10_content()),
                Event::CData(text) => self.letters.push_str(&text.xml10_content()),
                Event::GeneralRef(entity) => {
                    let written = format!("&{};", &*entity);
                    let meant = quick_xml::escape::unescape(&written);
                    let meant = meant.map_err(|_| malformed(Reason::Xml))?;
                    self.letters.push_str(&meant);
                }
                Event::Eof => return Ok(Met::End),
                _ => continue,
            }
            return Ok(Met::Letters);
        }
    }
}

fn read_attributes(element: &BytesStart<'_>, into: &mut Attributes) -> Result<(), FormatError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| malformed(Reason::Xml))?;
        let value = quick_xml::escape::unescape(&attribute.value);
        let value = value.map_err(|_| malformed(Reason::Xml))?;
        let name = attribute.key.as_ref();
        into.all.push((name.to_owned(), value.into_owned()));
    }
    Ok(())
}

fn name(name: &str) -> Name {
    match name {
        "style:style" => Name::Style,
        "style:table-properties" => Name::TableProperties,
        "table:table" => Name::Table,
        "table:table-source" => Name::Source,
        "table:table-column" => Name::Column,
        "table:table-row" => Name::Row,
        "table:table-cell" | "table:covered-table-cell" => Name::Cell,
        "text:p" => Name::Paragraph,
        "text:s" => Name::Space,
        "text:tab" => Name::Tab,
        "text:line-break" => Name::Break,
        "office:annotation"
        | "office:forms"
        | "table:shapes"
        | "table:dde-links"
        | "table:tracked-changes" => Name::Aside,
        _ if name.starts_with("draw:") => Name::Aside,
        _ => Name::Other,
    }
}
